"""``onrecord facts`` and ``onrecord entities``: ask what several articles have in common."""

from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.asking import ArticleOption, LimitOption, OffsetOption, SinceOption, StoreArgument, UntilOption
from onrecord.cli.tables import Format, FormatOption, one_of
from onrecord.model.record import ActorKind, Status
from onrecord.query import EntityQuestion, EntityRow, FactQuestion, FactRow, ask_entities, ask_facts
from onrecord.query.linked import EntityMention, FactReport
from onrecord.store import open_store

AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="what the record said on that day")]
CountryOption = Annotated[str | None, typer.Option(metavar="ALPHA3", help="of this country")]

_FACT = ("id", "first_day", "source", "type", "target", "status", "reports", "outlets", "denials", "evidence")
_REPORT = ("published", "outlet", "source", "target", "role", "status", "by", "terms", "evidence", "score", "reasons")
_ENTITY = ("id", "name", "kind", "country", "codes", "wikidata", "articles")
_MENTION = ("published", "outlet", "name", "code", "title", "score", "reasons")


def facts(
    record: StoreArgument,
    fact: Annotated[str | None, typer.Option(metavar="ID", help="the reports of this fact, with reasons")] = None,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="either side: part of a name, a code, RUS*")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="PLOVER type; repeatable")] = None,
    status: Annotated[list[str] | None, one_of(Status, "as of the last report")] = None,
    country: CountryOption = None,
    min_outlets: Annotated[int, typer.Option(min=0, help="told by so many independent outlets")] = 0,
    denied: Annotated[bool, typer.Option("--denied", help="that a report denies")] = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="on whose number or actor reports differ")] = False,
    article: ArticleOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    offset: OffsetOption = 0,
    form: FormatOption = Format.TABLE,
) -> None:
    """List facts: events, each with all reports that tell of it. onrecord link finds them.

    Example: onrecord facts record.db --type ASSAULT --min-outlets 2 --since 2024-05
    """
    question = FactQuestion(
        id=fact, actor=actor, type=tuple(type_ or ()), status=tuple(status or ()), country=country, article=article,
        min_outlets=min_outlets, is_denied=denied, is_disputed=disputed, since=since, until=until, as_of=as_of,
        limit=limit, offset=offset,
    )  # fmt: skip
    with open_store(record) as store:
        rows = ask_facts(store, question)
        if fact is None:
            tables.write(rows, FactRow, _FACT, form)
            return
        tables.write((report for row in rows for report in row.told), FactReport, _REPORT, form)


def entities(
    record: StoreArgument,
    entity: Annotated[str | None, typer.Option(metavar="ID", help="the mentions of this entity, with reasons")] = None,
    name: Annotated[str | None, typer.Option(metavar="WORDS", help="part of the name")] = None,
    kind: Annotated[list[str] | None, one_of(ActorKind, "")] = None,
    country: CountryOption = None,
    wikidata: Annotated[str | None, typer.Option(metavar="Q…", help="its Wikidata item")] = None,
    min_articles: Annotated[int, typer.Option(min=0, help="in so many articles")] = 0,
    article: ArticleOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    offset: OffsetOption = 0,
    form: FormatOption = Format.TABLE,
) -> None:
    """List who is in the articles, each one once, however many articles name it. onrecord link finds them.

    Example: onrecord entities record.db --name putin --kind person
    """
    question = EntityQuestion(
        id=entity, name=name, kind=tuple(kind or ()), country=country, wikidata=wikidata, article=article,
        min_articles=min_articles, as_of=as_of, limit=limit, offset=offset,
    )  # fmt: skip
    with open_store(record) as store:
        rows = ask_entities(store, question)
        if entity is None:
            tables.write(rows, EntityRow, _ENTITY, form)
            return
        tables.write((mention for row in rows for mention in row.mentions), EntityMention, _MENTION, form)
