"""``onrecord clean``: saved pages in, their articles out."""

import json
import sys
from time import perf_counter
from typing import Annotated, Any

import typer

from onrecord.cli.lines import Tally, TimingsOption, WorkersOption, plain
from onrecord.config import Settings, load
from onrecord.engine import Result, run
from onrecord.errors import InputError
from onrecord.model.page import CleanPage, Page, Rejected

_NAMES = ("title", "authors", "published", "published_from", "published_confidence", "updated", "outlet")


def clean(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="saved pages; folders and - work too")],
    as_json: Annotated[bool, typer.Option("--json", help="one JSON line a file")] = False,
    workers: WorkersOption = None,
    timings: TimingsOption = None,
) -> None:
    """Show the article of each page: text without furniture, metadata, and every repair.

    Example: onrecord clean page.html --json
    """
    from onrecord.ingest import pages

    settings = load()
    tally = Tally()
    failed = False
    for result in run(work, settings, pages(files, settings), workers):
        sys.stdout.write(json.dumps(result.answer) + "\n" if as_json else _readable(result.answer))
        tally.add(result)
        failed = failed or result.failed
    if timings is not None:
        tally.write(timings)
    if failed:
        raise typer.Exit(1)


def work(settings: Settings) -> Any:
    """What a process does with a page: clean it, and say in which language it is."""
    from onrecord.language import identify  # late: the extractor takes a second to load
    from onrecord.pipeline.intake import cleaned

    def clean_one(page: Page | Rejected) -> Result[dict[str, Any]]:
        if isinstance(page, Rejected):
            return Result(_refused(page.location, page.code, page.message), failed=True)
        started = perf_counter()
        try:
            article = cleaned(page, settings)
        except InputError as error:
            return Result(_refused(page.location, error.code, error.message), failed=True)
        took = {"clean": perf_counter() - started}
        language = identify(article.text) or article.language
        return Result(_shown(page.location, article, language), words=len(article.text.split()), seconds=took)

    return clean_one


def _refused(location: str, code: str, message: str) -> dict[str, Any]:
    return {"file": location, "error": {"code": code, "message": message}}


def _shown(location: str, page: CleanPage, language: str | None) -> dict[str, Any]:
    value = plain(page)
    return {
        "file": location,
        **{name: value[name] for name in _NAMES},
        "original_outlet": page.original_outlet,
        "language": language,
        "url": page.url,
        "text": page.text,
        "page": value["page"],
        "repairs": value["repairs"],
        "offsets": value["offsets"]["pieces"],
    }


def _readable(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"{answer['file']}: [{answer['error']['code']}] {answer['error']['message']}\n\n"
    head = [
        f"{name}: {', '.join(value) if isinstance(value, list) else value}"
        for name, value in answer.items()
        if name in {"file", "title", "authors", "published", "outlet", "original_outlet", "language", "url"} and value
    ]
    repairs = f"{len(answer['repairs'])} repairs"
    return "\n".join(
        [*head, f"page: {json.dumps(answer['page'], ensure_ascii=False)}", repairs, "", answer["text"], "\n"]
    )
