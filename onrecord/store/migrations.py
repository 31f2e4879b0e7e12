"""Steps from each version of the schema to the next; an older store is brought up to date when it is opened."""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from onrecord.errors import StoreError
from onrecord.store.schema import VERSION, addresses, metadata, store_version


def _add_addresses(connection: Connection) -> None:
    addresses.create(connection)


# Version → what leads from it to the next one.
STEPS: dict[int, Callable[[Connection], None]] = {1: _add_addresses}


def version(connection: Connection) -> int | None:
    """The schema version of the store; null if there are no tables yet.

    Raises:
        StoreError: there are tables, but none of a record store.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if store_version.name not in tables:
        raise StoreError("this is a database, but no record store; name another file")
    found: int | None = connection.execute(select(store_version.c.version)).scalar()
    return found


def is_current(found: int | None) -> bool:
    """Whether a store of this schema version needs nothing done to it."""
    return found == VERSION


def migrate(connection: Connection) -> None:
    """Makes the tables, or brings them to this version.

    Raises:
        StoreError: the store was made by a later version.
    """
    at = version(connection)
    if at is None:
        metadata.create_all(connection)
        connection.execute(store_version.insert().values(version=VERSION))
        return
    if at > VERSION:
        raise StoreError(f"the store has schema {at}; this program knows {VERSION}: install a later onrecord")
    for number in range(at, VERSION):
        STEPS[number](connection)
        connection.execute(store_version.update().values(version=number + 1))
