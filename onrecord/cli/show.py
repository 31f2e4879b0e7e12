"""``onrecord show``: one article in the terminal, its text with statements and events marked."""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from onrecord.config import load
from onrecord.errors import InputError, StoreError
from onrecord.model.document import Document
from onrecord.model.page import Rejected
from onrecord.model.record import Event, Participant, Record, Spans, Statement
from onrecord.store import open_store

_SQLITE = b"SQLite format 3\0"


def show(
    record: Annotated[str, typer.Argument(metavar="RECORD|FILE|-", help="a store, or an article to read now")],
    article: Annotated[str | None, typer.Argument(help="id or number of an article of the store")] = None,
    published: Annotated[str | None, typer.Option(help="ISO date of an article read now")] = None,
) -> None:
    """Show one article: its text with statements and events marked, then both as lists.

    Example: onrecord show record.db 3
    """
    text, shown, outlet = _stored(record, article) if _is_store(record) else _read_now(record, published)
    console = Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 100)
    marked = console.is_terminal and not console.no_color
    console.print(Text(shown.title or shown.id, style="bold"))
    console.print(Text(" · ".join(filter(None, (outlet, shown.published, shown.url))), style="dim"))
    console.print()
    console.print(_coloured(text, shown) if marked else Text(_bracketed(text, shown)))
    console.print(Text("\nWho said what", style="bold"))
    for statement in shown.statements:
        console.print(Text(_statement(statement, text, shown)))
    console.print(Text("\nWho did what to whom", style="bold"))
    for event in shown.events:
        console.print(Text(_event(event, text, shown)))
    for failure in shown.failures:
        console.print(Text(f"\nnot read: {failure.message} [{failure.code}]"))


def _is_store(name: str) -> bool:
    path = Path(name)
    if name == "-" or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _stored(name: str, article: str | None) -> tuple[str, Record, str | None]:
    store = open_store(name)
    ids = list(store.article_ids())
    if not ids:
        raise StoreError(f"{name}: no article in it yet")
    if article is not None and article.isdigit() and len(article) < 16:
        if not 1 <= int(article) <= len(ids):
            raise StoreError(f"{name}: articles 1 to {len(ids)}, no {article}")
        article = ids[int(article) - 1]
    found = store.article(article or ids[0])
    return found.text, found.record, found.outlet


def _read_now(name: str, published: str | None) -> tuple[str, Record, str | None]:
    from onrecord.clean import clean
    from onrecord.ingest import pages
    from onrecord.pipeline import reader
    from onrecord.pipeline.intake import document

    page = next(iter(pages([name], load())), None)
    if page is None or isinstance(page, Rejected):
        raise InputError(f"{name}: {page.message if page else 'nothing in it'}")
    cleaned = clean(page)
    unread: Document = document(cleaned)
    if published:
        unread = msgspec.structs.replace(unread, published=published)
    reading = reader(load()).read(unread)
    return cleaned.text, reading.document.record(), cleaned.outlet


def _pieces(text: str, record: Record) -> Iterator[tuple[str, bool, bool]]:
    """The text cut at every edge: words, whether they are said, whether they name an event."""
    said = [span for statement in record.statements for span in statement.content]
    done = [span for event in record.events for span in event.trigger]
    edges = sorted({0, len(text), *(edge for span in (*said, *done) for edge in span)})
    for start, end in pairwise(edges):
        yield (
            text[start:end],
            any(span.start <= start and end <= span.end for span in said),
            any(span.start <= start and end <= span.end for span in done),
        )


def _coloured(text: str, record: Record) -> Text:
    out = Text()
    for words, is_said, is_done in _pieces(text, record):
        out.append(
            words, style=" ".join(filter(None, ("cyan" if is_said else "", "bold underline" if is_done else "")))
        )
    return out


def _bracketed(text: str, record: Record) -> str:
    """Statements in ⟦…⟧ and the words that name events in *…*, for where there are no colours."""
    out, open_ = "", False
    for words, is_said, is_done in _pieces(text, record):
        out += "⟦" if is_said and not open_ else "⟧" if open_ and not is_said else ""
        out += f"*{words}*" if is_done else words
        open_ = is_said
    return out + ("⟧" if open_ else "")


def _words(text: str, spans: Spans) -> str:
    return " ".join(" … ".join(span.of(text) for span in spans).split())


def _statement(statement: Statement, text: str, record: Record) -> str:
    actor = next((a for a in record.actors if a.id == statement.actor), None)
    source = _words(text, statement.source) or "(no source named)"
    who = f" = {actor.name}" if actor and actor.name not in source else ""
    code = f" [{statement.code}]" if statement.code else ""
    reason = f", because: {_words(text, statement.reason)}" if statement.reason else ""
    return (
        f"  {source}{who}{code}: {_words(text, statement.content) or '—'}\n"
        f"      {statement.kind}, {statement.terms}{reason}, {statement.act} {statement.when or ''}".rstrip()
    )


def _event(event: Event, text: str, record: Record) -> str:
    by = next((s for s in record.statements if s.id == event.statement), None)
    where = next((p.name for p in record.places if event.where and p.id == event.where.place), None)
    facts = [
        event.status,
        event.when.value if event.when else None,
        where,
        f"says {_words(text, by.source)}" if by else None,
    ]
    kind = event.type + (f" {event.mode}" if event.mode else "")
    return f"  {_side(event.source)} → {_side(event.target)}: {kind} “{_words(text, event.trigger)}” ({', '.join(filter(None, facts))})"


def _side(participants: tuple[Participant, ...]) -> str:
    return ", ".join(p.code or "?" for p in participants) or "?"
