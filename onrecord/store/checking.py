"""Whether a store holds together: every span within its text, every row as its record says, every reference there."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store import schema
from onrecord.store.connection import transaction
from onrecord.store.database import Store, StoredArticle
from onrecord.store.rows import rows_of


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with an article, or with the store where no article is named."""

    article: str | None
    what: str


def check(store: Store) -> Iterator[Fault]:
    """Everything that is wrong; reads the whole store.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        yield from _references(connection)
    for article in store:
        yield from (Fault(article.id, f"a span {span} outside of its text") for span in _outside(article))
        with transaction(store.engine) as connection:
            yield from _rows(connection, article)


def _references(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        yield from (Fault(None, f"the file: {each}") for each in found if each != "ok")
        for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Fault(None, f"{table}: a row whose {parent} is not there")
    articles, readings = schema.articles, schema.readings
    held = select(readings.c.article).where(readings.c.until.is_(None))
    for identity in connection.execute(select(articles.c.id).where(articles.c.id.not_in(held))).scalars():
        yield Fault(identity, "no reading that holds")
    twice = held.group_by(readings.c.article).having(func.count() > 1)
    for identity in connection.execute(twice).scalars():
        yield Fault(identity, "more than one reading that holds")


def _outside(article: StoredArticle) -> Iterator[Span]:
    for span in spans(article.record):
        if not 0 <= span.start <= span.end <= len(article.text):
            yield span


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


def _rows(connection: Connection, article: StoredArticle) -> Iterator[Fault]:
    record: Record = article.record
    for table, wanted in rows_of(article.text, record, article.reading, article.recorded):
        mine = table.c.article == article.id, table.c.reading == article.reading
        found = connection.execute(select(table).where(*mine).order_by(*table.primary_key)).mappings().all()
        expected = sorted(wanted, key=lambda row: [row[column.name] for column in table.primary_key])
        if len(found) != len(expected):
            yield Fault(article.id, f"{table.name}: {len(found)} rows where its record has {len(expected)}")
            continue
        for row, told in zip(found, expected, strict=True):
            if wrong := [name for name, value in told.items() if row[name] != value]:
                yield Fault(
                    article.id, f"{table.name}, row {row.get('position', row.get('event'))}: {wrong[0]} differs"
                )
