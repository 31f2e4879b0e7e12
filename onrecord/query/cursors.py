"""Where a page ended, as an opaque word: the next one begins after it, whatever has come in since."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import Any

import msgspec

from onrecord.errors import InputError

Place = tuple[str | float | int | None, str, int]  # value of the order, article, place in it


def encode(order: str, place: Place) -> str:
    """A cursor after the row at ``place`` in ``order``."""
    return urlsafe_b64encode(msgspec.json.encode((order, *place))).decode().rstrip("=")


def decode(cursor: str, order: str) -> Place:
    """The place after which a page begins.

    Raises:
        InputError: it is no cursor, or one of another order.
    """
    try:
        found: Any = msgspec.json.decode(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        of, value, article, position = msgspec.convert(found, tuple[str, str | float | None, str, int])
    except (Error, ValueError) as error:  # msgspec's errors are ValueErrors
        raise InputError(f"{cursor[:80]!r}: no cursor; take the one that came with the page before") from error
    if of != order:
        raise InputError(f"this cursor is of the order {of!r}, not {order!r}; begin with the first page")
    return value, article, position
