"""Pictures of the answers to a question about events: over time, between whom, where; and the same as tables."""

from datetime import date, timedelta
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from onrecord.errors import InputError
from onrecord.query import Answers, EventQuestion
from onrecord.query.counting import Dyad, Spot, Unit
from onrecord.store import Store
from onrecord.web.forms import address, fields, plain, question
from onrecord.web.site import site

routes = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1/pictures")

UNITS: tuple[str, ...] = get_args(Unit)
_NODES, _EDGES, _PLACES, _RANGES = 500, 2000, 1000, 40
# Of more events than these no ranges are looked for, which takes a look at every one.
_RANGED = 50_000

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


@api.get("/timeline")
def over_time(request: Request, unit: Chosen = None) -> Response:
    """Events over time, with the page behind each bar; and from when to when less exact ones may have been."""
    return JSONResponse(plain(timeline(site(request).store, question("events", request.query_params), unit)))


@api.get("/network")
def between(request: Request, around: Around = None, least: Least = 1) -> Response:
    """Who acts on whom: at most 500 countries and kinds of bodies, those with most events."""
    asked = question("events", request.query_params)
    return JSONResponse(plain(network(site(request).store, asked, around, least)))


@api.get("/map")
def where(request: Request) -> Response:
    """Where events were, each place once, with how many, and how exactly that is known."""
    return JSONResponse(plain(places(site(request).store, question("events", request.query_params))))


def timeline(store: Store, asked: EventQuestion, unit: Unit | None) -> dict[str, Any]:
    """Counts by unit, and the ranges that most events share; each with the address of its events."""
    answers: Answers[Any] = Answers(store, asked)
    counts = answers.over_time(unit or "month")
    if unit is None and not all(each.value for each in counts):
        years = answers.over_time("year")  # some are known to the year alone: then years are what all have
        unit_, counts = ("month", counts) if _same(counts, years) else ("year", years)
    else:
        unit_ = unit or "month"
    dated = [each for each in counts if each.value is not None]
    total = sum(each.count for each in counts)
    found, every = answers.ranges(_RANGES) if total <= _RANGED else ([], 0)
    ranges = [
        {"first": each.first, "last": each.last, "count": each.count,
         "href": address("/events", asked, since=each.first, until=each.last)}
        for each in found
    ]  # fmt: skip
    rows = [_bar(asked, unit_, each.value or "", each.count) for each in dated]
    return {
        "unit": unit_, "chosen": unit is not None, "counts": rows, "undated": total - sum(each.count for each in dated),
        "ranges": ranges, "ranges_of": every,
    }  # fmt: skip


def _same(counts: list[Any], years: list[Any]) -> bool:
    """Whether no more is dated by the year than by the month."""
    months, all_ = (sum(each.count for each in found if each.value) for found in (counts, years))
    return bool(months == all_)


def _bar(asked: EventQuestion, unit: str, value: str, count: int) -> dict[str, Any]:
    first, last = _days(unit, value)
    return {"value": value, "count": count, "href": address("/events", asked, since=first, until=last)}


def _days(unit: str, value: str) -> tuple[str, str]:
    """The first and the last day of a unit, or the unit itself where questions know it."""
    if unit == "week":
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "quarter":
        month = 3 * int(value[6:]) - 2
        return f"{value[:4]}-{month:02d}", f"{value[:4]}-{month + 2:02d}"
    return value, value


def network(store: Store, asked: EventQuestion, around: str | None = None, least: int = 1) -> dict[str, Any]:
    """Pairs as edges; ``least``: only who has to do with so many others. ``shown`` of ``of`` actors are given."""
    pairs = Answers[Any](store, asked).between()
    if around:
        pairs = [pair for pair in pairs if around in (pair.source, pair.target)]
    every = _sums(pairs)
    pairs = _connected(pairs, least)
    sums = _sums(pairs)
    names = sorted(sums, key=lambda name: (-sums[name], name))[:_NODES]
    kept = set(names)
    edges = [pair for pair in pairs if pair.source in kept and pair.target in kept]
    shown = [
        {"source": pair.source, "target": pair.target, "count": pair.count, "quad": None,
         "href": address("/events", asked, dyad=f"{pair.source}*>{pair.target}*")}
        for pair in edges[:_EDGES]
    ]  # fmt: skip
    nodes = [{"id": name, "label": name, "count": sums[name], "href": f"/actors/{name}*"} for name in names]
    told = {"shown": len(nodes), "of": len(every), "edges_shown": len(shown), "edges_of": len(pairs)}
    return {"nodes": nodes, "edges": shown, **told}


def _sums(pairs: list[Dyad]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for pair in pairs:
        for name in {pair.source, pair.target}:
            sums[name] = sums.get(name, 0) + pair.count
    return sums


def _connected(pairs: list[Dyad], least: int) -> list[Dyad]:
    """The pairs between those that have to do with so many others."""
    others: dict[str, set[str]] = {}
    for pair in pairs:
        others.setdefault(pair.source, set()).add(pair.target)
        others.setdefault(pair.target, set()).add(pair.source)
    kept = {name for name, each in others.items() if len(each - {name}) >= least or least <= 1}
    return [pair for pair in pairs if pair.source in kept and pair.target in kept]


def places(store: Store, asked: EventQuestion) -> dict[str, Any]:
    """Places with their counts; ``shown`` of ``of`` are given, those with most events."""
    found = Answers[Any](store, asked).where()
    shown = found[:_PLACES]
    return {"places": [_place(asked, each) for each in shown], "shown": len(shown), "of": len(found)}


def _place(asked: EventQuestion, spot: Spot) -> dict[str, Any]:
    href = address("/events", asked, place=spot.name) if spot.name else None
    return {
        "name": spot.name, "country": spot.country, "lat": spot.lat, "lon": spot.lon, "precision": spot.precision,
        "count": spot.count, "href": href,
    }  # fmt: skip
