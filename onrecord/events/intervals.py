"""When something was that another clause counts from: "it comes a week after", "on Friday, two days before"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.model.document import Document
from onrecord.model.record import EventTime, Time
from onrecord.model.token import Parse

_LENGTH = re.compile(r"P(\d+)([DWMY])$")
_DAYS = {"D": 1, "W": 7}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SIGNS = {"after": -1, "before": 1}
_NEWS = frozenset({"come", "follow"})  # "it comes a week after": a week before the day of the report


def time_apart(document: Document, verb: int, dated: Sequence[tuple[Time, str]]) -> EventTime | None:
    """The time of a clause that stands a stated length of time from the clause above; null if either is not known.

    ``dated`` are the times of the sentence with their values. The value is as fine as the length: "two years after" a
    day is a year.
    """
    parse = document.parse
    mark = next((c for c in parse.children(verb, "mark") if parse.tokens[c].text.lower() in _SIGNS), None)
    if mark is None:
        return None
    length = next((t for t in document.times if _ends_at(parse, t, mark) and _LENGTH.match(t.value)), None)
    anchor = _anchor(document, parse.tokens[verb].head, dated)
    if length is None or anchor is None:
        return None
    value = _moved(anchor, length.value, _SIGNS[parse.tokens[mark].text.lower()])
    return EventTime(value=value, span=length.span) if value else None


def _ends_at(parse: Parse, time: Time, mark: int) -> bool:
    inside = parse.tokens_in(time.span)
    return bool(inside) and mark - 1 <= inside[-1] <= mark


def _anchor(document: Document, above: int, dated: Sequence[tuple[Time, str]]) -> date | None:
    """The day of the clause above: its own date, else, where it says that this comes now, the day of publication."""
    parse = document.parse
    below = set(parse.subtree(above, frozenset({"advcl", "ccomp", "relcl"})))
    own = [value for time, value in dated if any(i in below for i in parse.tokens_in(time.span))]
    if own:
        return date.fromisoformat(own[0]) if _DAY.fullmatch(own[0]) else None
    token = parse.tokens[above]
    day = _DAY.match(document.published or "")
    is_now = token.lemma.lower() in _NEWS and token.tag in ("VBZ", "VBP")
    return date.fromisoformat(day[0]) if day and is_now else None


def _moved(anchor: date, length: str, sign: int) -> str | None:
    match = _LENGTH.match(length)
    if match is None:
        return None
    count, unit = sign * int(match[1]), match[2]
    try:
        if unit in _DAYS:
            return (anchor + timedelta(days=count * _DAYS[unit])).isoformat()
        if unit == "Y":
            return str(date(anchor.year + count, 1, 1).year)
        months = anchor.year * 12 + anchor.month - 1 + count
        return date(months // 12, months % 12 + 1, 1).isoformat()[:7]
    except (OverflowError, ValueError):
        return None
