"""``onrecord statements``: ask the store who said what, and on what terms."""

from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.events import StoreArgument
from onrecord.cli.tables import FormatOption
from onrecord.query import StatementQuestion
from onrecord.query import statements as ask
from onrecord.store import open_store

_COLUMNS = ("said", "source", "code", "terms", "reason", "kind", "content", "confidence")


def statements(
    record: StoreArgument,
    actor: Annotated[str | None, typer.Option(help="whose words: part of a name, a code, or RUS*")] = None,
    country: Annotated[str | None, typer.Option(help="alpha-3 of whose words they are")] = None,
    terms: Annotated[str | None, typer.Option(help="named, anonymous, unnamed_group, organization, …")] = None,
    kind: Annotated[str | None, typer.Option(help="direct, mixed, indirect or declined")] = None,
    act: Annotated[str | None, typer.Option(help="speech or thought")] = None,
    outlet: Annotated[str | None, typer.Option(help="part of the outlet's name")] = None,
    text: Annotated[str | None, typer.Option(help="words of what was said")] = None,
    since: Annotated[str | None, typer.Option(help="ISO date")] = None,
    until: Annotated[str | None, typer.Option(help="ISO date")] = None,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0)] = 0.0,
    limit: Annotated[int, typer.Option(min=1)] = 100,
    offset: Annotated[int, typer.Option(min=0)] = 0,
    form: FormatOption = "table",
) -> None:
    """List statements of a store, by actor, country, terms, kind or time.

    Example: onrecord statements record.db --terms anonymous --since 2024-01-01
    """
    question = StatementQuestion(
        actor=actor, country=country, terms=terms, kind=kind, act=act, outlet=outlet, text=text, since=since,
        until=until, min_confidence=min_confidence, limit=limit, offset=offset,
    )  # fmt: skip
    tables.write(ask(open_store(record), question), _COLUMNS, form)
