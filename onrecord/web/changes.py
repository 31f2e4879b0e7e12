"""Writing through the API: votes, decisions and watches, each by a call that carries a token."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Request, Response
from fastapi.responses import JSONResponse

from onrecord.store.voting import Vote
from onrecord.store.watching import Watching
from onrecord.watches.finding import look, set_watch
from onrecord.watches.rule import rule
from onrecord.web.deciding import take
from onrecord.web.forms import plain
from onrecord.web.safety import RefusedError
from onrecord.web.shapes import Decided, Voted, Watches
from onrecord.web.site import now, site
from onrecord.web.writing import give


def with_token(request: Request) -> None:
    """Writing through the API takes a token, which no page of another site can send."""
    if not request.headers.get("authorization", "").startswith("Bearer "):
        raise RefusedError(401, "writing takes a token, as Authorization: Bearer", {"WWW-Authenticate": "Bearer"})


routes = APIRouter(prefix="/api/v1", dependencies=[Depends(with_token)])
SECURED: dict[str, Any] = {"security": [{"token": []}]}

What = Annotated[str, Body(examples=["3f2a9c0d11e4", "3f2a9c0d11e4/e1", "fact:81c0aa5e2f47"])]
Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]


def _json(value: Any) -> Response:
    return JSONResponse(plain(value))


@routes.post("/votes", name="vote", openapi_extra=SECURED)
def vote(request: Request, what: What, cast: Annotated[Vote, Body(examples=["up"])]) -> Response:
    """Votes an article, statement or fact up or down, or takes the vote back."""
    give(site(request), what, cast, request.state.person)
    return _json(Voted(what, cast))


@routes.post("/decisions", name="decide", openapi_extra=SECURED)
def decision(
    request: Request,
    action: Annotated[Action, Body(examples=["edit"])],
    what: What,
    field: Annotated[str, Body(examples=["code"])] = "",
    value: Annotated[str, Body(examples=["KENGOV"])] = "",
    reason: Annotated[str, Body(examples=["the ministry's own page says so"])] = "",
) -> Response:
    """Accepts, rejects or edits a value, merges actors or facts, takes a report from a fact, or undoes a decision."""
    ids = take(site(request), request.state.person, action, what, field, value, reason)
    if what.startswith("fact:"):
        request.app.state.reader.link()
    return _json(Decided(tuple(ids)))


@routes.post("/watches", name="watch", openapi_extra=SECURED)
def watch(
    request: Request,
    name: Annotated[str, Body(min_length=1, max_length=100, examples=["requests"])],
    line: Annotated[str, Body(examples=["RUSGOV > CHN REQUEST"])],
    when: Annotated[str, Body(examples=["match"])] = "match",
) -> Response:
    """Sets a watch and looks at once."""
    store = site(request).store
    set_watch(store, rule(name, line, when), now())  # type: ignore[arg-type]
    look(store, now())
    return watches_of(request)


@routes.delete("/watches/{name:path}", name="unwatch", openapi_extra=SECURED)
def unwatch(request: Request, name: str) -> Response:
    """Takes a watch away, with what it found."""
    Watching(site(request).store.engine).remove(name)
    return watches_of(request)


def watches_of(request: Request) -> Response:
    """The answer to a change of watches: all there are."""
    watching = Watching(site(request).store.engine)
    return _json(Watches(tuple(watching.all()), tuple(watching.found(limit=50))))
