"""The table by which events of different articles find each other: for each key, who has it, the earliest first."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from onrecord.grouping.facts import LEADERS, keys
from onrecord.grouping.happenings import Happening
from onrecord.linking.rows import Row, parts
from onrecord.store.schema_facts import fact_keys


class Blocks:
    """The events of a store by their keys."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def fill(self, happenings: Iterable[Happening]) -> None:
        """Holds these events and no others."""
        self._connection.execute(fact_keys.delete())
        self._insert(happenings)

    def replace(self, articles: Iterable[str], happenings: Sequence[Happening]) -> set[str]:
        """Holds ``happenings`` as the events of ``articles``; gives all whose company may be another now.

        These are the events themselves, and those that became or ceased to be one of the first who have a key.
        """
        old = [row for part in parts(sorted(articles)) for row in self._rows(fact_keys.c.article.in_(part))]
        touched = {row["key"] for row in old} | {key for happening in happenings for key in keys(happening)}
        before = {key: set(self._leaders(key)) for key in touched}
        for part in parts(sorted(articles)):
            self._connection.execute(fact_keys.delete().where(fact_keys.c.article.in_(part)))
        self._insert(happenings)
        moved = {event for key in touched for event in before[key] ^ set(self._leaders(key))}
        gone = {row["event"] for row in old}
        return {happening.key for happening in happenings} | (moved - gone)

    def company(self, event: str) -> dict[str, str]:
        """The events that ``event`` is to be compared with, each with its article."""
        mine = self._connection.execute(select(fact_keys.c.key).where(fact_keys.c.event == event)).scalars().all()
        found: dict[str, str] = {}
        for key in mine:
            leaders = self._leaders(key)
            if event in leaders:
                leaders = {row["event"]: row["article"] for row in self._rows(fact_keys.c.key == key)}
            found |= leaders
        found.pop(event, None)
        return found

    def _leaders(self, key: int) -> dict[str, str]:
        columns = fact_keys.c
        query = select(columns.event, columns.article).where(columns.key == key)
        query = query.order_by(columns.published, columns.article, columns.event).limit(LEADERS)
        return {row.event: row.article for row in self._connection.execute(query)}

    def _rows(self, condition: object) -> list[Row]:
        query = select(fact_keys).where(condition)  # type: ignore[arg-type]
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def _insert(self, happenings: Iterable[Happening]) -> None:
        rows = (
            {"key": key, "event": one.key, "published": one.published or "9999", "article": one.article}
            for one in happenings
            for key in keys(one)
        )
        for part in parts(rows, 5000):
            self._connection.execute(fact_keys.insert(), part)
