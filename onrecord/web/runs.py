"""Runs: what is to be read, how far that is, what became of every input; how a run is stopped and continued."""

import re
import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Form, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse

from onrecord.config import load
from onrecord.errors import InputError
from onrecord.query import ask_inputs
from onrecord.web.changes import SECURED, with_token
from onrecord.web.forms import plain
from onrecord.web.progress import Reader
from onrecord.web.safety import check_write
from onrecord.web.site import outward, site

routes = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1")

Text = Annotated[str, Form()]
Address = Annotated[str, Body(embed=True, examples=["https://example.org/news/bridge"])]
_writes = [Depends(check_write)]
_tokens = [Depends(with_token)]
_SHOWN = 200  # inputs a page
_PLAIN = re.compile(r"[^\w. -]")
_LETTERS = 60  # of the name of a file: 240 bytes at most


def reader(request: Request) -> Reader:
    """What reads for the site that a request is for."""
    found: Reader = request.app.state.reader
    return found


@routes.get("/read")
def asked(request: Request) -> Response:
    """The form by which more is read in."""
    return site(request).page(request, "read", going=reader(request).going())


@routes.post("/read", dependencies=_writes)
def read(request: Request, url: Text = "", files: list[UploadFile] | None = None) -> Response:
    """Begins to read an address or files; the page of the run shows how far it is."""
    site(request).reading.check(request.state.person)
    given = [file for file in files or [] if file.filename]
    if bool(url) == bool(given):
        raise InputError("give an address or files, one of them")
    number = _of_address(request, url) if url else _of_files(request, given)
    return RedirectResponse(f"/runs/{number}", 303)


@routes.get("/runs/{number}")
def run(
    request: Request, number: int, outcome: str | None = None, after: Annotated[int | None, Query(lt=2**31)] = None
) -> Response:
    """How far a run is, and its inputs with what became of them, page by page."""
    here = site(request)
    progress = reader(request).progress(_small(number))
    found = list(ask_inputs(here.store, number, (outcome,) if outcome else (), after=after, limit=_SHOWN + 1))
    following = found[_SHOWN - 1].position if len(found) > _SHOWN else None
    shown = {"number": number, "found": found[:_SHOWN], "outcome": outcome, "following": following}
    return here.page(request, "run", progress=progress, **shown)


@routes.get("/runs/{number}/progress")
def part(request: Request, number: int) -> Response:
    """The part of that page that changes; once the run has ended the page is loaded again."""
    progress = reader(request).progress(_small(number))
    answer = site(request).page(request, "progress", progress=progress)
    if not progress.is_going:
        answer.headers["HX-Refresh"] = "true"
    return answer


@routes.post("/runs/{number}/stop", dependencies=_writes)
def stop(request: Request, number: int) -> Response:
    """Ends a run after what it is reading."""
    reader(request).stop(_small(number))
    return RedirectResponse(f"/runs/{number}", 303)


@routes.post("/runs/{number}/continue", dependencies=_writes)
def resume(request: Request, number: int) -> Response:
    """Continues a run that stopped."""
    reader(request).resume(_small(number))
    return RedirectResponse(f"/runs/{number}", 303)


@api.get("/runs/{number}/progress", name="progress")
def progress(request: Request, number: int) -> Response:
    """How far a run is: inputs so far, what became of them, how many remain, and whether it is being read."""
    return _progress(request, _small(number))


@api.post("/read", name="read", dependencies=_tokens, openapi_extra=SECURED)
def read_address(request: Request, url: Address) -> Response:
    """Begins to read an address; gives the run."""
    site(request).reading.check(request.state.person)
    return _progress(request, _of_address(request, url))


@api.post("/runs/{number}/stop", name="stop", dependencies=_tokens, openapi_extra=SECURED)
def stop_run(request: Request, number: int) -> Response:
    """Ends a run after what it is reading."""
    reader(request).stop(_small(number))
    return _progress(request, number)


@api.post("/runs/{number}/continue", name="continue", dependencies=_tokens, openapi_extra=SECURED)
def continue_run(request: Request, number: int) -> Response:
    """Continues a run that stopped."""
    reader(request).resume(_small(number))
    return _progress(request, number)


def _progress(request: Request, number: int) -> Response:
    return JSONResponse(plain(reader(request).progress(number)))


def _of_address(request: Request, url: str) -> int:
    if outward(url) is None:  # never a file of this machine
        raise InputError("an address begins with http:// or https://")
    return reader(request).begin([url], load())


def _of_files(request: Request, files: list[UploadFile]) -> int:
    folder = reader(request).keep()
    try:
        sources = [_kept(file, folder, place) for place, file in enumerate(files)]
        return reader(request).begin(sources, load(), folder)
    except BaseException:
        reader(request).drop(folder)
        raise


def _kept(file: UploadFile, folder: Path, place: int) -> str:
    """Keeps a file under the harmless letters of its own name, by which it goes in the record; gives that."""
    name = _PLAIN.sub("_", file.filename or "")[-_LETTERS:].lstrip(".- ") or "file"
    while (folder / name).exists():
        name = f"{place}-{name}"
    with (folder / name).open("wb") as kept:
        shutil.copyfileobj(file.file, kept)
    return name


def _small(number: int) -> int:
    if not 0 < number < 2**31:
        raise InputError("there is no such run")
    return number
