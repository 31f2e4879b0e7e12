"""Counts of answers: by a column, over time, between actors."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, func, select

from onrecord.store.schema import articles, dyads

Unit = Literal["day", "week", "month", "quarter", "year"]
Level = Literal["country", "code"]
_STEM = 3  # letters of a code that are its country or kind of body


LESS_EXACT = "less exact"  # than the unit that was asked for


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


def by(connection: Connection, query: Select[Any], limit: int | None) -> list[Count]:
    """The counts of a query that selects a column and a count for each value of it, the most first."""
    column, count = query.selected_columns
    found = connection.execute(query.order_by(count.desc(), column.nulls_first()).limit(limit))
    return [Count(None if value is None else str(value), int(count)) for value, count in found]


def by_each(connection: Connection, query: Select[Any], limit: int | None) -> list[Count]:
    """The same for a column of lists: what has several values is counted with each, what has none as null."""
    counts: Counter[str | None] = Counter()
    for values, count in connection.execute(query):
        counts.update(dict.fromkeys(values or (None,), count))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    return [Count(value, count) for value, count in ordered[:limit]]


def per_article(query: Select[Any], column: Any) -> Select[Any]:
    """A column of articles, and a count, out of a query that selects an id and a count for each article.

    Far fewer articles than values are looked up so.
    """
    mine = query.subquery()
    article, count = mine.columns
    return select(column, func.sum(count)).join(mine, articles.c.id == article).group_by(column)


def over_time(days: Iterable[tuple[str | None, str | None, int]], unit: Unit) -> list[Count]:
    """First and last days with their counts, put together in units of time, the first first.

    What may have been in more than one unit is counted apart, as :data:`LESS_EXACT`; what has no date comes last.
    """
    counts: Counter[str | None] = Counter()
    for first, last, count in days:  # a sum is a decimal in PostgreSQL
        unit_of_first = _within(first, unit)
        is_exact = unit_of_first == _within(last, unit)
        counts[unit_of_first if is_exact else LESS_EXACT] += int(count)
    known = sorted(value for value in counts if value not in (None, LESS_EXACT))
    return [Count(value, counts[value]) for value in (*known, LESS_EXACT, None) if counts[value]]


class Range(msgspec.Struct, frozen=True):
    """How many events there are of which no more is known than that they were from ``first`` to ``last``, both days."""

    first: str
    last: str
    count: int


def ranges(days: Iterable[tuple[str | None, str | None, int]]) -> list[Range]:
    """The ranges of more than a day of first and last days with their counts, the most first."""
    found = [Range(first, last, count) for first, last, count in days if first and last and first < last]
    return sorted(found, key=lambda each: (-each.count, each.first, each.last))


def _within(day: str | None, unit: Unit) -> str | None:
    """The unit, as in ISO 8601, in which a day lies."""
    if day is None:
        return None
    if unit == "quarter":
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    if unit == "week":
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day[: {"year": 4, "month": 7, "day": 10}[unit]]


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
    """The pairs of countries or kinds of bodies of a query that selects codes and a count a class, the most first."""
    found: dict[tuple[str, str], list[int]] = {}
    for sources, targets, *quads in connection.execute(query):
        for pair in product(_codes(sources, _STEM), _codes(targets, _STEM)):
            counts = found.setdefault(pair, [0, 0, 0, 0])
            for at, count in enumerate(quads):
                counts[at] += int(count)
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
