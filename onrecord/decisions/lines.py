"""Decisions as JSON lines, one a line, to be taken to another store or kept beside the sources."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.decisions.decision import Decision, decide
from onrecord.errors import LineError


def line_of(decision: Decision) -> str:
    """The decision as one line of JSON, without the line feed."""
    return msgspec.json.encode(decision).decode()


def decisions_from(lines: Iterable[str | bytes]) -> Iterator[Decision]:
    """The decisions of JSON lines, empty ones left out.

    Raises:
        LineError: a line is no decision, or its id is not that of what it says.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = msgspec.json.decode(line, type=Decision)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise LineError(f"line {number}: no decision: {error}") from error
        parts = {name: getattr(found, name) for name in ("subject", "others", "field", "value", "undoes", "reason")}
        if found.id != decide(found.action, found.author, found.time, **parts).id:
            raise LineError(f"line {number}: decision {found.id!r} was changed after it was made: its id does not fit")
        yield found
