"""Counts of answers: by a column, over time, between actors."""

from collections import Counter
from datetime import date
from itertools import product
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, func, select

from onrecord.store.schema import dyads, events

Unit = Literal["day", "week", "month", "quarter", "year"]
Level = Literal["country", "code"]
_STEM = 3  # letters of a code that are its country or kind of body


class Count(msgspec.Struct, frozen=True):
    """How many there are of a value; null where it is not known."""

    value: str | None
    count: int


class Dyad(msgspec.Struct, frozen=True):
    """How many events there are from ``source`` to ``target``."""

    source: str
    target: str
    count: int


class Relation(msgspec.Struct, frozen=True):
    """How many events there are from ``source`` to ``target``, and of each of PLOVER's four classes.

    The classes are, in their order, cooperation in words and in deeds, conflict in words and in deeds.
    """

    source: str
    target: str
    count: int
    quads: tuple[int, int, int, int]

    @property
    def quad(self) -> int:
        """The class of most of them; of several the more hostile."""
        return max(range(4), key=lambda at: (self.quads[at], at)) + 1


class Classes(msgspec.Struct, frozen=True):
    """The events of a unit of time (null: undated), by class as in :class:`Relation`."""

    value: str | None
    quads: tuple[int, int, int, int]


class Spot(msgspec.Struct, frozen=True):
    """How many events there are at a place; ``precision``: whether that is a city, a region or a country."""

    name: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    count: int


def where(connection: Connection, query: Select[Any], columns: tuple[Any, ...], limit: int | None) -> list[Spot]:
    """The counts of a query that selects the columns of a place and a count, the most first."""
    grouped = query.where(columns[2].is_not(None)).group_by(*columns).order_by(func.count().desc(), *columns)
    return [Spot(*row) for row in connection.execute(grouped.limit(limit))]


def by(connection: Connection, query: Select[Any], column: Any, limit: int | None) -> list[Count]:
    """The counts of a query that selects ``column`` and a count, the most first."""
    count = query.selected_columns[1]
    grouped = query.group_by(column).order_by(count.desc(), column).limit(limit)
    return [Count(None if value is None else str(value), int(count)) for value, count in connection.execute(grouped)]


def over_time(connection: Connection, query: Select[Any], column: Any, unit: Unit) -> list[Count]:
    """The counts of a query that selects a date and a count, in units of time, the first first, undated ones last."""
    counts: Counter[str | None] = Counter()
    for day, count in connection.execute(query.group_by(column)):
        counts[_within(day, unit)] += int(count)
    known = sorted(value for value in counts if value is not None)
    undated = [Count(None, counts[None])] if counts[None] else []
    return [Count(value, counts[value]) for value in known] + undated


def quads_over_time(connection: Connection, query: Select[Any], unit: Unit) -> list[Classes]:
    """The counts of a query that selects a date, a class and a count, in units of time, undated ones last."""
    counts: Counter[tuple[str | None, int]] = Counter()
    for day, quad, count in connection.execute(query.group_by(events.c.first_day, events.c.quad)):
        counts[_within(day, unit), quad] += count
    known = sorted({value for value, _ in counts}, key=lambda value: (value is None, value or ""))
    return [Classes(each, (counts[each, 1], counts[each, 2], counts[each, 3], counts[each, 4])) for each in known]


def _within(day: str | None, unit: Unit) -> str | None:
    """The unit, as in ISO 8601, in which a date lies: null if it is less exact than that."""
    exact = {"year": 4, "quarter": 7, "month": 7, "week": 10, "day": 10}[unit]
    if day is None or len(day) < exact:
        return None
    if unit == "quarter":
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    if unit == "week":
        try:
            year, week, _ = date.fromisoformat(day[:10]).isocalendar()
        except ValueError:
            return None
        return f"{year:04d}-W{week:02d}"
    return day[:exact]


def between(connection: Connection, query: Select[Any], level: Level, limit: int | None) -> list[Dyad]:
    """The pairs of sides of a query that selects the codes of both sides and a count, the most events first."""
    length = _STEM if level == "country" else None
    counts: Counter[tuple[str, str]] = Counter()
    for sources, targets, count in connection.execute(query):
        for pair in product(_codes(sources, length), _codes(targets, length)):
            counts[pair] += count
    found = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:limit]
    return [Dyad(*pair, count) for pair, count in found]


def _codes(listed: str, length: int | None) -> set[str]:
    """The codes between bars, cut to a length, each once."""
    return {code[:length] for code in listed.split("|") if code}


def between_all(connection: Connection, level: Level, limit: int | None) -> list[Dyad]:
    """The same of all that is held: by an index of the pairs."""
    sides = (dyads.c.source_stem, dyads.c.target_stem) if level == "country" else (dyads.c.source, dyads.c.target)
    query = select(*sides, func.count()).where(dyads.c.until.is_(None)).group_by(*sides)
    if level == "country":
        query = query.where(dyads.c.first == 1)
    return [Dyad(*row) for row in connection.execute(query.order_by(func.count().desc(), *sides).limit(limit))]


def relations(connection: Connection, query: Select[Any], limit: int | None) -> list[Relation]:
    """The pairs of countries or kinds of bodies of a query that selects codes, class and a count, the most first."""
    found: dict[tuple[str, str], list[int]] = {}
    for sources, targets, quad, count in connection.execute(query):
        for pair in product(_codes(sources, _STEM), _codes(targets, _STEM)):
            found.setdefault(pair, [0, 0, 0, 0])[quad - 1] += count
    return _related(found, limit)


def relations_all(connection: Connection, limit: int | None) -> list[Relation]:
    """The same of all that is held: by an index of the pairs."""
    columns = dyads.c.source_stem, dyads.c.target_stem, dyads.c.quad
    query = select(*columns, func.count()).where(dyads.c.until.is_(None), dyads.c.first == 1).group_by(*columns)
    found: dict[tuple[str, str], list[int]] = {}
    for source, target, quad, count in connection.execute(query):
        found.setdefault((source, target), [0, 0, 0, 0])[quad - 1] += count
    return _related(found, limit)


def _related(found: dict[tuple[str, str], list[int]], limit: int | None) -> list[Relation]:
    made = [Relation(*pair, sum(quads), tuple(quads)) for pair, quads in found.items()]  # type: ignore[arg-type]
    return sorted(made, key=lambda each: (-each.count, each.source, each.target))[:limit]
