"""``onrecord read``: any pile of pages in, a record store out, every input accounted for."""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from onrecord import __version__
from onrecord.cli.lines import Tally, TimingsOption, WorkersOption
from onrecord.cli.progress import progress
from onrecord.cli.tied import end_with_starter
from onrecord.config import Settings, load
from onrecord.engine import Result, run
from onrecord.errors import InputError, StoreError
from onrecord.ingest import mapping, pages
from onrecord.ingest.counting import count
from onrecord.ingest.web import Fetcher
from onrecord.linking.passes import arrived
from onrecord.model.masking import without_text
from onrecord.model.page import CleanPage, Page, Rejected
from onrecord.model.record import Record
from onrecord.store import Counts, Input, Run, Store, open_store
from onrecord.store.incoming import files_of
from onrecord.store.plan import Plan
from onrecord.store.visited import Visited

Job = tuple[Input, Page]


class Article(msgspec.Struct, frozen=True):
    """What a worker made of a page."""

    page: CleanPage
    record: Record


class Answer(msgspec.Struct, frozen=True):
    """An input of the run with the article it became, or with the reason why it became none."""

    source: Input
    outcome: Article | Rejected


def read(
    into: Annotated[str, typer.Option("--into", metavar="RECORD", help="the store; made if it is not there")],
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE…", help="files, folders, patterns, feeds, archives, addresses; - for stdin"),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="which column is the title, text, …; repeatable"),
    ] = None,
    follow: Annotated[
        bool, typer.Option("--follow", help="fetch the pages that feeds, sitemaps and tables in files link to")
    ] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="keep values and spans, not the words of the articles")
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="continue the last run that was stopped or killed")] = False,
    number: Annotated[int | None, typer.Option("--run", min=1, metavar="N", help="with --resume, this run")] = None,
    tied: Annotated[bool, typer.Option("--tied", help="stop when standard input ends")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="stop after so many inputs")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="the summary as JSON on standard output")] = False,
    workers: WorkersOption = None,
    timings: TimingsOption = None,
) -> None:
    """Read pages and put them on the record. Safe to run twice, and to stop at any moment.

    Every input is stored, a duplicate of what is stored, or rejected with its reason. Files, folders, pages,
    texts, feeds, tables, web archives, zip and tar: docs/how-to/sources.md shows what each gives.

    Example: onrecord read saved-pages/ articles.csv --map text=story --into record.db
    """
    if resume == bool(sources) or (number and not resume):
        raise typer.BadParameter("name the sources, or --resume to continue the last run, not both")
    if tied:
        end_with_starter()
    plan = Plan(sources=tuple(sources or ()), columns=tuple(columns or ()), limit=limit, follow=follow, settings=load())
    plan = msgspec.structs.replace(plan, keep_text=not no_text)
    mapping(plan.columns)  # refused before the store is made
    into = into if "://" in into else str(Path(into).absolute())
    timings = timings and timings.absolute()
    with open_store(into, create=not resume) as store:
        if resume:
            session = store.resume(__version__, number)
            plan = _planned(session)
            _go_to_files(into, session.number)
        else:
            session = begun(store, plan, datetime.now(UTC).isoformat(timespec="seconds"))
        reading, counts = take_in(store, session, plan, workers)
    if timings is not None:
        reading.tally.write(timings)
    _check(counts, reading.inputs)
    _summary(counts, reading, as_json)
    if counts.rejected or reading.unread:
        raise typer.Exit(1)


def _go_to_files(place: str, run: int) -> None:
    """Files that were sent to a server go by their names alone, in a folder of the run's."""
    folder = files_of(place, run)
    if folder.is_dir():
        os.chdir(folder)


def begun(store: Store, plan: Plan, now: str) -> Run:
    """A new run, as planned."""
    return store.begin(__version__, msgspec.json.encode(plan).decode(), plan.sources, now)


def take_in(store: Store, session: Run, plan: Plan, workers: int | None) -> tuple["Reading", Counts]:
    """Reads what is planned into the store, to the end of the run.

    Raises:
        StoreError: the store cannot be written; then the run can be continued.
    """
    reading = Reading(session, plan.settings, workers, plan.keep_text)
    visited = store.visited()
    try:
        with progress(lambda: _expected(plan)) as advance:
            reading.all(_found(plan, visited), advance)
    except BaseException:
        with suppress(StoreError):  # what stopped it is the news
            session.end("stopped")
        raise
    counts = session.end("done")
    visited.settle()
    arrived(store, datetime.now(UTC).isoformat(timespec="seconds"))
    return reading, counts


def _planned(session: Run) -> Plan:
    try:
        return msgspec.json.decode(session.settings, type=Plan)
    except msgspec.DecodeError as error:
        session.end("stopped")
        raise StoreError(f"run {session.number} was begun by another version; read the sources again") from error


def _found(plan: Plan, visited: Visited) -> Iterator[Page | Rejected]:
    sites = Fetcher(plan.settings, visited)
    found = pages(plan.sources, plan.settings, mapping(plan.columns), sites, plan.follow)
    return islice(found, plan.limit)


def _expected(plan: Plan) -> int | None:
    total = count(plan.sources)
    return total if plan.limit is None or total is None else min(total, plan.limit)


class Reading:
    """Sends what is not stored yet to the workers and stores what comes back, in order."""

    def __init__(self, session: Run, settings: Settings, workers: int | None, keep_text: bool = True) -> None:
        self.tally = Tally()
        self.inputs = 0
        self.unread: Counter[str] = Counter()  # stored articles with a failure, by code
        self._session = session
        self._settings = settings
        self._workers = workers
        self._keep_text = keep_text

    def all(self, found: Iterator[Page | Rejected], advance: Callable[[], None]) -> None:
        """Reads everything; ``advance`` is called after each input."""
        for result in run(work, self._settings, self._new(found, advance), self._workers):
            started = time.perf_counter()
            self._enter(result.answer)
            seconds = result.seconds | {"store": time.perf_counter() - started}
            self.tally.add(msgspec.structs.replace(result, seconds=seconds))
            advance()

    def _new(self, found: Iterator[Page | Rejected], advance: Callable[[], None]) -> Iterator[Job]:
        """The inputs that are still to be read; the others are noted here."""
        for position, page in enumerate(found):
            self.inputs += 1
            digest = None if isinstance(page, Rejected) else page.digest
            source = Input(position=position, location=page.location, digest=digest)
            if self._session.has(source):
                advance()
            elif isinstance(page, Rejected):
                self._session.reject(source, page.code, page.message)
                advance()
            elif self._session.skip(source):
                advance()
            else:
                yield source, page

    def _enter(self, answer: Answer) -> None:
        if isinstance(answer.outcome, Rejected):
            self._session.reject(answer.source, answer.outcome.code, answer.outcome.message)
            return
        article = answer.outcome
        kept = article.page, article.record
        outcome = self._session.add(answer.source, *(kept if self._keep_text else without_text(*kept)))
        if outcome.kind == "stored":
            self.unread.update({failure.code for failure in article.record.failures})


def work(settings: Settings) -> Callable[[Job], Result[Answer]]:
    """What a process does with a page: clean it and read it."""
    from onrecord.pipeline import reader  # late: the extractor and the model take seconds to load
    from onrecord.pipeline.intake import cleaned, document

    pipeline = reader(settings)

    def read_one(job: Job) -> Result[Answer]:
        source, page = job
        started = time.perf_counter()
        try:
            article = cleaned(page, settings)
        except InputError as error:
            refused = Rejected(location=source.location, code=error.code, message=error.message)
            return Result(Answer(source, refused), failed=True)
        seconds = {"clean": time.perf_counter() - started}
        reading = pipeline.read(document(article))
        answer = Answer(source, Article(article, reading.document.record()))
        words, withheld = len(article.text.split()), len(reading.document.withheld)
        return Result(answer, bool(reading.document.failures), words, seconds | reading.seconds, withheld)

    return read_one


def _check(counts: Counts, inputs: int) -> None:
    if counts.inputs != inputs:
        raise StoreError(f"{inputs} inputs were read, the store accounts for {counts.inputs}: please report this")


def _summary(counts: Counts, reading: Reading, as_json: bool) -> None:
    withheld, unread = reading.tally.withheld, reading.unread
    if as_json:
        told = {"stored_with_failures": dict(unread), "events_withheld": withheld}
        sys.stdout.write(json.dumps(msgspec.to_builtins(counts) | told) + "\n")
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    for number, what in (
        (counts.stored, "stored"),
        *((number, f"  of them with a failure, {code}") for code, number in sorted(unread.items())),
        (counts.duplicate, "duplicate"),
        (counts.rejected, "rejected"),
        *((number, f"  {code}") for code, number in counts.reasons.items()),
        (counts.inputs, "inputs"),
        *([(withheld, "events held back as too unsure (event_confidence)")] if withheld else []),
    ):
        table.add_row(str(number), what)
    Console(stderr=True, highlight=False, markup=False).print(table)
