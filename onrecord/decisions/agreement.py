"""How far reviewers agree: the share of same verdicts, and the same less what chance would give."""

from collections import Counter
from collections.abc import Iterable, Sequence


def share(pairs: Sequence[tuple[str, str]]) -> float | None:
    """The share of pairs of verdicts that are the same; null of none."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa (1960) of two reviewers; null where both always gave one and the same verdict, or none."""
    observed = share(pairs)
    if observed is None:
        return None
    one, other = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    expected = sum(one[verdict] * other[verdict] for verdict in one) / len(pairs) ** 2
    return (observed - expected) / (1 - expected) if expected < 1 else None


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha (nominal data) of the verdicts on each value, however many gave one.

    Values with fewer than two verdicts say nothing. Null where all verdicts are the same, or there are none.
    """
    totals: Counter[str] = Counter()
    differing = 0.0
    for verdicts in units:
        if len(verdicts) < 2:
            continue
        counts = Counter(verdicts)
        totals.update(counts)
        same = sum(count * (count - 1) for count in counts.values())
        differing += (len(verdicts) * (len(verdicts) - 1) - same) / (len(verdicts) - 1)
    number = totals.total()
    expected = number**2 - sum(count**2 for count in totals.values())
    return 1 - (number - 1) * differing / expected if expected else None
