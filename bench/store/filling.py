"""Fills a store with made-up articles, by the tables that reading fills, in bulk."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.store.linking import fill_linked
from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, EventPlace, Participant, Place, Record, Statement
from onrecord.model.span import Span
from onrecord.store import open_store, schema
from onrecord.store.connection import transaction
from onrecord.store.readings import NAMED, put_names
from onrecord.store.rows import rows_of
from onrecord.store.schema_arrivals import unlinked
from onrecord.store.search import rebuild

_COUNTRIES = (
    "USA RUS CHN UKR GBR FRA DEU IRN ISR TUR IND PAK SYR SAU EGY BRA MEX JPN KOR PER CHL NGA KEN ETH ZAF".split()
)
_SECTORS = ("GOV", "MIL", "OPP", "CVL", "LEG", "JUD", "COP", "MED")
_TYPES = "CONSULT ACCUSE REQUEST COERCE ASSAULT SUPPORT PROTEST AID SANCTION THREATEN AGREE RETREAT REJECT".split()
_SENTENCE = "The {name} of {country} said on Monday that the {other} of {place} had been asked about the {thing}. "
_THINGS = "border harbour treaty convoy election ceasefire pipeline hostages tariff exercise embassy drought".split()
_EVENTS = 10  # an article
_TOWNS = 2000


def fill(place: str, count: int, seed: int = 7) -> None:
    """Makes a store of ``count`` articles, ten events each, and what links them; the same for the same seed."""
    chance = Random(seed)
    towns = [_town(number, chance) for number in range(_TOWNS)]
    with open_store(place, create=True) as store:
        run = store.begin("bench", "{}", (), "2024-12-31T00:00:00+00:00")
        for numbers in _parts(count, 500):
            with transaction(store.engine, write=True) as connection:
                rows: dict[Any, list[dict[str, Any]]] = {}
                for number in numbers:
                    for table, some in _rows(number, run.number, chance, towns):
                        rows.setdefault(table, []).extend(some)
                for table, some in filter(lambda pair: pair[1], rows.items()):
                    connection.execute(table.insert(), some)
                    put_names(connection, {row[name] for name in NAMED.get(table, ()) for row in some if row[name]})
                put_names(connection, {row["outlet"] for row in rows[schema.articles]})
        fill_linked(store, seed)
        run.end("done")
        with transaction(store.engine, write=True) as connection:
            rebuild(connection)
            connection.exec_driver_sql("ANALYZE")


def _parts(count: int, size: int) -> Iterator[range]:
    for start in range(0, count, size):
        yield range(start, min(start + size, count))


def _town(number: int, chance: Random) -> Place:
    """Where it is: the same in each article."""
    return Place(
        id="p0", span=Span(4, 9), name=f"Town {number}", country=chance.choice(_COUNTRIES), precision="city",
        lat=chance.uniform(-60, 70), lon=chance.uniform(-180, 180), use="location", rule="made-up",
    )  # fmt: skip


def _rows(number: int, run: int, chance: Random, towns: list[Place]) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    text, record = _article(number, chance, towns)
    page = CleanPage(text="", title=record.title, published=record.published, outlet=f"Outlet {number % 300}")
    made = {"recorded": "2024-12-31T00:00:00+00:00"}
    article = {
        "id": record.id, "digest": record.id, "location": f"{number}.html", "title": record.title, "url": None,
        "outlet": page.outlet, "original_outlet": None, "published": record.published, "published_from": "meta",
        "language": "en", "text": text, "page": page, "number": number + 1, "run": run, **made,
    }  # fmt: skip
    reading = {"article": record.id, "number": 1, "cause": "read", "pipeline": "bench", "settings": "{}", "until": None}
    yield schema.articles, [article]
    yield schema.readings, [reading | made | {"record": record}]
    yield unlinked, [{"article": record.id}]
    yield from rows_of(text, record, 1, made["recorded"])


def _article(number: int, chance: Random, towns: list[Place]) -> tuple[str, Record]:
    """Countries follow Zipf's law, as they do in news."""
    day = (date(2015, 1, 1) + timedelta(days=chance.randrange(3650))).isoformat()
    weights = [1 / (rank + 1) for rank in range(len(_COUNTRIES))]
    parts, actors, statements, events, at = [], [], [], [], 0
    for position in range(_EVENTS):
        one, other = chance.choices(_COUNTRIES, weights, k=2)
        codes = one + chance.choice(_SECTORS), other + chance.choice(_SECTORS)
        name = f"minister {chance.randrange(5000)}"
        part = _SENTENCE.format(
            name=name, country=one, other=f"chief {chance.randrange(5000)}", place=other, thing=chance.choice(_THINGS)
        )
        span, there = Span(at, at + len(part) - 1), Span(at + 4, at + 4 + len(name))
        whole = Span(at + part.index("that "), span.end - 1)
        theirs = Span(at + part.index("chief "), at + part.index(" of ", part.index("chief ")))
        parts.append(part)
        actors.append(
            Actor(
                id=f"a{position}",
                name=name,
                kind="person",
                country=one,
                code=codes[0],
                rule="made-up",
                mentions=(there,),
            )
        )
        statements.append(
            Statement(
                id=f"s{position}", content=(whole,), source=(there,), cue=(Span(at + 9, at + 13),), kind="indirect",
                actor=f"a{position}", code=codes[0], terms="named", rule="made-up",
            )
        )  # fmt: skip
        events.append(
            Event(
                id=f"e{position}", type=chance.choice(_TYPES), trigger=(whole,), evidence=span, quad=1 + position % 4,
                status="actual" if chance.random() < 0.7 else "planned", statement=f"s{position}", rule="made-up",
                source=(Participant(actor=f"a{position}", code=codes[0], span=there),), confidence=chance.random(),
                target=(Participant(code=codes[1], span=theirs),), where=EventPlace(place="p0", country=other),
            )
        )  # fmt: skip
        at += len(part)
    place = chance.choice(towns)
    record = Record(
        id=f"{number:016d}", title=f"Report {number}", published=day, language="en", actors=tuple(actors),
        statements=tuple(statements), events=tuple(events), places=(place,),
    )  # fmt: skip
    return "".join(parts), record
