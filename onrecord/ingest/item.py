"""What one source is unpacked into on the way to its pages, and what holds while it is read."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import BinaryIO, Protocol

import msgspec

from onrecord.config import Settings
from onrecord.errors import EmptyError, NestedError, OnrecordError, TooLargeError
from onrecord.ingest.bounds import Budget, at_most
from onrecord.model.page import MediaType, Page, Rejected

Found = Page | Rejected

SPACE = b" \t\r\n\xef\xbb\xbf"
_DEEPEST = 5  # containers within one another: a zip of zips of packed pages is three


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may hold articles: a file, a member of an archive, an answer of a server.

    ``name`` is what its kind is told by; ``media_type`` what a server or archive said it is; ``told`` is what its
    container says of it (metadata as in :class:`Page`), ``hints`` what is used where the item itself is silent.
    """

    location: str
    name: str
    stream: BinaryIO
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    retrieved: str | None = None
    hints: dict[str, str] = {}


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A page that a feed, a sitemap or a table only points to, and what it says of that page."""

    location: str
    url: str
    hints: dict[str, str] = {}


class Web(Protocol):
    """What fetches linked pages."""

    def linked(self, link: Link, scope: "Scope") -> Iterator[Found]:
        """The page behind ``link``, or why it is not there."""
        ...


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What holds while one source is read.

    ``columns`` are the user's own names for fields (``title`` → ``headline``), ``read`` is the way back to the choice
    of a reader, for what is unpacked; ``web`` is null where linked pages are not asked for.
    """

    settings: Settings
    budget: Budget
    read: Callable[[Item, "Scope"], Iterator[Found]]
    columns: dict[str, str] = {}
    web: Web | None = None
    depth: int = 0

    def deeper(self) -> "Scope":
        """The scope within one more container.

        Raises:
            NestedError: there are too many around it.
        """
        if self.depth >= _DEEPEST:
            raise NestedError(f"more than {_DEEPEST} containers within one another; unpack it to read it")
        return msgspec.structs.replace(self, depth=self.depth + 1)


def whole(item: Item, scope: Scope) -> bytes:
    """All of an item.

    Raises:
        TooLargeError: more than ``max_bytes``.
        EmptyError: nothing but white space.
    """
    most = scope.settings.max_bytes
    raw = at_most(item.stream, most)
    if len(raw) > most:
        raise TooLargeError(f"more than {most} bytes; raise max_bytes to read it")
    if not raw.strip(SPACE):
        raise EmptyError("nothing in it")
    return raw


def page(item: Item, raw: bytes, media_type: MediaType, *, digest: str | None = None, **told: str | None) -> Page:
    """The page of an item; ``told`` is metadata that the item itself gives."""
    return Page(
        location=item.location,
        raw=raw,
        digest=digest or sha256(raw).hexdigest(),
        media_type=media_type,
        url=told.get("url") or item.url,
        retrieved=item.retrieved,
        metadata={name: value for name, value in told.items() if value},
        hints=item.hints,
    )


def rejected(location: str, error: OnrecordError) -> Rejected:
    """The input at ``location`` as refused for the reason of ``error``."""
    return Rejected(location=location, code=error.code, message=error.message)
