"""Pictures of the answers to a question about events: over time, between whom, where; and the same as tables."""

from datetime import date, timedelta
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from onrecord.errors import InputError
from onrecord.query import KINDS, LESS_EXACT, Answers, Count, EventQuestion
from onrecord.query.counting import Relation, Spot, Unit, over_time, ranges
from onrecord.store import Store
from onrecord.web.described import parameters
from onrecord.web.forms import address, fields, plain, question
from onrecord.web.shapes import Bar, Edge, Network, Node, Place, Spots, Stretch, Timeline
from onrecord.web.site import site

routes = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1/pictures")

QUADS = ("cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds")
UNITS: tuple[str, ...] = get_args(Unit)
_NODES, _EDGES, _PLACES, _RANGES = 500, 2000, 1000, 40

_ASKED = {"parameters": parameters(KINDS["events"].question, ("sort", "limit"))}

Chosen = Annotated[Unit | None, Query(description="none: months, or less exact ones where those are too thin")]
Around = Annotated[str | None, Query(description="a country or kind of body: it, and those it has to do with")]
Least = Annotated[int, Query(ge=1, description="with so many others at least")]


@routes.get("/pictures")
def pictures(request: Request, unit: str = "", around: str = "", least: str = "1") -> Response:
    """Timeline, network and map of the answers to a question about events; each is drawn, or a table, later."""
    asked: EventQuestion = question("events", request.query_params)
    values = {"asked": asked, "fields": fields("events", asked), "units": UNITS, "around": around.strip()}
    more = {"unit": _unit(unit), "least": _least(least)}
    return site(request).page(request, "pictures", **values, **more)


@routes.get("/pictures/table/{kind}")
def table(request: Request, kind: str, unit: str = "", around: str = "", least: str = "1") -> Response:
    """What a picture shows, as a table: a part of the page of pictures."""
    here = site(request)
    asked: EventQuestion = question("events", request.query_params)
    made: Any = {
        "timeline": lambda: timeline(here.store, asked, _unit(unit)),
        "network": lambda: network(here.store, asked, around.strip() or None, _least(least)),
        "map": lambda: places(here.store, asked),
    }
    if kind not in made:
        raise InputError(f"there is no picture {kind!r}")
    return here.page(request, "picture_tables", kind=kind, shown=made[kind]())


def _unit(given: str) -> Any:
    return given if given in UNITS else None


def _least(given: str) -> int:
    return int(given) if given.isdecimal() and 0 < int(given[:6]) <= _NODES else 1


@api.get("/timeline", name="timeline", openapi_extra=_ASKED)
def timeline_(request: Request, unit: Chosen = None) -> Response:
    """Events over time, with the page behind each bar; and from when to when less exact ones may have been."""
    return JSONResponse(plain(timeline(site(request).store, question("events", request.query_params), unit)))


@api.get("/network", name="network", openapi_extra=_ASKED)
def network_(request: Request, around: Around = None, least: Least = 1) -> Response:
    """Who acts on whom: at most 500 countries and kinds of bodies, those with most events."""
    asked = question("events", request.query_params)
    return JSONResponse(plain(network(site(request).store, asked, around, least)))


@api.get("/map", name="map", openapi_extra=_ASKED)
def map_(request: Request) -> Response:
    """Where events were, each place once, with how many, and how exactly that is known."""
    return JSONResponse(plain(places(site(request).store, question("events", request.query_params))))


def timeline(store: Store, asked: EventQuestion, unit: Unit | None) -> Timeline:
    """Counts by unit, and the ranges that most events share; each with the address of its events."""
    days = Answers[Any](store, asked).by_days()
    counts = over_time(days, unit or "month")
    made: Unit = unit or "month"
    if unit is None and _dated(counts) < _dated(years := over_time(days, "year")):
        made, counts = "year", years  # some are known to the year alone: then years are what all have
    others = {each.value: each.count for each in counts if each.value in (LESS_EXACT, None)}
    bars = ((each.value, each.count) for each in counts if each.value not in others)
    every = ranges(days)
    found = every[:_RANGES]
    pages = (address("/events", asked, since=each.first, until=each.last) for each in found)
    return Timeline(
        unit=made, chosen=unit is not None, less_exact=others.get(LESS_EXACT, 0), undated=others.get(None, 0),
        counts=tuple(_bar(asked, made, value, count) for value, count in bars if value),
        ranges=tuple(Stretch(each.first, each.last, each.count, href) for each, href in zip(found, pages, strict=True)),
        ranges_of=len(every),
    )  # fmt: skip


def _dated(counts: list[Count]) -> int:
    """How many have a unit."""
    return sum(each.count for each in counts if each.value not in (LESS_EXACT, None))


def _bar(asked: EventQuestion, unit: str, value: str, count: int) -> Bar:
    first, last = _days(unit, value)
    return Bar(value, count, address("/events", asked, since=first, until=last))


def _days(unit: str, value: str) -> tuple[str, str]:
    """The first and the last day of a unit, or the unit itself where questions know it."""
    if unit == "week":
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "quarter":
        month = 3 * int(value[6:]) - 2
        return f"{value[:4]}-{month:02d}", f"{value[:4]}-{month + 2:02d}"
    return value, value


def network(store: Store, asked: EventQuestion, around: str | None = None, least: int = 1) -> Network:
    """Pairs as edges; ``least``: only who has to do with so many others."""
    pairs = Answers[Any](store, asked).relations()
    if around:
        pairs = [pair for pair in pairs if around in (pair.source, pair.target)]
    every = _sums(pairs)
    pairs = _connected(pairs, least)
    sums = _sums(pairs)
    names = sorted(sums, key=lambda name: (-sums[name], name))[:_NODES]
    kept = set(names)
    edges = [pair for pair in pairs if pair.source in kept and pair.target in kept][:_EDGES]
    return Network(
        nodes=tuple(Node(name, name, sums[name], f"/actors/{name}*") for name in names), shown=len(names),
        of=len(every), edges=tuple(_edge(asked, pair) for pair in edges), edges_shown=len(edges), edges_of=len(pairs),
    )  # fmt: skip


def _edge(asked: EventQuestion, pair: Relation) -> Edge:
    label = f"{pair.source} → {pair.target}: {pair.count}, most of it {QUADS[pair.quad - 1]}"
    href = address("/events", asked, dyad=f"{pair.source}*>{pair.target}*")
    return Edge(pair.source, pair.target, pair.count, pair.quad, pair.quads, label, href)


def _sums(pairs: list[Relation]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for pair in pairs:
        for name in {pair.source, pair.target}:
            sums[name] = sums.get(name, 0) + pair.count
    return sums


def _connected(pairs: list[Relation], least: int) -> list[Relation]:
    """The pairs between those that have to do with so many others."""
    others: dict[str, set[str]] = {}
    for pair in pairs:
        others.setdefault(pair.source, set()).add(pair.target)
        others.setdefault(pair.target, set()).add(pair.source)
    kept = {name for name, each in others.items() if len(each - {name}) >= least or least <= 1}
    return [pair for pair in pairs if pair.source in kept and pair.target in kept]


def places(store: Store, asked: EventQuestion) -> Spots:
    """Places with their counts, those with most events."""
    found = Answers[Any](store, asked).where()
    shown = tuple(_place(asked, each) for each in found[:_PLACES])
    return Spots(places=shown, shown=len(shown), of=len(found))


def _place(asked: EventQuestion, spot: Spot) -> Place:
    href = address("/events", asked, place=spot.name) if spot.name else None
    return Place(
        name=spot.name, country=spot.country, lat=spot.lat, lon=spot.lon, precision=spot.precision, count=spot.count,
        href=href,
    )  # fmt: skip
