"""Sentences with two marked actors: PLV's training part, PLOVER's examples, our corpus, our sentences with a root."""

import csv
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from bench.quality import gold as data
from onrecord.config import Settings
from onrecord.encoder.pairs import Marked, marked
from onrecord.events.pairs import YIELD
from onrecord.language import Parser
from onrecord.model.span import Span
from onrecord.quotations import quotations
from training import pairs
from training.corpus import STATUSES, entries

NONE = "NONE:"
_RENAMED = {"DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_YIELDING = ("CONCEDE", "RETREAT")
_CODE_BOOK_WEIGHT = 0.6


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with what is known of it.

    Attributes:
        origin: ``plv``, ``plover``, ``corpus`` or ``pairs``.
        text: without marks.
        marked: its pieces.
        kinds: names of the kinds (type and mode) that it may be, all but one of them unknown to be wrong.
        status: number of its status, or -1.
        weight: how much it counts.
        root: PLV's root, or null where that is not known.
    """

    origin: str
    text: str
    marked: Marked
    kinds: tuple[str, ...]
    status: int
    weight: float
    root: str | None

    @property
    def is_aside(self) -> bool:
        """Whether it is measured on and not trained on: a fifth of PLV, a tenth of the corpus."""
        return is_aside(self.origin, self.text)


def is_aside(origin: str, text: str) -> bool:
    """Whether a sentence of ``origin`` is measured on: by its digest, so that it is the same one always."""
    share = {"plv": 51, "corpus": 26}.get(origin, 0)
    return sha256(text.encode()).digest()[0] < share


def all_kinds(reference: Path) -> tuple[str, ...]:
    """``TYPE:mode`` for each of PLOVER's types and modes, ``TYPE:`` for each type without, and ``NONE:``.

    PLOVER's two tables of modes (``plover_modes.csv``, ``plover_event_modes.csv``) differ; the kinds are those of both.
    """
    named = set[tuple[str, str]]()
    for table in ("plover_modes.csv", "plover_event_modes.csv"):
        with (reference / table).open(encoding="utf-8", newline="") as lines:
            named |= {(row["event"], row["mode"]) for row in csv.DictReader(lines)}
    return tuple(sorted({f"{kind}:{mode}" for kind, mode in named} | {f"{kind}:" for kind, _ in named} | {NONE}))


def sentences(folder: Path, kinds: Sequence[str]) -> list[Sentence]:
    """All there are; ``folder`` has PLV and PLOVER's examples, the corpus is in the repository."""
    reader = Reader()
    return [*_plv(folder, kinds, reader), *_plover(folder, kinds, reader), *_corpus(reader)]


class Reader:
    """Parses a sentence and marks its actors."""

    def __init__(self) -> None:
        self._parser = Parser(Settings().model, without=("ner",))

    def __call__(self, text: str, sources: Sequence[Span], targets: Sequence[Span]) -> Marked:
        quoted = [quotation.outer for quotation in quotations(text)]
        return marked(text, sources, targets, quoted, self._parser.parse(text))


def _plv(folder: Path, kinds: Sequence[str], reader: Reader) -> Iterator[Sentence]:
    for row in data.load(folder / "plv-train.jsonl"):
        read = reader(row["text"], _spans(row["source_spans"]), _spans(row["target_spans"]))
        root = _root(row)
        yield Sentence("plv", row["text"], read, _of_root(root, kinds), -1, 1.0, root)


def _plover(folder: Path, kinds: Sequence[str], reader: Reader) -> Iterator[Sentence]:
    for row in data.load(folder / "plover-gsr-cameo.jsonl"):
        root = _root(row)
        possible = _of_root(root, kinds)
        if possible:
            sides = [_spans([a["span"] for a in row[side] if a.get("span")]) for side in ("sources", "targets")]
            yield Sentence("plover", row["text"], reader(row["text"], *sides), possible, -1, _CODE_BOOK_WEIGHT, root)


def _corpus(reader: Reader) -> Iterator[Sentence]:
    for one in entries():
        read = reader(one.text, one.sources, one.targets)
        status = STATUSES.index(one.status) if one.status else -1
        yield Sentence("corpus", one.text, read, (f"{one.type}:{one.mode or ''}",), status, 1.0, pairs.root(one))


def with_roots(kinds: Sequence[str]) -> list[Sentence]:
    """Our own sentences with PLV's roots (``training.pairs``)."""
    reader = Reader()
    return [
        Sentence(
            "pairs", one.text, reader(one.text, one.sources, one.targets), _of_root(one.root, kinds), -1, 1.0, one.root
        )
        for one in pairs.sentences()
    ]


def _root(row: data.Row) -> str:
    named = row["gold_root"]
    return YIELD if named in _YIELDING else _RENAMED.get(named, named)


def _of_root(root: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """Every kind of a root of PLV; YIELD is CONCEDE or RETREAT."""
    types = _YIELDING if root == YIELD else (root,)
    return tuple(name for name in kinds if name.split(":")[0] in types)


def _spans(given: list[list[int]]) -> list[Span]:
    return [Span(*span) for span in given]
