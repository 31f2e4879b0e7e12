"""``onrecord read``: any pile of pages in, a record store out, every input accounted for."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord import __version__
from onrecord.cli.lines import Tally, TimingsOption, WorkersOption
from onrecord.config import Settings, load
from onrecord.engine import Result, run
from onrecord.errors import InputError
from onrecord.ingest import pages, rejected
from onrecord.model.page import CleanPage, Page, Rejected
from onrecord.model.record import Record
from onrecord.store import Store, open_store


class Read(msgspec.Struct, frozen=True):
    """What a worker made of a page."""

    location: str
    digest: str
    page: CleanPage
    record: Record


class Account(msgspec.Struct):
    """What became of the inputs of a run; the counts add up."""

    inputs: int = 0
    stored: int = 0
    duplicate: int = 0
    rejected: int = 0
    reasons: dict[str, int] = {}


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="files, folders, JSON lines; - for stdin")],
    into: Annotated[Path, typer.Option("--into", metavar="RECORD", help="the store; made if it is not there")],
    workers: WorkersOption = None,
    timings: TimingsOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="the summary as JSON on standard output")] = False,
) -> None:
    """Read pages and put them on the record. Safe to run twice, and to stop at any moment.

    Example: onrecord read saved-pages/ --into record.db
    """
    settings = load()
    store = open_store(into, create=True)
    number = store.begin_run(__version__, json.dumps(msgspec.to_builtins(settings)), datetime.now(UTC).isoformat())
    account, tally = Account(), Tally()
    found = list(pages(sources, settings))
    with _progress(len(found)) as advance:
        waiting = _known(store, number, found, account, advance)
        for result in run(work, settings, waiting, workers):
            _enter(store, number, result.answer, account)
            tally.add(result)
            advance()
    store.end_run(number)
    if timings is not None:
        tally.write(timings)
    _summary(account, as_json)
    if account.rejected:
        raise typer.Exit(1)


def _known(
    store: Store, number: int, found: list[Page | Rejected], account: Account, advance: Callable[[], None]
) -> Iterator[Page]:
    """The pages that are still to be read; rejections and bytes that are stored already are noted here."""
    for page in found:
        if isinstance(page, Rejected):
            _reject(store, number, page, None, account)
        elif article := store.article_of(page.digest):
            store.duplicate(number, page.location, page.digest, article)
            account.inputs += 1
            account.duplicate += 1
        else:
            yield page
            continue
        advance()


def _enter(store: Store, number: int, answer: Read | Rejected, account: Account) -> None:
    if isinstance(answer, Rejected):
        _reject(store, number, answer, None, account)
        return
    outcome = store.add(number, answer.location, answer.digest, answer.page, answer.record, __version__)
    account.inputs += 1
    account.stored += outcome == "stored"
    account.duplicate += outcome == "duplicate"


def _reject(store: Store, number: int, page: Rejected, digest: str | None, account: Account) -> None:
    store.reject(number, page, digest)
    account.inputs += 1
    account.rejected += 1
    account.reasons[page.code] = account.reasons.get(page.code, 0) + 1


def work(settings: Settings) -> Callable[[Page], Result[Read | Rejected]]:
    """What a process does with a page: clean it and read it."""
    from onrecord.clean import clean  # late: the extractor takes a second to load
    from onrecord.pipeline import reader
    from onrecord.pipeline.intake import document

    pipeline = reader(settings)

    def read_one(page: Page) -> Result[Read | Rejected]:
        try:
            cleaned = clean(page)
        except InputError as error:
            return Result(rejected(page.location, error), failed=True)
        reading = pipeline.read(document(cleaned))
        answer = Read(page.location, page.digest, cleaned, reading.document.record())
        return Result(answer, bool(reading.document.failures), len(cleaned.text.split()), reading.seconds)

    return read_one


class _progress:  # noqa: N801  # used as a function
    """Articles, rate and time left on a terminal; nothing in a pipe."""

    def __init__(self, total: int) -> None:
        columns = (
            TextColumn("articles"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.speed:.1f}/s"),
            TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        self._bar = Progress(*columns, console=console, disable=not console.is_terminal)
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Callable[[], None]:
        self._bar.start()
        return lambda: self._bar.advance(self._task)

    def __exit__(self, *_: Any) -> None:
        self._bar.stop()


def _summary(account: Account, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(msgspec.to_builtins(account)) + "\n")
        return
    reasons = ", ".join(f"{code} {count}" for code, count in sorted(account.reasons.items()))
    sys.stderr.write(
        f"{account.inputs} inputs = {account.stored} stored + {account.duplicate} duplicate + "
        f"{account.rejected} rejected{f' ({reasons})' if reasons else ''}\n"
    )
