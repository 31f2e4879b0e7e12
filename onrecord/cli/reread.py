"""``onrecord reread``: bring what an earlier version read up to date; and reading again to compare."""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from typing import Annotated

import msgspec
import typer

from onrecord import __version__
from onrecord.cli.asking import StoreArgument
from onrecord.cli.lines import WorkersOption
from onrecord.config import Settings, load
from onrecord.engine import Result, run
from onrecord.errors import ForgottenError, SettingsError
from onrecord.model.masking import is_masked
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import Store, open_store
from onrecord.store.readings import read_with
from onrecord.store.rereading import Machine, replace


def reread(
    record: StoreArgument,
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="this article only")] = None,
    everything: Annotated[bool, typer.Option("--all", help="also what this version read")] = False,
    older_than: Annotated[
        str | None, typer.Option("--older-than", metavar="VERSION", help="only what a version before this one read")
    ] = None,
    workers: WorkersOption = None,
) -> None:
    """Read the stored articles again with this version: what was read by another is brought up to date.

    Ids of articles, decisions and what the record said before stay. Safe to stop at any moment, and to run again.
    Articles stored without their text cannot be read again; they are named.

    Example: onrecord reread record.db
    """
    if older_than is not None and not _release(older_than):
        raise typer.BadParameter(f"{older_than!r}: a version is numbers with points between, such as 0.2")
    now, settings = datetime.now(UTC).isoformat(timespec="seconds"), load()
    counts = {"read again": 0, "of them changed": 0, "up to date": 0, "without text": 0, "forgotten": 0}
    withheld = 0
    with open_store(record) as store:
        is_old = _chosen(everything or article is not None, older_than)
        waiting = _waiting(store, article, is_old, counts)
        for result in run(work, settings, waiting, workers):
            identity, new = result.answer
            withheld += result.withheld
            made = Machine(pipeline=__version__, settings=msgspec.json.encode(settings).decode(), recorded=now)
            try:
                counts["of them changed"] += replace(store, identity, new, made)
                counts["read again"] += 1
            except ForgottenError:  # meanwhile
                counts["forgotten"] += 1
    if withheld:
        counts["events held back as too unsure (event_confidence)"] = withheld
    sys.stderr.write("".join(f"{count} {what}\n" for what, count in counts.items()))


def _chosen(everything: bool, older_than: str | None) -> Callable[[str], bool]:
    """Whether what a version read is to be read again; a version without a number is older than any."""
    if older_than is not None:
        return lambda pipeline: _release(pipeline) < _release(older_than)
    return lambda pipeline: everything or pipeline != __version__


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version without the zeros at its end; none if it begins with no number."""
    found = re.match(r"\d+(?:\.\d+)*", version, re.ASCII)
    numbers = list(map(int, found[0].split("."))) if found else []
    while numbers[1:] and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _waiting(
    store: Store, article: str | None, is_old: Callable[[str], bool], counts: dict[str, int]
) -> Iterator[tuple[str, CleanPage]]:
    for identity in [article] if article else list(store.article_ids()):
        kept = store.article(identity)
        if is_masked(kept.text):
            counts["without text"] += 1
        elif is_old(kept.pipeline):
            yield identity, kept.page
        else:
            counts["up to date"] += 1


def work(settings: Settings) -> Callable[[tuple[str, CleanPage]], Result[tuple[str, Record]]]:
    """What a process does with a cleaned page: read it."""
    from onrecord.pipeline import reader  # late: the model takes seconds to load
    from onrecord.pipeline.intake import document

    pipeline = reader(settings)

    def read_one(job: tuple[str, CleanPage]) -> Result[tuple[str, Record]]:
        identity, page = job
        read = pipeline.read(document(page, identity)).document
        return Result((identity, read.record()), withheld=len(read.withheld))

    return read_one


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a sample: what differs when it is read again, null if nothing; or that it has no text to read."""

    article: str
    difference: str | None = None
    has_text: bool = True


def compared(store: Store, count: int, seed: int, workers: int | None) -> Iterator[Compared]:
    """Reads a sample of the articles again, each with the settings with which it was read.

    Raises:
        SettingsError: this version does not know the settings of a reading.
    """
    ids = list(store.article_ids())
    sample = sorted(Random(seed).sample(ids, min(count, len(ids))))
    by_settings: dict[str, list[str]] = {}
    for identity in sample:
        if is_masked(store.article(identity).text):
            yield Compared(article=identity, has_text=False)
        else:
            by_settings.setdefault(store.machine(identity).settings, []).append(identity)
    for settings, chosen in by_settings.items():
        jobs = ((identity, store.article(identity).page) for identity in chosen)
        for result in run(work, _settings(settings), jobs, workers):
            identity, record = result.answer
            made = store.machine(identity)
            wrong = _difference(made.record, record)
            told = wrong and f"{wrong} (read by {made.pipeline}, now by {__version__})"
            yield Compared(article=identity, difference=told)


def _settings(told: str) -> Settings:
    try:
        return msgspec.convert(read_with(told), Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"an article was read with settings that this version does not know: {error}") from error


def _difference(one: Record, other: Record) -> str | None:
    return next((name for name in Record.__struct_fields__ if getattr(one, name) != getattr(other, name)), None)
