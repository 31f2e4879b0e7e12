"""``onrecord export``: the record in other forms."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.asking import StoreArgument
from onrecord.cli.lines import ConfidenceOption
from onrecord.errors import InputError
from onrecord.export.html import Entry, article, index
from onrecord.store import open_store


def export(
    record: StoreArgument,
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="where the pages go; made if not there")],
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Write the record as web pages that need no server: one an article, and an index.

    Example: onrecord export record.db --into pages
    """
    store = open_store(record)
    try:
        into.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"{into}: {error.strerror}") from error
    entries = []
    for identity in store.article_ids():
        found = store.article(identity)
        file = f"{identity}.html"
        kept = found.record.at_least(min_confidence)
        (into / file).write_text(article(found.text, kept, found.outlet), encoding="utf-8", errors="replace")
        entries.append(
            Entry(
                file=file,
                title=found.title or identity,
                outlet=found.outlet,
                published=kept.published,
                statements=len(kept.statements),
                events=len(kept.events),
            )
        )
    (into / "index.html").write_text(index(entries), encoding="utf-8", errors="replace")
    typer.echo(f"{len(entries)} articles: {into / 'index.html'}", err=True)
