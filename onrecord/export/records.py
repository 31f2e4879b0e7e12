"""Our own format, whole articles with their records, out and in again."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from onrecord.errors import LineError
from onrecord.export.chosen import Chosen
from onrecord.model.page import CleanPage
from onrecord.model.record import Record


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it is written out: everything that a store holds of it. ``export`` is the version of the form."""

    export: int = 1
    location: str
    digest: str
    pipeline: str
    recorded: str
    page: CleanPage
    record: Record


def write_records(chosen: Chosen, out: BinaryIO) -> int:
    """One article a line, escaped beyond ASCII, in the order of arrival: read in again, they make the same stories."""
    count = 0
    for article in chosen.articles(by_arrival=True):
        kept = Kept(
            location=article.location, digest=article.digest, pipeline=article.pipeline, recorded=article.recorded,
            page=article.page, record=article.record,
        )  # fmt: skip
        out.write(json.dumps(msgspec.to_builtins(kept), separators=(",", ":")).encode() + b"\n")
        count += 1
    return count


def read_records(lines: Iterable[bytes]) -> Iterator[Kept | LineError]:
    """The articles of a file, in order; an error for each line that is none."""
    for number, line in enumerate(lines, 1):
        try:
            yield msgspec.convert(json.loads(line), Kept)
        except (ValueError, RecursionError) as error:  # msgspec's and json's errors are ValueErrors
            yield LineError(f"line {number}: no article as onrecord export --as records writes it: {error}")
