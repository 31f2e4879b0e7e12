"""The pages that are read: front, articles, tables, actors, pairs, facts, stories, runs, watches."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.errors import InputError
from onrecord.export.formats import FORMATS
from onrecord.query import (
    KINDS,
    Answers,
    EntityQuestion,
    FactQuestion,
    ask_decisions,
    ask_entities,
    ask_facts,
    ask_inputs,
    ask_runs,
)
from onrecord.query.voted import ask_votes
from onrecord.query.why import why_value
from onrecord.store.watching import Watching
from onrecord.web.counted import by_group, counts_of
from onrecord.web.feeds import subscribed
from onrecord.web.forms import asked, fields, question
from onrecord.web.front import front
from onrecord.web.lighting import marks, segments
from onrecord.web.parties import actor_page, dyad_page, name_of
from onrecord.web.reading import article_page, story_page
from onrecord.web.site import site
from onrecord.web.unsure import ReviewKind, unsure

routes = APIRouter(include_in_schema=False)

_COLUMNS = {
    "events": ("first_day", "source", "type", "mode", "target", "status", "by", "place", "evidence"),
    "statements": ("first_day", "source", "code", "terms", "kind", "content"),
    "actors": ("name", "role", "code", "kind", "published", "outlet"),
    "places": ("name", "country", "precision", "use", "published", "outlet"),
    "times": ("value", "type", "mod", "published", "outlet"),
    "articles": ("published", "title", "outlet", "original_outlet"),
}
_SHOWN, _MOST = 50, 500  # rows of a page
_INPUTS = 1000  # of a run


@routes.get("/")
def front_page(request: Request, kind: str = "articles") -> Response:
    """Stories, articles and facts by rank."""
    here = site(request)
    return here.streamed(request, "front", "onrecord", lambda: {"front": front(here, request.state.person, kind)})


@routes.get("/articles/{identity}")
def article(request: Request, identity: str) -> Response:
    """An article with its statements and events lit up."""
    here = site(request)
    found = article_page(here, request.state.person, identity)
    record = found.record
    names = {each.id: each.name for each in record.actors}
    values: dict[str, Any] = {
        "found": found, "record": record, "names": names, "pieces": segments(found.text, marks(record)),
        "words": lambda spans: " … ".join(span.of(found.text) for span in spans),
    }  # fmt: skip
    return here.page(request, "article", **values)


@routes.get("/why/{identity}/{value}")
def why(request: Request, identity: str, value: str) -> Response:
    """What a value rests on."""
    here = site(request)
    return here.page(request, "why", lines=why_value(here.store, f"{identity}/{value}"), ref=f"{identity}/{value}")


@routes.get("/facts")
def facts(request: Request) -> Response:
    """Facts across reports."""
    here = site(request)
    wanted = asked(FactQuestion, request.query_params, limit=200)
    return here.page(request, "facts", found=list(ask_facts(here.store, wanted)), asked=wanted)


@routes.get("/facts/{identity}")
def fact(request: Request, identity: str) -> Response:
    """One fact: who reported it first, who independently, who denies it, how it changed."""
    here = site(request)
    found = next(iter(ask_facts(here.store, FactQuestion(id=identity))), None)
    if found is None:
        raise InputError(f"there is no fact {identity!r}; onrecord link finds facts")
    cast = ask_votes(here.store, request.state.person, facts=[identity]).get(identity)
    return here.page(request, "fact", fact=found, cast=cast)


@routes.get("/actors")
def actors(request: Request) -> Response:
    """Who speaks and acts, across articles."""
    here = site(request)
    wanted = asked(EntityQuestion, request.query_params, limit=200)
    return here.page(request, "entities", found=list(ask_entities(here.store, wanted, most=0)), asked=wanted)


@routes.get("/actors/{who:path}")
def actor(request: Request, who: str) -> Response:
    """One actor: what it is called, what it said, did, and what was done to it, and with whom."""
    here = site(request)
    title = f"{name_of(here, who)} – onrecord"
    return here.streamed(request, "actor", title, lambda: {"who": who, "actor": actor_page(here, who)})


@routes.get("/dyads/{source}/{target}")
def dyad(request: Request, source: str, target: str) -> Response:
    """What one did to another, and back, over the years."""
    here = site(request)
    title = f"{source} and {target} – onrecord"
    return here.streamed(request, "dyad", title, lambda: {"dyad": dyad_page(here, source, target)})


@routes.get("/dyads")
def dyads(request: Request) -> Response:
    """Between whom events are."""
    here = site(request)
    return here.streamed(request, "dyads", "onrecord", lambda: {"found": here.ask.events().relations(limit=200)})


@routes.get("/stories/{identity}")
def story(request: Request, identity: str) -> Response:
    """One story: its articles in their order, which are copies, what several of them tell."""
    here = site(request)
    return here.page(request, "story", page=story_page(here, identity))


@routes.get("/runs")
def runs(request: Request) -> Response:
    """Every run with its accounting."""
    return site(request).page(request, "runs", found=list(ask_runs(site(request).store)))


@routes.get("/runs/{number}")
def run(request: Request, number: int, outcome: str | None = None) -> Response:
    """The inputs of a run and what became of them."""
    here = site(request)
    found = list(islice(ask_inputs(here.store, number, (outcome,) if outcome else ()), _INPUTS))
    return here.page(request, "run", number=number, found=found)


@routes.get("/watches")
def watches(request: Request, watch: str | None = None) -> Response:
    """Rules, what they found, or one of them, and feeds of it."""
    here = site(request)
    watching = Watching(here.store.engine)
    values = {
        "rules": [(each.name, _told(each.rule)) for each in watching.all()],
        "found": watching.found(watch, limit=200),
        "watch": watch,
    }
    return here.page(request, "watches", feeds=subscribed(here, request.state.person), **values)


def _told(rule: str) -> str:
    """What a watch asks for, without what it leaves open."""
    values = msgspec.json.decode(rule)
    kind = "events" if values.get("events") else "statements"
    asked = {name: value for name, value in (values.get(kind) or {}).items() if value}
    parts = (f"{name} {', '.join(value) if isinstance(value, list) else value}" for name, value in asked.items())
    return f"{kind}, {values.get('when', 'match')}: {'; '.join(parts) or 'all'}"


@routes.get("/read")
def read(request: Request) -> Response:
    """The form by which more is read in."""
    return site(request).page(request, "read")


@routes.get("/decisions")
def decisions(request: Request) -> Response:
    """What people decided."""
    here = site(request)
    return here.page(request, "decisions", found=list(ask_decisions(here.store)))


@routes.get("/pictures")
def pictures(request: Request) -> Response:
    """Timeline, network and map of the answers to a question about events."""
    here = site(request)
    wanted = question("events", request.query_params)
    return here.page(request, "pictures", asked=wanted, fields=fields("events", wanted))


@routes.get("/pictures/{picture}")
def picture_table(request: Request, picture: str) -> Response:
    """What a picture shows, as a table: a part of the page of pictures."""
    here = site(request)
    wanted = question("events", request.query_params)
    answers: Answers[Any] = Answers(here.store, wanted)
    made: dict[str, Callable[[], Any]] = {
        "timeline": lambda: answers.over_time("month"),
        "network": lambda: answers.relations(limit=100),
        "map": lambda: answers.where(100),
    }
    if picture not in made:
        return _missing(request)
    return here.page(request, "picture_table", picture=picture, found=made[picture](), asked=wanted)


@routes.get("/review")
def review(request: Request, kind: str = "events") -> Response:
    """What is least sure, to be accepted, rejected or corrected."""
    here = site(request)
    of: ReviewKind = "statements" if kind == "statements" else "events"
    return here.page(request, "review", kind=of, rows=unsure(here, of))


@routes.get("/{kind}")
def table(request: Request, kind: str, cursor: str | None = None) -> Response:
    """The answers to a question, with its form, counts and downloads."""
    here = site(request)
    if kind not in KINDS:
        return RedirectResponse("/", 303) if kind == "index.html" else _missing(request)
    wanted = question(kind, request.query_params)
    answers: Answers[Any] = Answers(here.store, wanted)
    page = answers.page(cursor, min(wanted.limit or _SHOWN, _MOST))
    usable = [name for name, form in FORMATS.items() if not form.kinds or kind in form.kinds]
    return here.page(
        request, "table", kind=kind, asked=wanted, rows=page.rows, next=page.next, columns=_COLUMNS[kind],
        fields=fields(kind, wanted), formats=usable, orders=answers.kind.orders,
    )  # fmt: skip


@routes.get("/{kind}/counts")
def counts(request: Request, kind: str) -> Response:
    """How many, by each column and over time: a part of a table's page."""
    here = site(request)
    wanted = question(kind, request.query_params)
    return here.page(request, "counts", kind=kind, asked=wanted, counts=counts_of(Answers(here.store, wanted)))


@routes.get("/{kind}/counts/{group}")
def counts_by(request: Request, kind: str, group: str) -> Response:
    """How many there are of each value of a column: a part of the counts."""
    here = site(request)
    wanted = question(kind, request.query_params)
    return here.page(request, "counts_by", found=by_group(Answers(here.store, wanted), group))


def _missing(request: Request) -> Response:
    return site(request).page(request, "message", 404, title="There is no such page", text=request.url.path)
