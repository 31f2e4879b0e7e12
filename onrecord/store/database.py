"""A record store: opening it, and taking articles out of it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, RowMapping, Select, func, select

from onrecord.errors import StoreError
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import postgresql, schema, schema_arrivals, schema_questions, schema_tombstones, schema_watches  # noqa: F401  all tables are known before a store is made
from onrecord.store.connection import engine_of, share, transaction
from onrecord.store.erasing import erase
from onrecord.store.migrations import is_current, migrate, version
from onrecord.store.readings import held
from onrecord.store.run import Run, begin, resume
from onrecord.store.visited import Visited

_AT_ONCE = 50  # articles taken from the database together


class StoredArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it is stored: its cleaned page, its record, and the input they came from.

    ``reading`` is the number of the reading that gave the record, with the version that read it and when (ISO
    date-time, empty if unknown).
    """

    location: str
    digest: str
    page: CleanPage
    record: Record
    reading: int
    pipeline: str
    recorded: str

    @property
    def id(self) -> str:
        """The article's id."""
        return self.record.id

    @property
    def text(self) -> str:
        """What the spans of the record point into."""
        return self.page.text

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.page.title

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.page.outlet


class MachineRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it was read, by which version and with which settings (JSON)."""

    record: Record
    pipeline: str
    settings: str


class Store:
    """A record store. Readers never wait for a writer; each article goes in whole or not at all.

    Iterating gives every :class:`StoredArticle`, by publication, then id; undated ones last.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        with transaction(self.engine) as connection:
            return connection.execute(select(func.count()).select_from(schema.articles)).scalar_one()

    def __iter__(self) -> Iterator[StoredArticle]:
        with transaction(self.engine) as connection:
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(_articles())
            for part in rows.mappings().partitions():
                yield from map(_article, part)

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()

    def begin(self, version: str, settings: str, sources: tuple[str, ...], started: str | None = None) -> Run:
        """A new run that puts articles in; ``started`` is an ISO date-time, ``settings`` JSON."""
        return begin(self.engine, version, settings, sources, started)

    def resume(self, version: str, number: int | None = None) -> Run:
        """A run that stopped, to be continued: the one with this number, or the last one.

        Raises:
            StoreError: there is none, or it came to its end.
        """
        return resume(self.engine, version, number)

    def visited(self) -> Visited:
        """What is known of addresses that were fetched into this store."""
        return Visited(self.engine)

    def article(self, identity: str, as_of: str | None = None) -> StoredArticle:
        """One article with its record, as it is or, given a day, as it was at the end of it.

        Raises:
            StoreError: there is none with this id, or was none then.
        """
        with transaction(self.engine) as connection:
            return article_in(connection, identity, as_of)

    def nth(self, number: int) -> StoredArticle | None:
        """The article with this number, from 1, in the order of iteration; None if there are fewer."""
        query = _articles().limit(1).offset(max(0, number - 1))
        with transaction(self.engine) as connection:
            row = connection.execute(query).mappings().first()
        return _article(row) if row is not None and number > 0 else None

    def record(self, identity: str) -> Record:
        """The record of one article, as it was stored.

        Raises:
            StoreError: there is none with this id.
        """
        return self.article(identity).record

    def machine(self, identity: str) -> MachineRecord:
        """What was last read of one article, before people's decisions.

        Raises:
            StoreError: there is none with this id.
        """
        with transaction(self.engine) as connection:
            return machine_in(connection, identity)

    def by_arrival(self, articles: Iterable[str]) -> list[str]:
        """These articles in the order in which they were stored; those that are not there are left out."""
        columns = schema.articles.c
        wanted, found = sorted(set(articles)), []
        with transaction(self.engine) as connection:
            for at in range(0, len(wanted), _AT_ONCE):
                query = select(columns.number, columns.id).where(columns.id.in_(wanted[at : at + _AT_ONCE]))
                found += [(row.number, row.id) for row in connection.execute(query)]
        return [identity for _, identity in sorted(found)]

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, by publication, then id; undated ones last."""
        columns = schema.articles.c
        with transaction(self.engine) as connection:
            yield from connection.execute(select(columns.id).order_by(*_order(columns))).scalars()


def article_in(connection: Connection, identity: str, as_of: str | None = None) -> StoredArticle:
    """One article with its record, as it is or, given a day, as it was at the end of it.

    Raises:
        StoreError: there is none with this id, or was none then.
    """
    row = connection.execute(_articles(as_of).where(schema.articles.c.id == identity)).mappings().first()
    if row is None:
        raise StoreError(f"no article {identity!r} in this store{f' at the end of {as_of}' if as_of else ''}")
    return _article(row)


def machine_in(connection: Connection, identity: str) -> MachineRecord:
    """What was last read of one article, before people's decisions.

    Raises:
        StoreError: there is none with this id.
    """
    columns = schema.readings.c
    query = select(columns.record, columns.pipeline, columns.settings)
    mine = columns.article == identity, columns.cause != "decision"
    row = connection.execute(query.where(*mine).order_by(columns.number.desc()).limit(1)).mappings().first()
    if row is None:
        raise StoreError(f"no article {identity!r} in this store")
    return MachineRecord(**row)


def open_store(place: str | Path, *, create: bool = False) -> Store:
    """The store in the file ``place``, or in PostgreSQL at an address, ``postgresql://user@server/database``.

    Its file, and its tables, are made if they are not there and ``create`` is given; a database must be there.

    Raises:
        StoreError: there is no such place, it is no record store, or it was made by a later version.
    """
    if postgresql.is_address(str(place)):
        return _opened_at(str(place), create)
    _look(Path(place), create)
    return _opened(engine_of(Path(place), create=create), str(place), create)


def _opened_at(address: str, create: bool) -> Store:
    name = postgresql.shown(address)
    try:
        engine = postgresql.engine_of(address)
    except StoreError as error:
        raise StoreError(f"{name}: {error.message}") from error
    try:
        return _opened(engine, name, create)
    except StoreError as error:
        raise StoreError(postgresql.without_secrets(error.message, address)) from error


def _opened(engine: Engine, name: str, create: bool) -> Store:
    try:
        _bring_up_to_date(engine, create)
    except StoreError as error:
        engine.dispose()
        raise StoreError(f"{name}: {error.message}") from error
    return Store(engine)


def _look(file: Path, create: bool) -> None:
    if file.is_dir():
        raise StoreError(f"{file}: a folder; a store is a file")
    if not create and not file.is_file():
        raise StoreError(f"{file}: no such store; onrecord read SOURCE --into {file} makes one")
    if not file.parent.is_dir():
        raise StoreError(f"{file}: no such folder")


def _bring_up_to_date(engine: Engine, create: bool) -> None:
    with transaction(engine) as connection:
        found = version(connection)
    if found is None and not create:
        raise StoreError("nothing in it; onrecord read SOURCE --into FILE fills it")
    if not is_current(found):
        if found is None and engine.dialect.name == "sqlite":
            share(engine)
        with transaction(engine, write=True) as connection:
            migrate(connection)
    if found is not None:
        with suppress(StoreError):  # a later opening can do it, or one that may write
            erase(engine, patience=0)


def _articles(as_of: str | None = None) -> Select[Any]:
    reading = schema.readings.c
    return (
        select(
            schema.articles,
            reading.number.label("reading"),
            reading.pipeline,
            reading.record,
            reading.recorded.label("since"),
        )
        .join(schema.readings, schema.articles.c.id == reading.article)
        .where(held(schema.readings, as_of))
        .order_by(*_order(schema.articles.c))
    )


def _order(columns: Any) -> tuple[Any, ...]:
    return columns.published.is_(None), columns.published, columns.id


def _article(row: RowMapping) -> StoredArticle:
    return StoredArticle(
        location=row["location"],
        digest=row["digest"],
        page=msgspec.structs.replace(row["page"], text=row["text"]),
        record=row["record"],
        reading=row["reading"],
        pipeline=row["pipeline"],
        recorded=row["since"],
    )
