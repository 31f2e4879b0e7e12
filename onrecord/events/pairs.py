"""One sentence with its two actors marked: which event it tells of, by a linear model over its words and its parse.

Features are named by :mod:`onrecord.events.features` and hashed; the weights are made by ``training/code_model.py``
and described in ``resources/code_model.md``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.events import status
from onrecord.events.features import features
from onrecord.events.ontology import nouns, quads, verbs
from onrecord.events.triggers import Trigger, triggers
from onrecord.model.record import Status
from onrecord.model.span import Span
from onrecord.model.token import Parse
from onrecord.resources import arrays

SIZE = 1 << 17
YIELD = "YIELD"  # one class in the training data; PLOVER has two
_YIELDING = ("CONCEDE", "RETREAT")
_LASTING = frozenset({"SANCTION", "COERCE"})
# How much a kind of feature counts. Words far from the actors and parts of their names count less.
_SHARE = {
    "w": 1.0,
    "mid": 0.7,
    "out": 0.3,
    "2": 0.6,
    "in": 0.3,
    "S": 0.8,
    "T": 0.8,
    "top": 1.2,
    "hit": 1.2,
    "type": 0.7,
}


class Pair(msgspec.Struct, frozen=True):
    """What a sentence tells of two actors: type, mode, status, PLOVER class, and the probability of each type."""

    type: str
    mode: str | None
    status: Status
    quad: int
    scores: dict[str, float]


def code_pair(parse: Parse, sources: Sequence[Span], targets: Sequence[Span]) -> Pair:
    """Always one type; ``scores`` has all sixteen and sums to 1."""
    kinds, weights, bias = _model()
    columns, values = vector(parse, sources, targets)
    logits = bias + values @ weights[columns]
    odds = np.exp(logits - logits.max())
    shares = dict(zip(kinds, odds / odds.sum(), strict=True))
    found = list(triggers(parse))
    best = max(shares, key=lambda kind: shares[kind])
    yielded = _which(parse, found)
    best = yielded if best == YIELD else best
    scores = dict.fromkeys(quads(), 0.0) | {yielded if kind == YIELD else kind: float(shares[kind]) for kind in kinds}
    event = next((trigger for trigger in found if trigger.entry.type == best), None)
    return Pair(
        best,
        event.entry.mode if event else None,
        _status(parse, event),
        quads()[best],
        {kind: round(score, 6) for kind, score in sorted(scores.items())},
    )


def vector(
    parse: Parse, sources: Sequence[Span], targets: Sequence[Span]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Hashed feature numbers below ``SIZE`` and their values, of length 1 taken together."""
    counts = Counter(features(parse, sources, targets))
    values: dict[int, float] = {}
    for name, count in counts.items():
        column = crc32(name.encode("utf-8", "replace")) % SIZE
        values[column] = values.get(column, 0.0) + min(count, 2) ** 0.5 * _SHARE.get(name.split(" ", 1)[0], 1.0)
    columns = np.fromiter(values, np.int64, len(values))
    found = np.fromiter(values.values(), np.float64, len(values))
    return columns, found / (np.linalg.norm(found) or 1.0)


def _which(parse: Parse, found: Iterable[Trigger]) -> str:
    """CONCEDE or RETREAT, by the events and words that the lexicon lists."""
    votes = Counter(trigger.entry.type for trigger in found)
    for token in parse.tokens:
        table = verbs() if token.pos == "VERB" else nouns()
        votes.update(entry.type for entry in table.get(token.lemma.lower(), ()))
    return max(_YIELDING, key=lambda kind: votes[kind])


def _status(parse: Parse, event: Trigger | None) -> Status:
    """Of the event where the lexicon finds it, else of the main verb."""
    if event is not None and event.entry.pos == "noun":
        return status.of_noun(parse, event.index, event.entry.type in _LASTING)
    top = next((index for index, token in enumerate(parse.tokens) if token.head == index), None)
    index = event.index if event is not None else top
    return "actual" if index is None else status.of_verb(parse, index)


@cache
def _model() -> tuple[list[str], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Kinds, their weights (``SIZE`` × kinds) and biases."""
    loaded = arrays("code_model.npz")
    weights = np.zeros((SIZE, len(loaded["types"])), np.float32)
    weights[loaded["columns"]] = loaded["weights"]
    return [str(name) for name in loaded["types"]], weights, loaded["bias"]
