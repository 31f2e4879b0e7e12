"""Readers of dates told from another: last week, that day, two years ago, the end of the month."""

import re
from datetime import date, timedelta

from onrecord.entities import timex_values as values
from onrecord.entities import timex_words as words
from onrecord.entities.timex_context import STEPS, Context, Parts, Value, accounted, anchor_of, earlier_start
from onrecord.entities.timex_tense import is_appointed
from onrecord.model.record import Time


def read_relative(parts: Parts, context: Context) -> Value | None:
    """ "Last week": a day, week, month … beside that of publication, or beside one named before."""
    rel, unit = parts.get("rel", "the"), parts["unit"]
    mod, step = words.MODIFIERS.get(parts.get("mod", "")), STEPS[rel]
    if _is_stretch(parts, context):
        return Value("DURATION", values.duration("1", unit), "duration", mod)
    anchor, name = anchor_of(context)
    if rel in ("following", "same", "previous", "preceding") or ("the" in parts and rel == "next" and unit == "day"):
        anchor, name = earlier_start(context, unit) or (anchor, name)
    if anchor is None:
        return Value("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], "open")
    if step == 0 and _is_week_to_come(unit, anchor, context):
        step = 1
    value = _whole(anchor, step, unit)
    return Value("DATE", value, "relative", mod, name) if value else None


_ALONG = re.compile(r"\b(?:over|during|for|within|throughout|in)\s$", re.IGNORECASE)


def _is_stretch(parts: Parts, context: Context) -> bool:
    """ "Over the last year" is as long as a year and ends now; "last year" is a year of the calendar."""
    if "the" not in parts or parts["unit"] == "weekend":
        return False
    before = context.text[max(0, context.span.start - 12) : context.span.start]
    return parts.get("rel") == "past" or (
        parts.get("rel") in ("last", "next", "coming") and bool(_ALONG.search(before))
    )


_SATURDAY = 6


def _is_week_to_come(unit: str, anchor: date, context: Context) -> bool:
    """ "Will be decided this week", written on a Saturday or Sunday, is said of the week that then begins."""
    return unit == "week" and anchor.isoweekday() >= _SATURDAY and context.tense == "future"


_LENGTHS = {"day": 10, "month": 7, "year": 4}  # of a value as fine as the unit
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}


def read_latest(parts: Parts, context: Context) -> Value | None:
    """ "The most recent quarter": the last that is over."""
    return read_relative({"rel": "last", "unit": parts["unit"]}, context)


def read_the_quarter(parts: Parts, context: Context) -> Value | None:
    """The quarter named before; else the last that is over, of which reports tell."""
    for earlier in reversed(context.before):
        if _QUARTER.fullmatch(earlier.value):
            return Value("DATE", earlier.value, "relative", anchor=earlier.id)
    return read_latest(parts, context)


_QUARTER = re.compile(r"\d{4}-Q\d")


def read_current(parts: Parts, context: Context) -> Value | None:
    """ "The current quarter"."""
    return read_relative({"rel": "this", "unit": parts["unit"]}, context)


def read_that(parts: Parts, context: Context) -> Value:
    """The day, week, month or year of a date named before; open if nothing so fine was named."""
    unit, mod = parts["unit"], words.MODIFIERS.get(parts.get("mod", ""))
    length = _LENGTHS.get(unit, _LENGTHS["day"])
    for earlier in reversed(context.before):
        value = earlier.value[:length]
        if earlier.type not in ("DATE", "TIME"):
            continue
        if unit == "week" and (day := values.day_of(value)):
            return Value("DATE", values.week(day), "relative", mod, earlier.id)
        if unit != "week" and len(value) == length and value.replace("-", "").isdigit():
            return Value("DATE", value, "relative", mod, earlier.id)
    return Value("DATE", _UNKNOWN[unit], "open", mod)


def read_beside(parts: Parts, context: Context) -> Value | None:
    """ "The day before", where nothing follows that it could hang on."""
    rel = "previous" if parts["direction"] == "before" else "following"
    return read_relative({"rel": rel, "unit": parts["unit"]}, context)


def read_weekend(parts: Parts, context: Context) -> Value | None:
    """The one that is on, else the last, or the next after a verb that looks ahead."""
    is_on = context.published is not None and context.published.isoweekday() >= _SATURDAY
    is_to_come = context.tense == "future" or is_appointed(context.parse, context.span)
    rel = "this" if is_on or is_to_come else "last"
    return read_relative({"rel": rel, "unit": "weekend"}, context)


def _whole(anchor: date, step: int, unit: str) -> str | None:
    if unit == "weekend":
        return f"{values.week(anchor + timedelta(weeks=step))}-WE"
    if unit == "quarter":
        month = anchor.month + 3 * step
        return f"{anchor.year + (month - 1) // 12}-Q{((month - 1) % 12) // 3 + 1}"
    if unit == "decade":
        return f"{anchor.year + 10 * step:04}"[:3]
    if unit == "century":
        return f"{anchor.year + 100 * step:04}"[:2]
    return values.shifted(anchor, step, unit)


_HALVES = {"century": ("50", "year"), "decade": ("5", "year"), "year": ("6", "month"), "day": ("12", "hour")}
_BACK = frozenset({"ago", "earlier", "before", "previously", "prior"})


def read_ago(parts: Parts, context: Context) -> Value | None:
    """A point so far from an anchor: "two years ago", "three days later"; else the length alone."""
    amount, unit, direction = values.number(parts), parts["unit"], parts["direction"]
    if amount == "0.5" and unit in _HALVES:
        amount, unit = _HALVES[unit]
    if amount is None:
        return None
    mod = words.MODIFIERS.get(parts.get("mod", ""))
    length = values.duration(amount, unit)
    if (told := _year_before(parts, context)) is not None:
        return Value("DATE", values.year_before(told.value), "relative", mod, told.id)
    is_compared = context.text.startswith(" than", context.span.end)  # "two weeks later than was asked"
    if direction in ("before", "after", "on", "prior") or is_compared or not amount.isdigit():
        if direction == "ago":
            return Value("DATE", "PAST_REF", "vague") if amount == "X" else None
        anchor = next((t.id for t in reversed(context.before) if t.type == "DATE"), None)
        return Value("DURATION", length, "duration", mod, anchor)
    step = int(amount) * (-1 if direction in _BACK else 1)
    base, name = anchor_of(context)
    if direction in ("earlier", "later", "previously"):
        base, name = earlier_start(context, unit) or (base, name)
    if base is None:
        return Value("DATE", "PAST_REF" if step < 0 else "FUTURE_REF", "open")
    # "Two weeks ago" is said of a week; "two weeks later" counts from a day that was told.
    day = None if direction in ("ago", "from now", "hence") else values.day_shifted(base, step, unit)
    value = day or values.shifted(base, step, unit)
    return Value("DATE", value, "relative", mod, name) if value else Value("DURATION", length, "duration", mod, name)


def _year_before(parts: Parts, context: Context) -> Time | None:
    """What "a year earlier" is a year before, if that is a quarter, a half, or a month of the same sentence."""
    if parts["unit"] != "year" or values.number(parts) != "1" or parts["direction"] not in ("ago", "earlier"):
        return None
    last = context.before[-1] if context.before else None
    if last and parts["direction"] == "earlier" and _MONTH.fullmatch(last.value) and _is_near(last, context):
        return last
    told = accounted(context)
    return told if told and (parts["direction"] == "earlier" or _is_near(told, context)) else None


def _is_near(time: Time, context: Context) -> bool:
    """Whether a time stands in the same sentence."""
    return not _STOP.search(context.text[time.span.end : context.span.start])


_MONTH, _STOP = re.compile(r"\d{4}-\d\d"), re.compile(r"[.!?]\s+[A-Z]|\n")


def read_edge_of(parts: Parts, context: Context) -> Value | None:
    """ "The final months of last year": no more than that they end it."""
    is_late = parts["edge"] in ("last", "final", "closing", "late")
    return read_end_of({**parts, "mod": "end" if is_late else "beginning"}, context)


def read_end_of(parts: Parts, context: Context) -> Value | None:
    """Beginning, middle or end of the running, last or next week, month …"""
    anchor, name = anchor_of(context)
    mod = "END" if "end" in parts["mod"] else "MID" if "middle" in parts["mod"] else "START"
    step = STEPS[parts.get("rel", "the")]
    if anchor and step == 0:
        step = int(_is_week_to_come(parts["unit"], anchor, context))
    value = _whole(anchor, step, parts["unit"]) if anchor else None
    return Value("DATE", value, "relative", mod, name) if value else None


def read_fuzzy(parts: Parts, context: Context) -> Value | None:
    """ "Recently", "now", "the future"."""
    return Value("DATE", words.FUZZY[parts["fuzzy"]], "fuzzy")
