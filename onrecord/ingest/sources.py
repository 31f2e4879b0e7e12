"""Which inputs a source stands for, and the page or the rejection that each becomes."""

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from onrecord.config import Settings
from onrecord.errors import EmptyError, InputError, LineError, OnrecordError, TooLargeError, UnknownKindError
from onrecord.model.page import MediaType, Page, Rejected

_HTML = frozenset({".html", ".htm", ".xhtml"})
_TEXT = frozenset({".txt", ".md", ".text"})
_LINES = frozenset({".jsonl", ".ndjson"})
_HTML_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<head")
# What a JSON line may say of its article, besides its text or html.
_TOLD = ("title", "url", "published", "outlet", "author", "language")


def pages(sources: Iterable[str], settings: Settings) -> Iterator[Page | Rejected]:
    """One page or rejection for every input that ``sources`` stand for, in a fixed order.

    A source is a file, a folder (all files below it, by path), or ``-`` for standard input. A file of JSON lines is as
    many inputs as it has lines.
    """
    for source in sources:
        if source == "-":
            yield from _stream(sys.stdin.buffer, settings)
        elif Path(source).is_dir():
            for path in sorted(Path(source).rglob("*")):
                # A link to a folder is not followed, so that a loop of links ends.
                if path.is_file():
                    yield from _file(path, settings)
        else:
            yield from _file(Path(source), settings)


def _stream(stream: BinaryIO, settings: Settings) -> Iterator[Page | Rejected]:
    raw = stream.read(settings.max_bytes + 1)
    if raw.lstrip()[:1] == b"{":
        yield from _lines("-", raw, settings)
    else:
        yield _page("-", raw, None, settings)


def _file(path: Path, settings: Settings) -> Iterator[Page | Rejected]:
    location = str(path)
    if not path.exists():
        yield rejected(location, InputError("no such file or folder"))
        return
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = suffixes[-1:] == [".gz"]
    kind = (suffixes[-2:-1] if packed else suffixes[-1:] or [""])[0] if suffixes else ""
    if kind not in _HTML | _TEXT | _LINES:
        yield rejected(location, UnknownKindError(f"{kind or 'no suffix'}: not a kind of file that is read"))
        return
    try:
        raw = _read(path, packed, settings.max_bytes)
    except (OSError, EOFError, zlib.error) as error:
        yield rejected(location, InputError(f"cannot be read: {error}"))
        return
    if kind in _LINES:
        yield from _lines(location, raw, settings)
    else:
        yield _page(location, raw, "text/html" if kind in _HTML else "text/plain", settings)


def _read(path: Path, packed: bool, most: int) -> bytes:
    """At most ``most + 1`` bytes, so that a bomb is not unpacked."""
    with gzip.open(path) if packed else path.open("rb") as stream:
        return stream.read(most + 1)


def _page(location: str, raw: bytes, media_type: MediaType | None, settings: Settings) -> Page | Rejected:
    if len(raw) > settings.max_bytes:
        return rejected(location, TooLargeError(f"more than {settings.max_bytes} bytes; raise max_bytes to read it"))
    if not raw.strip():
        return rejected(location, EmptyError("nothing in it"))
    if media_type is None:
        media_type = "text/html" if raw.lstrip()[:16].lower().startswith(_HTML_STARTS) else "text/plain"
    return Page(location=location, raw=raw, digest=sha256(raw).hexdigest(), media_type=media_type)


def _lines(location: str, raw: bytes, settings: Settings) -> Iterator[Page | Rejected]:
    if len(raw) > settings.max_bytes:
        yield rejected(location, TooLargeError(f"more than {settings.max_bytes} bytes; split the file"))
        return
    for number, line in enumerate(raw.splitlines(), 1):
        if line.strip():
            yield _line(f"{location}:{number}", line, settings)


def _line(location: str, line: bytes, settings: Settings) -> Page | Rejected:
    try:
        value = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return rejected(location, LineError(f"{error}; expected a JSON object in UTF-8"))
    body = value.get("html") or value.get("text") if isinstance(value, dict) else None
    if not isinstance(body, str):
        return rejected(location, LineError("expected an object with 'text' or 'html'"))
    page = _page(
        location,
        body.encode("utf-8", "surrogatepass"),
        "text/html" if value.get("html") else "text/plain",
        settings,
    )
    if isinstance(page, Rejected):
        return page
    told = {name: value[name] for name in _TOLD if isinstance(value.get(name), str)}
    return Page(
        location=location,
        raw=page.raw,
        digest=sha256(line).hexdigest(),
        media_type=page.media_type,
        url=told.get("url"),
        metadata=told,
    )


def rejected(location: str, error: OnrecordError) -> Rejected:
    """The input at ``location`` as refused for the reason of ``error``."""
    return Rejected(location=location, code=error.code, message=error.message)
