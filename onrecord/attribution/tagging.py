"""Attributions as the encoder sees them: cues, and for each cue its content and its source, on its own reading."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec
import numpy as np

from onrecord.encoder.network import Floats, Reading
from onrecord.encoder.pieces import Ints, Pieces
from onrecord.encoder.traits import distance
from onrecord.model.span import Span, merge

_LEAST_CUE = 0.5  # probability that a piece begins a cue
_GAIN = (4.0, 1.0)  # log-odds that a run of content, or of source, must be worth to be taken in or left out
_REACH = 4  # pieces that the edge of a run may be moved
_EDGE = 1.0  # how much the log-odds of an edge count beside those of being inside
_GAP = 2  # code points between two runs that are read as one
_INSIDE, _FIRST, _LAST = 0, 1, 2  # of the three links of a role; content has the first three of six, source the others


class Tagged(msgspec.Struct, frozen=True):
    """A cue with what hangs on it.

    Attributes:
        cue: its span.
        content: spans of what is said, in order.
        source: who says it, one span; empty where nobody is named.
        chance: probability that the cue is one, times the mean probability of what was taken as content.
    """

    cue: Span
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    chance: float


def attributions(text: str, found: Pieces, reading: Reading, far: Floats) -> Iterator[Tagged]:
    """The attributions of one window, in the order of their cues.

    Args:
        text: the text.
        found: its pieces.
        reading: what the encoder gave for the window.
        far: ``(buckets, 6)``, what distance from the cue adds to the log-odds of a link.
    """
    chances = _chances(reading.cue)
    cues = list(_cues(chances))
    if not cues:
        return
    scores = links(reading, np.array(cues), far)
    for (first, last), odds in zip(cues, scores, strict=True):
        said, who = (_taken(odds[3 * role : 3 * role + 3], gain) for role, gain in enumerate(_GAIN))
        if said:
            inside = np.concatenate([odds[_INSIDE, a:b] for a, b in said])
            sure = float(np.mean(1 / (1 + np.exp(-inside))))
            at = reading.start
            cue = _word(text, Span(int(found.starts[at + first]), int(found.ends[at + last])))
            best = max(who, key=lambda run: float(odds[3, run[0] : run[1]].max()), default=None)
            content, source = (_spans(text, found, at, runs) for runs in (said, [best] if best else []))
            if content:
                yield Tagged(cue, content, source, float(chances[first, 1]) * sure)


def links(reading: Reading, cues: Ints, far: Floats) -> Floats:
    """``(cues, 6, pieces)``: log-odds of each link of each piece to each cue ``(first, last)``."""
    sides = reading.first[cues[:, 0]] + reading.last[cues[:, 1]]
    scores = np.einsum("kld,tld->klt", sides, reading.other, optimize=True) / sides.shape[2] ** 0.5
    buckets = distance(cues[:, :1], np.arange(len(reading.own))[None])
    out: Floats = scores + reading.own.T[None] + far[buckets].transpose(0, 2, 1)
    return out


def _chances(odds: Floats) -> Floats:
    raised = np.exp(odds - odds.max(1, keepdims=True))
    out: Floats = raised / raised.sum(1, keepdims=True)
    return out


def _cues(chances: Floats) -> Iterator[tuple[int, int]]:
    """First and last piece of each cue."""
    goes_on = chances.argmax(1) == 2
    for first in np.flatnonzero(chances[:, 1] >= _LEAST_CUE).tolist():
        last = first
        while last + 1 < len(chances) and goes_on[last + 1]:
            last += 1
        yield first, last


def _taken(odds: Floats, gain: float) -> list[tuple[int, int]]:
    """Half-open stretches of pieces that are inside, their edges where the odds of an edge and of inside are best."""
    runs = _runs(odds[_INSIDE], gain)
    if not runs:
        return runs
    sums = np.concatenate([[0.0], np.cumsum(odds[_INSIDE])])
    firsts = _EDGE * odds[_FIRST] - sums[:-1]
    lasts = _EDGE * odds[_LAST] + sums[1:]
    out: list[tuple[int, int]] = []
    for a, b in runs:
        low = max(a - _REACH, out[-1][1] if out else 0)
        if low >= b:
            continue  # the run before has taken it in
        start = low + int(np.argmax(firsts[low : min(a + _REACH + 1, b)]))
        end = max(start, b - 1 - _REACH)
        out.append((start, end + int(np.argmax(lasts[end : b + _REACH])) + 1))
    return out


def _runs(odds: Floats, gain: float) -> list[tuple[int, int]]:
    """Stretches in which the odds are for it, those worth less than ``gain`` in favour or against given up."""
    changes = np.flatnonzero(np.diff(odds > 0)) + 1
    edges = [0, *changes.tolist(), len(odds)]
    worth = [float(odds[a:b].sum()) for a, b in pairwise(edges)]
    while len(worth) > 1:
        inner = min(range(len(worth)), key=lambda at: abs(worth[at]))
        if abs(worth[inner]) >= gain:
            break
        low, high = max(0, inner - 1), min(len(worth), inner + 2)
        worth[low:high] = [sum(worth[low:high])]
        edges[low : high + 1] = [edges[low], edges[high]]
    return [(a, b) for a, b, w in zip(edges, edges[1:], worth, strict=False) if w > 0]


def _spans(text: str, found: Pieces, at: int, runs: list[tuple[int, int]]) -> tuple[Span, ...]:
    spans = (_word(text, Span(int(found.starts[at + a]), int(found.ends[at + b - 1]))) for a, b in runs)
    return merge((span for span in spans if any(c.isalnum() for c in span.of(text))), gap=_GAP)


def _word(text: str, span: Span) -> Span:
    """Widened to whole words."""
    start, end = span
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
