"""Whether a week is unlike the weeks before it, guarded against small numbers."""

from collections.abc import Sequence
from math import exp, lgamma, log
from typing import Literal

# A change this rare by chance is told: about one false alarm in four years of weeks.
_RARE = 0.005
# Fewer than these on the higher side are no level, whatever their share.
_LEAST = 5


def change(week: int, before: Sequence[int]) -> Literal["more", "fewer"] | None:
    """Whether ``week`` counts more or fewer than the weeks ``before`` let expect; null if that may be chance.

    The exact test of two Poisson rates (Przyborowski and Wilenski 1940): of all ``n`` counted, those in the week are
    binomial with its share of the time.
    """
    usual = sum(before) / len(before) if before else 0.0
    if not before or max(week, usual) < _LEAST:
        return None
    total, share = week + sum(before), 1 / (len(before) + 1)
    at_least = sum(_binomial(count, total, share) for count in range(week, total + 1))
    at_most = sum(_binomial(count, total, share) for count in range(week + 1))
    if week > usual and at_least < _RARE:
        return "more"
    return "fewer" if week < usual and at_most < _RARE else None


def _binomial(count: int, total: int, share: float) -> float:
    ways = lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
    return exp(ways + count * log(share) + (total - count) * log(1 - share))
