"""TIMEX3 values of expressions: calendar arithmetic against an anchor, never finer than the words."""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.entities import timex_words as words

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CALENDAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?$")
_YEARS = range(1000, 9000)  # from which a step leads to a day that the calendar has


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or date-time; null for a month, a year, nothing, no date, or one on the edge."""
    match = _ISO_DAY.match(published or "")
    try:
        day = date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
    return day if day and day.year in _YEARS else None


def number(parts: dict[str, str]) -> str | None:
    """The amount as it stands in a duration: digits, or X where the words are vague."""
    if "vague" in parts:
        return "X"
    told = parts.get("number")
    if told is None:
        return None
    if told.endswith(("½", " 1/2")):
        return f"{told.removesuffix('½').removesuffix(' 1/2')}.5"
    if told[0].isdigit() and not told.endswith("half"):
        amount, _, scale = told.replace(",", "").partition(" ")
        return f"{float(amount) * _SCALES[scale]:.0f}" if scale else amount
    if (spaced := told.replace("-", " ")).endswith("and a half"):
        whole = spaced.removesuffix("and a half").strip() or "one"
        return f"{whole if whole.isdigit() else words.NUMBERS[whole]}.5"
    if told.startswith("half"):
        return "0.5"
    if told in ("a dozen", "one dozen"):
        return "12"
    if told.endswith("hundred"):
        return "100"
    return str(sum(words.NUMBERS[word] for word in re.split("[- ]", told)))


_SCALES = {"million": 1_000_000, "billion": 1_000_000_000}


def start_of(value: str, unit: str) -> date | None:
    """The first day of a calendar value that is as fine as the unit; null for one that is not, or that is none."""
    length = {"M": 7, "Y": 4, "DE": 4, "CE": 4}.get(words.UNITS[unit], 10)
    if not _CALENDAR.match(value) or len(value) < length:
        return None
    return day_of(value if len(value) >= 10 else f"{value}-01-01"[:10])


def duration(amount: str, unit: str) -> str:
    """A TIMEX3 duration: ``2``, ``week`` → ``P2W``; decades and centuries in years, half units in smaller ones."""
    letter = words.UNITS[unit]
    if letter in ("SE", "GE"):
        letter = "X" if letter == "GE" else "M"
    if amount == "X":
        return f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}"
    if amount == "0.5":
        return {"CE": "P50Y", "DE": "P5Y", "Y": "P6M", "TH": "PT30M", "D": "PT12H"}.get(letter, f"P0.5{letter[-1]}")
    times = {"DE": 10, "CE": 100, "Q": 3}.get(letter)
    if unit == "fortnight":
        times = 2
    if times and amount.isdigit():
        letter = {"DE": "Y", "CE": "Y", "Q": "M"}.get(letter, letter)
        amount = str(int(amount) * times)
    return f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}"


def shifted(anchor: date, amount: int, unit: str) -> str | None:
    """The anchor moved by ``amount`` units, as precise as the unit: days for days, weeks for weeks."""
    letter = words.UNITS[unit]
    try:
        if letter == "D":
            return (anchor + timedelta(days=amount)).isoformat()
        if letter == "W":
            return week(anchor + timedelta(weeks=amount * (2 if unit == "fortnight" else 1)))
        if letter == "M":
            return month(anchor.year, anchor.month + amount)
        if letter in _YEARS_IN:
            year = anchor.year + amount * _YEARS_IN[letter]
            return f"{year}"[: _DIGITS[letter]] if year in _YEARS else None
        if letter == "TH":
            return (anchor + timedelta(hours=amount)).isoformat() if abs(amount) >= 24 else None
    except (OverflowError, ValueError):
        return None
    return None


_YEARS_IN = {"Y": 1, "DE": 10, "CE": 100}
_DIGITS = {"Y": 4, "DE": 3, "CE": 2}  # of a year, that tell the year, its decade, its century


def year_before(value: str) -> str:
    """The quarter, half or month of a calendar value, a year earlier: ``1989-Q3`` → ``1988-Q3``."""
    return f"{int(value[:4]) - 1:04}{value[4:]}"


def day_shifted(anchor: date, amount: int, unit: str) -> str | None:
    """The anchor moved by whole days or weeks, as a day."""
    days = {"D": 1, "W": 14 if unit == "fortnight" else 7}.get(words.UNITS[unit])
    try:
        return (anchor + timedelta(days=amount * days)).isoformat() if days else None
    except OverflowError:
        return None


def week(day: date) -> str:
    """The ISO week of a day, ``2016-W50``."""
    year, number_, _ = day.isocalendar()
    return f"{year:04}-W{number_:02}"


def month(year: int, month_: int) -> str:
    """Year and month, the month counted on over the turn of the year."""
    return f"{year + (month_ - 1) // 12:04}-{(month_ - 1) % 12 + 1:02}"


def is_day(year: int, month_: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month_ <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month_)[1]


def nearest_weekday(anchor: date, weekday: int, forward: bool) -> date:
    """The day of that weekday (1 Monday) on the anchor or next before or after it."""
    step = (weekday - anchor.isoweekday()) % 7 if forward else -((anchor.isoweekday() - weekday) % 7)
    return anchor + timedelta(days=step)
