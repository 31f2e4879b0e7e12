"""Whether a store holds together: every span within its text, every row as its record says, every reference there."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select

from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store import schema
from onrecord.store.connection import transaction
from onrecord.store.database import Store
from onrecord.store.faults import Fault
from onrecord.store.references import all_references
from onrecord.store.rows import rows_of

_AT_ONCE = 50  # articles held in memory together
_TABLES = (
    schema.actors, schema.statements, schema.events, schema.participants, schema.dyads, schema.places, schema.times,
)  # fmt: skip


def check(store: Store) -> Iterator[Fault]:
    """Everything that is wrong; reads the whole store, a few articles at a time.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        yield from all_references(connection)
    last = ""
    while True:
        with transaction(store.engine) as connection:
            query = select(schema.articles).where(schema.articles.c.id > last).order_by(schema.articles.c.id)
            articles = connection.execute(query.limit(_AT_ONCE)).mappings().all()
            yield from _articles(connection, articles)
        if not articles:
            return
        last = articles[-1]["id"]


def _articles(connection: Connection, articles: Sequence[RowMapping]) -> Iterator[Fault]:
    ids = [article["id"] for article in articles]
    readings = _by_article(connection, schema.readings, ids)
    rows = {table: _by_article(connection, table, ids) for table in _TABLES}
    for article in articles:
        yield from _pages(article)
        for reading in readings.get(article["id"], ()):
            mine = {
                table: [row for row in found.get(article["id"], ()) if row["reading"] == reading["number"]]
                for table, found in rows.items()
            }
            yield from _reading(article, reading, mine)


def _by_article(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, list[RowMapping]]:
    query = select(table).where(table.c.article.in_(ids)).order_by(*table.primary_key)
    found = connection.execute(query).mappings().all()
    return {article: list(rows) for article, rows in groupby(found, key=lambda row: row["article"])}


def _pages(article: RowMapping) -> Iterator[Fault]:
    """An article says what its page says, and its page leads back from places within the text."""
    page: CleanPage = article["page"]
    for name in ("title", "published", "outlet", "original_outlet", "published_from"):
        if article[name] != getattr(page, name):
            yield Fault(article["id"], f"articles: {name} is not what its page says")
    length = len(article["text"])
    if any(not 0 <= start <= start + count <= length for start, _, count in page.offsets.pieces):
        yield Fault(article["id"], "articles: the way back from its text leads from outside of it")


def _reading(article: RowMapping, reading: RowMapping, rows: dict[Table, list[RowMapping]]) -> Iterator[Fault]:
    record: Record = reading["record"]
    of = f" of reading {reading['number']}" if reading["until"] is not None else ""
    if record.id != article["id"]:
        yield Fault(article["id"], f"readings: the record{of} is that of {record.id}")
    outside = [span for span in spans(record) if not 0 <= span.start <= span.end <= len(article["text"])]
    yield from (Fault(article["id"], f"a span {span}{of} outside of its text") for span in outside)
    yield from (Fault(article["id"], f"{what}{of}") for what in dangling(record))
    expected = dict(rows_of(article["text"], record, reading["number"], reading["recorded"]))
    for table, found in rows.items():
        if "until" in table.c:
            expected[table] = [row | {"until": reading["until"]} for row in expected[table]]
        yield from (Fault(article["id"], f"{what}{of}") for what in _rows(table, found, expected[table]))


def spans(value: Any) -> Iterator[Span]:
    """Every span in a record, or in a part of one."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def dangling(record: Record) -> Iterator[str]:
    """References of a record to values that are not in it, and ids that stand twice."""
    for layer in ("actors", "places", "times", "statements", "events"):
        ids = [value.id for value in getattr(record, layer)]
        yield from (f"{layer}: the id {each} twice" for each in sorted({each for each in ids if ids.count(each) > 1}))
    for about, told, layer in _references(record):
        if told is not None and told not in {value.id for value in getattr(record, layer)}:
            yield f"{about} {told} is not there"


def _references(record: Record) -> Iterator[tuple[str, str | None, str]]:
    """What refers, to which id, in which layer."""
    for time in record.times:
        yield f"times, {time.id}: its anchor", None if time.anchor == "published" else time.anchor, "times"
    for statement in record.statements:
        yield f"statements, {statement.id}: its actor", statement.actor, "actors"
        yield f"statements, {statement.id}: its within", statement.within, "statements"
    for event in record.events:
        yield f"events, {event.id}: its statement", event.statement, "statements"
        yield f"events, {event.id}: its place", event.where.place if event.where else None, "places"
        for side in (*event.source, *event.target):
            yield f"events, {event.id}: its actor", side.actor, "actors"


def _rows(table: Table, found: list[RowMapping], expected: list[dict[str, Any]]) -> Iterator[str]:
    if len(found) != len(expected):
        yield f"{table.name}: {len(found)} rows where its record has {len(expected)}"
        return
    ordered = sorted(expected, key=lambda row: [row[column.name] for column in table.primary_key])
    for row, told in zip(found, ordered, strict=True):
        if wrong := [name for name, value in told.items() if row[name] != value]:
            yield f"{table.name}, row {row.get('position', row.get('event'))}: {wrong[0]} differs"
