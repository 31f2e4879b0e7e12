"""The days that a TIMEX3 value or a publication date covers, for questions about a time."""

import re
from calendar import monthrange
from datetime import date

Days = tuple[str, str]  # first and last day, ISO, both included

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", re.DOTALL | re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(\d|WE))?(?:T.*)?", re.DOTALL | re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12])", re.ASCII)
_YEARS = re.compile(r"(\d{2,4})(?:-(?:SP|SU|FA|WI))?", re.ASCII)  # a season's months differ by hemisphere: its year


def days(value: str | None) -> Days | None:
    """The first and last day of a date, month, quarter, year, decade, week or ``start/end`` period.

    None for what names no day: a duration, ``XXXX-02-24``, ``PRESENT_REF``, or a date that does not exist.
    """
    if not value:
        return None
    start, period, end = value.partition("/")
    try:
        first = _covered(start)
        last = _covered(end) if period else first
    except ValueError:
        return None
    return (first[0].isoformat(), last[1].isoformat()) if first and last and first[0] <= last[1] else None


def _covered(value: str) -> tuple[date, date] | None:
    """Raises ValueError for a date that does not exist."""
    if found := _DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), found[3])
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _PART.fullmatch(value):
        length = 3 if found[2][0] == "Q" else 6
        return _months(int(found[1]), (int(found[2][1]) - 1) * length + 1, length)
    if found := _YEARS.fullmatch(value):
        years = 10 ** (4 - len(found[1]))
        return date(int(found[1]) * years, 1, 1), date(int(found[1]) * years + years - 1, 12, 31)
    return None


def _week(year: int, week: int, day: str | None) -> tuple[date, date]:
    first, last = {None: (1, 7), "WE": (6, 7)}.get(day) or (int(day or 1), int(day or 1))
    return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    last = month + count - 1
    return first, date(year, last, monthrange(year, last)[1])
