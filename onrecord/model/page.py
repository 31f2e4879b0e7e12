"""A page as it was found, and what cleaning made of it."""

from bisect import bisect_right
from typing import Literal

import msgspec

from onrecord.model.span import Span

MediaType = Literal["text/html", "text/plain"]


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """One input that was not taken: where it is, a stable code (``OR-…``) and what was found and expected."""

    location: str
    code: str
    message: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One input as found: its bytes, where they came from, and their SHA-256 digest in hex.

    ``retrieved`` is an ISO date-time that the source gave (never the clock), ``media_type`` what the reader took it
    for, ``metadata`` what the source itself says of it (a JSON line's own title, date, address), ``hints`` what
    something that only links to it says, used where the page is silent. ``published_from`` in either names the source.
    """

    location: str
    raw: bytes
    digest: str
    media_type: MediaType
    url: str | None = None
    retrieved: str | None = None
    metadata: dict[str, str] = {}
    hints: dict[str, str] = {}


class Validators(msgspec.Struct, frozen=True):
    """What a server gave to ask later whether a page has changed, and the digest of what it sent then.

    ``entries``: of a feed or sitemap, how many inputs it was; null for a page.
    """

    digest: str
    etag: str | None = None
    modified: str | None = None
    entries: int | None = None


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """One mended fault: the rule, its place in the text *as found* (decoded), and the words before and after."""

    rule: str
    span: Span
    before: str
    after: str


class OffsetMap(msgspec.Struct, frozen=True):
    """Maps code points of a clean text back to the text as found.

    ``pieces`` are ``(start, found_start, length)``, in order of ``start``: clean ``[start, start + length)`` is found
    ``[found_start, found_start + length)`` unchanged. A code point in no piece was made by a repair.
    """

    pieces: tuple[tuple[int, int, int], ...]

    def found(self, offset: int) -> int | None:
        """Where the clean code point ``offset`` stood in the text as found; null if a repair made it."""
        at = bisect_right(self.pieces, (offset, len(self.pieces) and self.pieces[-1][1] + self.pieces[-1][2])) - 1
        if at < 0:
            return None
        start, found, length = self.pieces[at]
        return found + offset - start if offset < start + length else None


class PageInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What stood around the article: votes, related posts, tags, the section."""

    points: int | None = None
    related: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    section: str | None = None


class CleanPage(msgspec.Struct, frozen=True, kw_only=True):
    """The article of a page. ``text`` is without its headline; repairs are listed, ``offsets`` lead back.

    ``published_from`` says what gave the date (``json-ld``, ``meta``, ``visible``, ``address``, ``feed``, ``source``),
    ``published_confidence`` how often such a source is right, 0 to 1, null where that was not measured; ``outlet``
    published it, ``original_outlet`` reported it first where that is another.
    """

    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    published_confidence: float | None = None
    updated: str | None = None
    outlet: str | None = None
    original_outlet: str | None = None
    language: str | None = None
    url: str | None = None
    page: PageInfo = PageInfo()
    repairs: tuple[Repair, ...] = ()
    offsets: OffsetMap = OffsetMap(())
