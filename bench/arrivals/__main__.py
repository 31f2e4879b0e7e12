"""``python -m bench.arrivals``: articles a second whose copies are looked for among 100,000 that are stored.

The articles are made here, of a vocabulary as skewed as English is, each with a line of furniture in common with its
outlet's; one in ten of those that arrive is a stored one with other furniture, cut and lightly edited. The sketches
go through the bytes that a store would keep.
"""

import sys
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

import numpy as np
import typer

from onrecord.grouping import Copies, packed, sketched, unpacked

_VOCABULARY = 50_000
_WORDS = 400  # of an article, on average
_OUTLETS = 200
_FURNITURE = 25
_KIBI = 1024


def main(stored: int = 100_000, arriving: int = 5_000, least: float = 1_000.0) -> None:
    """Print the speed, and fail below ``least`` articles a second.

    Example: python -m bench.arrivals --stored 100000
    """
    articles = _Articles(seed=1)
    seen = Copies()
    start = perf_counter()
    for number in range(stored):
        seen.restore(unpacked(packed(sketched(articles.words(number)))))
    print(f"{stored} stored, restored in {perf_counter() - start:.0f} s (making the texts included)", file=sys.stderr)
    texts = [articles.arriving(number, stored) for number in range(arriving)]
    start = perf_counter()
    firsts = [seen.add(text) for text in texts]
    speed = arriving / (perf_counter() - start)
    copies = [at for at in range(arriving) if at % 10 == 0]
    found = sum(firsts[at] == articles.original(at, stored) for at in copies)
    false = sum(firsts[at] != stored + at for at in range(arriving) if at % 10)
    memory = getrusage(RUSAGE_SELF).ru_maxrss * _KIBI / (stored + arriving)
    print(
        f"{speed:.0f} articles/s against {stored} stored; at most {memory:.0f} bytes an article, the process included"
    )
    print(f"{found} of {len(copies)} copies found; {false} of {arriving - len(copies)} others taken for one")
    if speed < least:
        raise typer.Exit(1)


class _Articles:
    """Texts by number: the same number, the same text."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        weights = 1 / np.arange(1, _VOCABULARY + 1)
        self._sums = np.cumsum(weights / weights.sum())

    def words(self, number: int) -> list[str]:
        """The text of the article ``number``, its outlet's furniture last."""
        return [*self._body(number), *self._furniture(number % _OUTLETS)]

    def arriving(self, number: int, stored: int) -> list[str]:
        """The text that arrives as the ``number``-th: one in ten is a copy of a stored one."""
        if number % 10:
            return self.words(stored + number)
        body = self._body(self.original(number, stored))
        edited = [word if at % 60 else "edited" for at, word in enumerate(body[: len(body) * 4 // 5], 1)]
        return [*edited, *self._furniture((number + 1) % _OUTLETS)]

    def original(self, number: int, stored: int) -> int:
        """The number of the stored article that the ``number``-th to arrive is a copy of."""
        return number * 7919 % stored

    def _body(self, number: int) -> list[str]:
        chance = np.random.default_rng((self._seed, number))
        length = int(chance.integers(_WORDS // 2, _WORDS * 3 // 2))
        return [f"w{at}" for at in np.searchsorted(self._sums, chance.random(length)).tolist()]

    def _furniture(self, outlet: int) -> list[str]:
        return [f"outlet{outlet}line{at}" for at in range(_FURNITURE)]


if __name__ == "__main__":
    typer.run(main)
