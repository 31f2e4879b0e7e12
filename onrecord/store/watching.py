"""What watches are set in a store, what they found, and where that went."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Engine, Select, and_, exists, func, select

from onrecord.errors import StoreError
from onrecord.store.connection import transaction
from onrecord.store.schema import readings
from onrecord.store.schema_watches import deliveries, matches, watches

_BEFORE = "before"  # the output to which a match "went" that was there when its watch was set


class WatchRow(msgspec.Struct, frozen=True):
    """A watch: its name, its rule (JSON), when it was set, and up to when readings have been looked at."""

    name: str
    rule: str
    made: str
    seen: str


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What a watch found; ``key`` is the same when the article is reread, ``what`` says it in a line."""

    watch: str
    key: str
    kind: str
    article: str | None = None
    day: str | None = None
    found: str
    what: str
    sentence: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


class Watching:
    """The watches of a store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def set(self, name: str, rule: str, made: str) -> None:
        """Sets a watch; one of this name with another rule starts anew.

        Raises:
            StoreError: the store cannot be written.
        """
        with transaction(self._engine, write=True) as connection:
            there = connection.execute(select(watches.c.rule).where(watches.c.name == name)).scalar()
            if there == rule:
                return
            connection.execute(watches.delete().where(watches.c.name == name))
            connection.execute(watches.insert().values(name=name, rule=rule, made=made, seen=""))

    def remove(self, name: str) -> None:
        """Takes a watch away, with what it found.

        Raises:
            StoreError: there is none of this name.
        """
        with transaction(self._engine, write=True) as connection:
            if not connection.execute(watches.delete().where(watches.c.name == name)).rowcount:
                raise StoreError(f"there is no watch {name!r}")

    def all(self) -> list[WatchRow]:
        """The watches, by name."""
        with transaction(self._engine) as connection:
            rows = connection.execute(select(watches).order_by(watches.c.name)).mappings()
            return [WatchRow(**row) for row in rows]

    def changed(self, since: str, most: int) -> tuple[list[str] | None, str]:
        """Articles with a reading recorded at ``since`` or later, null if more than ``most``; and the last time."""
        columns = readings.c
        recent = columns.recorded >= since
        with transaction(self._engine) as connection:
            last = connection.execute(select(func.max(columns.recorded))).scalar() or ""
            query = select(columns.article).where(recent).distinct().order_by(columns.article).limit(most + 1)
            found = list(connection.execute(query).scalars())
        return (found if since and len(found) <= most else None), last

    def enter(self, name: str, found: Sequence[Match], seen: str, *, silent: bool = False) -> list[Match]:
        """Keeps what was found, each once, and up to when was looked; gives what is new.

        What is entered in silence is known from then on and goes nowhere.
        """
        with transaction(self._engine, write=True) as connection:
            known = set(connection.execute(select(matches.c.key).where(matches.c.watch == name)).scalars())
            new = list({match.key: match for match in reversed(found) if match.key not in known}.values())[::-1]
            if new:
                connection.execute(matches.insert(), [msgspec.structs.asdict(match) for match in new])
            if new and silent:
                rows = [{"watch": name, "key": match.key, "output": _BEFORE} for match in new]
                connection.execute(deliveries.insert(), rows)
            connection.execute(watches.update().where(watches.c.name == name).values(seen=seen))
        return new

    def found(self, name: str | None = None, limit: int | None = None) -> list[Match]:
        """What was found, the last first, by one watch or by all; not what was there before it was set."""
        query = select(matches).where(~_went(_BEFORE))
        if name is not None:
            query = query.where(matches.c.watch == name)
        order = matches.c.found.desc(), matches.c.day.desc().nulls_last(), matches.c.watch, matches.c.key
        return self._matches(query.order_by(*order).limit(limit))

    def pending(self, output: str) -> list[Match]:
        """What has not gone to an output yet, the first found first."""
        order = matches.c.found, matches.c.day.nulls_first(), matches.c.watch, matches.c.key
        return self._matches(select(matches).where(~_went(_BEFORE), ~_went(output)).order_by(*order))

    def sent(self, output: str, gone: Iterable[Match]) -> None:
        """Notes what went to an output."""
        rows = [{"watch": match.watch, "key": match.key, "output": output} for match in gone]
        if rows:
            with transaction(self._engine, write=True) as connection:
                connection.execute(deliveries.insert(), rows)

    def _matches(self, query: Select[Any]) -> list[Match]:
        with transaction(self._engine) as connection:
            return [Match(**row) for row in connection.execute(query).mappings()]


def _went(output: str) -> ColumnElement[bool]:
    same = and_(deliveries.c.watch == matches.c.watch, deliveries.c.key == matches.c.key)
    return exists().where(same, deliveries.c.output == output)
