"""Our own format, whole articles with their records, out and in again."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from onrecord.decisions import Decision
from onrecord.errors import LineError
from onrecord.export.chosen import Chosen
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store.checking import spans
from onrecord.store.columns import storable
from onrecord.store.readings import Cause, Reading


class KeptReading(msgspec.Struct, frozen=True, kw_only=True):
    """A record that an article has had, and how it came about, as in the table of readings."""

    cause: Cause
    pipeline: str
    settings: str
    recorded: str
    record: Record


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it is written out: everything that a store holds of it. ``export`` is the version of the form.

    ``readings`` are all that it has had, in order, ``record`` the last of them; ``decisions`` those about it. A
    profile that leaves something out leaves both out: they would tell it.
    """

    export: int = 1
    location: str
    digest: str
    pipeline: str
    recorded: str
    page: CleanPage
    record: Record
    readings: tuple[KeptReading, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def history(self) -> list[tuple[Reading, Record]]:
        """The readings, as a store takes them."""
        return [
            (Reading(each.cause, each.pipeline, each.settings, each.recorded), each.record) for each in self.readings
        ]


def write_records(chosen: Chosen, out: BinaryIO) -> int:
    """One article a line, escaped beyond ASCII, in the order of arrival: read in again, they make the same stories."""
    count = 0
    for article in chosen.articles(by_arrival=True):
        kept = Kept(
            location=article.location, digest=article.digest, pipeline=article.pipeline, recorded=article.recorded,
            page=article.page, record=article.record, decisions=chosen.decisions(article.id),
            readings=tuple(
                KeptReading(**msgspec.structs.asdict(made), record=record)
                for made, record in chosen.readings(article.id)
            ),
        )  # fmt: skip
        out.write(json.dumps(msgspec.to_builtins(kept), separators=(",", ":")).encode() + b"\n")
        count += 1
    return count


def read_records(lines: Iterable[bytes]) -> Iterator[Kept | LineError]:
    """The articles of a file, in order; an error for each line that is none, or whose spans are not within its text."""
    for number, line in enumerate(lines, 1):
        try:
            yield _sound(msgspec.convert(json.loads(line), Kept))
        except (ValueError, RecursionError) as error:  # msgspec's and json's errors are ValueErrors
            yield LineError(f"line {number}: no article as onrecord export --as records writes it: {error}")


def _sound(kept: Kept) -> Kept:
    if kept.export != 1:
        raise ValueError(f"version {kept.export} of the form, which a later onrecord reads")
    if not kept.record.id or storable(kept.record.id) != kept.record.id:
        raise ValueError("its id is none that a store can hold")
    length = len(kept.page.text)
    if outside := next((span for span in spans(kept.record) if not 0 <= span.start <= span.end <= length), None):
        raise ValueError(f"{outside} is outside of its text")
    return kept
