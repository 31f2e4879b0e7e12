"""Everything that the pages show, as JSON, under ``/api/v1``; one shape for errors."""

import tempfile
from pathlib import Path
from typing import Annotated, Any
from zipfile import ZIP_STORED, ZipFile

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from starlette.background import BackgroundTask

from onrecord.errors import InputError
from onrecord.export import formats
from onrecord.export.chosen import Chosen
from onrecord.query import (
    Answers,
    EntityQuestion,
    FactQuestion,
    ask_entities,
    ask_facts,
    ask_inputs,
    ask_rank,
    ask_runs,
)
from onrecord.query.counting import Level, Unit
from onrecord.query.why import why_value
from onrecord.store.watching import Watching
from onrecord.web.deciding import take
from onrecord.web.forms import plain, question
from onrecord.web.safety import RefusedError
from onrecord.web.site import now, site
from onrecord.web.writing import give

routes = APIRouter(prefix="/api/v1")

Cursor = Annotated[str | None, Query(description="the page after this one, as `next` gave it")]
Size = Annotated[int, Query(ge=1, le=500, description="rows a page")]
Fields = {"description": "besides these, every field of the question, as `onrecord KIND --help` lists them"}


def with_token(request: Request) -> None:
    """Writing through the API takes a token, which no page of another site can send."""
    if not request.headers.get("authorization", "").startswith("Bearer "):
        raise RefusedError(401, "writing takes a token, as Authorization: Bearer")


def _json(value: Any) -> Response:
    return JSONResponse(plain(value))


@routes.get("/{kind}/count", openapi_extra=Fields)
def count(request: Request, kind: str) -> Response:
    """How many there are."""
    return _json({"count": Answers[Any](site(request).store, question(kind, request.query_params)).count()})


@routes.get("/articles/{identity}")
def article(request: Request, identity: str) -> Response:
    """An article: its page and its record, onrecord/1."""
    return _json(site(request).store.article(identity))


@routes.get("/why/{identity}/{value}")
def why(request: Request, identity: str, value: str) -> Response:
    """What a statement or event rests on."""
    return _json(why_value(site(request).store, f"{identity}/{value}"))


@routes.get("/facts")
def facts(request: Request, actor: str | None = None, limit: Size = 50) -> Response:
    """Facts across reports."""
    return _json({"rows": list(ask_facts(site(request).store, FactQuestion(actor=actor, limit=limit)))})


@routes.get("/facts/{identity}")
def fact(request: Request, identity: str) -> Response:
    """One fact."""
    found = list(ask_facts(site(request).store, FactQuestion(id=identity)))
    if not found:
        raise InputError(f"there is no fact {identity!r}")
    return _json(found[0])


@routes.get("/entities")
def entities(request: Request, name: str | None = None, limit: Size = 50) -> Response:
    """Actors across articles."""
    return _json({"rows": list(ask_entities(site(request).store, EntityQuestion(name=name, limit=limit)))})


@routes.get("/rank/{kind}")
def rank(request: Request, kind: str, limit: Size = 50) -> Response:
    """Articles or facts by rank, each explained."""
    if kind not in ("articles", "facts"):
        raise InputError(f"{kind!r}: articles or facts are ranked")
    return _json({"rows": ask_rank(site(request).store, kind, now(), limit)})  # type: ignore[arg-type]


@routes.get("/runs")
def runs(request: Request) -> Response:
    """Every run with its accounting."""
    return _json({"rows": list(ask_runs(site(request).store))})


@routes.get("/runs/{number}")
def run(request: Request, number: int) -> Response:
    """The inputs of a run."""
    return _json({"rows": list(ask_inputs(site(request).store, _small(number)))})


def _small(number: int) -> int:
    if not 0 < number < 2**31:
        raise InputError("there is no such run")
    return number


@routes.get("/watches")
def watches(request: Request, limit: Size = 50) -> Response:
    """Rules, and what they found, the last first."""
    watching = Watching(site(request).store.engine)
    return _json({"rules": watching.all(), "found": watching.found(limit=limit)})


@routes.get("/download/{form}")
def download(request: Request, form: str, what: str = "events") -> Response:
    """The answers to a question in an export format; Parquet as a zip of its folders."""
    made = formats.of(form)
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / f"{what}.{made.suffix}"
    try:
        formats.write(form, Chosen(site(request).store, question(what, request.query_params)), path)
        if made.is_folder:
            path = _zipped(path)
    except BaseException:
        folder.cleanup()
        raise
    media = "application/zip" if made.is_folder else made.media
    return FileResponse(path, media_type=media, filename=path.name, background=BackgroundTask(folder.cleanup))


def _zipped(folder: Path) -> Path:
    path = folder.with_name(f"{folder.name}.zip")
    with ZipFile(path, "w", ZIP_STORED) as file:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                file.write(each, each.relative_to(folder.parent))
    return path


@routes.post("/votes", dependencies=[Depends(with_token)])
def vote(request: Request, what: Annotated[str, Body()], cast: Annotated[str, Body()]) -> Response:
    """Votes an article, statement or fact up or down, or takes the vote back."""
    give(site(request), what, cast, request.state.person)
    return _json({"what": what, "cast": cast})


@routes.post("/decisions", dependencies=[Depends(with_token)])
def decision(
    request: Request,
    action: Annotated[str, Body()],
    what: Annotated[str, Body()],
    field: Annotated[str, Body()] = "",
    value: Annotated[str, Body()] = "",
    reason: Annotated[str, Body()] = "",
) -> Response:
    """Accepts, rejects or edits a value, merges two actors or facts, takes a report from a fact, undoes a decision."""
    ids = take(site(request), request.state.person, action, what, field, value, reason)
    if what.startswith("fact:"):
        request.app.state.reader.link()
    return _json({"ids": ids})


@routes.get("/{kind}", openapi_extra=Fields)
def rows(request: Request, kind: str, cursor: Cursor = None, size: Size = 50) -> Response:
    """The answers to a question, a page of them."""
    asked = question(kind, request.query_params)
    page = Answers[Any](site(request).store, asked).page(cursor, asked.limit or size)
    return _json({"rows": page.rows, "next": page.next})


@routes.get("/{kind}/by/{group}", openapi_extra=Fields)
def by(request: Request, kind: str, group: str) -> Response:
    """How many there are of each value of a column."""
    return _json({"counts": Answers[Any](site(request).store, question(kind, request.query_params)).by(group)})


@routes.get("/{kind}/over/{unit}", openapi_extra=Fields)
def over(request: Request, kind: str, unit: Unit) -> Response:
    """How many there are in each unit of time."""
    return _json({"counts": Answers[Any](site(request).store, question(kind, request.query_params)).over_time(unit)})


@routes.get("/events/between/{level}", openapi_extra=Fields)
def between(request: Request, level: Level) -> Response:
    """How many events there are between whom."""
    return _json({"dyads": Answers[Any](site(request).store, question("events", request.query_params)).between(level)})
