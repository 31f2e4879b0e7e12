"""What people do: vote, decide, set watches, have pages read; each by a form that works without JavaScript."""

import re
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from sqlalchemy import Connection

from onrecord.config import load
from onrecord.decisions import decide
from onrecord.errors import InputError
from onrecord.linking.passes import link
from onrecord.query.naming import subjects_named
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.voting import Vote, put_vote
from onrecord.store.watching import Watching
from onrecord.watches.finding import look, set_watch
from onrecord.watches.rule import rule
from onrecord.web.safety import check_write, inward
from onrecord.web.site import Site, now, outward, site
from onrecord.web.taking import take_in

routes = APIRouter(include_in_schema=False, dependencies=[Depends(check_write)])

Text = Annotated[str, Form()]
Back = Annotated[str, Form()]

_VOTABLE = ("article", "statement", "fact")


@routes.post("/votes")
def vote(request: Request, what: Text, cast: Text, back: Back = "/") -> Response:
    """Takes a vote; with htmx the buttons come back, else the page."""
    here = site(request)
    give(here, what, cast, request.state.person)
    if request.headers.get("hx-request"):
        return here.page(request, "votes", what=what, cast=cast, back=back)
    return RedirectResponse(inward(back), 303)


def give(here: Site, what: str, cast: str, person: str) -> None:
    """Keeps a vote.

    Raises:
        InputError: there is no such thing, or no such vote.
    """
    if cast not in get_args(Vote):
        raise InputError(f"{cast!r}: a vote is up, down or none")
    with transaction(here.store.engine, write=True) as connection:
        subject, *others = subjects_named(connection, what)
        if subject.kind not in _VOTABLE:
            raise InputError(f"votes are for articles, statements and facts, not for a {subject.kind}")
        for other in others:  # by which the fact was named before another report became its first
            put_vote(connection, person, other, "none", now())
        put_vote(connection, person, subject, cast, now())  # type: ignore[arg-type]


@routes.post("/decisions")
def decision(
    request: Request,
    action: Text,
    what: Text,
    field: Text = "",
    value: Text = "",
    reason: Text = "",
    back: Back = "/decisions",
) -> Response:
    """Takes a decision and applies it at once."""
    take(site(request), request.state.person, action, what, field, value, reason)
    return RedirectResponse(inward(back), 303)


def take(here: Site, person: str, action: str, what: str, field: str, value: str, reason: str) -> list[str]:
    """Keeps a decision; gives its id.

    Raises:
        InputError: it is none, or it cannot be applied.
    """
    if action not in ("accept", "reject", "edit", "undo"):
        raise InputError(f"{action!r}: accept, reject, edit or undo")
    with transaction(here.store.engine, write=True) as connection:
        parts = _parts(connection, action, what, field, value)
        made = decide(action, person, now(), reason=reason or None, **parts)  # type: ignore[arg-type]
        put_decisions(connection, [made], now())
    return [made.id]


def _parts(connection: Connection, action: str, what: str, field: str, value: str) -> dict[str, Any]:
    if action == "undo":
        return {"undoes": what}
    parts: dict[str, Any] = {"subject": subjects_named(connection, what)[0]}
    if action == "edit":
        parts |= {"field": field, "value": value or None}
    return parts


@routes.post("/watches")
def watch(request: Request, name: Text, line: Text, when: Text = "match") -> Response:
    """Sets a watch and looks at once."""
    here = site(request)
    set_watch(here.store, rule(name, line, when), now())  # type: ignore[arg-type]
    look(here.store, now())
    return RedirectResponse("/watches", 303)


@routes.post("/watches/remove")
def unwatch(request: Request, name: Text) -> Response:
    """Takes a watch away."""
    Watching(site(request).store.engine).remove(name)
    return RedirectResponse("/watches", 303)


@routes.post("/read")
def read(request: Request, url: Text = "", files: list[UploadFile] | None = None) -> Response:
    """Reads an address or files into the record, then links and looks."""
    here = site(request)
    here.reading.check(request.state.person)
    given = [file for file in files or [] if file.filename]
    if bool(url) == bool(given):
        raise InputError("give an address or files, one of them")
    if url and outward(url) is None:  # never a file of this machine
        raise InputError("an address begins with http:// or https://")
    with tempfile.TemporaryDirectory() as folder:
        sources = {url: url} if url else dict(_kept(file, Path(folder, str(at))) for at, file in enumerate(given))
        number = take_in(here.store, sources, load())
    link(here.store, now())
    look(here.store, now())
    return RedirectResponse(f"/runs/{number}", 303)


def _kept(file: UploadFile, folder: Path) -> tuple[str, str]:
    """Where a file is kept, in a folder of its own, and its own name, which is what the record calls it."""
    name = re.sub(r"[^\w. -]", "_", file.filename or "")[-60:].lstrip(".") or "file"  # 240 bytes at most
    folder.mkdir()
    path = folder / name
    with path.open("wb") as kept:
        shutil.copyfileobj(file.file, kept)
    return str(path), name
