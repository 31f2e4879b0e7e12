"""What was forgotten leaves the file as well: a deleted row stays in it until the file is written anew.

Until that is done the tombstones say so, and whoever opens the store next does it.
"""

import time

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import OperationalError

from onrecord.errors import StoreError
from onrecord.store.connection import WAIT_S, outside, transaction
from onrecord.store.schema import metadata
from onrecord.store.schema_tombstones import tombstones
from onrecord.store.search import TABLE

_PAUSE_S = 0.1
# Whether another transaction may still see a row that was there before the oldest of these tombstones.
_IS_HELD = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND "
    "age(backend_xmin) >= (SELECT min(age(xmin)) FROM tombstones WHERE erased IS NULL)"
)
# For each table: to give its columns the types that they have, whereby the server drops what it knows of their values.
_RETYPED = text("""
    SELECT c.relname, format('ALTER TABLE %I ', c.relname) || string_agg(
        format('ALTER COLUMN %I TYPE %s', a.attname, format_type(a.atttypid, a.atttypmod))
        || coalesce(' COLLATE ' || quote_ident(n.nspname) || '.' || quote_ident(l.collname), ''), ', ')
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_stats s ON (s.tablename, s.attname) = (c.relname, a.attname)
        AND s.schemaname = c.relnamespace::regnamespace::text
    LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace n ON n.oid = l.collnamespace
    WHERE c.oid = ANY (CAST(:tables AS regclass[])) GROUP BY c.relname
""")
_IS_OURS = text("SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = CAST('tombstones' AS regclass)")


def overwrite_deleted(connection: Connection) -> None:
    """From now on what this connection deletes is overwritten."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")


def erase(engine: Engine, patience: float) -> bool:
    """Writes the file anew without what was forgotten; false if after ``patience`` seconds somebody still holds it.

    Raises:
        StoreError: the file cannot be written.
    """
    with transaction(engine) as connection:
        last = connection.execute(select(func.max(tombstones.c.id)).where(tombstones.c.erased.is_(None))).scalar()
    if last is None:
        return True
    is_done = (_erase_file if engine.dialect.name == "sqlite" else _erase_tables)(engine, patience)
    if is_done:
        note_erased(engine, last)
    return is_done


def note_erased(engine: Engine, last: int) -> None:
    """Notes that nothing is left in the file of what the tombstones up to ``last`` are for."""
    with transaction(engine, write=True) as connection:
        # Numbers are given in turn: whoever forgets holds the right to write.
        connection.execute(tombstones.update().where(tombstones.c.id <= last).values(erased=1))


def _erase_file(engine: Engine, patience: float) -> bool:
    with outside(engine) as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={int(patience * 1000)}")
        try:
            if not _is_emptied(connection):
                return False
            connection.exec_driver_sql("VACUUM")
            return _is_emptied(connection)
        except OperationalError as error:
            if "locked" in str(error.orig):  # another writes
                return False
            raise
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={int(WAIT_S * 1000)}")


def _is_emptied(connection: Connection) -> bool:
    """Whether all of the log is in the file, so that no earlier page is in either: not while somebody reads those."""
    return not connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]


def _erase_tables(engine: Engine, patience: float) -> bool:
    until = time.monotonic() + patience
    with outside(engine) as connection:
        if not connection.execute(_IS_OURS).scalar():
            raise StoreError("only the owner of the tables can write them anew without what was forgotten")
        while connection.execute(_IS_HELD).scalar():
            if time.monotonic() > until:
                return False
            time.sleep(_PAUSE_S)
        return _are_rewritten(connection, patience)


def _are_rewritten(connection: Connection, patience: float) -> bool:
    connection.execute(text(f"SET lock_timeout = {max(1, int(patience * 1000))}"))
    try:
        names = [*(table.name for table in metadata.sorted_tables), TABLE]
        for name in names:
            connection.execute(text(f"VACUUM (FULL, ANALYZE) {name}"))
        _forget_values_of_empty(connection, names)
        # What the server knows of the values of columns names some of them.
        connection.execute(text("VACUUM FULL pg_statistic"))
    except OperationalError as error:
        if "lock timeout" in str(error.orig):
            return False
        raise
    finally:
        connection.execute(text("RESET lock_timeout"))
    return True


def _forget_values_of_empty(connection: Connection, names: list[str]) -> None:
    """Drops what the server knows of the values of tables that are empty now: to analyse them changes nothing there."""
    for name, retype in connection.execute(_RETYPED, {"tables": names}).all():
        if not connection.execute(text(f"SELECT EXISTS (SELECT FROM {name})")).scalar():
            connection.execute(text(retype))
