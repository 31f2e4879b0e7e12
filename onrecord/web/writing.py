"""What people do: vote, decide, set watches; each by a form that works without JavaScript."""

from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.errors import InputError
from onrecord.query.naming import subjects_named
from onrecord.store.connection import transaction
from onrecord.store.voting import Vote, put_vote
from onrecord.store.watching import Watching
from onrecord.watches.finding import look, set_watch
from onrecord.watches.rule import rule
from onrecord.web.deciding import take
from onrecord.web.safety import check_write, inward
from onrecord.web.site import Site, now, site

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
    if what.startswith("fact:"):
        request.app.state.reader.link()
    return RedirectResponse(inward(back), 303)


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
