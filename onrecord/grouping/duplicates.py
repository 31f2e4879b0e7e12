"""Near-duplicates: the share of three-word shingles that two texts have in common."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b

from onrecord.grouping.texts import Text

_SHINGLE = 3
_SAMPLE = 4  # one shingle in so many is compared, chosen by its hash, so that the same ones are chosen everywhere
_LEAST_SAMPLE = 40  # a text with fewer shingles than this is compared whole
_JACCARD = 0.5
_CONTAINED = 0.8
_COMMON = 60  # a shingle in more texts than this is furniture and brings no pair together


def duplicates(texts: Sequence[Text]) -> dict[str, str]:
    """Id → id of the text it is a copy of: of its group the earliest, then the longest. Originals are left out.

    Two texts are copies if half of their shingles are the same, or if most of the shorter one's stand in the longer.
    """
    ordered = sorted(texts, key=Text.key)
    sketches = [_sketch(text) for text in ordered]
    holders: dict[int, list[int]] = defaultdict(list)
    parent = list(range(len(ordered)))
    for at, sketch in enumerate(sketches):
        shared: Counter[int] = Counter()
        for shingle in sketch:
            if len(holders[shingle]) < _COMMON:
                shared.update(holders[shingle])
            holders[shingle].append(at)
        for other, count in shared.items():
            if _are_copies(count, len(sketch), len(sketches[other])):
                _join(parent, at, other)
    return {text.id: ordered[_root(parent, at)].id for at, text in enumerate(ordered) if _root(parent, at) != at}


def _are_copies(shared: int, one: int, other: int) -> bool:
    if shared >= _JACCARD * (one + other - shared):
        return True
    return min(one, other) >= _LEAST_SAMPLE // 2 and shared >= _CONTAINED * min(one, other)


def _sketch(text: Text) -> frozenset[int]:
    words = text.words()
    shingles = {
        int.from_bytes(
            blake2b(" ".join(words[at : at + _SHINGLE]).encode("utf-8", "replace"), digest_size=8).digest(), "big"
        )
        for at in range(max(1, len(words) - _SHINGLE + 1))
    }
    if len(shingles) < _LEAST_SAMPLE * _SAMPLE:
        return frozenset(shingles)
    return frozenset(shingle for shingle in shingles if shingle % _SAMPLE == 0)


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _join(parent: list[int], one: int, other: int) -> None:
    first, last = sorted((_root(parent, one), _root(parent, other)))
    parent[last] = first
