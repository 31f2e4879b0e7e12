"""Which inputs a source stands for, and the page or the rejection that each becomes."""

import gzip
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.config import Settings
from onrecord.errors import EmptyError, InputError, OnrecordError, TooLargeError, UnknownKindError
from onrecord.ingest.lines import article
from onrecord.model.page import MediaType, Page, Rejected

_HTML = frozenset({".html", ".htm", ".xhtml"})
_TEXT = frozenset({".txt", ".md", ".text"})
_LINES = frozenset({".jsonl", ".ndjson"})
_KINDS = ", ".join(sorted(_HTML | _TEXT | _LINES))
_HTML_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<head")
_SPACE = b" \t\r\n\xef\xbb\xbf"


def pages(sources: Iterable[str], settings: Settings) -> Iterator[Page | Rejected]:
    """One page or rejection for every input that ``sources`` stand for, in a fixed order.

    A source is a file, a folder (all files below it, by path; links to folders are not followed), or ``-`` for
    standard input. A file of JSON lines is as many inputs as it has lines that are not blank.
    """
    for source in sources:
        if source == "-":
            yield from _stream(sys.stdin.buffer, settings)
        elif Path(source).is_dir():
            yield from _folder(Path(source), settings)
        else:
            yield from _file(Path(source), settings)


def _folder(folder: Path, settings: Settings) -> Iterator[Page | Rejected]:
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        for name in sorted(names):
            yield from _file(Path(parent, name), settings)
    for error in closed:
        yield rejected(str(error.filename), InputError(f"folder cannot be read: {error.strerror}"))


def _stream(stream: BinaryIO, settings: Settings) -> Iterator[Page | Rejected]:
    head = stream.read(1)
    while head and head[-1:] in _SPACE and len(head) < 1024:
        head += stream.read(1)
    if head[-1:] == b"{":
        first = head[-1:] + stream.readline(settings.max_bytes)
        yield from _lines("-", chain([first], _bounded(stream, settings.max_bytes)), settings)
    else:
        yield _page("-", head + stream.read(settings.max_bytes + 1), None, settings)


def _file(path: Path, settings: Settings) -> Iterator[Page | Rejected]:
    location = str(path)
    packed = path.suffix.lower() == ".gz"
    kind = (Path(path.stem) if packed else path).suffix.lower()
    if kind not in _HTML | _TEXT | _LINES:
        found = f"{kind} file" if kind else "a file without a suffix"
        yield rejected(location, UnknownKindError(f"{found}; expected one of {_KINDS}, each also with .gz"))
        return
    try:
        # A pipe or a device would block or never end.
        if path.exists() and not path.is_file():
            raise InputError("no regular file")
        with _opened(path, packed) as stream:
            if kind in _LINES:
                yield from _lines(location, _bounded(stream, settings.max_bytes), settings)
            else:
                raw = stream.read(settings.max_bytes + 1)
                yield _page(location, raw, "text/html" if kind in _HTML else "text/plain", settings)
    except InputError as error:
        yield rejected(location, error)
    except (OSError, EOFError, zlib.error) as error:
        what = "gzip data are cut or damaged" if packed and not isinstance(error, FileNotFoundError) else "no reading"
        yield rejected(location, InputError(f"{what}: {error}; get the file again"))


def _opened(path: Path, packed: bool) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if packed else path.open("rb")


def _bounded(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines of a stream, one longer than ``most`` cut to ``most + 1`` bytes, so that a bomb is not unpacked."""
    while line := stream.readline(most + 1):
        yield line
        while len(line) > most and not line.endswith(b"\n"):
            line = stream.readline(most + 1)


def _page(location: str, raw: bytes, media_type: MediaType | None, settings: Settings) -> Page | Rejected:
    if len(raw) > settings.max_bytes:
        return rejected(location, TooLargeError(f"more than {settings.max_bytes} bytes; raise max_bytes to read it"))
    if not raw.strip(_SPACE):
        return rejected(location, EmptyError("nothing in it"))
    if media_type is None:
        media_type = "text/html" if raw.lstrip(_SPACE)[:16].lower().startswith(_HTML_STARTS) else "text/plain"
    return Page(location=location, raw=raw, digest=sha256(raw).hexdigest(), media_type=media_type)


def _lines(location: str, lines: Iterable[bytes], settings: Settings) -> Iterator[Page | Rejected]:
    number = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _line(f"{location}:{number}", line, settings)
    if not number:
        yield rejected(location, EmptyError("nothing in it; expected JSON objects, one a line"))


def _line(location: str, line: bytes, settings: Settings) -> Page | Rejected:
    if len(line) > settings.max_bytes:
        return rejected(location, TooLargeError(f"a line of more than {settings.max_bytes} bytes; raise max_bytes"))
    try:
        page = article(location, line)
    except InputError as error:
        return rejected(location, error)
    return page if page.raw.strip() else rejected(location, EmptyError("its text is empty"))


def rejected(location: str, error: OnrecordError) -> Rejected:
    """The input at ``location`` as refused for the reason of ``error``."""
    return Rejected(location=location, code=error.code, message=error.message)
