"""Every page there is, asked narrowly and as widely as can be, and what pages load after themselves."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from onrecord.export.formats import FORMATS
from onrecord.query import KINDS, Asking, EntityQuestion, FactQuestion, ask_entities, ask_facts
from onrecord.query.stories import ask_stories_of
from onrecord.store import Store

_TABLES: Mapping[str, tuple[str, ...]] = {
    "events": (
        "", "sort=-day", "sort=confidence", "type=PROTEST", "type=SANCTION&sort=-day", "source=USA*&target=RUS*",
        "dyad=USA*>RUS*", "dyad=CHL*>KEN*&type=REQUEST&since=2020", "dyad=ZAF*>ZZZ*", "source=USA*&sort=-day",
        "actor=minister 4711", "actor=minister", "source=PERMIL", "country=ETH", "country=USA&status=actual",
        "place=Town 11", "near=48.85,2.35,50", "outlet=Outlet 42", "words=ceasefire harbour", "words=ceasefire",
        "text=about the drought", "since=2020&until=2020-06", "as_of=2025&type=AID", "min_confidence=0.9",
        "source=ZAF*&sort=confidence", "status=actual&sort=-confidence",
    ),
    "statements": (
        "", "sort=-day", "country=TUR", "country=USA&sort=-day", "actor=minister 4711", "actor=minister",
        "actor=RUSGOV", "terms=named", "terms=anonymous", "words=ceasefire", "text=drought", "sort=confidence",
        "since=2020-02&until=2020-02", "outlet=Outlet 42",
    ),
    "places": ("", "name=Town 11", "name=town", "country=KEN", "near=48.85,2.35,500", "use=location", "since=2024"),
    "times": ("", "type=DATE", "value=2020", "since=2024"),
    "articles": (
        "", "sort=-published", "title=Report 99", "title=nothing", "words=pipeline -hostages", "outlet=Outlet 42",
        "since=2024-05-01&until=2024-05-07", "language=en",
    ),
}  # fmt: skip
_PICTURES = ("", "type=AID", "dyad=USA*>RUS*", "status=actual", "actor=minister 4711", "since=2020&until=2020-06")
_FACTS = ("", "actor=minister 4711", "actor=USA*", "type=AID", "is_denied=true", "actor=KENGOV&type=AID")


def pages(store: Store) -> Iterator[str]:
    """The addresses of the pages that people read."""
    asking = Asking(store)
    row = asking.events(dyad="USA*>RUS*", sort="-day").page(size=1).rows[0]
    yield from ("/", "/?kind=facts", f"/articles/{row.article}", f"/why/{row.article}/{row.id}")
    for kind, asked in _TABLES.items():
        yield from (_address(f"/{kind}", each) for each in asked)
    yield from (_address("/facts", each) for each in _FACTS)
    fact = next(ask_facts(store, FactQuestion(article=row.article, limit=1)))
    yield f"/facts/{quote(fact.id)}"
    yield f"/stories/{quote(ask_stories_of(store, [row.article])[row.article].id)}"
    entity = next(ask_entities(store, EntityQuestion(limit=1)))
    for who in (entity.id, "minister 4711", "USA*", "ETH*", "PERMIL", "nobody at all"):
        yield f"/actors/{quote(who)}"
    yield from ("/actors", "/actors?name=minister+47", "/actors?country=USA")
    yield from ("/dyads", "/dyads/USA*/RUS*", "/dyads/USA*/USA*", "/dyads/CHL*/KEN*", "/dyads/RUSGOV/CHN*")
    yield from (_address("/pictures", each) for each in _PICTURES)
    yield from ("/review", "/review?kind=statements", "/watches", "/runs", "/runs/1", "/runs/1?outcome=rejected")
    yield from ("/decisions", "/read", "/watches/feed.atom", "/watches/feed.json")


def parts(store: Store) -> Iterator[str]:
    """The addresses that pages load, and what programs ask."""
    for kind, asked in _TABLES.items():
        for each in asked:
            yield _address(f"/{kind}/counts", each)
        yield f"/api/v1/{kind}"
        yield f"/api/v1/{kind}/count"
        yield from (f"/{kind}/counts/{group}" for group in KINDS[kind].groups)
    for group in KINDS["events"].groups:
        yield f"/events/counts/{group}?status=actual"
    for picture in ("timeline", "network", "map"):
        for each in _PICTURES:
            yield _address(f"/api/v1/pictures/{picture}", each)
            yield _address(f"/pictures/table/{picture}", each)
    yield from ("/api/v1/events/between/code", "/api/v1/rank/articles", "/api/v1/facts", "/api/v1/entities")
    yield from ("/api/v1/runs", "/api/v1/runs/1", "/api/v1/openapi.json", "/static/pictures.js")


def downloads() -> Iterator[str]:
    """Every format, of a question with many answers; held to its first byte."""
    for name, form in FORMATS.items():
        for kind in form.kinds or ("events", "statements"):
            yield f"/api/v1/download/{name}?of={kind}&since=2024-06-03&until=2024-06-05"
    yield "/api/v1/download/csv?of=events"
    yield "/api/v1/download/jsonl?of=statements"


def _address(path: str, asked: str) -> str:
    return f"{path}?{quote(asked, safe='=&')}" if asked else path
