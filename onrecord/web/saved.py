"""Questions kept under a name: their page, what is done with them there, and the same for programs."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Form, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.datastructures import QueryParams

from onrecord.query import saved as keeping
from onrecord.query.saved import Saved
from onrecord.watches.asked import watch_saved
from onrecord.web.changes import SECURED, watches_of, with_token
from onrecord.web.forms import address, plain, question
from onrecord.web.safety import check_write
from onrecord.web.shapes import Kept, Removed, Rows
from onrecord.web.site import now, site

routes = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1")

Text = Annotated[str, Form()]
_PAGES = {"entities": "/actors", "actors": "/api/v1/actors"}  # kind → page, where that is not of its name
_writes = [Depends(check_write)]
_tokens = [Depends(with_token)]


def where(saved: Saved) -> str:
    """The address under which a question is asked."""
    return address(_PAGES.get(saved.kind, f"/{saved.kind}"), saved.question)


@routes.get("/questions")
def questions(request: Request) -> Response:
    """Those of the reader, and those of others."""
    here = site(request)
    found = keeping.all_saved(here.store)
    mine = [each for each in found if each.person == request.state.person]
    others = [each for each in found if each.person != request.state.person]
    return here.page(request, "questions", mine=mine, others=others, where=where)


@routes.post("/questions", dependencies=_writes)
def keep(request: Request, name: Text, kind: Text, asked: Text = "") -> Response:
    """Keeps the question of a page."""
    keeping.save(site(request).store, name, question(kind, QueryParams(asked)), now(), request.state.person)
    return RedirectResponse("/questions", 303)


@routes.post("/questions/rename", dependencies=_writes)
def rename(request: Request, name: Text, new: Text) -> Response:
    """Gives one another name."""
    keeping.rename(site(request).store, name, new, request.state.person)
    return RedirectResponse("/questions", 303)


@routes.post("/questions/remove", dependencies=_writes)
def remove(request: Request, name: Text) -> Response:
    """Takes one away."""
    keeping.remove(site(request).store, name, request.state.person)
    return RedirectResponse("/questions", 303)


@routes.post("/questions/watch", dependencies=_writes)
def watch(request: Request, name: Text) -> Response:
    """Makes one a watch."""
    store = site(request).store
    watch_saved(store, keeping.saved(store, name, request.state.person), now())
    return RedirectResponse("/watches", 303)


@api.get("/questions", name="questions")
def listed(request: Request, person: str | None = None) -> Response:
    """The questions that are kept, of one person or of all."""
    return _json(Rows(tuple(_told(each) for each in keeping.all_saved(site(request).store, person))))


@api.post("/questions", name="keep", dependencies=_tokens, openapi_extra=SECURED)
def put(
    request: Request,
    name: Annotated[str, Body()],
    kind: Annotated[str, Body()],
    asked: Annotated[dict[str, Any] | None, Body(description="the fields of the question")] = None,
) -> Response:
    """Keeps a question under a name."""
    made = keeping.made(kind, asked or {})
    return _json(_told(keeping.save(site(request).store, name, made, now(), request.state.person)))


@api.post("/questions/rename", name="rename", dependencies=_tokens, openapi_extra=SECURED)
def put_name(request: Request, name: Annotated[str, Body()], new: Annotated[str, Body()]) -> Response:
    """Gives one another name."""
    keeping.rename(site(request).store, name, new, request.state.person)
    return _json(_told(keeping.saved(site(request).store, " ".join(new.split()), request.state.person)))


@api.post("/questions/remove", name="remove", dependencies=_tokens, openapi_extra=SECURED)
def take(request: Request, name: Annotated[str, Body(embed=True)]) -> Response:
    """Takes one away."""
    keeping.remove(site(request).store, name, request.state.person)
    return _json(Removed(name))


@api.post("/questions/watch", name="watch_question", dependencies=_tokens, openapi_extra=SECURED)
def set_watch(request: Request, name: Annotated[str, Body(embed=True)]) -> Response:
    """Makes one a watch."""
    store = site(request).store
    watch_saved(store, keeping.saved(store, name, request.state.person), now())
    return watches_of(request)


def _json(value: Any) -> Response:
    return JSONResponse(plain(value))


def _told(saved: Saved) -> Kept:
    kept = {name: getattr(saved, name) for name in ("person", "name", "kind", "made")}
    return Kept(question=saved.asked, address=where(saved), **kept)
