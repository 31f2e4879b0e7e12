"""Puts questions to a store: the SELECTs, and their rows as frozen answers."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, select, tuple_

from onrecord.model.span import Span
from onrecord.query.answers import EventRow, Side, StatementRow
from onrecord.query.conditions import Condition, of_event, of_statement
from onrecord.query.questions import EventQuestion, StatementQuestion
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema import articles, events, participants, statements

_AT_ONCE = 500  # rows taken from the database together
_OF_ARTICLE = (articles.c.title, articles.c.outlet, articles.c.published, articles.c.url)
_KEY = ("reading", "position", "start", "end")  # of an event: needed to make its row, not in it
# What is not simply a column of the same name.
_MADE = frozenset({"source", "target", "evidence_span"})


def ask_statements(store: Store, question: StatementQuestion) -> Iterator[StatementRow]:
    """The statements that fit, by day, then article, then place in it; undated ones first.

    Raises:
        InputError: a date of the question is none.
        StoreError: the store cannot be read.
    """
    names = [column for column in StatementRow.__struct_fields__ if column in statements.c]
    query = _ordered(statements, select(*(statements.c[name] for name in names)), of_statement(question), question)
    with transaction(store.engine) as connection:
        for row in connection.execute(query).mappings():
            yield StatementRow(**row)


def ask_events(store: Store, question: EventQuestion) -> Iterator[EventRow]:
    """The events that fit, in the order of :func:`ask_statements`.

    Raises:
        InputError: a date of the question is none, or its dyad has no ``>``.
        StoreError: the store cannot be read.
    """
    names = [name for name in EventRow.__struct_fields__ if name in events.c and name not in _MADE]
    columns = [events.c[name] for name in (*names, *_KEY)]
    query = _ordered(events, select(*columns), of_event(question), question)
    with transaction(store.engine) as connection:
        for rows in connection.execute(query).mappings().partitions(_AT_ONCE):
            yield from _with_sides(connection, rows)


def _ordered(
    table: Table, query: Select[Any], wanted: list[Condition], question: StatementQuestion | EventQuestion
) -> Select[Any]:
    return (
        query.add_columns(*_OF_ARTICLE)
        .join(articles, articles.c.id == table.c.article)
        .where(held(table), *wanted)
        .order_by(table.c.first_day.nulls_first(), table.c.article, table.c.position)
        .limit(question.limit)
        .offset(question.offset or None)
    )


def _with_sides(connection: Connection, rows: Any) -> Iterator[EventRow]:
    key = participants.c.article, participants.c.reading, participants.c.event
    query = (
        select(participants)
        .where(tuple_(*key).in_([_place(row) for row in rows]))
        .order_by(*key, participants.c.side, participants.c.number)
    )
    found = connection.execute(query).mappings().all()
    sides = {
        keys: tuple(map(_side, group))
        for keys, group in groupby(found, key=lambda row: (row["article"], row["event"], row["side"]))
    }
    for row in rows:
        place = row["article"], row["position"]
        values = {name: value for name, value in row.items() if name not in _KEY}
        yield EventRow(
            **values,
            source=sides.get((*place, "source"), ()),
            target=sides.get((*place, "target"), ()),
            evidence_span=Span(row["start"], row["end"]),
        )


def _place(row: RowMapping) -> tuple[str, int, int]:
    return row["article"], row["reading"], row["position"]


def _side(row: RowMapping) -> Side:
    return Side(name=row["name"], code=row["code"], words=row["words"], span=Span(row["start"], row["end"]))
