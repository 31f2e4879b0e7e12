"""A text as the words it has, hashed and weighed in whole numbers, so that it takes little room and sums are exact."""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b

import numpy as np

_ENTRY = np.dtype([("word", "<u4"), ("weight", "<u2")])
_MOST = 0xFFFF

Bag = dict[int, int]  # hash of a word → its weight


def bagged(weights: Mapping[str, float], unit: float) -> Bag:
    """``weights`` in whole multiples of ``unit``; what is less than half of one is left out."""
    found = {_hash(word): min(_MOST, round(weight / unit)) for word, weight in weights.items()}
    return {word: weight for word, weight in sorted(found.items()) if weight}


def packed_bag(bag: Bag) -> bytes:
    """A bag as bytes, to be kept: six a word."""
    return np.array(list(bag.items()), dtype=_ENTRY).tobytes()


def unpacked_bag(kept: bytes) -> Bag:
    """The bag that ``packed_bag`` made ``kept`` of.

    Raises:
        ValueError: the number of bytes is not a multiple of six.
    """
    entries = np.frombuffer(kept, dtype=_ENTRY)
    return dict(zip(entries["word"].tolist(), entries["weight"].tolist(), strict=True))


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "little")
