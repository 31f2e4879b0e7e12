"""The pages that are read: front, articles, tables, actors, pairs, facts, stories, runs, watches."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy import func, select

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
    ask_rank,
    ask_runs,
)
from onrecord.query.fact_review import likely_same
from onrecord.query.naming import subjects_named
from onrecord.query.why import why_value
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema_facts import story_articles
from onrecord.store.watching import Watching
from onrecord.watches.feeds import atom, json_feed
from onrecord.web.facets import chips, links
from onrecord.web.forms import fields, question
from onrecord.web.lighting import marks, segments
from onrecord.web.site import now, site

routes = APIRouter(include_in_schema=False)

_COLUMNS = {
    "events": ("first_day", "source", "type", "mode", "target", "status", "by", "place", "evidence"),
    "statements": ("first_day", "source", "code", "terms", "kind", "content"),
    "actors": ("name", "role", "code", "kind", "published", "outlet"),
    "places": ("name", "country", "precision", "use", "published", "outlet"),
    "times": ("value", "type", "mod", "published", "outlet"),
    "articles": ("published", "title", "outlet", "original_outlet"),
}
# More articles than these are shown by their day: ranking looks at every one.
_RANKED = 5000
_SHOWN = 50
# Of more answers than these only the first columns are counted, so that the page does not keep its reader waiting.
_COUNTED = 50_000


@routes.get("/")
def front(request: Request, kind: str = "articles") -> Response:
    """Articles and facts by rank."""
    here = site(request)
    is_ranked = len(here.store) <= _RANKED
    kind = kind if kind in ("articles", "facts") else "articles"
    ranked = ask_rank(here.store, kind, now(), _SHOWN) if is_ranked else []  # type: ignore[arg-type]
    latest = [] if is_ranked else list(here.ask.articles(sort="-published").page(size=_SHOWN).rows)
    by_id = {row.article: row for row in _these(here.ask, [row.id for row in ranked])} if kind == "articles" else {}
    return here.page(request, "front", ranked=ranked, latest=latest, by_id=by_id, kind=kind, count=len(here.store))


def _these(ask: Any, ids: list[str]) -> list[Any]:
    return [row for identity in ids for row in ask.articles(article=identity)]


@routes.get("/{kind}/counts")
def counts(request: Request, kind: str) -> Response:
    """How many, by each column and over time: a part of a table's page."""
    here = site(request)
    asked = question(kind, request.query_params)
    answers: Answers[Any] = Answers(here.store, asked)
    total = answers.count()
    groups = answers.kind.groups if total <= _COUNTED else answers.kind.groups[:3]
    found = [(group, answers.by(group, 8)) for group in groups]
    values = {
        "kind": kind,
        "asked": asked,
        "total": total,
        "groups": found,
        "years": answers.over_time("year"),
        "links": links(f"/{kind}", asked, groups),
    }
    return here.page(request, "counts", **values)


@routes.get("/articles/{identity}")
def article(request: Request, identity: str) -> Response:
    """An article with its statements and events lit up."""
    here = site(request)
    found = here.store.article(identity)
    record = found.record
    names = {each.id: each.name for each in record.actors}
    facts = list(ask_facts(here.store, FactQuestion(article=identity)))
    values: dict[str, Any] = {
        "found": found, "record": record, "names": names, "pieces": segments(found.text, marks(record)),
        "words": lambda spans: " … ".join(span.of(found.text) for span in spans),
        "facts": facts, "beside": _beside(here, found), "stories": _stories(here.store, identity),
    }  # fmt: skip
    return here.page(request, "article", **values)


def _beside(here: Any, found: Any) -> dict[str, Any]:
    """The articles before and after it, by publication."""
    day = (found.record.published or "")[:10] or None
    after = here.ask.articles(since=day).page(size=20).rows if day else ()
    before = here.ask.articles(until=day, sort="-published").page(size=20).rows if day else ()
    return {
        "next": next((row for row in after if row.article != found.id), None),
        "previous": next((row for row in before if row.article != found.id), None),
    }


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
    return here.page(request, "fact", fact=found, likely=likely_same(here.store, found))


@routes.get("/actors")
def actors(request: Request, name: str | None = None, country: str | None = None) -> Response:
    """Who speaks and acts, across articles."""
    here = site(request)
    asked = EntityQuestion(name=name or None, country=country or None, limit=200)
    return here.page(request, "entities", found=list(ask_entities(here.store, asked)), asked=asked)


@routes.get("/actors/{who:path}")
def actor(request: Request, who: str) -> Response:
    """One actor: what it said, did, and what was done to it, and with whom."""
    here = site(request)
    entity = next(iter(ask_entities(here.store, EntityQuestion(id=who))), None)
    name = entity.name if entity and entity.name else who
    asked: dict[str, Answers[Any]] = {
        "said": here.ask.statements(actor=name, sort="-day"),
        "did": here.ask.events(source=name, sort="-day"),
        "suffered": here.ask.events(target=name, sort="-day"),
    }
    shown = {part: (answers.page(size=30).rows, answers.count()) for part, answers in asked.items()}
    terms = asked["said"].by("terms")
    return here.page(request, "actor", name=name, who=who, entity=entity, terms=terms, **shown)


@routes.get("/dyads/{source}/{target}")
def dyad(request: Request, source: str, target: str) -> Response:
    """What one did to another, and back."""
    here = site(request)
    ways = [(one, other, here.ask.events(dyad=f"{one}>{other}")) for one, other in ((source, target), (target, source))]
    found = [
        (one, other, answers.count(), answers.by("type"), answers.over_time("year")) for one, other, answers in ways
    ]
    return here.page(request, "dyad", source=source, target=target, ways=found)


@routes.get("/dyads")
def dyads(request: Request) -> Response:
    """Between whom events are."""
    here = site(request)
    return here.page(request, "dyads", found=here.ask.events().between(limit=200))


@routes.get("/stories/{identity}")
def story(request: Request, identity: str) -> Response:
    """One story: its articles in their order, which are copies."""
    here = site(request)
    found = [here.store.article(each) for each in _in_story(here.store, identity)]
    if not found:
        raise InputError(f"there is no story {identity!r}; onrecord link finds stories")
    return here.page(request, "story", identity=identity, found=found)


def _stories(store: Store, identity: str) -> list[tuple[str, int]]:
    """The story that an article is in, and how many articles are; none before onrecord link."""
    row = story_articles.c
    mine = select(row.story).where(row.article == identity, held(story_articles))
    query = select(row.story, func.count()).where(row.story.in_(mine), held(story_articles)).group_by(row.story)
    with transaction(store.engine) as connection:
        return [(story, count) for story, count in connection.execute(query)]


def _in_story(store: Store, identity: str) -> list[str]:
    with transaction(store.engine) as connection:
        return [subject.article for subject in subjects_named(connection, f"story:{identity}")]


@routes.get("/runs")
def runs(request: Request) -> Response:
    """Every run with its accounting."""
    return site(request).page(request, "runs", found=list(ask_runs(site(request).store)))


@routes.get("/watches")
def watches(request: Request) -> Response:
    """Rules, and what they found."""
    here = site(request)
    watching = Watching(here.store.engine)
    return here.page(request, "watches", rules=watching.all(), found=watching.found(limit=200))


@routes.get("/watches/feed.atom")
def atom_feed(request: Request) -> Response:
    """What the watches found, as an Atom feed."""
    found = Watching(site(request).store.engine).found(limit=200)
    return Response(atom(found, str(request.url.path), now()), media_type="application/atom+xml")


@routes.get("/watches/feed.json")
def feed(request: Request) -> Response:
    """The same as a JSON feed."""
    found = Watching(site(request).store.engine).found(limit=200)
    return Response(json_feed(found), media_type="application/feed+json")


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
    asked = question(kind, request.query_params)
    answers: Answers[Any] = Answers(here.store, asked)
    page = answers.page(cursor, asked.limit or _SHOWN)
    usable = [name for name, form in FORMATS.items() if not form.kinds or kind in form.kinds]
    return here.page(
        request, "table", kind=kind, asked=asked, rows=page.rows, next=page.next, columns=_COLUMNS[kind],
        fields=fields(kind, asked), formats=usable, orders=answers.kind.orders,
        chips=chips(f"/{kind}", asked),
    )  # fmt: skip


def _missing(request: Request) -> Response:
    return site(request).page(request, "message", 404, title="There is no such page", text=request.url.path)
