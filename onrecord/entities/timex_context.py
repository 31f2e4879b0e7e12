"""What the readers of times share: the value they give, what they may look at, and what a time is counted from."""

import re
from datetime import date

import msgspec

from onrecord.entities import timex_values as values
from onrecord.model.record import Time, TimeType
from onrecord.model.span import Span
from onrecord.model.token import Parse

Parts = dict[str, str]


class Value(msgspec.Struct, frozen=True):
    """What an expression means: TIMEX3 type, value and modifier, the anchor it was counted from, the rule."""

    type: TimeType
    value: str
    rule: str
    mod: str | None = None
    anchor: str | None = None


class Context(msgspec.Struct, frozen=True):
    """What the reading of one expression may look at.

    ``published`` is the day that others are counted from, and ``base`` where it is told: ``published``, or the id of
    the date that stands in a line of its own above the text.
    """

    published: date | None
    parse: Parse
    span: Span
    text: str
    before: tuple[Time, ...]
    tense: str | None
    base: str = "published"


STEPS = {
    "last": -1, "this past": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "the": 0, "same": 0, "next": 1,
    "this coming": 1, "coming": 1, "following": 1, "before": -1, "after": 1,
}  # fmt: skip


def anchor_of(context: Context) -> tuple[date | None, str | None]:
    """The day of publication and its name as an anchor, if it is known."""
    return (context.published, context.base) if context.published else (None, None)


def accounted(context: Context) -> Time | None:
    """The nearest quarter or half of a year that was told before."""
    return next((time for time in reversed(context.before) if _OF_ACCOUNTS.search(time.value)), None)


_OF_ACCOUNTS = re.compile(r"\d-[QH]\d$")


def earlier_start(context: Context, unit: str) -> tuple[date, str] | None:
    """The first day and id of the nearest earlier time that is told as finely as ``unit``."""
    for earlier in reversed(context.before):
        start = values.start_of(earlier.value, unit) if earlier.type in ("DATE", "TIME") else None
        if start:
            return start, earlier.id
    return None
