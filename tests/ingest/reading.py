"""Bytes written to a file and read as a source."""

from pathlib import Path

from onrecord.config import Settings
from onrecord.ingest import mapping, pages
from onrecord.model.page import Page, Rejected


def read_file(path: Path, raw: bytes | str, *columns: str, **settings: int) -> list[Page | Rejected]:
    """What a file of these bytes stands for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(pages([str(path)], Settings(**settings), mapping(columns)))  # type: ignore[arg-type]


def only(found: list[Page | Rejected]) -> Page:
    """The one page that was found."""
    (page,) = found
    assert isinstance(page, Page), page
    return page


def codes(found: list[Page | Rejected]) -> list[str]:
    """The error code of each rejection, and ``page`` for each page."""
    return [one.code if isinstance(one, Rejected) else "page" for one in found]
