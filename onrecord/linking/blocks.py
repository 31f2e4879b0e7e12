"""The table by which events of different articles find each other: for each key, who has it, the earliest first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, Select, func, select

from onrecord.grouping.facts import LEADERS, keys
from onrecord.grouping.happenings import Happening
from onrecord.linking.rows import Row, parts
from onrecord.store.schema_facts import fact_keys

Leaders = Mapping[int, Mapping[str, str]]  # key → the first events that have it, each with its article


class Blocks:
    """The events of a store by their keys."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_first = connection.execute(select(fact_keys.c.key).limit(1)).first() is None

    def replace(self, articles: Collection[str], happenings: Sequence[Happening]) -> set[str]:
        """Holds ``happenings`` as the events of ``articles``; gives others that began or ceased to lead a key.

        Where nothing was held before, none is given: all are new.
        """
        if self._is_first:
            self._insert(happenings)
            return set()
        old = [row for part in parts(sorted(articles)) for row in self._rows(fact_keys.c.article.in_(part))]
        touched = {row["key"] for row in old} | {key for happening in happenings for key in keys(happening)}
        before = self._leaders(touched)
        for part in parts(sorted(articles)):
            self._connection.execute(fact_keys.delete().where(fact_keys.c.article.in_(part)))
        self._insert(happenings)
        after = self._leaders(touched)
        moved = {event for key in touched for event in before.get(key, {}).keys() ^ after.get(key, {}).keys()}
        return moved - {row["event"] for row in old} - {happening.key for happening in happenings}

    def company(self, happenings: Sequence[Happening], changed: Collection[str]) -> dict[str, dict[str, str]]:
        """Event → the events that it is to be compared with, each with its article.

        Those in ``changed`` articles that come after it are left out: they have it in their company.
        """
        mine = {happening.key: keys(happening) for happening in happenings}
        leaders = self._leaders({key for found in mine.values() for key in found})
        led = {key for event, found in mine.items() for key in found if event in leaders.get(key, {})}
        others: dict[int, dict[str, str]] = defaultdict(dict)
        for part in parts(() if self._is_first else sorted(led)):
            for row in self._rows(fact_keys.c.key.in_(part)):
                if row["article"] not in changed:
                    others[row["key"]][row["event"]] = row["article"]
        company: dict[str, dict[str, str]] = {}
        for event, found in mine.items():
            near: dict[str, str] = {}
            for key in found:
                near |= leaders.get(key, {})
                if event in leaders.get(key, {}):
                    near |= others[key]
            near.pop(event, None)
            company[event] = near
        return company

    def _leaders(self, wanted: Iterable[int]) -> Leaders:
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for part in parts(sorted(wanted)):
            for row in self._connection.execute(_first(part)):
                found[row.key][row.event] = row.article
        return found

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


def _first(wanted: Sequence[int]) -> Select[tuple[int, str, str]]:
    columns = fact_keys.c
    order = columns.published, columns.article, columns.event
    place = func.row_number().over(partition_by=columns.key, order_by=order).label("place")
    ranked = select(columns.key, columns.event, columns.article, place).where(columns.key.in_(wanted)).subquery()
    return select(ranked.c.key, ranked.c.event, ranked.c.article).where(ranked.c.place <= LEADERS)
