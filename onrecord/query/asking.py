"""Puts questions to a store: the SELECTs, and their rows as frozen answers."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Generic, Literal, TypeVar

import msgspec
from sqlalchemy import Connection, Double, Select, Table, case, func, literal, select, tuple_

from onrecord.errors import InputError
from onrecord.query import counting, frames
from onrecord.query.answers import EventRow, StatementRow
from onrecord.query.asked import by_index, covers, index_of, is_all
from onrecord.query.conditions import _day as day
from onrecord.query.conditions import asked
from onrecord.query.cursors import Place, decode, encode
from onrecord.query.kinds import kind_of
from onrecord.query.placing import Condition, is_listed, is_wide, placed
from onrecord.query.questions import (
    EventQuestion,
    Question,
    StatementQuestion,
)
from onrecord.query.rows import rows_of, selected
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.days import days
from onrecord.store.schema import articles, events
from onrecord.store.search import can_be_searched

R = TypeVar("R")
C = TypeVar("C")

_LISTS = {"context": "contexts"}  # what is counted by → column, where that holds several values

_PAGE = 50
_RARE = 5000


class Page(msgspec.Struct, Generic[R], frozen=True):
    """Some rows, and the cursor of the page after them; null after the last."""

    rows: tuple[R, ...]
    next: str | None


class Answers(Generic[R]):
    """The answers to a question, taken from the store only when they are looked at, and anew each time.

    Raises:
        InputError: a date, a point, a dyad, an order or the words of the question are none, or its limit is.
        NoTextError: it asks for words in a store that keeps none.
        StoreError: the store cannot be read.
    """

    def __init__(self, store: Store, question: Question) -> None:
        self.question = question
        self.kind = kind_of(question)
        self._store = store
        self._asked = asked(question, store.engine.dialect.name)
        self._order, self._is_down = _order(question, self.kind.orders)
        _at_least_one(question.limit)
        if question.words or getattr(question, "text", None):
            with transaction(store.engine) as connection:
                can_be_searched(connection)

    @cached_property
    def _index(self) -> str | None:
        """The index that answers the question alone, if there is one, and no list is short enough to be quicker."""
        index = index_of(self.question)
        return None if index is None or is_listed(self._asked, self._store.engine) else index

    @cached_property
    def _in_order(self) -> str | None:
        """The index by which rows in the order of days are found: that one, or one in this order if names are many."""
        is_wide_ = self._index is None and is_wide(self._asked, self._store.engine)
        return "statements_asked" if is_wide_ else self._index

    @cached_property
    def _wanted(self) -> list[Condition]:
        """The conditions of rows in an order; which form is quicker is asked of the store once."""
        return placed(self._asked, self._store.engine)

    @cached_property
    def _counted(self) -> list[Condition]:
        """The conditions where all that fit must be looked at."""
        return placed(self._asked, self._store.engine, is_count=True)

    @cached_property
    def _is_rare(self) -> bool:
        """Whether so few fit that they are sooner found by the index of all that is asked than in another order."""
        if self._index is None or is_all(self.question):
            return False
        some = by_index(self._of(select(literal(1))), self.kind.table, self._index).limit(_RARE).subquery()
        with transaction(self._store.engine) as connection:
            return int(connection.execute(select(func.count()).select_from(some)).scalar_one()) < _RARE

    def __iter__(self) -> Iterator[R]:
        limit = self.question.limit
        with transaction(self._store.engine) as connection:
            found = (
                row for segment in self._segments(None) for row in rows_of(connection, self.kind, segment.limit(limit))
            )
            yield from (row for row, _ in islice(found, limit))

    def page(self, cursor: str | None = None, size: int = _PAGE) -> Page[R]:
        """The ``size`` rows after ``cursor``, or the first ones.

        Raises:
            InputError: it is no cursor of this order, or the page is to have no row.
        """
        _at_least_one(size)
        column = self.kind.table.c[self.kind.orders[self._order]]
        after = (
            decode(cursor, self._named_order(), float if isinstance(column.type, Double) else str) if cursor else None
        )
        found: list[tuple[R, Place]] = []
        with transaction(self._store.engine) as connection:
            for segment in self._segments(after):
                if (wanted := size + 1 - len(found)) > 0:
                    found += rows_of(connection, self.kind, segment.limit(wanted))
        more = encode(self._named_order(), found[size - 1][1]) if len(found) > size else None
        return Page(tuple(row for row, _ in found[:size]), more)

    def count(self) -> int:
        """How many there are, whatever the question's limit."""
        with transaction(self._store.engine) as connection:
            query = by_index(self._of(select(func.count())), self.kind.table, self._index)
            return int(connection.execute(query).scalar_one())

    @property
    def is_indexed(self) -> bool:
        """Whether an index counts them, so that a million take no longer than a reader waits."""
        return self._index is not None or is_all(self.question)

    @property
    def is_everything(self) -> bool:
        """Whether all there is is asked for."""
        return is_all(self.question)

    @property
    def is_dated(self) -> bool:
        """Whether they have a day of their own."""
        return "first_day" in self.kind.table.c

    def count_to(self, most: int) -> tuple[int, bool]:
        """How many there are, and whether that is all: counted to ``most`` only where no index counts them quickly."""
        if self.is_indexed:
            return self.count(), True
        table = self.kind.table
        source = table if table is articles else table.join(articles, articles.c.id == table.c.article)
        query = by_index(select(literal(1)).select_from(source).where(*self._wanted), table, self._in_order)
        some = query.limit(most).subquery()
        with transaction(self._store.engine) as connection:
            found = int(connection.execute(select(func.count()).select_from(some)).scalar_one())
        return found, found < most

    def by(self, group: str, limit: int | None = None) -> list[counting.Count]:
        """How many there are of each value of a column, the most first; of several contexts, one counts with each.

        Raises:
            InputError: they are not counted by that.
        """
        if group not in self.kind.groups:
            raise InputError(f"{group!r}: these are counted by {', '.join(self.kind.groups)}")
        _at_least_one(limit)
        column = self._column(_LISTS.get(group, group))
        count = counting.by_each if group in _LISTS else counting.by
        return self._run(lambda connection: count(connection, self._counts(column), limit))

    def over_time(self, unit: counting.Unit = "month") -> list[counting.Count]:
        """How many there are in each day, week, month, quarter or year in which there are any.

        After them those that may have been in more than one (an event of "2023", by month), as
        :data:`onrecord.query.LESS_EXACT`, and those without a date, as null.
        """
        if self.is_dated:
            query = self._counts(self._column("first_day"), self._column("last_day"))
        else:
            query = self._counts(self._column("published"))

        def counted(connection: Connection) -> list[counting.Count]:
            found = connection.execute(query)
            if self.is_dated:
                return counting.over_time(((first, last, count) for first, last, count in found), unit)
            return counting.over_time(((*(days(told) or (None, None)), count) for told, count in found), unit)

        return self._run(counted)

    def by_days(self) -> list[tuple[str | None, str | None, int]]:
        """How many there are from each first to each last day that they may have been; of null, undated.

        Raises:
            InputError: they have no day of their own.
        """
        if not self.is_dated:
            raise InputError("only events and statements have days")
        query = self._counts(self._column("first_day"), self._column("last_day"))
        return self._run(lambda connection: [tuple(row) for row in connection.execute(query)])

    def across(self, columns: Sequence[str], unit: Literal["month", "year"]) -> list[tuple[Any, ...]]:
        """How many there are in each unit of time with each values of columns, in one look at them.

        Gives the unit (the year where the month is not known; else :data:`onrecord.query.LESS_EXACT` and null as in
        :meth:`over_time`), the values, and the count, in no order. For kinds of answers that have a day.
        """
        table = self.kind.table
        months, years = ([func.substr(table.c[f"{name}_day"], 1, to) for name in ("first", "last")] for to in (7, 4))
        exact = [(one == other, one) for one, other in ([months, years] if unit == "month" else [years])]
        time = case((table.c.first_day.is_(None), None), *exact, else_=counting.LESS_EXACT)
        keys = [time, *(table.c[name] for name in columns)]
        index = self._index if all(covers(table, self._index, table.c[name]) for name in columns) else None
        query = by_index(self._of(select(*keys, func.count())), table, index).group_by(*keys)
        return self._run(lambda connection: [tuple(row) for row in connection.execute(query)])

    def between(self, level: counting.Level = "country", limit: int | None = None) -> list[counting.Dyad]:
        """Of events, how many there are between whom: by country or kind of body, or by whole code; the most first.

        Raises:
            InputError: these are no events.
        """
        if self.kind.table is not events:
            raise InputError("only events are between actors")
        _at_least_one(limit)
        if is_all(self.question):
            return self._run(lambda connection: counting.between_all(connection, level, limit))
        sides = events.c.sources, events.c.targets
        query = by_index(self._of(select(*sides, func.count())), events, self._index).group_by(*sides)
        return self._run(lambda connection: counting.between(connection, query, level, limit))

    def relations(self, limit: int | None = None) -> list[counting.Relation]:
        """Of events, how many there are between which countries or kinds of bodies, of each class; the most first.

        Raises:
            InputError: these are no events.
        """
        if self.kind.table is not events:
            raise InputError("only events are between actors")
        if is_all(self.question):
            return self._run(lambda connection: counting.relations_all(connection, limit))
        sides = events.c.sources, events.c.targets
        each = (func.sum(case((events.c.quad == quad, 1), else_=0)) for quad in (1, 2, 3, 4))  # far fewer groups
        query = by_index(self._of(select(*sides, *each)), events, self._index).group_by(*sides)
        return self._run(lambda connection: counting.relations(connection, query, limit))

    def where(self, limit: int | None = None) -> list[counting.Spot]:
        """Of events, the places where they were, each once, those with most events first.

        Raises:
            InputError: these are no events.
        """
        if self.kind.table is not events:
            raise InputError("only events have a place")
        _at_least_one(limit)
        columns = (events.c.place, events.c.country, events.c.lat, events.c.lon, events.c.precision)
        query = self._of(select(*columns, func.count()))
        if self._index and not self.question.context:  # type: ignore[attr-defined]
            query = by_index(query, events, "events_spots")
        return self._run(lambda connection: counting.where(connection, query, columns, limit))

    def to_arrow(self) -> Any:
        """The rows as a ``pyarrow.Table``.

        Raises:
            ExtraError: pyarrow is not installed.
        """
        return frames.arrow(self.kind.row, self)

    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``.

        Raises:
            ExtraError: pandas is not installed.
        """
        return frames.pandas(self.kind.row, self)

    def to_polars(self) -> Any:
        """The rows as a ``polars.DataFrame``.

        Raises:
            ExtraError: polars is not installed.
        """
        return frames.polars(self.kind.row, self)

    def _run(self, count: Callable[[Connection], list[C]]) -> list[C]:
        with transaction(self._store.engine) as connection:
            return count(connection)

    def _named_order(self) -> str:
        return f"{'-' if self._is_down else ''}{self._order}"

    def _column(self, name: str) -> Any:
        """A column of the answers or, if they have none of this name, of their articles."""
        table = self.kind.table
        return table.c[name] if name in table.c else articles.c[name]

    def _counts(self, *columns: Any) -> Select[Any]:
        """Columns and how many there are of each value of them."""
        table = self.kind.table
        if table is not articles and columns[0].table is articles:
            mine = by_index(self._of(select(table.c.article, func.count())), table, self._index)
            return counting.per_article(mine.group_by(table.c.article), columns[0])
        index = self._index if all(covers(table, self._index, column) for column in columns) else None
        if is_all(self.question) and _is_first_of_an_index(columns[0]):
            index = None  # that one is smaller
        elif index is None and len(self._counted) > 1:
            # An index in the order of a column would have every row that fits looked up.
            columns = tuple(func.coalesce(column, column) for column in columns)
        return by_index(self._of(select(*columns, func.count())), table, index).group_by(*columns)

    def _of(self, query: Select[Any]) -> Select[Any]:
        table = self.kind.table
        if table is not articles and not _touches_articles(self._counted, query):
            return query.select_from(table).where(*self._counted)
        source = table if table is articles else table.join(articles, articles.c.id == table.c.article)
        return query.select_from(source).where(*self._counted)

    def _segments(self, after: Place | None) -> Iterator[Select[Any]]:
        """Those with no value of the order and those with one, in the order they come, each ordered by an index."""
        value, article, position = _key(self.kind.table, self.kind.orders[self._order])
        parts = [True, False] if not self._is_down else [False, True]  # undated ones stand first, or last
        if after is not None and (after[0] is None) != parts[0]:
            parts = parts[1:]
        for is_null in parts:
            keys = [article, position] if is_null else [value, article, position]
            wanted: list[Condition] = [value.is_(None) if is_null else value.is_not(None)]
            if after is not None and (after[0] is None) == is_null:
                there = tuple_(*(literal(part, key.type) for part, key in zip(after[-len(keys) :], keys, strict=True)))
                wanted.append(tuple_(*keys) < there if self._is_down else tuple_(*keys) > there)
            query = selected(self.kind, value, article, position).where(*self._wanted, *wanted)
            for part in self._parts(query, value, is_null):
                yield part.order_by(*(key.desc() if self._is_down else key for key in keys))

    def _parts(self, query: Select[Any], value: Any, is_null: bool) -> list[Select[Any]]:
        """The rows of a segment by the index that finds them; days from a beginning on without a look at those before.

        What began before it and may have been after it, an event of that year, stands in an index of its own.
        """
        table = self.kind.table
        if value.name == "first_day" and self.question.since and not is_null:
            start = day(self.question.since, 0)
            before = query.where(value < start, value < table.c.last_day)
            parts = [by_index(before, table, f"{table.name}_spans"), query.where(value >= start)]
            parts[1] = by_index(parts[1], table, self._in_order)
            return parts[::-1] if self._is_down else parts
        if value.name in ("first_day", "name"):
            return [by_index(query, table, self._in_order)]
        if value.name == "published" and is_all(self.question):
            return [by_index(query, articles, "articles_asked")]
        return [by_index(query, table, self._index)] if self._is_rare else [query]


def ask_statements(store: Store, question: StatementQuestion) -> Answers[StatementRow]:
    """The statements that fit, by day, then article, then place in it; undated ones first."""
    return Answers(store, question)


def ask_events(store: Store, question: EventQuestion) -> Answers[EventRow]:
    """The events that fit, in the order of :func:`ask_statements`."""
    return Answers(store, question)


def _is_first_of_an_index(column: Any) -> bool:
    """Whether what is held is counted by an index in the order of the column."""
    return any(index.columns[0] is column and "until" in index.columns for index in column.table.indexes)


def _at_least_one(number: int | None) -> None:
    if number is not None and number < 1:
        raise InputError(f"{number}: ask for at least one")


def _order(question: Question, orders: Any) -> tuple[str, bool]:
    asked = question.sort or next(iter(orders))
    order = asked.removeprefix("-")
    if order not in orders:
        raise InputError(f"{asked!r}: these are sorted by {', '.join(orders)}, with - before it the last first")
    return order, asked.startswith("-")


def _key(table: Table, order: str) -> tuple[Any, Any, Any]:
    if table is articles:
        return table.c[order], table.c.id, table.c.number
    return table.c[order], table.c.article, table.c.position


def _touches_articles(wanted: list[Condition], query: Select[Any]) -> bool:
    """Whether the articles must be joined: a count that does not ask for anything of theirs is far quicker without."""
    asked = [*query.get_final_froms(), *(source for condition in wanted for source in condition._from_objects)]
    return any(source is articles for source in asked)
