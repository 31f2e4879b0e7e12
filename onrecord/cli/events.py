"""``onrecord events``: ask the store who did what to whom."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.tables import Format, FormatOption, one_of
from onrecord.model.record import Status, Terms
from onrecord.query import EventQuestion, EventRow, ask_events
from onrecord.store import open_store

StoreArgument = Annotated[Path, typer.Argument(metavar="RECORD", help="a record store")]
OutletOption = Annotated[str | None, typer.Option(metavar="NAME", help="part of the outlet's name")]
ArticleOption = Annotated[str | None, typer.Option(metavar="ID", help="of this article only")]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="ISO date, month or year")]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="ISO date, month or year, included")]
LeastOption = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help="leave out values below")]
LimitOption = Annotated[int | None, typer.Option(min=1, help="at most so many (default: all)")]
OffsetOption = Annotated[int, typer.Option(min=0, help="leave out so many first")]

_COLUMNS = ("first_day", "source", "type", "mode", "target", "status", "by", "place", "evidence", "confidence")


def events(
    record: StoreArgument,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="either side: part of a name, a code, RUS*")] = None,
    source: Annotated[str | None, typer.Option(metavar="WHO", help="who acts")] = None,
    target: Annotated[str | None, typer.Option(metavar="WHO", help="who is acted on")] = None,
    dyad: Annotated[str | None, typer.Option(metavar="'RUS*>CHN*'", help="source and target at once")] = None,
    country: Annotated[str | None, typer.Option(metavar="ALPHA3", help="where, or of an actor")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="PLOVER type; repeatable")] = None,
    mode: Annotated[list[str] | None, typer.Option(metavar="MODE", help="PLOVER mode; repeatable")] = None,
    status: Annotated[list[str] | None, one_of(Status, "")] = None,
    terms: Annotated[list[str] | None, one_of(Terms, "of the statement it rests on")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="part of the sentence that shows it")] = None,
    outlet: OutletOption = None,
    article: ArticleOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_confidence: LeastOption = 0.0,
    limit: LimitOption = None,
    offset: OffsetOption = 0,
    form: FormatOption = Format.TABLE,
) -> None:
    """List events of a store, by actor, country, type, status, terms or time.

    Time is when it took place and, where the text does not tell, when it was published.

    Example: onrecord events record.db --dyad "RUS*>CHN*" --type REQUEST --format csv
    """
    question = EventQuestion(
        actor=actor, source=source, target=target, dyad=dyad, country=country, type=tuple(type_ or ()),
        mode=tuple(mode or ()), status=tuple(status or ()), terms=tuple(terms or ()), outlet=outlet, text=text,
        article=article, since=since, until=until, min_confidence=min_confidence, limit=limit, offset=offset,
    )  # fmt: skip
    with open_store(record) as store:
        tables.write(ask_events(store, question), EventRow, _COLUMNS, form)
