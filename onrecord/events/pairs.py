"""One sentence with its two actors marked: which event it tells of, by the encoder and by a linear model together.

The encoder reads the sentence with its marks; the linear model counts words and paths of the parse, hashed features
named by :mod:`onrecord.events.features`, with weights made by ``training/code_model.py``. Each is better than the other
on some types, and the two together are better than either (``resources/code_model.md``).
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import cast
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.encoder.network import Floats, PairEncoder
from onrecord.encoder.pairs import marked
from onrecord.events.features import features
from onrecord.events.ontology import lexicon
from onrecord.events.triggers import triggers
from onrecord.model.record import Status
from onrecord.model.span import Span
from onrecord.model.token import Parse
from onrecord.quotations import quotations
from onrecord.resources import arrays
from onrecord.resources.plover import quads

SIZE = 1 << 17
YIELD = "YIELD"  # one class in the training data; PLOVER has two
_YIELDING = ("CONCEDE", "RETREAT")
_LEAST = 1e-4  # share of a type that a model does not see
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


class Coder:
    """Codes sentences; the models are loaded when the first coder is made."""

    def __init__(self) -> None:
        self._encoder = PairEncoder()

    def __call__(self, text: str, parse: Parse, sources: Sequence[Span], targets: Sequence[Span]) -> Pair:
        """Always one type; ``scores`` has all sixteen and sums to 1.

        The two models' shares of a type are multiplied and their root taken: each may doubt the other.
        """
        read = marked(text, sources, targets, (quotation.outer for quotation in quotations(text)), parse)
        root_odds, odds, status_odds = self._encoder(read.ids, read.traits, read.marks)
        shares = kind_shares(self._encoder.kinds, odds)
        seen = _parted(parse, _type_shares(self._encoder.roots, root_odds, shares))
        counted = _counted(parse, sources, targets, seen)
        scores = {kind: (seen[kind] * counted[kind]) ** 0.5 for kind in quads()}
        total = sum(scores.values())
        best = max(sorted(scores), key=lambda kind: scores[kind])
        modes = {mode: share for (kind, mode), share in shares.items() if kind == best}
        return Pair(
            best,
            max(sorted(modes), key=lambda mode: modes[mode]) or None,
            cast("Status", self._encoder.statuses[int(status_odds.argmax())]),
            quads()[best],
            {kind: round(score / total, 6) for kind, score in sorted(scores.items())},
        )


def kind_shares(kinds: Sequence[tuple[str, str]], odds: Floats) -> dict[tuple[str, str], float]:
    """Type and mode → share, no event left aside."""
    raised = np.exp(odds - odds.max())
    kept = {kind: float(one) for kind, one in zip(kinds, raised, strict=True) if kind[0] in quads()}
    total = sum(kept.values())
    return {kind: one / total for kind, one in kept.items()}


def _type_shares(roots: Sequence[str], odds: Floats, shares: dict[tuple[str, str], float]) -> dict[str, float]:
    """Type → share of the root that PLV would give; what YIELD has is parted as ``shares`` have its two types."""
    raised = np.exp(odds - odds.max())
    out = dict.fromkeys(quads(), _LEAST)
    yielding = {name: _LEAST + sum(v for (kind, _), v in shares.items() if kind == name) for name in _YIELDING}
    for root, share in zip(roots, (raised / raised.sum()).tolist(), strict=True):
        for kind in _YIELDING if root == YIELD else (root,):
            out[kind] += share * yielding[kind] / sum(yielding.values()) if root == YIELD else share
    return out


def _parted(parse: Parse, seen: dict[str, float]) -> dict[str, float]:
    """With all of CONCEDE and RETREAT given to the one of the two whose words are listed, where only one's are.

    PLV, from which most was learned, tells them not apart.
    """
    votes = Counter(trigger.entry.type for trigger in triggers(parse, lexicon()))
    one, other = sorted(_YIELDING, key=lambda kind: -votes[kind])
    if votes[one] == votes[other]:
        return seen
    return seen | {one: seen[one] + seen[other], other: _LEAST}


def _counted(
    parse: Parse, sources: Sequence[Span], targets: Sequence[Span], seen: dict[str, float]
) -> dict[str, float]:
    """The linear model's shares; what it gives to YIELD is parted between CONCEDE and RETREAT as ``seen`` has them."""
    kinds, weights, bias = _model()
    columns, values = vector(parse, sources, targets)
    logits = bias + values @ weights[columns]
    raised = np.exp(logits - logits.max())
    out = dict.fromkeys(quads(), _LEAST)
    yielded = sum(seen[kind] for kind in _YIELDING)
    for name, share in zip(kinds, (raised / raised.sum()).tolist(), strict=True):
        for kind in _YIELDING if name == YIELD else (name,):
            out[kind] += share * seen[kind] / yielded if name == YIELD else share
    return out


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


@cache
def _model() -> tuple[list[str], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Kinds, their weights (``SIZE`` × kinds) and biases."""
    loaded = arrays("code_model.npz")
    weights = np.zeros((SIZE, len(loaded["types"])), np.float32)
    weights[loaded["columns"]] = loaded["weights"]
    return [str(name) for name in loaded["types"]], weights, loaded["bias"]
