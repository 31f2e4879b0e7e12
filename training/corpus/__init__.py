"""Our own corpus of sentences with their event: see README.md beside this file for its guidelines.

usage: python -m training.corpus        checks every line and prints counts by type, mode and status
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.model.span import Span

FOLDER = Path(__file__).parent
HEADER = "type\tmode\tstatus\tcontexts\tsentence"
STATUSES = ("actual", "ongoing", "planned", "possible", "hypothetical", "negated")
_MARK = re.compile(r"\[([st*]) |\]")


class Entry(msgspec.Struct, frozen=True):
    """One line: type (``NONE`` for no event), mode and status or null, contexts, and the sentence with its marks off.

    ``sources``, ``targets`` and ``triggers`` are spans of ``text``.
    """

    type: str
    mode: str | None
    status: str | None
    contexts: tuple[str, ...]
    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    triggers: tuple[Span, ...]


def entries() -> Iterator[Entry]:
    """Every line of every file, in order of the files' names.

    Raises:
        ValueError: a line has not five columns, or its marks do not pair.
    """
    for path in sorted(FOLDER.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
            try:
                yield entry(line)
            except ValueError as error:
                raise ValueError(f"{path.name} line {number}: {error}") from error


def entry(line: str) -> Entry:
    """One line.

    Raises:
        ValueError: it has not five columns, or its marks do not pair.
    """
    cells = line.split("\t")
    if len(cells) != 5:
        raise ValueError(f"{len(cells)} columns, not five")
    kind, mode, status, contexts, words = cells
    text, spans = unmarked(words)
    return Entry(
        kind,
        None if mode == "-" else mode,
        None if status == "-" else status,
        () if contexts == "-" else tuple(contexts.split(",")),
        text,
        *(tuple(spans[mark]) for mark in "st*"),
    )


def unmarked(words: str) -> tuple[str, dict[str, list[Span]]]:
    """A sentence without its marks, and the spans of source (s), target (t) and trigger (*).

    Raises:
        ValueError: a mark is not closed, not opened, or inside another.
    """
    text, at = "", 0
    spans: dict[str, list[Span]] = {"s": [], "t": [], "*": []}
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(words):
        text += words[at : match.start()]
        at = match.end()
        if (opened is None) == (match[0] == "]"):
            raise ValueError(f"marks do not pair: {words}")
        if opened is not None:
            spans[opened[0]].append(Span(opened[1], len(text)))
        opened = (match[1], len(text)) if match[1] else None
    if opened is not None:
        raise ValueError(f"a mark is not closed: {words}")
    return text + words[at:], spans
