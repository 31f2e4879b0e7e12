"""Copies found as texts arrive: an index of what was seen, by the three-word shingles that texts have in common."""

from collections import Counter
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

_SHINGLE = 3
_SAMPLE = 4  # one shingle in so many is compared, chosen by its hash, so that the same ones are chosen everywhere
_LEAST_SAMPLE = 40  # a text with fewer shingles than this is compared whole
_JACCARD = 0.5
_CONTAINED = 0.8
COMMON = 60  # a shingle in more texts than this is furniture and brings no pair together
_KEY = 32  # one shingle in so many brings a pair together
_LEAST_KEYS = 8  # a text with fewer keys than this is brought together by all that is compared
_MIXERS = tuple(np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))

Sketch = npt.NDArray[np.uint64]


class Copies:
    """Every text that has been seen, by number in the order of arrival; some 1.5 kilobytes a text.

    Two texts are copies if half of their shingles are the same, or if most of the shorter one's stand in the longer.
    """

    def __init__(self) -> None:
        self._sketches: list[Sketch] = []
        self._first: dict[int, int] = {}  # key → the first text that has it
        self._more: dict[int, list[int]] = {}  # key → the others, where there are any
        self._parent: list[int] = []

    def add(self, words: list[str]) -> int:
        """Takes in a text, as lower-case words: the number of the first text of its group, its own if it is new."""
        return self.take(sketched(words))

    def take(self, sketch: Sketch) -> int:
        """Takes in a text by its sketch and compares it with all before it, as ``add`` does."""
        keys = keys_of(sketch).tolist()
        compared = Compared(sketch)
        matches = [other for other in self._near(keys) if compared.is_copy(self._sketches[other])]
        number = self._keep(sketch, keys)
        for other in matches:
            self._join(number, other)
        return self.first(number)

    def restore(self, sketch: Sketch, first: int | None = None) -> int:
        """Takes in a text that was decided before, without comparing: its number.

        ``first`` is the number of the first text of its group; null if it is that itself.

        Raises:
            IndexError: there is no text with the number ``first``.
        """
        if first is not None and not 0 <= first < len(self._sketches):
            raise IndexError(f"text {first} is given as the first of a group; {len(self._sketches)} are known")
        number = self._keep(sketch, keys_of(sketch).tolist())
        if first is not None:
            self._join(number, first)
        return number

    def _keep(self, sketch: Sketch, keys: list[int]) -> int:
        number = len(self._sketches)
        self._sketches.append(sketch)
        self._parent.append(number)
        for key in keys:
            if self._first.setdefault(key, number) != number:
                self._more.setdefault(key, []).append(number)
        return number

    def first(self, number: int) -> int:
        """The number of the first text of the group that the text ``number`` is in by now."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _near(self, keys: list[int]) -> list[int]:
        near: Counter[int] = Counter()
        for key in keys:
            if (first := self._first.get(key)) is not None:
                more = self._more.get(key, ())
                if len(more) < COMMON:
                    near[first] += 1
                    near.update(more)
        return sorted(near)

    def _join(self, one: int, other: int) -> None:
        first, last = sorted((self.first(one), self.first(other)))
        self._parent[last] = first


def sketched(words: list[str]) -> Sketch:
    """The sampled shingles of a text as sorted 64-bit hashes."""
    if len(words) < _SHINGLE:
        words = [" ".join(words)]
    hashes = np.fromiter(map(_hash, words), np.uint64, len(words))
    number = max(1, len(words) - _SHINGLE + 1)
    mixed = np.zeros(number, np.uint64)
    for at, mixer in enumerate(_MIXERS[: len(words)]):
        mixed = (mixed ^ hashes[at : at + number]) * mixer
        mixed ^= mixed >> np.uint64(29)
    found = np.unique(mixed)
    return found if len(found) < _LEAST_SAMPLE * _SAMPLE else _sampled(found)


def packed(sketch: Sketch) -> bytes:
    """A sketch as bytes, to be kept: eight a shingle, the lowest first. Some 800 for an article of 400 words."""
    return sketch.astype("<u8").tobytes()


def unpacked(kept: bytes) -> Sketch:
    """The sketch that ``packed`` made ``kept`` of.

    Raises:
        ValueError: the number of bytes is not a multiple of eight.
    """
    return np.frombuffer(kept, dtype="<u8").astype(np.uint64)


def keys_of(sketch: Sketch) -> Sketch:
    """By what a text finds the others that have a part of it in common."""
    rare = sketch[sketch % np.uint64(_KEY) == 0]
    return rare if len(rare) >= _LEAST_KEYS else sketch


class Compared:
    """A text that is compared with many others, by its sketch."""

    def __init__(self, sketch: Sketch) -> None:
        self._is_sampled = _is_sampled(sketch)
        self._whole = frozenset(sketch.tolist())
        self._sampled = self._whole if self._is_sampled else frozenset(_sampled(sketch).tolist())

    def is_copy(self, other: Sketch) -> bool:
        """Whether half of the shingles are the same, or most of the shorter text's stand in the longer."""
        mine = self._whole
        if self._is_sampled != _is_sampled(other):  # a short text and a long one
            mine, other = self._sampled, _sampled(other)
        shared = len(mine.intersection(other.tolist()))
        if shared >= _JACCARD * (len(mine) + len(other) - shared):
            return True
        least = min(len(mine), len(other))
        return least >= _LEAST_SAMPLE // 2 and shared >= _CONTAINED * least

    @property
    def least_shared(self) -> float:
        """With fewer shingles in common than this no text is a copy of it, whatever its length."""
        return min(_JACCARD * len(self._sampled), _CONTAINED * (_LEAST_SAMPLE // 2))


def is_rare(key: int) -> bool:
    """Whether a key is one of the few that long texts have; all others are only those of short ones."""
    return key % _KEY == 0


def _is_sampled(sketch: Sketch) -> bool:
    return not int(np.bitwise_or.reduce(sketch)) % _SAMPLE


def _sampled(sketch: Sketch) -> Sketch:
    chosen: Sketch = sketch[sketch % np.uint64(_SAMPLE) == 0]
    return chosen


@lru_cache(maxsize=300_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
