"""``onrecord reread``: bring what an earlier version read up to date; and reading again to compare."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from typing import Annotated, Any

import msgspec
import typer

from onrecord import __version__
from onrecord.cli.asking import StoreArgument
from onrecord.cli.lines import WorkersOption
from onrecord.config import Settings, load
from onrecord.engine import Result, run
from onrecord.errors import ForgottenError
from onrecord.model.masking import is_masked
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import Store, open_store
from onrecord.store.rereading import Machine, replace


def reread(
    record: StoreArgument,
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="this article only")] = None,
    everything: Annotated[bool, typer.Option("--all", help="also what this version read")] = False,
    workers: WorkersOption = None,
) -> None:
    """Read the stored articles again with this version: what was read by another is brought up to date.

    Ids of articles, decisions and what the record said before stay. Safe to stop at any moment, and to run again.
    Articles stored without their text cannot be read again; they are named.

    Example: onrecord reread record.db
    """
    now, settings = datetime.now(UTC).isoformat(timespec="seconds"), load()
    counts = {"read again": 0, "of them changed": 0, "up to date": 0, "without text": 0, "forgotten": 0}
    with open_store(record) as store:
        waiting = _waiting(store, article, everything, counts)
        for result in run(work, settings, waiting, workers):
            identity, new = result.answer
            made = Machine(pipeline=__version__, settings=msgspec.json.encode(settings).decode(), recorded=now)
            try:
                counts["of them changed"] += replace(store, identity, new, made)
                counts["read again"] += 1
            except ForgottenError:  # meanwhile
                counts["forgotten"] += 1
    sys.stderr.write("".join(f"{count} {what}\n" for what, count in counts.items()))


def _waiting(
    store: Store, article: str | None, everything: bool, counts: dict[str, int]
) -> Iterator[tuple[str, CleanPage]]:
    for identity in [article] if article else list(store.article_ids()):
        kept = store.article(identity)
        if is_masked(kept.text):
            counts["without text"] += 1
        elif kept.pipeline == __version__ and not everything and not article:
            counts["up to date"] += 1
        else:
            yield identity, kept.page


def work(settings: Settings) -> Callable[[tuple[str, CleanPage]], Result[tuple[str, Record]]]:
    """What a process does with a cleaned page: read it."""
    from onrecord.pipeline import reader  # late: the model takes seconds to load
    from onrecord.pipeline.intake import document

    pipeline = reader(settings)

    def read_one(job: tuple[str, CleanPage]) -> Result[tuple[str, Record]]:
        identity, page = job
        return Result((identity, pipeline.read(document(page, identity)).document.record()))

    return read_one


def differing(store: Store, count: int, seed: int, workers: int | None) -> Iterator[tuple[str, str]]:
    """Reads a sample of the articles again and gives those whose record differs, with what does."""
    ids = list(store.article_ids())
    sample = sorted(Random(seed).sample(ids, min(count, len(ids))))
    kept = {identity: store.article(identity) for identity in sample}
    jobs = ((identity, article.page) for identity, article in kept.items() if not is_masked(article.text))
    for result in run(work, load(), jobs, workers):
        identity, record = result.answer
        machine = store.machine(identity)
        if wrong := _difference(machine, record):
            yield identity, f"{wrong} (read by {kept[identity].pipeline}, now by {__version__})"


def _difference(one: Record, other: Record) -> str | None:
    pairs: dict[str, tuple[Any, Any]] = {
        name: (getattr(one, name), getattr(other, name)) for name in Record.__struct_fields__
    }
    return next((name for name, (left, right) in pairs.items() if left != right), None)
