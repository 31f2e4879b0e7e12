"""``onrecord events``: ask the store who did what to whom."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.tables import FormatOption
from onrecord.query import EventQuestion
from onrecord.query import events as ask
from onrecord.store import open_store

StoreArgument = Annotated[Path, typer.Argument(metavar="RECORD", help="a record store")]
_COLUMNS = ("date", "source", "type", "mode", "target", "status", "by", "country", "evidence", "confidence")


def events(
    record: StoreArgument,
    actor: Annotated[str | None, typer.Option(help="on either side: part of a name, a code, or RUS*")] = None,
    source: Annotated[str | None, typer.Option(help="who acts")] = None,
    target: Annotated[str | None, typer.Option(help="who is acted on")] = None,
    dyad: Annotated[str | None, typer.Option(metavar="RUS*>CHN*", help="source and target at once")] = None,
    country: Annotated[str | None, typer.Option(help="alpha-3 of the place")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="PLOVER type")] = None,
    status: Annotated[str | None, typer.Option(help="actual, ongoing, planned, …")] = None,
    terms: Annotated[str | None, typer.Option(help="terms of the statement it rests on")] = None,
    outlet: Annotated[str | None, typer.Option(help="part of the outlet's name")] = None,
    text: Annotated[str | None, typer.Option(help="words of the sentence")] = None,
    since: Annotated[str | None, typer.Option(help="ISO date")] = None,
    until: Annotated[str | None, typer.Option(help="ISO date")] = None,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0)] = 0.0,
    limit: Annotated[int, typer.Option(min=1)] = 100,
    offset: Annotated[int, typer.Option(min=0)] = 0,
    form: FormatOption = "table",
) -> None:
    """List events of a store, by actor, country, type, status, terms or time.

    Example: onrecord events record.db --dyad "RUS*>CHN*" --type REQUEST --format csv
    """
    question = EventQuestion(
        actor=actor, source=source, target=target, dyad=dyad, country=country, type=type_, status=status, terms=terms,
        outlet=outlet, text=text, since=since, until=until, min_confidence=min_confidence, limit=limit, offset=offset,
    )  # fmt: skip
    tables.write(ask(open_store(record), question), _COLUMNS, form)
