"""JSON: lines, a list, or an object that is an article or holds a list of them; a JSON Feed; ninjs."""

import codecs
import io
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, BinaryIO, cast

import msgspec

from onrecord.errors import DamagedError, EmptyError, InputError, LineError, TooLargeError
from onrecord.ingest import columns, json_feeds, ninjs
from onrecord.ingest.bounds import Gauge, at_most
from onrecord.ingest.bounds import lines as bounded
from onrecord.ingest.item import SPACE, Found, Item, Scope, rejected, whole
from onrecord.ingest.rows import articles

# Where vendors put their list of articles, and what they put around it.
_LISTS = ("articles", "items", "results", "docs", "documents", "data", "hits", "news", "stories", "entries", "value")
_AROUND = ("response", "data", "result", "hits", "feed")
_BLOCK = 1 << 16


def read_lines(item: Item, scope: Scope) -> Iterator[Found]:
    """As many inputs as there are lines that are not blank."""
    is_empty = True
    for number, line in enumerate(bounded(item.stream, scope.settings.max_bytes), 1):
        if line.strip():
            is_empty = False
            yield from _line(f"{item.location}:{number}", line, item, scope)
    if is_empty:
        raise EmptyError("nothing in it; expected JSON objects, one a line")


def _line(location: str, line: bytes, item: Item, scope: Scope) -> Iterator[Found]:
    try:
        if len(line) > scope.settings.max_bytes:
            raise TooLargeError(f"a line of more than {scope.settings.max_bytes} bytes; raise max_bytes")
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise LineError(f"{error}; expected a JSON object in UTF-8") from error
        if not isinstance(row, dict):
            raise LineError(f"a {type(row).__name__}; expected a JSON object")
    except InputError as error:
        yield rejected(location, error)
        return
    yield from articles(location, row, item, scope, sha256(line.strip()).hexdigest())


def read(item: Item, scope: Scope) -> Iterator[Found]:
    """A list is read piece by piece, however long; an object must fit into ``max_bytes``."""
    first = _first(item.stream)
    if first == b"[":
        gauge = Gauge(item.stream, scope.settings.max_bytes)
        yield from _rows(_elements(gauge), item, scope)
        return
    raw = first + whole(item, scope)
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if b"}\n{" in raw.replace(b"\r", b"")[: 4 * _BLOCK]:
            yield from read_lines(_again(item, raw), scope)
            return
        raise DamagedError(f"{error}; expected JSON in UTF-8") from error
    if not isinstance(value, dict):
        raise LineError(f"a {type(value).__name__}; expected an object or a list of objects")
    if json_feeds.is_feed(value):
        yield from json_feeds.articles(item, value, scope)
    elif ninjs.is_ninjs(value):
        yield from ninjs.articles(item.location, value)
    elif (listed := _list(value)) is not None and not _is_article(value, scope):
        yield from _rows(iter(listed), item, scope)
    else:
        yield from articles(item.location, value, item, scope)


def _first(stream: BinaryIO) -> bytes:
    """The first byte that is no space."""
    byte = stream.read(1)
    while byte and byte in SPACE:
        byte = stream.read(1)
    return byte


def _again(item: Item, raw: bytes) -> Item:
    return msgspec.structs.replace(item, stream=io.BytesIO(raw))


def _is_article(value: dict[str, Any], scope: Scope) -> bool:
    try:
        return bool(columns.told(value, scope.columns).keys() & {"text", "html"})
    except LineError:  # the user's column is that of the articles within
        return False


def _list(value: dict[str, Any]) -> list[Any] | None:
    """The list of articles that an answer of a vendor holds."""
    for around in (value, *(value[name] for name in _AROUND if isinstance(value.get(name), dict))):
        for name in _LISTS:
            listed = around.get(name)
            if isinstance(listed, list) and all(isinstance(one, dict) for one in listed[:3]):
                return listed
    return None


def _rows(values: Iterable[Any], item: Item, scope: Scope) -> Iterator[Found]:
    number = 0
    for number, value in enumerate(values, 1):
        location = f"{item.location}:{number}"
        if isinstance(value, dict):
            yield from articles(location, _unwrapped(value), item, scope)
        else:
            yield rejected(location, LineError(f"a {type(value).__name__}; expected an object"))
    if not number:
        raise EmptyError("an empty list")


def _unwrapped(value: dict[str, Any]) -> dict[str, Any]:
    """A search engine's hit as what was found."""
    source = value.get("_source")
    return source if isinstance(source, dict) else value


def _elements(gauge: Gauge) -> Iterator[Any]:
    """The elements of a list whose opening bracket has been read, one after another.

    Raises:
        DamagedError: it is no JSON from some place on, or it is cut.
        TooLargeError: one element is longer than the gauge allows.
    """
    decoder, text = json.JSONDecoder(), codecs.getincrementaldecoder("utf-8")("replace")
    held, at, more = "", 0, True
    wanted = _BLOCK
    while True:
        at = _after(held, at, " \t\r\n,")
        if held[at : at + 1] == "]":
            return
        try:
            value, end = decoder.raw_decode(held, at)
            if end == len(held) and more:
                raise ValueError("perhaps not all of it")
        except RecursionError as error:
            raise DamagedError("objects within one another too deep to read; the rest is not read") from error
        except ValueError as error:
            if not more:
                raise DamagedError(f"{error}: cut or no JSON; what stood before it was read") from error
            block = at_most(cast(BinaryIO, gauge), wanted - 1)
            more, wanted = bool(block), wanted * 2
            held, at = held[at:] + text.decode(block, final=not block), 0
            continue
        yield value
        gauge.reset()
        at, wanted = end, _BLOCK


def _after(text: str, at: int, skipped: str) -> int:
    while at < len(text) and text[at] in skipped:
        at += 1
    return at
