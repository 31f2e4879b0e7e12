"""Putting articles into a store: one transaction an input, every input accounted for."""

import time
from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, func, or_, select

from onrecord.errors import ForgottenError, StoreError
from onrecord.model.masking import is_masked
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.connection import transaction
from onrecord.store.readings import Reading, put_names, put_reading
from onrecord.store.search import index_article, next_number
from onrecord.store.tombstones import allowed, is_forgotten
from onrecord.store.traces import FORGOTTEN, is_redacted, without_places

_FORGOTTEN = "it was forgotten on request; onrecord does not read it in again"
# Inputs without an article that are noted together; a run that is killed before notes them when it is continued.
_TOGETHER = 200
_SOON_S = 1.0  # after which they are noted even so: somebody may be watching how far the run is


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One input of a run: its place among them, from 0, where it is, and its digest if it could be read."""

    position: int
    location: str
    digest: str | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What became of an input, and the id of the article it became or is a duplicate of."""

    kind: Literal["stored", "duplicate", "forgotten"]
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
        self,
        engine: Engine,
        version: str,
        number: int,
        sources: tuple[str, ...],
        settings: str,
        started: str | None,
        *,
        again: bool = False,
    ) -> None:
        self.number = number
        self.sources = sources
        self.settings = settings
        self._engine = engine
        self._version = version
        self._recorded = started or ""
        self._pending: list[dict[str, Any]] = []
        self._noted_at = time.monotonic()
        self._is_continued = again
        self._noted: dict[int, str] = {}  # position → location, of the inputs around the last that was asked for
        self._noted_part = -1

    def has(self, source: Input) -> bool:
        """Whether an input was accounted for before this run was continued.

        Raises:
            StoreError: another input stood in its place then: the sources have changed.
        """
        if not self._is_continued:
            return False
        part = source.position // _TOGETHER
        if part != self._noted_part:
            self._noted_part, self._noted = part, self._locations(part * _TOGETHER)
        location = self._noted.get(source.position)
        if location is not None and location != source.location and not is_redacted(location):
            raise StoreError(
                f"run {self.number} cannot be continued: its input {source.position} was {location}, now it is "
                f"{source.location}. Read the sources again; what is stored is not read twice"
            )
        return location is not None

    def _locations(self, start: int) -> dict[int, str]:
        columns = schema.inputs.c
        mine = columns.run == self.number, columns.position.between(start, start + _TOGETHER - 1)
        with transaction(self._engine) as connection:
            rows = connection.execute(select(columns.position, columns.location).where(*mine)).all()
        return {row.position: row.location for row in rows}

    def add(
        self,
        source: Input,
        page: CleanPage,
        record: Record,
        *,
        pipeline: str | None = None,
        recorded: str | None = None,
        history: Sequence[tuple[Reading, Record]] = (),
    ) -> Outcome:
        """Stores one article with everything in its record, in one transaction, unless it is there.

        The same bytes, or the same title and text from elsewhere (the record's id), make a duplicate. ``pipeline``
        and ``recorded`` are what read it and when, where that was not this run; ``history`` is every record that it has
        had, in order, ``record`` the last, where it comes from another store.

        Raises:
            StoreError: it cannot be written; then nothing of it is.
        """
        since = self._recorded if recorded is None else recorded
        made = history or ((Reading("read", pipeline or self._version, self.settings, since), record),)
        with transaction(self._engine, write=True) as connection:
            self._note_pending(connection)
            outlets, places = (page.outlet, page.original_outlet), (source.location, page.url, record.url)
            if is_forgotten(connection, source.digest, record.id, outlets, places):
                connection.execute(schema.inputs.insert(), self._refused(source))
                return Outcome("forgotten", record.id)
            there = _same(connection, source.digest, record.id)
            if there is None:
                page, records = allowed(connection, page, [each for _, each in made])
                values = _values(source, page, records[-1]) | {
                    "run": self.number,
                    "recorded": made[0][0].recorded,
                    "number": next_number(connection),
                }
                connection.execute(schema.articles.insert(), values)
                for (reading, _), each in zip(made, records, strict=True):
                    put_reading(connection, page.text, each, reading)
                put_names(connection, {page.outlet} if page.outlet else set())
                index_article(connection, record.id)
            outcome = Outcome("duplicate", there) if there else Outcome("stored", record.id)
            row = self._row(source, outcome.kind, article=outcome.article)
            connection.execute(schema.inputs.insert(), row)
        return outcome

    def reject(self, source: Input, code: str, message: str) -> None:
        """Notes an input that was not taken, and why."""
        self._note(self._row(source, "rejected", code=code, message=message))

    def skip(self, source: Input) -> bool:
        """Whether the bytes of an input are stored already, or were forgotten; if so that is noted."""
        columns = schema.inputs.c
        known = select(columns.article).where(columns.digest == source.digest, columns.article.is_not(None)).limit(1)
        with transaction(self._engine) as connection:
            article = connection.execute(known).scalar()
            is_gone = article is None and is_forgotten(connection, source.digest, places=(source.location,))
        if is_gone:
            self._note(self._refused(source))
            return True
        if article is None:
            return False
        self._note(self._row(source, "duplicate", article=article))
        return True

    def _note(self, row: dict[str, Any]) -> None:
        self._pending.append(row)
        if len(self._pending) >= _TOGETHER or time.monotonic() - self._noted_at > _SOON_S:
            with transaction(self._engine, write=True) as connection:
                self._note_pending(connection)

    def end(self, state: Literal["done", "stopped"]) -> Counts:
        """Notes that the run came to its end, and what became of its inputs."""
        with transaction(self._engine, write=True) as connection:
            self._note_pending(connection)
            counts = counted(connection, self.number)
            values = {"stored": counts.stored, "duplicate": counts.duplicate, "rejected": counts.rejected}
            mine = schema.runs.c.id == self.number
            connection.execute(schema.runs.update().where(mine).values(**values, state=state))
        return counts

    def _note_pending(self, connection: Connection) -> None:
        if self._pending:
            rows = [self._allowed(connection, row) for row in self._pending]
            connection.execute(schema.inputs.insert(), rows)
            self._pending = []
        self._noted_at = time.monotonic()

    def _allowed(self, connection: Connection, row: dict[str, Any]) -> dict[str, Any]:
        """The row of an input as it may be kept: it, or what it is a duplicate of, may be forgotten by now."""
        if row["location"] == FORGOTTEN:
            return row
        is_gone = is_forgotten(connection, row["digest"], row["article"], places=(row["location"],))
        return self._refused(Input(**{name: row[name] for name in Input.__struct_fields__})) if is_gone else row

    def _refused(self, source: Input) -> dict[str, Any]:
        """The row of an input that was forgotten: nothing of it is kept."""
        bare = msgspec.structs.replace(source, location=FORGOTTEN, digest=None)
        return self._row(bare, "rejected", code=ForgottenError.code, message=_FORGOTTEN)

    def _row(self, source: Input, outcome: str, **values: str | None) -> dict[str, Any]:
        row = {"article": None, "code": None, "message": None} | values
        return {"run": self.number, **msgspec.structs.asdict(source), "outcome": outcome, **row}


def begin(engine: Engine, version: str, settings: str, sources: tuple[str, ...], started: str | None) -> Run:
    """A new run."""
    values = {"pipeline": version, "settings": settings, "sources": sources, "started": started}
    with transaction(engine, write=True) as connection:
        gone = {each for each in sources if is_forgotten(connection, None, places=(each,))}
        if gone:
            values["sources"] = tuple(FORGOTTEN if each in gone else each for each in sources)
            values["settings"] = without_places(settings, gone)
        result = connection.execute(schema.runs.insert().values(**values, state="running"))
    number = result.inserted_primary_key[0] if result.inserted_primary_key else 0
    return Run(engine, version, number, sources, settings, started)


def resume(engine: Engine, version: str, number: int | None) -> Run:
    """The run ``number``, or the last one that did not come to its end, to be continued where it stopped.

    Raises:
        StoreError: there is no such run, or it came to its end.
    """
    columns = schema.runs.c
    wanted = columns.state != "done" if number is None else columns.id == number
    with transaction(engine, write=True) as connection:
        row = connection.execute(select(schema.runs).where(wanted).order_by(columns.id.desc())).mappings().first()
        if row is None:
            raise StoreError("there is no run that stopped" if number is None else f"there is no run {number}")
        if row["state"] == "done":
            raise StoreError(f"run {number} came to its end; there is nothing to continue")
        if any(map(is_redacted, row["sources"])):
            raise StoreError(
                f"run {row['id']} cannot be continued: what it read was forgotten since. Read the sources again; what "
                "is stored is not read twice"
            )
        connection.execute(schema.runs.update().where(columns.id == row["id"]).values(state="running"))
    return Run(engine, version, row["id"], row["sources"], row["settings"], row["started"], again=True)


def counted(connection: Connection, number: int) -> Counts:
    """What has become of the inputs of a run so far."""
    columns = schema.inputs.c
    found = connection.execute(
        select(columns.outcome, columns.code, func.count())
        .where(columns.run == number)
        .group_by(columns.outcome, columns.code)
        .order_by(columns.code)
    ).all()
    by_outcome = {"stored": 0, "duplicate": 0, "rejected": 0}
    for outcome, _, count in found:
        by_outcome[outcome] += count
    reasons = {code: count for outcome, code, count in found if outcome == "rejected"}
    return Counts(sum(by_outcome.values()), **by_outcome, reasons=reasons)


def _same(connection: Connection, digest: str | None, identity: str) -> str | None:
    """The id of the article that has this digest or this id."""
    columns = schema.articles.c
    found: str | None = connection.execute(
        select(columns.id).where(or_(columns.digest == digest, columns.id == identity)).limit(1)
    ).scalar()
    return found


def _values(source: Input, page: CleanPage, record: Record) -> dict[str, Any]:
    return {
        "id": record.id, "digest": source.digest, "location": source.location, "title": record.title,
        "url": record.url, "outlet": page.outlet, "original_outlet": page.original_outlet,
        "published": record.published, "published_from": page.published_from,
        "published_confidence": page.published_confidence, "language": record.language,
        "text": page.text, "page": msgspec.structs.replace(page, text=""),
        "no_text": 1 if is_masked(page.text) else None,
    }  # fmt: skip
