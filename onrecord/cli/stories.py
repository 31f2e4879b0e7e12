"""``onrecord stories`` and ``onrecord versions``: what arrived together, and what was changed after publication."""

from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.asking import ArticleOption, LimitOption, OffsetOption, SinceOption, StoreArgument, UntilOption
from onrecord.cli.facts import AsOfOption
from onrecord.cli.tables import Format, FormatOption
from onrecord.query.arrived import (
    Moved,
    StoryQuestion,
    StoryReport,
    StoryRow,
    VersionRow,
    ask_stories,
    ask_versions,
)
from onrecord.store import open_store

_STORY = ("id", "first_day", "last_day", "articles", "title", "outlets", "copies")
_REPORT = ("article", "published", "outlet", "original_outlet", "copy_of", "title")
_MOVED = ("number", "kind", "story", "into", "articles", "reason", "score", "recorded")
_VERSION = ("earlier", "article", "recorded", "title", "changes")


def stories(
    record: StoreArgument,
    story: Annotated[str | None, typer.Option(metavar="ID", help="the reports of this story, by day")] = None,
    moved: Annotated[bool, typer.Option("--moved", help="with --story: merges and splits by rule")] = False,
    article: ArticleOption = None,
    min_articles: Annotated[int, typer.Option(min=0, help="of so many articles, copies included")] = 0,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    offset: OffsetOption = 0,
    form: FormatOption = Format.TABLE,
) -> None:
    """List stories: articles that tell of one affair, with the outlets that reported on their own, and the copies.

    A merge or split that is wrong is undone by onrecord decide split or merge.

    Example: onrecord stories record.db --min-articles 3 --since 2024-05
    """
    question = StoryQuestion(
        id=story, article=article, min_articles=min_articles, since=since, until=until, as_of=as_of, limit=limit,
        offset=offset,
    )  # fmt: skip
    with open_store(record) as store:
        rows = ask_stories(store, question)
        if story is None:
            tables.write(rows, StoryRow, _STORY, form)
        elif moved:
            tables.write((one for row in rows for one in row.moved), Moved, _MOVED, form)
        else:
            tables.write((report for row in rows for report in row.reports), StoryReport, _REPORT, form)


def versions(
    record: StoreArgument,
    what: Annotated[str | None, typer.Argument(metavar="[ADDRESS|ARTICLE]", help="of this one; else of all")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List articles that were changed after they were published, with what was taken out and put in.

    Example: onrecord versions record.db https://harbour.example/port --format jsonl
    """
    with open_store(record) as store:
        tables.write(ask_versions(store, what), VersionRow, _VERSION, form)
