"""Opening a store, putting articles into it and taking them out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import NullPool

from onrecord.errors import StoreError
from onrecord.model.page import CleanPage, Rejected
from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.migrations import migrate, version
from onrecord.store.rows import rows_of

Outcome = Literal["stored", "duplicate", "rejected"]
_WAIT_MS = 30_000  # how long a writer waits for another


class StoredArticle(msgspec.Struct, frozen=True):
    """An article as it is stored: its text, what is known of its page, and its record."""

    id: str
    text: str
    title: str | None
    outlet: str | None
    record: Record
    page: dict[str, Any]


class Store:
    """A record store. Readers never wait for a writer; each article goes in whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def begin_run(self, pipeline: str, settings: str, started: str | None) -> int:
        """Notes a new run and gives its number."""
        with self._writing() as connection:
            values = {"pipeline": pipeline, "settings": settings, "started": started, "state": "running"}
            result = connection.execute(schema.runs.insert().values(**values))
            return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0

    def end_run(self, run: int) -> None:
        """Notes that a run came to its end."""
        with self._writing() as connection:
            connection.execute(schema.runs.update().where(schema.runs.c.id == run).values(state="done"))

    def add(self, run: int, location: str, digest: str, page: CleanPage, record: Record, pipeline: str) -> Outcome:
        """Stores one article with everything in its record, in one transaction; ``duplicate`` if it is there."""
        with self._writing() as connection:
            there = connection.execute(select(schema.articles.c.id).where(schema.articles.c.id == record.id)).first()
            outcome: Outcome = "duplicate" if there else "stored"
            if not there:
                values = _article(location, digest, page, record, pipeline)
                connection.execute(schema.articles.insert().values(**values))
                for table, rows in rows_of(page.text, record):
                    if rows:
                        connection.execute(table.insert(), rows)
            self._note(connection, run, location, outcome, digest=digest, article=record.id)
        return outcome

    def duplicate(self, run: int, location: str, digest: str, article: str) -> None:
        """Notes an input whose bytes are stored already."""
        with self._writing() as connection:
            self._note(connection, run, location, "duplicate", digest=digest, article=article)

    def reject(self, run: int, rejected: Rejected, digest: str | None = None) -> None:
        """Notes an input that was not taken, and why."""
        with self._writing() as connection:
            why = {"code": rejected.code, "message": rejected.message}
            self._note(connection, run, rejected.location, "rejected", digest=digest, **why)

    def _note(self, connection: Connection, run: int, location: str, outcome: Outcome, **values: str | None) -> None:
        row = {"run": run, "location": location, "outcome": outcome, **values}
        connection.execute(schema.inputs.insert().prefix_with("OR REPLACE", dialect="sqlite").values(**row))

    def article_of(self, digest: str) -> str | None:
        """The id of the article that was read from bytes of this digest."""
        with self.engine.connect() as connection:
            found: str | None = connection.execute(
                select(schema.articles.c.id).where(schema.articles.c.digest == digest)
            ).scalar()
            return found

    def article(self, identity: str) -> StoredArticle:
        """One article with its record.

        Raises:
            StoreError: there is none with this id.
        """
        with self.engine.connect() as connection:
            row = connection.execute(select(schema.articles).where(schema.articles.c.id == identity)).mappings().first()
        if row is None:
            raise StoreError(f"no article {identity!r} in this store")
        record = msgspec.convert(json.loads(row["record"]), Record)
        return StoredArticle(row["id"], row["text"], row["title"], row["outlet"], record, json.loads(row["page"]))

    def record(self, identity: str) -> Record:
        """The record of one article, as it was stored."""
        return self.article(identity).record

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, by publication, then id; undated ones last."""
        order = (schema.articles.c.published.is_(None), schema.articles.c.published, schema.articles.c.id)
        with self.engine.connect() as connection:
            yield from connection.execute(select(schema.articles.c.id).order_by(*order)).scalars()

    def _writing(self) -> "_Writing":
        return _Writing(self.engine)


class _Writing:
    """A transaction whose failures are store errors."""

    def __init__(self, engine: Engine) -> None:
        self._context = engine.execution_options(write=True).begin()

    def __enter__(self) -> Connection:
        try:
            return self._context.__enter__()
        except DatabaseError as error:
            raise StoreError(f"cannot write: {error.orig}") from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        try:
            self._context.__exit__(kind, error, trace)
        except DatabaseError as failed:
            raise StoreError(f"cannot write: {failed.orig}") from failed
        if isinstance(error, DatabaseError) and not isinstance(error, IntegrityError):
            raise StoreError(f"cannot write: {error.orig}") from error


def open_store(path: str | Path, *, create: bool = False) -> Store:
    """The store in the file ``path``; made if it is not there and ``create`` is given.

    Raises:
        StoreError: there is no such file, it is no record store, or it was made by a later version.
    """
    file = Path(path)
    if not create and not file.is_file():
        raise StoreError(f"{file}: no such store; onrecord read SOURCE --into {file} makes one")
    if create and not file.parent.is_dir():
        raise StoreError(f"{file}: no such folder")
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        if create:
            with engine.execution_options(write=True).begin() as connection:
                migrate(connection)
        else:
            with engine.connect() as connection:
                _check(version(connection))
    except DatabaseError as error:
        raise StoreError(f"{file}: {error.orig}") from error
    return Store(engine)


def _check(found: int | None) -> None:
    if found is None:
        raise StoreError("an empty file; onrecord read SOURCE --into FILE fills one")
    if found != schema.VERSION:
        raise StoreError(f"the store has schema {found}; this program reads {schema.VERSION}")


def _prepare(connection: Any, _: object) -> None:
    # The driver's own transactions begin too late; SQLAlchemy's "begin" event starts them instead.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_WAIT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its place at once, so that two of them queue up instead of failing; a reader takes none.
    is_writing = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _article(location: str, digest: str, page: CleanPage, record: Record, pipeline: str) -> dict[str, Any]:
    around = {
        "authors": page.authors,
        "updated": page.updated,
        **msgspec.to_builtins(page.page),
        "repairs": msgspec.to_builtins(page.repairs),
        "offsets": page.offsets.pieces,
    }
    return {
        "id": record.id, "digest": digest, "location": location, "title": page.title, "url": page.url,
        "outlet": page.outlet, "original_outlet": page.original_outlet, "published": page.published,
        "published_from": page.published_from, "language": record.language, "text": page.text,
        "page": json.dumps(around), "record": json.dumps(msgspec.to_builtins(record)), "pipeline": pipeline,
    }  # fmt: skip
