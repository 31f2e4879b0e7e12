"""Connections to a store in PostgreSQL: one writer at a time, readers that never wait."""

from sqlalchemy import Connection, Engine, create_engine, event, text

from onrecord.errors import StoreError

PREFIXES = ("postgresql://", "postgres://")
# One number for all that write into a store, so that they queue up; another program's locks have others.
_LOCK = 0x0E_C0_4D
# What the server says, and what to do about it.
ADVICE = {
    "could not extend": "the server's disk is full; every article stored so far is safe",
    "connection failed": "is the server running, and are its name, port, user and password right?",
    "does not exist": "make it with createdb, or name another",
    "permission denied": "the user may not do that; ask who keeps the server",
    "read-only transaction": "the server only answers; name the one that is written to",
}


def is_address(place: str) -> bool:
    """Whether a place of a store is an address of PostgreSQL."""
    return place.startswith(PREFIXES)


def engine_of(address: str) -> Engine:
    """An engine on the database at ``address``.

    Raises:
        StoreError: psycopg is not installed.
    """
    rest = address.partition("://")[2]
    try:
        engine = create_engine(f"postgresql+psycopg://{rest}", pool_pre_ping=True)
    except ImportError as error:
        raise StoreError("PostgreSQL needs psycopg: pip install 'onrecord[postgres]'") from error
    event.listen(engine, "begin", _begin)
    return engine


def shown(address: str) -> str:
    """The address without its password."""
    scheme, _, rest = address.partition("://")
    user, at, server = rest.rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{server}"


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("write", False):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    else:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
