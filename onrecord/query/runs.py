"""Runs and their inputs: what was read into a store, and what became of it."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, RowMapping, select

from onrecord.errors import StoreError
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.run import counted
from onrecord.store.schema import inputs, runs

_AT_ONCE = 500  # rows taken from the database together


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """A run: ``inputs = stored + duplicate + rejected``, also of one that was stopped; ``reasons``: code → how many."""

    run: int
    started: str | None
    state: str
    inputs: int
    stored: int
    duplicate: int
    rejected: int
    reasons: dict[str, int]
    sources: tuple[str, ...]
    pipeline: str
    settings: str


class InputRow(msgspec.Struct, frozen=True, kw_only=True):
    """An input of a run, and what became of it."""

    position: int
    location: str
    outcome: str
    article: str | None
    code: str | None
    message: str | None
    digest: str | None


def ask_runs(store: Store) -> Iterator[RunRow]:
    """All runs, the last one first.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        for row in connection.execute(select(runs).order_by(runs.c.id.desc())).mappings().all():
            yield _run(connection, row)


def ask_run(store: Store, number: int) -> RunRow:
    """One run, as far as it has come.

    Raises:
        StoreError: there is no such run, or the store cannot be read.
    """
    with transaction(store.engine) as connection:
        row = connection.execute(select(runs).where(runs.c.id == number)).mappings().first()
        if row is None:
            raise StoreError(f"there is no run {number}")
        return _run(connection, row)


def last_inputs(store: Store, run: int, outcome: str, most: int) -> list[InputRow]:
    """The last inputs of a run with this outcome, the last first."""
    columns = [inputs.c[name] for name in InputRow.__struct_fields__]
    query = select(*columns).where(inputs.c.run == run, inputs.c.outcome == outcome)
    with transaction(store.engine) as connection:
        found = connection.execute(query.order_by(inputs.c.position.desc()).limit(most)).mappings()
        return [InputRow(**row) for row in found]


def unfinished(store: Store) -> set[int]:
    """The numbers of the runs that did not come to their end."""
    with transaction(store.engine) as connection:
        return set(connection.execute(select(runs.c.id).where(runs.c.state != "done")).scalars())


def _run(connection: Connection, row: RowMapping) -> RunRow:
    counts = counted(connection, row["id"])
    kept = {name: row[name] for name in ("started", "state", "sources", "pipeline", "settings")}
    return RunRow(run=row["id"], **kept, **msgspec.structs.asdict(counts))


def ask_inputs(
    store: Store, run: int, outcomes: tuple[str, ...] = (), *, after: int | None = None, limit: int | None = None
) -> Iterator[InputRow]:
    """The inputs of a run in their order, all or those with one of these outcomes; ``after``: from that position on.

    Raises:
        StoreError: there is no such run, or the store cannot be read.
    """
    columns = [inputs.c[name] for name in InputRow.__struct_fields__]
    query = select(*columns).where(inputs.c.run == run).order_by(inputs.c.position).limit(limit)
    if after is not None:
        query = query.where(inputs.c.position > after)
    if outcomes:
        query = query.where(inputs.c.outcome.in_(outcomes))
    with transaction(store.engine) as connection:
        if connection.execute(select(runs.c.id).where(runs.c.id == run)).first() is None:
            raise StoreError(f"there is no run {run}")
        for rows in connection.execute(query).mappings().partitions(_AT_ONCE):
            yield from (InputRow(**row) for row in rows)
