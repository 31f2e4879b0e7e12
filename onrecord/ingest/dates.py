"""Dates as feeds, tables and wires write them, as ISO dates; what could be two days is none."""

import re
from calendar import month_abbr, month_name
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d.*)?", re.DOTALL)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z?))?")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_WORDS = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?[ -]+(?P<m1>[a-z]{3,9})\.?,?|"
    r"(?P<m2>[a-z]{3,9})\.? +(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?)"
    r"[ -]+(?P<y>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
_MONTHS["sept"] = 9
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def iso(told: str | None) -> str | None:
    """``told`` as an ISO date or date-time; null if it is none, or if day and month could be each other's."""
    text = (told or "").strip()
    if not text or len(text) > 100:
        return None
    try:
        return _read(text)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None


def _read(text: str) -> str | None:
    """Raises ValueError for a day that does not exist."""
    if _ISO.fullmatch(text):
        return text
    if found := _COMPACT.fullmatch(text):
        return _compact(found)
    if found := _YEAR_FIRST.match(text):
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    if found := _NUMBERS.match(text):
        first, second = int(found[1]), int(found[2])
        if first != second and max(first, second) <= 12:
            return None
        return date(int(found[3]), min(first, second), max(first, second)).isoformat()
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.partition(".")[0]) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    return _mail(text) or _worded(text)


def _compact(found: re.Match[str]) -> str:
    day = date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    if not found[4]:
        return day
    moment = f"{day}T{found[4]}:{found[5]}:{found[6]}{found[7]}"
    datetime.fromisoformat(moment)
    return moment


def _mail(text: str) -> str | None:
    """RFC 822, as RSS has it."""
    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _worded(text: str) -> str | None:
    found = _WORDS.search(text)
    month = _MONTHS.get((found["m1"] or found["m2"]).lower()) if found else None
    return date(int(found["y"]), month, int(found["d1"] or found["d2"])).isoformat() if found and month else None
