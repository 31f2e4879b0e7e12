"""Connections to a store: how safely it is written, how two writers queue up, what went wrong in words."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from sqlalchemy.pool import QueuePool

from onrecord.errors import StoreError
from onrecord.store import postgresql

WAIT_S = 60.0  # how long a writer waits for another
_ROOM_KIB = 200 * 1024  # of the file that a writer of much holds in memory at most
# What SQLite says, and what to do about it.
_ADVICE = {
    "disk is full": "free some space and run it again; every article stored so far is safe",
    "disk I/O error": (
        "the disk fails, or a quota or a limit on the size of files is reached; every article stored so far is safe"
    ),
    "readonly": "the file or its folder cannot be written",
    "unable to open": "the file or its folder cannot be opened or written",
    "locked": f"another process has been writing for more than {WAIT_S:.0f} s",
    "not a database": "it is no record store; name another file",
    "malformed": "the file is damaged; take a copy from before, or read the sources into a new one",
}


class _Compiler(SQLiteCompiler):
    """Takes hints (INDEXED BY an index), which the dialect has no way for."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:
        """The hint as it is."""
        return text


def engine_of(path: Path, *, create: bool) -> Engine:
    """An engine on the SQLite file ``path``, which need not be there if ``create`` is given."""
    mode = "rwc" if create else "rw"
    # Without the right to write beside the file SQLite cannot share it with a writer; then nobody must be writing.
    if not create and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        mode = "ro&immutable=1"
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2, max_overflow=-1)
    engine.dialect.statement_compiler = _Compiler
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, *, write: bool = False) -> Iterator[Connection]:
    """One transaction: all of it or nothing.

    Raises:
        StoreError: the database cannot be read or written.
    """
    try:
        with engine.execution_options(write=write).begin() as connection:
            yield connection
    except DBAPIError as error:
        raise StoreError(_explained(error)) from error
    except NoConnectionError as error:
        raise StoreError("more is asked at once than there are connections for; try again in a moment") from error


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Holds more of the file in memory meanwhile: what is written all over it is written once, at the end."""
    if connection.dialect.name != "sqlite":
        yield
        return
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size=-{_ROOM_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={usual}")


def share(engine: Engine) -> None:
    """Lets readers go on while one process writes (WAL), from now on.

    Raises:
        StoreError: the file cannot be written.
    """
    until = time.monotonic() + WAIT_S
    while True:
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")  # the mode cannot change within a transaction
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                connection.exec_driver_sql("BEGIN")
                return
        except OperationalError as error:
            # SQLite does not wait by itself here when two processes make the same store at once.
            if "locked" not in str(error.orig) or time.monotonic() > until:
                raise StoreError(_explained(error)) from error
            time.sleep(0.02)
        except DBAPIError as error:
            raise StoreError(_explained(error)) from error


@contextmanager
def outside(engine: Engine) -> Iterator[Connection]:
    """A connection outside of any transaction, for what a database does by itself alone.

    Raises:
        StoreError: the database cannot be read or written.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    try:
        with engine.connect() as connection:
            if is_sqlite:
                connection.exec_driver_sql("COMMIT")
            else:
                connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection
            if is_sqlite:
                connection.exec_driver_sql("BEGIN")
    except DBAPIError as error:
        raise StoreError(_explained(error)) from error


def _explained(error: DBAPIError) -> str:
    found = " ".join(str(error.orig).split())
    told = _ADVICE if isinstance(error.orig, sqlite3.Error) else postgresql.ADVICE
    advice = next((advice for word, advice in told.items() if word in found), None)
    return f"{found}: {advice}" if advice else found


def _prepare(connection: Any, _: object) -> None:
    # FULL: what is committed is on the disk, whatever happens to the power.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    # SQLite's own lower() knows only ASCII.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _begin(connection: Connection) -> None:
    # A writer takes its place at once, so that two of them queue up instead of failing; a reader takes none.
    is_writing = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
