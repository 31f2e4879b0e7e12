"""``onrecord statements``: ask the store who said what, and on what terms."""

from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.events import (
    ArticleOption,
    LeastOption,
    LimitOption,
    OffsetOption,
    OutletOption,
    SinceOption,
    StoreArgument,
    UntilOption,
)
from onrecord.cli.tables import Format, FormatOption, one_of
from onrecord.model.record import Act, Certainty, StatementKind, Terms
from onrecord.query import StatementQuestion, StatementRow, ask_statements
from onrecord.store import open_store

_COLUMNS = ("first_day", "source", "actor_name", "code", "terms", "reason", "kind", "content", "confidence")


def statements(
    record: StoreArgument,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="whose words: part of a name, a code, RUS*")] = None,
    country: Annotated[str | None, typer.Option(metavar="ALPHA3", help="of whose words they are")] = None,
    terms: Annotated[list[str] | None, one_of(Terms, "")] = None,
    kind: Annotated[list[str] | None, one_of(StatementKind, "")] = None,
    certainty: Annotated[list[str] | None, one_of(Certainty, "")] = None,
    act: Annotated[list[str] | None, one_of(Act, "")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="part of what was said")] = None,
    outlet: OutletOption = None,
    article: ArticleOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_confidence: LeastOption = 0.0,
    limit: LimitOption = None,
    offset: OffsetOption = 0,
    form: FormatOption = Format.TABLE,
) -> None:
    """List statements of a store, by actor, country, terms, kind or time.

    Time is when it was said and, where the text does not tell, when it was published.

    Example: onrecord statements record.db --terms anonymous --since 2024-01
    """
    question = StatementQuestion(
        actor=actor, country=country, terms=tuple(terms or ()), kind=tuple(kind or ()),
        certainty=tuple(certainty or ()), act=tuple(act or ()), outlet=outlet, text=text, article=article, since=since,
        until=until, min_confidence=min_confidence, limit=limit, offset=offset,
    )  # fmt: skip
    with open_store(record) as store:
        tables.write(ask_statements(store, question), StatementRow, _COLUMNS, form)
