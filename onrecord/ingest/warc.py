"""WARC 1.0 and 1.1, record by record (ISO 28500), in memory that one page fills.

Our own reader, because the common ones pass over a cut file in silence and read lines without a bound.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from onrecord.errors import (
    DamagedError,
    EmptyError,
    InputError,
    StatusError,
    TooLargeError,
    UnchangedError,
    UnknownKindError,
)
from onrecord.ingest import http_bodies, kinds
from onrecord.ingest.item import Found, Item, Scope, rejected

# Records that tell how something was captured; they hold no page.
_ABOUT = frozenset({"warcinfo", "request", "metadata"})
_LONGEST_HEAD = 1 << 20
_BLOCK = 1 << 16


class _Record(msgspec.Struct, frozen=True):
    """A record: its headers, how long its block is, and as much of the block as may be read."""

    headers: dict[str, str]
    length: int
    block: bytes


def read(item: Item, scope: Scope) -> Iterator[Found]:
    """The pages of a WARC. Every capture is an input; records about captures are none.

    Raises:
        DamagedError: the file is cut, or is no WARC from some place on.
    """
    scope = scope.deeper()
    is_empty = True
    for number, record in enumerate(_records(item.stream, scope.settings.max_bytes), 1):
        kind = record.headers.get("warc-type", "").lower()
        if kind in _ABOUT:
            continue
        is_empty = False
        location = f"{item.location}:{number}"
        try:
            captured = _captured(kind, record, location, scope.settings.max_bytes)
        except InputError as error:
            url = record.headers.get("warc-target-uri", "")[:300]
            yield rejected(location, type(error)(f"{url}: {error.message}" if url else error.message))
            continue
        yield from scope.read(captured, scope)
    if is_empty:
        raise EmptyError("a WARC without captures")


def _records(stream: BinaryIO, most: int) -> Iterator[_Record]:
    while head := _head(stream):
        told = http_bodies.headers(head)
        try:
            length = int(told.get("content-length", ""))
        except ValueError:
            length = -1
        if length < 0:
            raise DamagedError("a WARC record without its length; the rest is not read")
        block = _exactly(stream, min(length, most + _LONGEST_HEAD + 1))
        _pass(stream, length - len(block))
        yield _Record(told, length, block)


def _head(stream: BinaryIO) -> bytes:
    """The header lines of the next record; empty at the end.

    Raises:
        DamagedError: something else stands here.
    """
    line = stream.readline(_LONGEST_HEAD)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_LONGEST_HEAD)
    if not line:
        return b""
    if not line.startswith(b"WARC/"):
        raise DamagedError(f"no WARC record begins with {line[:40]!r}; the rest is not read")
    parts, length = [], 0
    while line not in (b"\r\n", b"\n"):
        parts.append(line)
        length += len(line)
        line = stream.readline(_LONGEST_HEAD)
        if not line or length > _LONGEST_HEAD:
            raise DamagedError("the header of a WARC record is cut or endless; the rest is not read")
    return b"".join(parts)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    parts, left = [], length
    while left:
        block = stream.read(min(left, _BLOCK))
        if not block:
            raise DamagedError(f"the WARC is cut {left} bytes before the end of a record")
        parts.append(block)
        left -= len(block)
    return b"".join(parts)


def _pass(stream: BinaryIO, length: int) -> None:
    while length > 0:
        block = stream.read(min(length, _BLOCK))
        if not block:
            raise DamagedError(f"the WARC is cut {length} bytes before the end of a record")
        length -= len(block)


def _captured(kind: str, record: _Record, location: str, most: int) -> Item:
    """What a record captured, as something to be read."""
    if kind == "revisit":
        raise UnchangedError("the same as an earlier capture; nothing of it is stored here")
    if kind not in ("response", "resource", "conversion"):
        raise UnknownKindError(f"a record of the type {kind[:40] or 'none'}; read are response, resource, conversion")
    url = record.headers.get("warc-target-uri", "").strip("<>")
    media_type = record.headers.get("content-type", "")
    body, cut = record.block, record.length > len(record.block)
    if media_type.lower().startswith("application/http"):
        body, media_type = _answer(body, most, cut)
    elif cut or len(body) > most:
        raise TooLargeError(f"{record.length} bytes; at most {most} are read; raise max_bytes")
    if not body:
        raise EmptyError("nothing in it")
    name = kinds.name_of(url)
    if name == "robots.txt":
        raise UnknownKindError("robots.txt, which is no page")
    return Item(
        location=location,
        name=name,
        stream=io.BytesIO(body),
        media_type=media_type,
        charset=http_bodies.charset(media_type),
        url=url if url.startswith(("http://", "https://")) else None,
        retrieved=record.headers.get("warc-date"),
    )


def _answer(block: bytes, most: int, cut: bool) -> tuple[bytes, str]:
    """Body and content type of a captured HTTP answer."""
    head, gap, body = block.partition(b"\r\n\r\n")
    if not gap:
        head, gap, body = block.partition(b"\n\n")
    status, _, lines = head.partition(b"\n")
    told = http_bodies.headers(lines)
    parts = status.split()
    if len(parts) < 2 or not parts[0].startswith(b"HTTP/"):
        raise DamagedError("a capture without an HTTP status")
    if parts[1] != b"200":
        raise StatusError(f"HTTP status {parts[1][:10].decode('ascii', 'replace')}")
    media_type = told.get("content-type", "")
    kinds.declared(media_type)  # a picture is named before it is unpacked
    if cut:
        raise TooLargeError(f"more than {most} bytes; raise max_bytes to read it")
    if "chunked" in told.get("transfer-encoding", "").lower():
        body = http_bodies.joined(body)
    return http_bodies.unpacked(body, told, most), media_type
