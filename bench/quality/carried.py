"""Judgements of events, carried over to events that are read again after the rules have changed.

What was judged of an event's type holds for every event of that type at the same words, what was judged of its sides
for the same codes in the same places, and what was judged of its status for the same status. The rest is not judged.
"""

from collections.abc import Iterable

import msgspec

from bench.quality.emitted import Emitted, Judgement
from onrecord.model.span import Span

_Side = tuple[tuple[str | None, Span], ...]


class Verdict(msgspec.Struct, frozen=True):
    """What is known of an event; null where nobody has judged it so."""

    type: bool | None = None
    sides: bool | None = None
    status: bool | None = None

    @property
    def right(self) -> bool | None:
        """Whether all of it is right; null where a part is not judged, though another be wrong.

        Else a reading that has changed could be known to be wrong and never to be right, and the share be too low.
        """
        each = (self.type, self.sides, self.status)
        return None if None in each else all(each)


class Carried:
    """Judgements by article, asked for by events of any reading of the same text."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._known: dict[str, list[Judgement]] = {}
        for each in judgements:
            self._known.setdefault(each.event.digest, []).append(each)
        self.digests = frozenset(self._known)

    def of(self, event: Emitted) -> Verdict:
        """What is known of ``event``."""
        same = [each for each in self._known.get(event.digest, ()) if _touch(each.event.trigger, event.trigger)]
        return Verdict(
            _first(each.type for each in same if each.event.type == event.type),
            _first(each.sides for each in same if _same_sides(each.event, event)),
            _first(each.status for each in same if each.event.status == event.status),
        )


def _first(told: Iterable[bool]) -> bool | None:
    return next(iter(told), None)


def _touch(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _same_sides(one: Emitted, other: Emitted) -> bool:
    return _same(one.source, other.source) and _same(one.target, other.target)


def _same(one: _Side, other: _Side) -> bool:
    """The same codes at words that meet, in any order."""
    return len(one) == len(other) and all(
        any(code == theirs and span.overlaps(there) for theirs, there in other) for code, span in one
    )
