"""Feeds of what the watches found: for who is let in, and by secret addresses for programs that read feeds."""

import secrets
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Form, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from onrecord.errors import InputError
from onrecord.store.connection import transaction
from onrecord.store.feeding import FeedRow, feed_of, feeds_of, put_feed, remove_feed
from onrecord.store.watching import Watching
from onrecord.watches.feeds import atom, json_feed
from onrecord.web.changes import SECURED, with_token
from onrecord.web.forms import plain
from onrecord.web.safety import Access, check_write
from onrecord.web.shapes import FeedAddress, Rows
from onrecord.web.site import Site, now, site

routes = APIRouter(include_in_schema=False, dependencies=[Depends(check_write)])
calls = APIRouter(prefix="/api/v1/feeds")

_MOST = 200  # entries


def subscribe(here: Site, person: str, watch: str | None) -> FeedAddress:
    """Gives the addresses of a new feed, of one watch or of all: nobody can say them again.

    Raises:
        InputError: there is no such watch.
    """
    if watch is not None and watch not in {each.name for each in Watching(here.store.engine).all()}:
        raise InputError(f"there is no watch {watch[:100]!r}")
    secret = secrets.token_urlsafe(24)
    feed = FeedRow(key=_key(secret), person=person, watch=watch, made=now())
    with transaction(here.store.engine, write=True) as connection:
        put_feed(connection, feed)
    return FeedAddress(feed.key, f"/feeds/{secret}.atom", f"/feeds/{secret}.json")


def subscribed(here: Site, person: str) -> list[FeedRow]:
    """The feeds of a person."""
    with transaction(here.store.engine) as connection:
        return feeds_of(connection, person)


def unsubscribe(here: Site, person: str, key: str) -> None:
    """Takes a feed back.

    Raises:
        InputError: there is none of this person's.
    """
    with transaction(here.store.engine, write=True) as connection:
        remove_feed(connection, person, key)


def _key(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _feed(request: Request, watch: str | None, form: str) -> Response:
    found = Watching(site(request).store.engine).found(watch, limit=_MOST)
    if form == "json":
        return Response(json_feed(found), media_type="application/feed+json")
    name = f"/watches/feed.atom?watch={watch}" if watch else "/watches/feed.atom"
    return Response(atom(found, name, now()), media_type="application/atom+xml")


@routes.get("/watches/feed.atom")
def atom_feed(request: Request, watch: str | None = None) -> Response:
    """What the watches found, or one of them, as an Atom feed."""
    return _feed(request, watch, "atom")


@routes.get("/watches/feed.json")
def json_feed_(request: Request, watch: str | None = None) -> Response:
    """The same as a JSON feed."""
    return _feed(request, watch, "json")


@routes.get("/feeds/{name}")
def secret_feed(request: Request, name: str) -> Response:
    """A feed by its secret address, which opens nothing else."""
    secret, _, form = name.rpartition(".")
    access: Access = request.app.state.access
    with transaction(site(request).store.engine) as connection:
        feed = feed_of(connection, _key(secret))
    if feed is None or form not in ("atom", "json") or not access.knows(feed.person):
        raise InputError("there is no such feed; its address may have been taken back")
    return _feed(request, feed.watch, form)


@routes.post("/feeds")
def new_feed(request: Request, watch: Annotated[str, Form()] = "") -> Response:
    """Gives an address, and says it this once."""
    here = site(request)
    made = subscribe(here, request.state.person, watch or None)
    base = f"{request.url.scheme}://{request.headers['host']}"
    return here.page(request, "feed", made=made, base=base, watch=watch)


@routes.post("/feeds/remove")
def old_feed(request: Request, key: Annotated[str, Form()]) -> Response:
    """Takes an address back."""
    unsubscribe(site(request), request.state.person, key)
    return RedirectResponse("/watches", 303)


@calls.get("", name="feeds", description="Your feeds; their addresses were said when they were given.")
def feeds(request: Request) -> Response:
    """Your feeds."""
    return JSONResponse(plain(Rows(tuple(subscribed(site(request), request.state.person)))))


_Watch = Annotated[str | None, Body(embed=True, examples=["requests"])]


@calls.post("", name="subscribe", dependencies=[Depends(with_token)], openapi_extra=SECURED)
def call_for_feed(request: Request, watch: _Watch = None) -> Response:
    """Gives the addresses of a feed, of one watch or of all, which need no token; they are said this once."""
    return JSONResponse(plain(subscribe(site(request), request.state.person, watch)))


@calls.delete("/{key}", name="unsubscribe", dependencies=[Depends(with_token)], openapi_extra=SECURED)
def call_off_feed(request: Request, key: str) -> Response:
    """Takes a feed back: its addresses lead nowhere from then on."""
    unsubscribe(site(request), request.state.person, key)
    return feeds(request)
