"""Putting articles into a store: one transaction an input, every input accounted for."""

from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, func, or_, select

from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.connection import transaction
from onrecord.store.rows import rows_of

_TOGETHER = 200  # inputs skipped before they are noted; nothing of an article is lost if they never are


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One input of a run: its place among them, from 0, where it is, and its digest if it could be read."""

    position: int
    location: str
    digest: str | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What became of an input, and the id of the article it became or is a duplicate of."""

    kind: Literal["stored", "duplicate"]
    article: str


class Counts(msgspec.Struct, frozen=True):
    """The inputs of a run: ``inputs = stored + duplicate + rejected``; ``reasons``: error code → how many rejected."""

    inputs: int
    stored: int
    duplicate: int
    rejected: int
    reasons: dict[str, int]


class Run:
    """One reading of sources into a store. End it with :meth:`end`; one that was killed stays ``running``."""

    def __init__(
        self, engine: Engine, version: str, settings: str, sources: tuple[str, ...], started: str | None
    ) -> None:
        self._engine = engine
        self._version = version
        self._skipped: list[dict[str, Any]] = []
        values = {"pipeline": version, "settings": settings, "sources": sources, "started": started}
        with transaction(engine, write=True) as connection:
            result = connection.execute(schema.runs.insert().values(**values, state="running"))
            self.number: int = result.inserted_primary_key[0] if result.inserted_primary_key else 0

    def add(self, source: Input, page: CleanPage, record: Record) -> Outcome:
        """Stores one article with everything in its record, in one transaction, unless it is there.

        The same bytes, or the same title and text from elsewhere (the record's id), make a duplicate.

        Raises:
            StoreError: it cannot be written; then nothing of it is.
        """
        with transaction(self._engine, write=True) as connection:
            self._note_skipped(connection)
            there = _same(connection, source.digest, record.id)
            if there is None:
                values = _values(source, page, record, self._version)
                connection.execute(schema.articles.insert(), values)
                for table, rows in rows_of(page.text, record):
                    if rows:
                        connection.execute(table.insert(), rows)
            outcome = Outcome("duplicate", there) if there else Outcome("stored", record.id)
            row = self._row(source, outcome.kind, article=outcome.article)
            connection.execute(schema.inputs.insert(), row)
        return outcome

    def reject(self, source: Input, code: str, message: str) -> None:
        """Notes an input that was not taken, and why."""
        with transaction(self._engine, write=True) as connection:
            self._note_skipped(connection)
            row = self._row(source, "rejected", code=code, message=message)
            connection.execute(schema.inputs.insert(), row)

    def skip(self, source: Input) -> bool:
        """Whether the bytes of an input are stored already; if so it is noted as a duplicate."""
        columns = schema.inputs.c
        known = select(columns.article).where(columns.digest == source.digest, columns.article.is_not(None)).limit(1)
        with transaction(self._engine) as connection:
            article = connection.execute(known).scalar()
        if article is None:
            return False
        self._skipped.append(self._row(source, "duplicate", article=article))
        if len(self._skipped) >= _TOGETHER:
            with transaction(self._engine, write=True) as connection:
                self._note_skipped(connection)
        return True

    def end(self, state: Literal["done", "stopped"]) -> Counts:
        """Notes that the run came to its end, and what became of its inputs."""
        with transaction(self._engine, write=True) as connection:
            self._note_skipped(connection)
            counts = self._counts(connection)
            values = {"stored": counts.stored, "duplicate": counts.duplicate, "rejected": counts.rejected}
            mine = schema.runs.c.id == self.number
            connection.execute(schema.runs.update().where(mine).values(**values, state=state))
        return counts

    def _counts(self, connection: Connection) -> Counts:
        columns = schema.inputs.c
        found = connection.execute(
            select(columns.outcome, columns.code, func.count())
            .where(columns.run == self.number)
            .group_by(columns.outcome, columns.code)
            .order_by(columns.code)
        ).all()
        by_outcome = {"stored": 0, "duplicate": 0, "rejected": 0}
        for outcome, _, count in found:
            by_outcome[outcome] += count
        reasons = {code: count for outcome, code, count in found if outcome == "rejected"}
        return Counts(sum(by_outcome.values()), **by_outcome, reasons=reasons)

    def _note_skipped(self, connection: Connection) -> None:
        if self._skipped:
            connection.execute(schema.inputs.insert(), self._skipped)
            self._skipped = []

    def _row(self, source: Input, outcome: str, **values: str | None) -> dict[str, Any]:
        row = {"article": None, "code": None, "message": None} | values
        return {"run": self.number, **msgspec.structs.asdict(source), "outcome": outcome, **row}


def _same(connection: Connection, digest: str | None, identity: str) -> str | None:
    """The id of the article that has this digest or this id."""
    columns = schema.articles.c
    found: str | None = connection.execute(
        select(columns.id).where(or_(columns.digest == digest, columns.id == identity)).limit(1)
    ).scalar()
    return found


def _values(source: Input, page: CleanPage, record: Record, version: str) -> dict[str, Any]:
    return {
        "id": record.id, "digest": source.digest, "location": source.location, "title": record.title,
        "url": record.url, "outlet": page.outlet, "original_outlet": page.original_outlet,
        "published": record.published, "published_from": page.published_from, "language": record.language,
        "text": page.text, "page": msgspec.structs.replace(page, text=""), "record": record,
        "pipeline": version,
    }  # fmt: skip
