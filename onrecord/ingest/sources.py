"""Which inputs a source stands for, and the page or the rejection that each becomes."""

import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import msgspec

from onrecord.config import Settings
from onrecord.errors import EmptyError, FetchError, InputError
from onrecord.ingest import kinds
from onrecord.ingest.bounds import Budget, Counted
from onrecord.ingest.item import Found, Item, Scope, Web, rejected
from onrecord.ingest.reading import read

_FREE = 64_000_000  # bytes that anything may unpack to, however small it is packed
_PATTERN = frozenset("*?[")


class Sites(Web, Protocol):
    """What fetches addresses that are sources themselves."""

    def source(self, url: str, scope: Scope) -> Iterator[Found]:
        """What the address stands for: a page, a feed with its pages, an archive."""
        ...


def pages(
    sources: Iterable[str],
    settings: Settings,
    columns: dict[str, str] | None = None,
    sites: Sites | None = None,
    follow: bool = False,
) -> Iterator[Found]:
    """One page or rejection for every input that ``sources`` stand for, in a fixed order.

    A source is a file, a folder (all files below it, by path; links to folders are refused), a pattern such as
    ``news/**/*.html``, an address, or ``-`` for standard input. A file of lines, rows, entries or members is as many
    inputs as it has of them. ``columns`` are the user's names for fields; ``sites`` fetches addresses, and with
    ``follow`` the pages that feeds and sitemaps in files link to; without it nothing is fetched.
    """
    for source in sources:
        scope = Scope(
            settings=settings,
            budget=Budget(lambda: 0, max(_FREE, settings.max_bytes)),
            read=read,
            columns=columns or {},
            web=sites if follow else None,
        )
        if source == "-":
            yield from _stream(sys.stdin.buffer, scope)
        elif source.startswith(("http://", "https://")):
            yield from _address(source, scope, sites)
        elif Path(source).is_dir():
            yield from _folder(Path(source), scope)
        elif _PATTERN & set(source) and not Path(source).exists():
            yield from _matching(source, scope)
        else:
            yield from _file(Path(source), scope)


def _address(url: str, scope: Scope, sites: Sites | None) -> Iterator[Found]:
    if sites is None:
        yield rejected(url, FetchError("addresses are fetched by onrecord read only; save the page first"))
    else:
        yield from sites.source(url, scope)


def _folder(folder: Path, scope: Scope) -> Iterator[Found]:
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        for name in folders:
            if (link := Path(parent, name)).is_symlink():
                yield rejected(str(link), InputError("a link to a folder is not followed; name the folder itself"))
        for name in sorted(names):
            yield from _file(Path(parent, name), scope)
    for error in closed:
        yield rejected(str(error.filename), InputError(f"folder cannot be read: {error.strerror}"))


def _matching(pattern: str, scope: Scope) -> Iterator[Found]:
    found = [path for path in sorted(set(_expanded(pattern))) if not Path(path).is_dir()]
    if not found:
        yield rejected(pattern, InputError("no file matches this pattern"))
    for path in found:
        yield from _file(Path(path), scope)


def _expanded(pattern: str) -> Iterator[str]:
    """What a pattern matches; its ``**`` goes into no links, which may lead round in circles, and no hidden folders."""
    before, deep, after = (f"{pattern}/*" if pattern == "**" or pattern.endswith("/**") else pattern).partition("**/")
    if not deep or (before and not before.endswith("/")):
        # Path.glob takes no pattern that begins at the root.
        yield from glob.glob(pattern)  # noqa: PTH207
        return
    for base in glob.glob(before) if before else [""]:  # noqa: PTH207
        for parent, folders, _ in os.walk(base or os.curdir):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = parent if base else os.path.relpath(parent)
            yield from _expanded(after if below == os.curdir else os.path.join(glob.escape(below), after))  # noqa: PTH118


def _stream(stream: BinaryIO, scope: Scope) -> Iterator[Found]:
    """Standard input; its kind is told by its beginning, and is text if that tells nothing."""
    counted = Counted(stream)
    buffered = io.BufferedReader(counted, 1 << 16)
    name = "" if kinds.begun(buffered.peek()[: kinds.HEAD]) else "standard-input.txt"
    scope = _within(scope, lambda: counted.taken)
    yield from read(Item(location="-", name=name, stream=cast(BinaryIO, buffered)), scope)


def _file(path: Path, scope: Scope) -> Iterator[Found]:
    location = str(path)
    try:
        # A pipe or a device would block or never end.
        if path.exists() and not path.is_file():
            raise InputError("no regular file")
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if not size:
                raise EmptyError("nothing in it")
            scope = _within(scope, lambda: size)
            yield from read(Item(location=location, name=path.name, stream=cast(BinaryIO, stream)), scope)
    except InputError as error:
        yield rejected(location, error)
    except (OSError, ValueError) as error:
        yield rejected(location, InputError(f"no reading: {error}"))


def _within(scope: Scope, packed: Callable[[], int]) -> Scope:
    """The scope of one file, with its own budget."""
    return msgspec.structs.replace(scope, budget=Budget(packed, max(_FREE, scope.settings.max_bytes)))
