"""In which order facts or articles are shown, explained term by term.

What people and outlets can give is bounded, and age is not: nothing stays on top for good, and nothing is buried for
good. Each further item that rests on the same single outlet costs more, so that no outlet fills the page.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from math import ceil, log2, sqrt

import msgspec

from onrecord.errors import InputError

_Z = 1.96  # of the Wilson interval: 95 %
_VOTES = 3.0  # most that votes give or take
_OUTLETS = 1.0  # for each doubling of the independent outlets
_MOST_OUTLETS = 16
_NOVELTY = 2.0  # for what nothing like it was told of in the week before
_A_DAY = 0.5  # lost with each day of age
_CROWDED = 1.0  # lost with each item above it that rests on the same outlet alone
_UNKNOWN_AGE = 365.0  # days, where no date is known: what has none must not stay young

# The widest that two items of one age can lie apart before crowding counts.
WIDEST = 2 * _VOTES + _OUTLETS * log2(_MOST_OUTLETS) + _NOVELTY
CROWDED = _CROWDED
A_DAY = _A_DAY
# As many days younger must a plain item be to come before one with all votes and outlets.
HEAD_START = ceil((_VOTES + _OUTLETS * log2(_MOST_OUTLETS)) / _A_DAY)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be ranked. ``origin``: the outlet that it rests on alone, empty if unknown; null with several.

    ``similar`` counts those like it in the week before. ``published`` and ``stored``, which counts where that is not
    known, are ISO dates or date-times.
    """

    id: str
    up: int = 0
    down: int = 0
    outlets: int = 1
    origin: str | None = None
    similar: int = 0
    published: str | None = None
    stored: str | None = None


class Term(msgspec.Struct, frozen=True):
    """One part of a rank: its name, what it adds, and why, in words."""

    name: str
    value: float
    why: str


class Ranked(msgspec.Struct, frozen=True):
    """An item in its place: points (up less down), the rank, and the terms that add up to it."""

    item: Item
    points: int
    rank: float
    terms: tuple[Term, ...]


def ranked(items: Iterable[Item], now: str) -> list[Ranked]:
    """The items, highest rank first, as of ``now`` (ISO date or date-time).

    Raises:
        InputError: ``now`` is no date.
    """
    at = moment(now)
    if at is None:
        raise InputError(f"{now!r}: no ISO date or date-time")
    queues: dict[str, list[Ranked]] = defaultdict(list)
    for item in items:
        queues["" if item.origin is None else f"={item.origin}"].append(_alone(item, at))
    placed = [crowded for name, queue in queues.items() for crowded in _crowded(name, sorted(queue, key=_place))]
    return sorted(placed, key=_place)


def most_of_plain(days: float) -> float:
    """The highest rank of an item so many days old on which nobody voted and that a single outlet tells of."""
    return _NOVELTY - _A_DAY * days


def moment(value: str | None) -> datetime | None:
    """Midnight of a day, the first of a month; without a zone it is UTC."""
    if not value:
        return None
    for form in (value, f"{value}-01"):
        try:
            found = datetime.fromisoformat(form)
        except ValueError:
            continue
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found
    return None


def wilson(good: int, all_: int) -> float:
    """Lower bound of the 95 % interval of a share (Wilson 1927); 0 of nothing."""
    if all_ == 0:
        return 0.0
    share, spread = good / all_, _Z * _Z / all_
    middle = share + spread / 2 - _Z * sqrt((share * (1 - share) + spread / 4) / all_)
    return max(0.0, middle / (1 + spread))


def _alone(item: Item, now: datetime) -> Ranked:
    votes = item.up + item.down
    age, told = _age(item, now)
    fair = wilson(item.up, votes) - wilson(item.down, votes)
    counted = min(max(item.outlets, 1), _MOST_OUTLETS)
    terms = (
        Term("votes", _VOTES * fair, f"{item.up} up, {item.down} down"),
        Term("outlets", _OUTLETS * log2(counted), f"{item.outlets} independent"),
        Term("novelty", _NOVELTY / (1 + item.similar), f"{item.similar} like it in the week before"),
        Term("age", -_A_DAY * age, f"{told} {age:.1f} days ago"),
    )
    return _summed(item, terms)


def _crowded(name: str, queue: list[Ranked]) -> Iterable[Ranked]:
    for above, one in enumerate(queue):
        if not name or not above:
            yield one
        else:
            why = f"{above} above it rest on {one.item.origin or 'an unknown outlet'} alone"
            yield _summed(one.item, (*one.terms, Term("crowded", -_CROWDED * above, why)))


def _summed(item: Item, terms: tuple[Term, ...]) -> Ranked:
    rounded = tuple(msgspec.structs.replace(term, value=round(term.value, 3) + 0.0) for term in terms)
    return Ranked(item, item.up - item.down, round(sum(term.value for term in rounded), 3), rounded)


def _place(one: Ranked) -> tuple[float, str]:
    return -one.rank, one.item.id


def _age(item: Item, now: datetime) -> tuple[float, str]:
    """In days, and what tells it."""
    for told, value in (("published", item.published), ("date unknown, stored", item.stored)):
        if at := moment(value):
            return max(0.0, (now - at).total_seconds() / 86400), told
    return _UNKNOWN_AGE, "date unknown, taken as"
