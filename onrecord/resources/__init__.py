"""Compiled tables and models, each with its licence and origin beside it; opened here and nowhere else."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np

from onrecord.errors import ResourceError, SettingsError


def table(name: str) -> Any:
    """The JSON table ``name`` (file name with suffix), decoded.

    Raises:
        ResourceError: it is missing or damaged.
    """
    try:
        return json.loads((files(__name__) / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"resource {name}: {error}; reinstall onrecord") from error


def text_file(name: str) -> str:
    """The text of ``name``.

    Raises:
        ResourceError: it is missing.
    """
    try:
        return (files(__name__) / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"resource {name}: {error}; reinstall onrecord") from error


def member(name: str, part: str) -> bytes:
    """The bytes of one part of the archive ``name``; the others are not read.

    Raises:
        ResourceError: it is missing or damaged.
    """
    try:
        with (files(__name__) / name).open("rb") as file, ZipFile(file) as archive:
            return archive.read(part)
    except (OSError, BadZipFile, KeyError) as error:
        raise ResourceError(f"resource {name}, {part}: {error}; reinstall onrecord") from error


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The tab-separated table ``name`` without its header line and ``#`` comments; every row as wide as the header.

    Raises:
        ResourceError: it is missing, or a row has another number of columns than the header.
    """
    found = numbered(text_file(name).splitlines())
    width = len(found[0][1])
    for at, cells in found:
        if len(cells) != width:
            raise ResourceError(f"resource {name}, line {at}: {len(cells)} columns where the header has {width}")
    return tuple(cells for _, cells in found[1:])


def numbered(lines: Iterable[str]) -> list[tuple[int, tuple[str, ...]]]:
    """The lines of a tab-separated table that hold something, as cells, each with its number from 1."""
    filled = ((at, line) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#"))
    return [(at, tuple(line.split("\t"))) for at, line in filled]


@cache
def date_shares() -> dict[str, float]:
    """How often each source of a publication date is right, as measured, 0 to 1."""
    return {source: float(share) for source, share, _ in rows("date_sources.tsv")}


def own_rows(path: str, width: int) -> tuple[tuple[str, ...], ...]:
    """The rows of a user's tab-separated table with a header line, each ``width`` wide; none where no path is given.

    Raises:
        SettingsError: it cannot be read.
        ResourceError: a row has another number of columns.
    """
    found = numbered(own_lines(path) or ())
    for at, cells in found:
        if len(cells) != width:
            raise ResourceError(f"table {path}, line {at}: {len(cells)} columns; expected {width}")
    return tuple(cells for _, cells in found[1:])


def own_lines(path: str) -> tuple[str, ...] | None:
    """The lines of a user's own table; null where no path is given.

    Raises:
        SettingsError: it cannot be read, or is not UTF-8.
    """
    try:
        return tuple(Path(path).read_text(encoding="utf-8-sig").splitlines()) if path else None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"table {path}: {error}") from error


@cache
def confidence_table() -> dict[str, dict[str, float]]:
    """Kind of value → rule → share of right answers."""
    loaded: dict[str, dict[str, float]] = table("confidence.json")
    return loaded


def arrays(name: str) -> Mapping[str, Any]:
    """The numpy arrays of ``name`` (.npz), loaded.

    Raises:
        ResourceError: it is missing or damaged.
    """
    try:
        with as_file(files(__name__) / name) as path, np.load(path, allow_pickle=False) as loaded:
            return {key: loaded[key] for key in loaded.files}
    except (OSError, ValueError) as error:
        raise ResourceError(f"resource {name}: {error}; reinstall onrecord") from error


def digests() -> dict[str, tuple[str, str]]:
    """File name → SHA-256 found and SHA-256 written down when it was made (``digests.json``), in hex; "" if missing."""
    wanted: dict[str, str] = table("digests.json")
    return {name: (_digest(name), expected) for name, expected in wanted.items()}


def _digest(name: str) -> str:
    path = files(__name__) / name
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
