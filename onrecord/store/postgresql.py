"""Connections to a store in PostgreSQL: one writer at a time, readers that never wait."""

import re
from urllib.parse import unquote

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from onrecord.errors import StoreError

PREFIXES = ("postgresql://", "postgres://")
# One number for all that write into a store, so that they queue up; another program's locks have others.
_LOCK = 0x0E_C0_4D
_PORTS = 65_536
_SAFE = "every article stored so far is safe; run it again"
# What the server says, and what to do about it; the first that fits.
ADVICE = {
    "could not extend": f"the server's disk is full: free some space. {_SAFE}",
    "No space left": f"the server's disk is full: free some space. {_SAFE}",
    "terminating connection": f"the server ended the connection; {_SAFE}",
    "closed the connection": f"the server ended the connection; {_SAFE}",
    "too many": "the server takes no more connections at this moment; try again later",
    "starting up": "try again in a moment",
    "shutting down": "try again when the server runs",
    "password authentication failed": "is the password right? One with @, : or / in it is written with %40, %3A, %2F",
    "does not exist": "make it with createdb or createuser, or name another",
    "permission denied": "the user may not do that; ask who keeps the server",
    "read-only transaction": "the server only answers; name the one that is written to",
    "connection option": "see the list of parameters in PostgreSQL's manual",
    "bad value": "see the list of parameters in PostgreSQL's manual",
    "resolve host": "is the server's name right?",
    "connection": "is the server running, and are its name, port, user and password right?",
}
_FORM = "an address is postgresql://user:password@server:port/database, with %40 for @ within user or password"


def is_address(place: str) -> bool:
    """Whether a place of a store is an address of PostgreSQL."""
    return place.startswith(PREFIXES)


def engine_of(address: str) -> Engine:
    """An engine on the database at ``address``.

    Raises:
        StoreError: it is no address, or psycopg is not installed.
    """
    if not address.isprintable() or address.partition("://")[2].partition("?")[0].count("@") > 1:
        raise StoreError(_FORM)
    try:
        url = make_url(f"postgresql+psycopg://{address.partition('://')[2]}")
    except (ValueError, ArgumentError) as error:  # which repeat what they were given, passwords included
        raise StoreError(_FORM) from error
    if url.port is not None and not 0 < url.port < _PORTS:
        raise StoreError(f"{url.port} is no port; {_FORM}")
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise StoreError("PostgreSQL needs psycopg: pip install 'onrecord[postgres]'") from error
    event.listen(engine, "begin", _begin)
    return engine


def shown(address: str) -> str:
    """A place of a store as it may be told: an address without its passwords."""
    if not is_address(address):
        return address
    scheme, _, rest = address.partition("://")
    where, _, told = rest.partition("?")
    user, at, server = where.rpartition("@")
    kept = "&".join(part for part in told.split("&") if part and not _is_secret(part))
    return f"{scheme}://{user.partition(':')[0]}{at}{server}{'?' if kept else ''}{kept}"


def without_secrets(message: str, address: str) -> str:
    """What the driver says, without the passwords of the address, which it may repeat."""
    where, _, told = address.partition("://")[2].partition("?")
    found = [where.rpartition("@")[0].partition(":")[2]]
    found += [part.partition("=")[2] for part in told.split("&") if _is_secret(part)]
    for secret in {spelled for each in found for spelled in (each, unquote(each)) if spelled}:
        message = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "***", message)
    return message


def _is_secret(parameter: str) -> bool:
    return "password" in unquote(parameter.partition("=")[0]).lower()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("write", False):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    else:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
