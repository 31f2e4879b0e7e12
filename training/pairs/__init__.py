"""Sentences with two marked actors and their root as PLV gives it: see README.md beside this file.

usage: python -m training.pairs        checks every line and prints counts by root
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.events.pairs import YIELD
from onrecord.model.span import Span
from onrecord.resources.plover import quads
from training import corpus

FOLDER = Path(__file__).parent
ROOTS = tuple(sorted({*quads(), YIELD} - {"CONCEDE", "RETREAT"}))
_COOPERATIVE = {"AGREE", "CONSULT", "SUPPORT", "AID", "COOPERATE", "CONCEDE", "RETREAT"}
_FORCEFUL = {"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"}
_UNKNOWN_THERE = {("COERCE", mode) for mode in ("cyber", "misinformation", "withhold")}
_MEASURES = re.compile(r"sanction|embargo|boycott|tariff|ban on|blacklist", re.IGNORECASE)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence without its marks, its actors, and its root."""

    root: str
    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]


def sentences() -> Iterator[Sentence]:
    """Every line of every file, in order of the files' names; a file is named by its root.

    Raises:
        ValueError: the marks of a line do not pair, or it has none.
    """
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                yield _sentence(path.stem.upper(), line)
            except ValueError as error:
                raise ValueError(f"{path.name} line {number}: {error}") from error


def _sentence(root: str, line: str) -> Sentence:
    text, spans = corpus.unmarked(line)
    if not spans["s"] or not spans["t"]:
        raise ValueError(f"a side is not marked: {line}")
    return Sentence(root, text, tuple(spans["s"]), tuple(spans["t"]))


def root(entry: corpus.Entry) -> str | None:
    """The root that PLV would give to an entry of our corpus; null where that cannot be told.

    CAMEO, from which PLV's roots come, has no status: what is meant to be done is an agreement or a threat, and good
    will that is denied is a refusal. It counts a conviction as blame, and an embargo as coercion.
    """
    if entry.type == "NONE" or entry.status in ("possible", "hypothetical"):
        return None
    if entry.status == "negated":
        return "REJECT" if entry.type in _COOPERATIVE else None
    if entry.status == "planned" and entry.type in _COOPERATIVE | _FORCEFUL:
        return "AGREE" if entry.type in _COOPERATIVE else "THREATEN"
    return _done(entry)


def _done(entry: corpus.Entry) -> str | None:
    if (entry.type, entry.mode) in _UNKNOWN_THERE:
        return None
    if (entry.type, entry.mode) == ("SANCTION", "convict"):
        return "ACCUSE"
    if (entry.type, entry.mode) == ("SANCTION", "discontinue") and _MEASURES.search(entry.text):
        return "COERCE"
    return YIELD if entry.type in ("CONCEDE", "RETREAT") else entry.type
