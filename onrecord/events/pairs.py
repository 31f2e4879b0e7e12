"""One sentence with its two actors marked: which event it tells of, by a linear model over its words.

The actors' words are replaced by two marks, so that the model learns verbs and not countries. Features are hashed; the
weights are made by ``training/code_model.py`` and described in ``resources/code_model.md``.
"""

import re
from collections.abc import Iterator
from functools import cache
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.events.ontology import nouns, quads, verbs
from onrecord.model.record import Status
from onrecord.model.span import Span
from onrecord.resources import arrays

SIZE = 1 << 15
SOURCE, TARGET = "«source»", "«target»"
_TOKEN = re.compile(r"«\w+»|\w+(?:['’]\w+)?|[^\w\s]")
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_NEGATED = re.compile(r"\b(?:not|never|n['’]t|no longer|failed to|denied)\b")
_PLANNED = re.compile(r"\b(?:will|to be held|is set to|plans? to|is due to|agreed to|scheduled to|going to)\b")
_UNREAL = re.compile(r"\b(?:would|should|if|unless)\b")
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps)\b")


class Pair(msgspec.Struct, frozen=True):
    """What a sentence tells of two actors: the type, its mode and status, its class and the probability of each type."""

    type: str
    mode: str | None
    status: Status
    quad: int
    scores: dict[str, float]


def code_pair(text: str, source: Span | None, target: Span | None) -> Pair:
    """Always one type; ``scores`` sum to 1."""
    types, weights, bias = _model()
    logits = bias.astype(np.float64).copy()
    found = list(features(marked(text, source, target)))
    for feature in found:
        logits += weights[feature]
    norm = len(found) ** 0.5 or 1.0
    logits = bias + (logits - bias) / norm
    odds = np.exp(logits - logits.max())
    shares = odds / odds.sum()
    best = types[int(shares.argmax())]
    scores = {name: round(float(share), 4) for name, share in zip(types, shares, strict=True)}
    return Pair(best, mode_of(text, best), status_of(text), quads()[best], scores)


def marked(text: str, source: Span | None, target: Span | None) -> str:
    """The text with the words of the two actors replaced by their marks."""
    spans = sorted((span, mark) for span, mark in ((source, SOURCE), (target, TARGET)) if span is not None)
    out, at = "", 0
    for span, mark in spans:
        if span.start >= at:
            out += f"{text[at : span.start]} {mark} "
            at = span.end
    return out + text[at:]


def features(text: str) -> Iterator[int]:
    """Hashes of the words, stems, pairs, words beside and between the actors, and the lexicon's types."""
    for name in dict.fromkeys(_features(text)):
        yield crc32(name.encode("utf-8", "replace")) % SIZE


def _features(text: str) -> Iterator[str]:
    words = [word if word.startswith("«") else word.lower() for word in _TOKEN.findall(text)]
    stems = [_stem(word) for word in words]
    for one, other in zip(stems, [*stems[1:], "$"], strict=True):
        yield f"w {one}"
        yield f"b {one} {other}"
    at = {mark: next((i for i, word in enumerate(words) if word == mark), None) for mark in (SOURCE, TARGET)}
    first, last = at[SOURCE], at[TARGET]
    if first is not None:
        yield from (f"s {stem}" for stem in stems[first + 1 : first + 7])
        yield from (
            f"s2 {a} {b}" for a, b in zip(stems[first + 1 : first + 6], stems[first + 2 : first + 7], strict=False)
        )
    if last is not None:
        yield from (f"t {stem}" for stem in stems[max(0, last - 5) : last])
        yield from (f"ta {stem}" for stem in stems[last + 1 : last + 5])
    if first is not None and last is not None:
        yield f"o {first < last}"
        yield from (f"m {stem}" for stem in stems[min(first, last) + 1 : max(first, last)])
    yield from _lexicon(stems, words, first, last)


def _lexicon(stems: list[str], words: list[str], first: int | None, last: int | None) -> Iterator[str]:
    low, high = (min(first, last), max(first, last)) if first is not None and last is not None else (0, 0)
    for at, (stem, word) in enumerate(zip(stems, words, strict=True)):
        for entry in (*by_stem("verb").get(stem, ()), *by_stem("noun").get(stem, ())):
            place = "between" if low < at < high else "beside"
            yield f"l {entry}"
            yield f"l {entry} {place}"
        if word in ("not", "n't", "refuse", "refused"):
            yield "negation"


@cache
def by_stem(pos: str) -> dict[str, tuple[str, ...]]:
    """Stem → types of the lexicon's words."""
    table: dict[str, set[str]] = {}
    for word, entries in (verbs() if pos == "verb" else nouns()).items():
        table.setdefault(_stem(word.split("_")[0].split(" ")[-1]), set()).update(e.type for e in entries)
    return {stem: tuple(sorted(types)) for stem, types in table.items()}


def _stem(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)] + instead
            break
    return word.rstrip("e") if len(word) > 4 else word


def mode_of(text: str, kind: str) -> str | None:
    """The mode of the first word of the lexicon that names an event of this type and has one."""
    for word in _TOKEN.findall(text.lower()):
        mode = _modes(kind).get(_stem(word))
        if mode:
            return mode
    return None


@cache
def _modes(kind: str) -> dict[str, str]:
    return {
        _stem(word.split("_")[0].split(" ")[-1]): entry.mode
        for table in (nouns(), verbs())
        for word, entries in table.items()
        for entry in entries
        if entry.type == kind and entry.mode
    }


def status_of(text: str) -> Status:
    """The status by the words of the sentence alone."""
    lower = text.lower()
    for pattern, status in (
        (_NEGATED, "negated"),
        (_UNREAL, "hypothetical"),
        (_POSSIBLE, "possible"),
        (_PLANNED, "planned"),
    ):
        if pattern.search(lower):
            return status  # type: ignore[return-value]  # the four are statuses
    return "actual"


@cache
def _model() -> tuple[list[str], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    loaded = arrays("code_model.npz")
    return (
        [str(name) for name in loaded["types"]],
        loaded["weights"].astype(np.float32),
        loaded["bias"].astype(np.float32),
    )
