"""Readers of dates that the calendar names: days, months, quarters, seasons, years, decades, holidays."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.entities import timex_values as values
from onrecord.entities import timex_words as words
from onrecord.entities.timex_context import STEPS, Context, Parts, Value, anchor_of


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
    month, day = words.MONTHS[parts["month"].rstrip(".")], int(parts["day"])
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


def _in_some_year(day_in: Callable[[int], date | None], unknown: str, context: Context) -> Value:
    """A day named without its year: the nearest that fits the tense; ``unknown`` where nothing anchors it."""
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", unknown, "open")
    options = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := day_in(year))]
    fitting = [d for d in options if _fits_tense(d, anchor, context.tense)] or options
    nearest = min(options, key=lambda d: abs((d - anchor).days))
    best = min(fitting, key=lambda d: abs((d - anchor).days))
    # "runs from 23 January", written on the 28th: a tense does not push a date most of a year away.
    if context.tense != "future" and abs((best - anchor).days) > _HALF_YEAR:
        best = nearest
    return Value("DATE", best.isoformat(), "calendar-year-inferred", anchor=name)


def read_range_day(parts: Parts, context: Context) -> Value | None:
    """The second day of "Nov. 20-25": later in the month of the date that stands right before it."""
    first = context.before[-1] if context.before else None
    start = values.day_of(first.value) if first and first.span.end == context.span.start - 1 else None
    if first is None or start is None or not start.day < int(parts["day"]) <= monthrange(start.year, start.month)[1]:
        return None
    return Value("DATE", start.replace(day=int(parts["day"])).isoformat(), "calendar", anchor=first.id)


def read_holiday(parts: Parts, context: Context) -> Value:
    """A feast that has its day in every year."""
    name = parts["holiday"].replace("’", "'")
    if name == "thanksgiving":
        return _in_some_year(_thanksgiving, "XXXX-11", context)
    month, day = words.HOLIDAYS[name]
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{month:02}-{day:02}", "calendar")
    return _in_some_year(lambda year: date(year, month, day), f"XXXX-{month:02}-{day:02}", context)


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = values.nearest_weekday(date(year, 11, 1), 4, forward=True)
    return first + timedelta(weeks=3)


_HALF_YEAR = 183  # days


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
    first, last = _SEASON_MONTHS[season]
    is_over = anchor.month > last
    year = anchor.year + (0 if step == -1 and is_over else step)
    if "rel" not in parts and context.tense == "future":
        year += is_over
    elif "rel" not in parts and context.tense == "past":
        year -= anchor.month < first
    return Value("DATE", f"{year}-{season}", "relative", mod, name)


_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (1, 2)}  # of its year


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


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def read_year_earlier(parts: Parts, context: Context) -> Value | None:
    """ "The year-earlier quarter": a year before that of publication, as fine as what it names."""
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", "PAST_REF", "open")
    of_year = {"quarter": f"-Q{(anchor.month - 1) // 3 + 1}", "month": f"-{anchor.month:02}"}
    fine = of_year.get(parts.get("what", ""), "")
    return Value("DATE", f"{anchor.year - 1}{fine}", "relative", anchor=name)


def read_half(parts: Parts, context: Context) -> Value | None:
    """Half of a year."""
    half = f"H{1 if parts['nth'] == 'first' else 2}"
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{half}", "calendar")
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value("DATE", f"XXXX-{half}", "open")
    return Value("DATE", f"{anchor.year + STEPS[parts['of_year']]}-{half}", "relative", anchor=name)


def read_year(parts: Parts, context: Context) -> Value | None:
    """A year by its number."""
    return Value("DATE", parts["year"], "year", words.MODIFIERS.get(parts.get("mod", "")))


def read_week_of(parts: Parts, context: Context) -> Value | None:
    """ "The week of May 3"."""
    day = read_date(parts, context)
    start = values.day_of(day.value) if day else None
    return Value("DATE", values.week(start), "calendar-year-inferred", anchor="published") if start else None
