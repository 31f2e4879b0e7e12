"""Counts of answers: by a column, over time, between actors."""

from collections import Counter
from datetime import date
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, func, select, tuple_

from onrecord.query.conditions import Condition
from onrecord.store.schema import articles, dyads, events

Unit = Literal["day", "week", "month", "quarter", "year"]
Level = Literal["country", "code"]


class Count(msgspec.Struct, frozen=True):
    """How many there are of a value; null where it is not known."""

    value: str | None
    count: int


class Dyad(msgspec.Struct, frozen=True):
    """How many events there are from ``source`` to ``target``."""

    source: str
    target: str
    count: int


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
    grouped = query.group_by(column).order_by(func.count().desc(), column).limit(limit)
    return [Count(None if value is None else str(value), count) for value, count in connection.execute(grouped)]


def over_time(connection: Connection, query: Select[Any], column: Any, unit: Unit) -> list[Count]:
    """The counts of a query that selects a date and a count, in units of time, the first first, undated ones last."""
    counts: Counter[str | None] = Counter()
    for day, count in connection.execute(query.group_by(column)):
        counts[_within(day, unit)] += count
    known = sorted(value for value in counts if value is not None)
    undated = [Count(None, counts[None])] if counts[None] else []
    return [Count(value, counts[value]) for value in known] + undated


class Range(msgspec.Struct, frozen=True):
    """How many events there are of which no more is known than that they were from ``first`` to ``last``, both days."""

    first: str
    last: str
    count: int


def ranges(connection: Connection, query: Select[Any], columns: tuple[Any, Any], limit: int) -> tuple[list[Range], int]:
    """The ranges of more than a day of a query that selects two days and a count, the most first; and how many."""
    grouped = query.where(columns[0] < columns[1]).group_by(*columns).order_by(func.count().desc(), *columns)
    found = [Range(*row) for row in connection.execute(grouped)]
    return found[:limit], len(found)


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


def between(connection: Connection, wanted: list[Condition], level: Level, limit: int | None) -> list[Dyad]:
    """The pairs of sides of the events that fit, the most events first."""
    sides = (dyads.c.source_stem, dyads.c.target_stem) if level == "country" else (dyads.c.source, dyads.c.target)
    query = select(*sides, func.count()).group_by(*sides).order_by(func.count().desc(), *sides).limit(limit)
    if level == "country":
        query = query.where(dyads.c.first == 1)
    if [str(condition) for condition in wanted] == ["events.until IS NULL"]:  # all that is held: by one index
        query = query.where(dyads.c.until.is_(None))
    else:
        key = events.c.article, events.c.reading, events.c.position
        fitting = select(*key).join(articles, articles.c.id == events.c.article).where(*wanted)
        query = query.where(tuple_(dyads.c.article, dyads.c.reading, dyads.c.event).in_(fitting))
    return [Dyad(*row) for row in connection.execute(query)]
