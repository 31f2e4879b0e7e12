"""The pages that are read: front, articles, tables, actors, pairs, facts, stories, runs, watches."""

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
    ask_runs,
)
from onrecord.query.fact_review import likely_same
from onrecord.query.voted import ask_votes
from onrecord.query.why import why_value
from onrecord.store.watching import Watching
from onrecord.web.counted import by_group, counts_of
from onrecord.web.facets import chips, links
from onrecord.web.feeds import subscribed
from onrecord.web.forms import asked, fields, question
from onrecord.web.front import front
from onrecord.web.lighting import marks, segments
from onrecord.web.parties import actor_page, dyad_page, name_of
from onrecord.web.reading import article_page, story_page
from onrecord.web.site import site

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


@routes.get("/{kind}/counts")
def counts(request: Request, kind: str) -> Response:
    """How many, by the year and by each column: a part of a table's page."""
    here = site(request)
    wanted = question(kind, request.query_params)
    found = counts_of(Answers(here.store, wanted))
    narrower = links(f"/{kind}", wanted, (group for group, _ in found.groups))
    return here.page(request, "counts", kind=kind, asked=wanted, counts=found, links=narrower)


@routes.get("/{kind}/counts/{group}")
def counts_by(request: Request, kind: str, group: str) -> Response:
    """How many there are of each value of a column: a part of the counts."""
    here = site(request)
    wanted = question(kind, request.query_params)
    found = by_group(Answers(here.store, wanted), group)
    return here.page(request, "counts_by", found=found, link=links(f"/{kind}", wanted, [group])[group])


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


@routes.get("/facts/{identity}")
def fact(request: Request, identity: str) -> Response:
    """One fact: who reported it first, who independently, who denies it, how it changed."""
    here = site(request)
    found = next(iter(ask_facts(here.store, FactQuestion(id=identity))), None)
    if found is None:
        raise InputError(f"there is no fact {identity!r}; onrecord link finds facts")
    cast = ask_votes(here.store, request.state.person, facts=[identity]).get(identity)
    return here.page(request, "fact", fact=found, cast=cast, likely=likely_same(here.store, found))


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


@routes.get("/decisions")
def decisions(request: Request) -> Response:
    """What people decided."""
    here = site(request)
    return here.page(request, "decisions", found=list(ask_decisions(here.store)))


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
        fields=fields(kind, wanted), formats=usable, orders=answers.kind.orders, chips=chips(f"/{kind}", wanted),
    )  # fmt: skip


def _missing(request: Request) -> Response:
    return site(request).page(request, "message", 404, title="There is no such page", text=request.url.path)
