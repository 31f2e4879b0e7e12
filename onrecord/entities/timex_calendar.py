"""Readers of dates that the calendar names: days, months, quarters, seasons, years, decades, holidays."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.entities import timex_values as values
from onrecord.entities import timex_words as words
from onrecord.entities.timex_context import STEPS, Context, Parts, Value, accounted, anchor_of
from onrecord.entities.timex_tense import word_before
from onrecord.model.record import Time


def read_iso(parts: Parts, context: Context) -> Value | None:
    """A day in ISO 8601, with the time of day if it is told."""
    year, month, day = int(parts["year"]), int(parts["month2"]), int(parts["day"])
    if not values.is_day(year, month, day):
        return None
    value = f"{year:04}-{month:02}-{day:02}"
    if "hour24" in parts:
        return Value("TIME", f"{value}T{parts['hour24']}:{parts['minute24']}", "calendar")
    return Value("DATE", value, "calendar")


def read_date(parts: Parts, context: Context) -> Value | None:
    """A day and month; without its year, the one nearest that fits the tense."""
    month = words.MONTHS[parts["month"].rstrip(".")]
    day = words.NTH[parts["nth"]] if "nth" in parts else int(parts["day"])
    if (month, day) == _SEPTEMBER_11 and "year" not in parts and _is_attack(context):
        return Value("DATE", "2001-09-11", "calendar")
    if "year" in parts:
        year = int(parts["year"])
        return Value("DATE", f"{year}-{month:02}-{day:02}", "calendar") if values.is_day(year, month, day) else None
    anchor, name = anchor_of(context)
    if anchor and "of_year" in parts:
        year = anchor.year + STEPS[parts["of_year"]]
        is_there = values.is_day(year, month, day)
        return Value("DATE", f"{year}-{month:02}-{day:02}", "relative", anchor=name) if is_there else None
    return (
        _in_some_year(
            lambda year: date(year, month, day) if values.is_day(year, month, day) else None,
            f"XXXX-{month:02}-{day:02}",
            context,
        )
        if values.is_day(2020, month, day)
        else None
    )


_SEPTEMBER_11 = (9, 11)
_ATTACK_AFTER = re.compile(r",? (?:terror|attack|hijack|conspira|victim|commission)")
_ATTACK_BEFORE = re.compile(r"\battacks (?:of|on) $")


def _is_attack(context: Context) -> bool:
    """ "The Sept. 11 attacks" are those of 2001."""
    before = context.text[max(0, context.span.start - 12) : context.span.start]
    return bool(_ATTACK_AFTER.match(context.text, context.span.end) or _ATTACK_BEFORE.search(before))


def _in_some_year(day_in: Callable[[int], date | None], unknown: str, context: Context) -> Value:
    """A day named without its year: the nearest that fits the tense; ``unknown`` where nothing anchors it."""
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", unknown, "open")
    options = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := day_in(year))]
    fitting = [d for d in options if _fits_tense(d, anchor, context.tense)] or options
    nearest = min(options, key=lambda d: abs((d - anchor).days))
    best = min(fitting, key=lambda d: abs((d - anchor).days))
    # "runs from 23 January", written on the 28th: a tense pushes no date into another year, most of a year away.
    # Nor does "will run from January 23 on", written on the 28th, lead a year ahead.
    far = _MOST_OF_YEAR if context.tense == "future" else _HALF_YEAR
    is_since = word_before(context.parse, context.span) == "since"
    if best.year != anchor.year and abs((best - anchor).days) > far and not is_since:
        best = nearest
    return Value("DATE", best.isoformat(), "calendar-year-inferred", anchor=name)


def read_range_day(parts: Parts, context: Context) -> Value | None:
    """The second day of "Nov. 20-25" or "Nov. 20 to 25": later in the month of the date right before it."""
    first = context.before[-1] if context.before else None
    is_beside = first is not None and context.text[first.span.end : context.span.start] in _TO
    start = values.day_of(first.value) if first and is_beside else None
    if first is None or start is None or not start.day < int(parts["day"]) <= monthrange(start.year, start.month)[1]:
        return None
    return Value("DATE", start.replace(day=int(parts["day"])).isoformat(), "calendar", anchor=first.id)


_TO = frozenset({"-", "–", " to ", " and "})


def read_holiday(parts: Parts, context: Context) -> Value:
    """A feast, by its rule for every year."""
    name = parts["holiday"].replace("’", "'")
    day_in = _MOVED.get(name) or (lambda year: date(year, *words.HOLIDAYS[name]))
    if "year" in parts:
        return Value("DATE", day_in(int(parts["year"])).isoformat(), "calendar")
    unknown = "XXXX" if name in _MOVED else day_in(2000).isoformat().replace("2000", "XXXX")
    return _in_some_year(day_in, unknown, context)


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = values.nearest_weekday(date(year, 11, 1), 4, forward=True)
    return first + timedelta(weeks=3)


def _last_monday_of_may(year: int) -> date:
    return values.nearest_weekday(date(year, 5, 31), 1, forward=False)


def _first_monday_of_september(year: int) -> date:
    return values.nearest_weekday(date(year, 9, 1), 1, forward=True)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, after the anonymous rule of 1876 (Meeus, Astronomical Algorithms)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


_MOVED: dict[str, Callable[[int], date]] = {
    "thanksgiving": _thanksgiving, "memorial day": _last_monday_of_may, "labor day": _first_monday_of_september,
    "easter": _easter, "easter sunday": _easter, "easter monday": lambda year: _easter(year) + timedelta(days=1),
    "good friday": lambda year: _easter(year) - timedelta(days=2),
}  # fmt: skip
_HALF_YEAR, _MOST_OF_YEAR = 183, 320  # days


def _fits_tense(day: date, anchor: date, tense: str | None) -> bool:
    if tense == "past":
        return day <= anchor
    return day >= anchor if tense == "future" else True


def read_month(parts: Parts, context: Context) -> Value | None:
    """A month; without its year, by "last" and "next" or by the tense."""
    month = words.MONTHS[parts["month"].rstrip(".")]
    mod = words.MODIFIERS.get(parts.get("mod", ""))
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{month:02}", "calendar", mod)
    anchor, name = anchor_of(context)
    if anchor and "of_year" in parts:
        return Value("DATE", f"{anchor.year + STEPS[parts['of_year']]}-{month:02}", "relative", mod, name)
    if told := _told_year(context):
        return Value("DATE", f"{told.value}-{month:02}", "relative", mod, told.id)
    if anchor is None:
        return Value("DATE", f"XXXX-{month:02}", "open", mod)
    direction = {"last": "past", "this past": "past", "next": "future", "this coming": "future"}.get(
        parts.get("rel", "")
    )
    year = anchor.year
    tense = direction or context.tense
    if parts.get("rel") == "this":
        pass
    elif tense == "future":
        year += month < anchor.month or (direction == "future" and month == anchor.month)
    elif tense == "past" or abs(month - anchor.month) > 6:
        year -= month > anchor.month or (direction == "past" and month == anchor.month)
        year += tense != "past" and month < anchor.month and anchor.month - month > 6
    return Value("DATE", f"{year}-{month:02}", "month-inferred", mod, name)


_WHEN = re.compile(r",? when [^.;]{0,80}")


def _told_year(context: Context) -> Time | None:
    """The year right before: "in 1964, when a quake struck in March"."""
    year = context.before[-1] if context.before else None
    between = context.text[year.span.end : context.span.start] if year else ""
    return year if year and year.rule == "year" and _WHEN.fullmatch(between) else None


def read_numeric(parts: Parts, context: Context) -> Value | None:
    """Day and month only where one of them cannot be a month, or both are the same."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    if first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return Value("DATE", str(year), "calendar")
    return Value("DATE", f"{year}-{month:02}-{day:02}", "calendar") if values.is_day(year, month, day) else None


def read_decade(parts: Parts, context: Context) -> Value | None:
    """ "The 1990s": the first three digits."""
    return Value("DATE", parts["decade"][:3], "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def read_short_decade(parts: Parts, context: Context) -> Value | None:
    """ "The ’90s" are of the twentieth century."""
    return Value("DATE", f"19{parts['decade'][0]}", "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def read_decade_word(parts: Parts, context: Context) -> Value | None:
    """ "The sixties"."""
    return Value("DATE", str(words.DECADES[parts["decade"]]), "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def read_century(parts: Parts, context: Context) -> Value | None:
    """ "The 19th century": the first two digits."""
    told = parts["century"]
    nth = int(told) if told.isdigit() else words.ORDINALS[told]
    return Value("DATE", f"{nth - 1:02}", "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def read_season(parts: Parts, context: Context) -> Value | None:
    """A season of a named year, or of one counted from that of publication."""
    season, mod = words.SEASONS[parts["season"]], words.MODIFIERS.get(parts.get("mod", ""))
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{season}", "calendar", mod)
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", f"XXXX-{season}", "open", mod)
    step = STEPS.get(parts.get("rel", ""), 0)
    if season == "WI":
        return Value("DATE", f"{_winter(anchor, step, context.tense)}-WI", "relative", mod, name)
    first, last = _SEASON_MONTHS[season]
    is_over = anchor.month > last
    year = anchor.year + (0 if step == -1 and is_over else step)
    if "rel" not in parts and context.tense == "future":
        year += is_over
    elif "rel" not in parts and context.tense == "past":
        year -= anchor.month < first
    return Value("DATE", f"{year}-{season}", "relative", mod, name)


def _winter(anchor: date, step: int, tense: str | None) -> int:
    """The year in which the winter begins: the one that is on or comes, or with ``step`` -1 the one before it."""
    is_on = anchor.month < _SEASON_MONTHS["SP"][0]
    coming = anchor.year - is_on
    return coming + step if step else coming - (tense == "past" and not is_on and anchor.month < _DECEMBER)


_DECEMBER = 12
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def read_quarter(parts: Parts, context: Context) -> Value | None:
    """A quarter of a named year; else the last that is over, or the next to come."""
    nth = _NTH.get(parts["nth"]) or int(parts["nth"][1])
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-Q{nth}", "calendar")
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", f"XXXX-Q{nth}", "open")
    if "of_year" in parts:
        return Value("DATE", f"{anchor.year + STEPS[parts['of_year']]}-Q{nth}", "relative", anchor=name)
    now = (anchor.month - 1) // 3 + 1
    # What is told of a quarter is told when it is over.
    year = anchor.year + (nth < now) if context.tense == "future" else anchor.year - (nth >= now)
    return Value("DATE", f"{year}-Q{nth}", "relative", anchor=name)


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def read_year_earlier(parts: Parts, context: Context) -> Value | None:
    """ "The year-earlier quarter": a year before that of publication, as fine as what it names."""
    if told := accounted(context):
        return Value("DATE", values.year_before(told.value), "relative", anchor=told.id)
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", "PAST_REF", "open")
    of_year = {"quarter": f"-Q{(anchor.month - 1) // 3 + 1}", "month": f"-{anchor.month:02}"}
    fine = of_year.get(parts.get("what", ""), "")
    return Value("DATE", f"{anchor.year - 1}{fine}", "relative", anchor=name)


def read_half(parts: Parts, context: Context) -> Value | None:
    """Half of a year."""
    half = f"H{1 if 'first' in (parts.get('nth'), parts.get('nth2')) else 2}"
    if not {"year", "of_year"} & parts.keys():
        return _of_accounts(half, context)
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{half}", "calendar")
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", f"XXXX-{half}", "open")
    return Value("DATE", f"{anchor.year + STEPS[parts['of_year']]}-{half}", "relative", anchor=name)


def _of_accounts(half: str, context: Context) -> Value | None:
    """ "The first half" where quarters or halves are told before; elsewhere it may be that of a match."""
    told, (anchor, name) = accounted(context), anchor_of(context)
    if told is None or anchor is None:
        return None
    now = 1 + (anchor.month > _JUNE)
    year = anchor.year + (int(half[1]) < now) if context.tense == "future" else anchor.year - (int(half[1]) > now)
    return Value("DATE", f"{year}-{half}", "relative", anchor=name)


_JUNE = 6


def read_year(parts: Parts, context: Context) -> Value | None:
    """A year by its number."""
    return Value("DATE", parts["year"], "year", words.MODIFIERS.get(parts.get("mod", "")))


def read_ended(parts: Parts, context: Context) -> Value | None:
    """ "The quarter ended Sept. 30": the quarter, month or week of that day; a year that ends on it is a length."""
    if parts["unit"] == "year":
        return Value("DURATION", "P1Y", "duration")
    told = read_date(parts, context)
    day = values.day_of(told.value) if told else None
    if told is None or day is None:
        return None
    whole = {"quarter": f"{day.year}-Q{(day.month - 1) // 3 + 1}", "month": told.value[:7], "week": values.week(day)}
    return Value("DATE", whole[parts["unit"]], "calendar", anchor=told.anchor)


def read_edge(parts: Parts, context: Context) -> Value | None:
    """The first or last day of a month or year; of its weeks and months no more than that they begin or end it."""
    whole = read_month(parts, context) if "month" in parts else Value("DATE", parts["year"], "year")
    if whole is None:
        return None
    is_first = parts["edge"] in ("first", "opening")
    if parts["unit"] == "day" and whole.value[:4].isdigit():
        year, month = int(whole.value[:4]), int(whole.value[5:7] or (1 if is_first else _DECEMBER))
        day = 1 if is_first else monthrange(year, month)[1]
        return Value("DATE", f"{year:04}-{month:02}-{day:02}", whole.rule, anchor=whole.anchor)
    return Value("DATE", whole.value, whole.rule, "START" if is_first else "END", whole.anchor)


def read_named_day(parts: Parts, context: Context) -> Value:
    """ "9/11" is one day."""
    return Value("DATE", "2001-09-11", "calendar")


def read_week_of(parts: Parts, context: Context) -> Value | None:
    """ "The week of May 3"."""
    day = read_date(parts, context)
    start = values.day_of(day.value) if day else None
    return Value("DATE", values.week(start), "calendar-year-inferred", anchor=context.base) if start else None
