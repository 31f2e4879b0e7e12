"""``onrecord show``: one article in the terminal, its text with statements and events marked."""

from itertools import islice
from pathlib import Path
from textwrap import fill
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from onrecord.cli.marking import coloured, event_line, lettered, statement_line
from onrecord.cli.terminal import console, harmless, has_colours
from onrecord.config import load
from onrecord.errors import InputError, StoreError
from onrecord.model.page import CleanPage, Page, Rejected
from onrecord.model.record import Record
from onrecord.store import open_store
from onrecord.store.postgresql import is_address, shown

_INDENT = " " * 5
_SQLITE = b"SQLite format 3\0"


def show(
    record: Annotated[str, typer.Argument(metavar="RECORD|FILE|-", help="a store, or a page or text to read now")],
    article: Annotated[str | None, typer.Argument(help="id of an article, or its number by date (default: 1)")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="ISO date of what is read now")] = None,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0, help="leave out values below")] = 0.0,
) -> None:
    """Show one article: its text with statements and events marked, then both as lists.

    Statements are marked [S1 …], the words that name events {E1 …}; on a terminal by colour and underline.

    Example: onrecord show record.db 3
    """
    page, found = _stored(record, article) if _is_store(record) else _read_now(record, article, published)
    _print(page, found.at_least(min_confidence))


def _print(page: CleanPage, record: Record) -> None:
    out = console()
    out.print(Text(harmless(record.title or record.id), style="bold"))
    first = f"first reported by {page.original_outlet}" if page.original_outlet else None
    about = (", ".join(page.authors), page.outlet, first, record.published, record.url)
    out.print(Text(harmless(" · ".join(filter(None, about))), style="dim"))
    out.print()
    out.print((coloured if has_colours() else lettered)(page.text, record))
    said = [statement_line(number, value, page.text, record) for number, value in enumerate(record.statements, 1)]
    done = [event_line(number, value, page.text, record) for number, value in enumerate(record.events, 1)]
    for heading, lines in (("Who said what", said), ("Who did what to whom", done)):
        out.print(Text(f"\n{heading}" if lines else f"\n{heading}: nothing found", style="bold"))
        for first, second in lines:
            out.print(Text(fill(harmless(first), out.width, initial_indent="  ", subsequent_indent=_INDENT)))
            below = fill(harmless(second), out.width, initial_indent=_INDENT, subsequent_indent=_INDENT)
            out.print(Text(below, style="dim"))
    for failure in record.failures:
        out.print(Text(harmless(f"\nnot read: {failure.message} [{failure.code}]")))


def _is_store(name: str) -> bool:
    path = Path(name)
    if is_address(name):
        return True
    if name == "-" or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _stored(name: str, article: str | None) -> tuple[CleanPage, Record]:
    with open_store(name) as store:
        found = store.article(article) if article and not _is_number(article) else store.nth(int(article or 1))
    if found is None:
        raise StoreError(f"{shown(name)}: no article number {article or 1}")
    return found.page, found.record


def _is_number(article: str) -> bool:
    """Ids have 16 digits; a number of an article never has so many."""
    return article.isascii() and article.isdigit() and len(article) < 10


def _read_now(name: str, article: str | None, published: str | None) -> tuple[CleanPage, Record]:
    from onrecord.pipeline import reader  # late: the extractor and the model take seconds to load
    from onrecord.pipeline.intake import cleaned, document

    settings = load()
    page = _nth_page(name, article or "1")
    found = cleaned(page)
    unread = document(found)
    if published:
        unread = msgspec.structs.replace(unread, published=published)
    return found, reader(settings).read(unread).document.record()


def _nth_page(name: str, article: str) -> Page:
    from onrecord.ingest import pages

    if not _is_number(article) or article == "0":
        raise InputError(f"{article!r}: of what is not a store, an article is named by its number")
    page = next(islice(pages([name], load()), int(article) - 1, None), None)
    if page is None:
        raise InputError(f"{name}: no article number {article}")
    if isinstance(page, Rejected):
        raise InputError(f"{page.location}: {page.message}")
    return page
