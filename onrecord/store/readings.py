"""Readings: every record that an article has had, from when to when it was what the record says."""

from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.rows import rows_of
from onrecord.store.schema_arrivals import unlinked

Cause = Literal["read", "reread", "decision"]

# The tables of values, each row with since when and until when it holds.
VALUES = (schema.actors, schema.statements, schema.events, schema.dyads, schema.places, schema.times)
LATEST = "\U0010ffff"  # after every time of a day


class Reading(msgspec.Struct, frozen=True):
    """How a record came about: its cause, the version and settings (JSON) that read it, and when (ISO date-time)."""

    cause: Cause
    pipeline: str
    settings: str
    recorded: str


def held(table: Table | Any, as_of: str | None = None) -> ColumnElement[bool]:
    """Whether a row of ``table`` is what the record says now, or said at the end of ``as_of`` (an ISO date or more)."""
    if as_of is None:
        holds: ColumnElement[bool] = table.c.until.is_(None)
        return holds
    end = as_of + LATEST
    return and_(table.c.recorded <= end, or_(table.c.until.is_(None), table.c.until > end))


def read_with(settings: str) -> dict[str, Any]:
    """What a reading was read with, out of its ``settings``: those of a command hold what it was told besides."""
    told: dict[str, Any] = msgspec.json.decode(settings)
    within: dict[str, Any] = told.get("settings", told)
    return within


def put_reading(connection: Connection, text: str, record: Record, made: Reading) -> int:
    """Makes ``record`` what is said of its article from ``made.recorded`` on; gives the number of the reading.

    The reading before stays, ended; ``text`` is the article's, which the spans of ``record`` point into.
    """
    columns = schema.readings.c
    last = connection.execute(select(func.max(columns.number)).where(columns.article == record.id)).scalar() or 0
    if last:
        for table in (schema.readings, *VALUES):
            mine = table.c.article == record.id, table.c.until.is_(None)
            connection.execute(table.update().where(*mine).values(until=made.recorded))
    number = last + 1
    values = {"article": record.id, "number": number, **msgspec.structs.asdict(made), "until": None, "record": record}
    connection.execute(schema.readings.insert(), values)
    for table, rows in rows_of(text, record, number, made.recorded):
        if rows:
            connection.execute(table.insert(), rows)
            put_names(connection, {row[name] for name in NAMED.get(table, ()) for row in rows if row[name]})
    to_be_linked(connection, record.id)
    return number


def readings_of(connection: Connection, article: str) -> list[tuple[Reading, Record]]:
    """Every record that an article has had, in order, and how each came about."""
    columns = schema.readings.c
    query = select(schema.readings).where(columns.article == article).order_by(columns.number)
    return [
        (Reading(row.cause, row.pipeline, row.settings, row.recorded), row.record) for row in connection.execute(query)
    ]


def to_be_linked(connection: Connection, article: str) -> None:
    """Has the second passes take the article in when they are next run."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(insert(unlinked).on_conflict_do_nothing(), {"article": article})


# Where names stand: table → columns.
NAMED = {
    schema.participants: ("name", "words"),
    schema.statements: ("actor_name", "source"),
    schema.actors: ("name",),
    schema.places: ("name",),
}


def put_names(connection: Connection, found: set[str]) -> None:
    """Keeps names, each once, to be found by a part of them."""
    if found:
        insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        rows = [{"name": name, "folded": name.lower()} for name in sorted(found)]
        connection.execute(insert(schema.names).on_conflict_do_nothing(), rows)
