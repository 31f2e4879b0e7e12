"""Where a page ended, as an opaque word: the next one begins after it, whatever has come in since."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import Annotated, Any

import msgspec

from onrecord.errors import InputError

Place = tuple[str | float | int | None, str, int]  # value of the order, article, place in it
_Position = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]  # as the databases count


def encode(order: str, place: Place) -> str:
    """A cursor after the row at ``place`` in ``order``, whatever its words hold."""
    return urlsafe_b64encode(json.dumps((order, *place), separators=(",", ":")).encode()).decode().rstrip("=")


def decode(cursor: str, order: str, kind: type[str] | type[float]) -> Place:
    """The place after which a page begins; ``kind`` is what the order sorts by.

    Raises:
        InputError: it is no cursor, or one of another order.
    """
    try:
        found: Any = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        of, *place = msgspec.convert(found, tuple[str, str | float | None, str, _Position])
        if of == order:
            value, article, position = msgspec.convert(place, tuple[kind | None, str, int])  # type: ignore[valid-type]
            return value, article, position
    except (Error, ValueError, RecursionError) as error:  # msgspec's and json's errors are ValueErrors
        raise InputError(f"{cursor[:80]!r}: no cursor; take the one that came with the page before") from error
    raise InputError(f"this cursor is of the order {of!r}, not {order!r}; begin with the first page")
