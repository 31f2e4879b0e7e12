"""The stage that finds times and gives them values after TIMEX3 and ISO 8601."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from onrecord.entities import timex_values as values
from onrecord.entities import timex_words as words
from onrecord.entities.timex_patterns import Found, scan
from onrecord.entities.timex_refusals import is_no_time
from onrecord.entities.timex_tense import tense_of
from onrecord.model.document import Document
from onrecord.model.record import Time, TimeType
from onrecord.model.span import Span
from onrecord.model.token import Parse


class Value(msgspec.Struct, frozen=True):
    """What an expression means: TIMEX3 type, value and modifier, the anchor it was counted from, the rule."""

    type: TimeType
    value: str
    rule: str
    mod: str | None = None
    anchor: str | None = None


class Context(msgspec.Struct, frozen=True):
    """What the reading of one expression may look at."""

    published: date | None
    parse: Parse
    span: Span
    text: str
    before: tuple[Time, ...]
    tense: str | None


class Times:
    """Adds ``times``: dates, clock times, durations, sets and fuzzy references, each with its anchor.

    The anchor is the day of publication, or a date earlier in the sentence. Without a day of publication what depends
    on it stays open (``XXXX-02-24``, ``XXXX-WXX-7``). No value is finer than its words.
    """

    name = "times"
    requires = frozenset({"parse"})
    provides = frozenset({"times"})

    def __call__(self, document: Document) -> Document:
        published = values.day_of(document.published)
        found: list[Time] = []
        for item in scan(document.text):
            if is_no_time(item, document):
                continue
            span = Span(item.start, item.end)
            context = Context(
                published, document.parse, span, document.text, tuple(found[-4:]), tense_of(document.parse, span)
            )
            value = _READERS[item.kind](item.parts, context)
            if value is not None:
                found.append(_time(len(found) + 1, _trimmed(item, document.text), value))
        return document.with_layers(times=tuple(found))


def _time(number: int, span: Span, value: Value) -> Time:
    return Time(
        id=f"t{number}",
        span=span,
        type=value.type,
        value=value.value,
        mod=value.mod,
        anchor=value.anchor,
        rule=value.rule,
    )


def _trimmed(item: Found, text: str) -> Span:
    """Without a modifier that says how much and not when, unless it belongs to a duration ("more than two weeks")."""
    return Span(item.start, item.end).trim(text)


# ---- readers, one a pattern ------------------------------------------------------------------------------------------

Parts = dict[str, str]


def _anchor(context: Context) -> tuple[date | None, str | None]:
    return (context.published, "published") if context.published else (None, None)


def _iso(parts: Parts, context: Context) -> Value | None:
    year, month, day = int(parts["year"]), int(parts["month2"]), int(parts["day"])
    if not values.is_day(year, month, day):
        return None
    value = f"{year:04}-{month:02}-{day:02}"
    if "hour24" in parts:
        return Value("TIME", f"{value}T{parts['hour24']}:{parts['minute24']}", "calendar")
    return Value("DATE", value, "calendar")


def _date(parts: Parts, context: Context) -> Value | None:
    month, day = words.MONTHS[parts["month"].rstrip(".")], int(parts["day"])
    if "year" in parts:
        year = int(parts["year"])
        return Value("DATE", f"{year}-{month:02}-{day:02}", "calendar") if values.is_day(year, month, day) else None
    if not values.is_day(2020, month, day):
        return None
    anchor, name = _anchor(context)
    if anchor is None:
        return Value("DATE", f"XXXX-{month:02}-{day:02}", "open")
    options = [
        date(y, month, day) for y in (anchor.year - 1, anchor.year, anchor.year + 1) if values.is_day(y, month, day)
    ]
    fitting = [d for d in options if _fits_tense(d, anchor, context.tense)] or options
    nearest = min(options, key=lambda d: abs((d - anchor).days))
    best = min(fitting, key=lambda d: abs((d - anchor).days))
    # "runs from 23 January", written on the 28th: a tense does not push a date most of a year away.
    best = nearest if abs((best - anchor).days) > _HALF_YEAR else best
    return Value("DATE", best.isoformat(), "calendar-year-inferred", anchor=name)


_HALF_YEAR = 183  # days


def _fits_tense(day: date, anchor: date, tense: str | None) -> bool:
    if tense == "past":
        return day <= anchor
    return day >= anchor if tense == "future" else True


def _month(parts: Parts, context: Context) -> Value | None:
    month = words.MONTHS[parts["month"].rstrip(".")]
    mod = words.MODIFIERS.get(parts.get("mod", ""))
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{month:02}", "calendar", mod)
    anchor, name = _anchor(context)
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


def _numeric(parts: Parts, context: Context) -> Value | None:
    """Day and month only where one of them cannot be a month, or both are the same."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    if first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return Value("DATE", str(year), "calendar")
    return Value("DATE", f"{year}-{month:02}-{day:02}", "calendar") if values.is_day(year, month, day) else None


def _decade(parts: Parts, context: Context) -> Value | None:
    return Value("DATE", parts["decade"][:3], "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def _decade_word(parts: Parts, context: Context) -> Value | None:
    return Value("DATE", str(words.DECADES[parts["decade"]]), "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def _century(parts: Parts, context: Context) -> Value | None:
    return Value("DATE", f"{int(parts['century']) - 1:02}", "calendar", words.MODIFIERS.get(parts.get("mod", "")))


def _season(parts: Parts, context: Context) -> Value | None:
    season = words.SEASONS[parts["season"]]
    if "year" in parts:
        return Value("DATE", f"{parts['year']}-{season}", "calendar")
    anchor, name = _anchor(context)
    if anchor is None:
        return Value("DATE", f"XXXX-{season}", "open")
    step = {"last": -1, "past": -1, "this past": -1, "previous": -1, "next": 1, "following": 1}.get(
        parts.get("rel", ""), 0
    )
    is_over = anchor.month > {"SP": 5, "SU": 8, "FA": 11, "WI": 2}[season]
    year = anchor.year + (0 if step == -1 and is_over else step)
    return Value("DATE", f"{year}-{season}", "relative", anchor=name)


def _quarter(parts: Parts, context: Context) -> Value | None:
    nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(parts["nth"]) or int(parts["nth"][1])
    return Value("DATE", f"{parts['year']}-Q{nth}", "calendar")


def _half(parts: Parts, context: Context) -> Value | None:
    return Value("DATE", f"{parts['year']}-H{1 if parts['nth'] == 'first' else 2}", "calendar")


def _year(parts: Parts, context: Context) -> Value | None:
    return Value("DATE", parts["year"], "year", words.MODIFIERS.get(parts.get("mod", "")))


def _weekday(parts: Parts, context: Context) -> Value | None:
    number = words.WEEKDAYS[parts["weekday"]]
    mod = {"early": "START", "late": "END"}.get(parts.get("lead", ""))
    part = f"T{words.PARTS[parts['part']]}" if "part" in parts else ""
    kind: TimeType = "TIME" if part else "DATE"
    anchor, name = _anchor(context)
    if anchor is None:
        return Value(kind, f"XXXX-WXX-{number}{part}", "open", mod)
    day = _weekday_day(parts, context, anchor, number)
    return Value(kind, day.isoformat() + part, "weekday", mod, name)


def _weekday_day(parts: Parts, context: Context, anchor: date, number: int) -> date:
    rel = parts.get("rel", "")
    if rel in ("next", "this coming", "the following") or (not rel and context.tense == "future"):
        day = values.nearest_weekday(anchor, number, forward=True)
        return day + timedelta(days=7) if rel and day == anchor else day
    day = values.nearest_weekday(anchor, number, forward=False)
    return day - timedelta(days=7) if rel in ("last", "this past", "the previous") and day == anchor else day


def _clock(parts: Parts, context: Context) -> Value | None:
    hour, minute = _hour(parts)
    if hour is None:
        return None
    zone = "Z" if parts.get("zone") in ("gmt", "utc") else ""
    day, anchor = _clock_day(parts, context)
    return Value(
        "TIME", f"{day}T{hour:02}{f':{minute:02}' if minute is not None else ':00'}{zone}", "clock", anchor=anchor
    )


def _hour(parts: Parts) -> tuple[int | None, int | None]:
    if "military" in parts:
        hour, minute = int(parts["military"][:2]), int(parts["military"][2:])
        return (hour, minute) if hour < 24 else (None, None)
    if "hour24" in parts:
        return int(parts["hour24"]), int(parts["minute24"])
    hour = int(parts["hour"])
    if not 1 <= hour <= 12:
        return None, None
    return hour % 12 + 12 * parts["half"].startswith("p"), int(parts["minute"]) if "minute" in parts else None


def _clock_day(parts: Parts, context: Context) -> tuple[str, str | None]:
    """The day of a clock time: named with it, the nearest date before it in its sentence, else that of publication."""
    if "weekday" in parts or "today" in parts:
        day = (_weekday if "weekday" in parts else _today)(
            {k: v for k, v in parts.items() if k in ("weekday", "today")}, context
        )
        return (day.value[:10], day.anchor) if day else ("XXXX-XX-XX", None)
    for earlier in reversed(context.before):
        if (
            earlier.type in ("DATE", "TIME")
            and values.day_of(earlier.value)
            and context.span.start - earlier.span.end < 150
        ):
            return earlier.value[:10], earlier.id
    return (context.published.isoformat(), "published") if context.published else ("XXXX-XX-XX", None)


def _noon(parts: Parts, context: Context) -> Value | None:
    day, anchor = _clock_day(parts, context)
    return Value("TIME", f"{day}T{'24:00' if parts['noon'] == 'midnight' else '12:00'}", "clock", anchor=anchor)


_TODAY = {
    "yesterday": (-1, ""), "today": (0, ""), "tomorrow": (1, ""), "tonight": (0, "TNI"), "last night": (-1, "TNI"),
    "this morning": (0, "TMO"), "this afternoon": (0, "TAF"), "this evening": (0, "TEV"),
    "the day before yesterday": (-2, ""), "the day after tomorrow": (2, ""),
}  # fmt: skip


def _today(parts: Parts, context: Context) -> Value | None:
    step, part = _TODAY[parts["today"]]
    part = f"T{words.PARTS[parts['part']]}" if "part" in parts else part
    anchor, name = _anchor(context)
    day = (anchor + timedelta(days=step)).isoformat() if anchor else "XXXX-XX-XX"
    if anchor is None and parts["today"] == "today":
        return Value("DATE", "PRESENT_REF", "open")
    return Value("TIME" if part else "DATE", day + part, "relative" if anchor else "open", anchor=name)


def _dayref(parts: Parts, context: Context) -> Value | None:
    for earlier in reversed(context.before):
        if values.day_of(earlier.value):
            return Value("TIME", f"{earlier.value[:10]}T{words.PARTS[parts['part']]}", "relative", anchor=earlier.id)
    return None


_STEPS = {
    "last": -1, "this past": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "same": 0, "next": 1,
    "this coming": 1, "coming": 1, "following": 1,
}  # fmt: skip


def _relative(parts: Parts, context: Context) -> Value | None:
    step, unit = _STEPS[parts["rel"]], parts["unit"]
    anchor, name = _anchor(context)
    if parts["rel"] in ("following", "same", "previous", "preceding"):
        earlier = next((t for t in reversed(context.before) if values.day_of(t.value)), None)
        anchor, name = (values.day_of(earlier.value), earlier.id) if earlier else (anchor, name)
    if anchor is None:
        return Value("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], "open")
    if step == 0 and _is_week_to_come(unit, anchor, context):
        step = 1
    value = _whole(anchor, step, unit)
    return Value("DATE", value, "relative", words.MODIFIERS.get(parts.get("mod", "")), name) if value else None


_SATURDAY = 6


def _is_week_to_come(unit: str, anchor: date, context: Context) -> bool:
    """ "Will be decided this week", written on a Saturday or Sunday, is said of the week that then begins."""
    return unit == "week" and anchor.isoweekday() >= _SATURDAY and context.tense == "future"


_LENGTHS = {"day": 10, "month": 7, "year": 4}  # of a value as fine as the unit


def _that(parts: Parts, context: Context) -> Value | None:
    """The day, month or year of a date named before; none if nothing so fine was named."""
    length, mod = _LENGTHS[parts["unit"]], words.MODIFIERS.get(parts.get("mod", ""))
    for earlier in reversed(context.before):
        value = earlier.value[:length]
        if earlier.type in ("DATE", "TIME") and len(value) == length and value.replace("-", "").isdigit():
            return Value("DATE", value, "relative", mod, earlier.id)
    return None


def _beside(parts: Parts, context: Context) -> Value | None:
    rel = "previous" if parts["direction"] == "before" else "following"
    return _relative({"rel": rel, "unit": parts["unit"]}, context)


def _weekend(parts: Parts, context: Context) -> Value | None:
    """The one that is on, else the last, or the next after a verb that looks ahead."""
    is_on = context.published is not None and context.published.isoweekday() >= _SATURDAY
    rel = "this" if is_on or context.tense == "future" else "last"
    return _relative({"rel": rel, "unit": "weekend"}, context)


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


def _span(parts: Parts, context: Context) -> Value | None:
    amount = values.number(parts) or "X"
    return Value(
        "DURATION",
        values.duration(amount, parts["unit"]),
        "duration",
        anchor="published" if context.published else None,
    )


_BACK = frozenset({"ago", "earlier", "before", "previously", "prior"})


def _ago(parts: Parts, context: Context) -> Value | None:
    amount, unit, direction = values.number(parts), parts["unit"], parts["direction"]
    if amount is None:
        return None
    mod = words.MODIFIERS.get(parts.get("mod", ""))
    length = values.duration(amount, unit)
    if direction in ("before", "after", "on", "prior") or amount == "X" or "." in amount:
        if direction == "ago":
            return Value("DATE", "PAST_REF", "vague") if amount == "X" else None
        anchor = next((t.id for t in reversed(context.before) if t.type == "DATE"), None)
        return Value("DURATION", length, "duration", mod, anchor)
    step = int(amount) * (-1 if direction in _BACK else 1)
    base, name = context.published, "published"
    if direction in ("earlier", "later", "previously"):
        earlier = next((t for t in reversed(context.before) if values.day_of(t.value)), None)
        base, name = (values.day_of(earlier.value), earlier.id) if earlier else (base, name)
    if base is None:
        return Value("DATE", "PAST_REF" if step < 0 else "FUTURE_REF", "open")
    value = values.day_shifted(base, step, unit) or values.shifted(base, step, unit)
    return Value("DATE", value, "relative", mod, name) if value else Value("DURATION", length, "duration", mod, name)


def _unit_ago(parts: Parts, context: Context) -> Value | None:
    if parts["direction"] == "ago":
        return Value("DATE", "PAST_REF", "vague")
    return Value("DURATION", values.duration("X", parts["unit"]), "duration")


def _duration(parts: Parts, context: Context) -> Value | None:
    amount = values.number(parts)
    if amount is None or (
        parts.get("number") in ("a", "an")
        and parts["unit"] in ("second", "minute", "quarter", "season", "day", "night")
    ):
        return None
    return Value(
        "DURATION", values.duration(amount, parts["unit"]), "duration", words.MODIFIERS.get(parts.get("mod", ""))
    )


def _bare_unit(parts: Parts, context: Context) -> Value | None:
    unit = parts.get("unit") or parts["unit2"].removesuffix("s")
    return Value("DURATION", values.duration("X", unit), "vague")


def _set(parts: Parts, context: Context) -> Value | None:
    if "often" in parts:
        return Value("SET", values.duration("1", parts["unit"]), "set")
    if "weekday" in parts:
        return Value("SET", f"XXXX-WXX-{words.WEEKDAYS[parts['weekday']]}", "set")
    if "part" in parts:
        return Value("SET", f"XXXX-XX-XXT{words.PARTS[parts['part']]}", "set")
    told = parts.get("number", "one")
    amount = "2" if told == "other" else values.number({"number": told}) or "1"
    return Value("SET", values.duration(amount, parts["unit"]), "set")


def _set_word(parts: Parts, context: Context) -> Value | None:
    return Value("SET", words.SETS[parts["set"]], "set")


def _end_of(parts: Parts, context: Context) -> Value | None:
    anchor, name = _anchor(context)
    mod = "END" if "end" in parts["mod"] else "MID" if "middle" in parts["mod"] else "START"
    step = int(anchor is not None and _is_week_to_come(parts["unit"], anchor, context))
    value = _whole(anchor, step, parts["unit"]) if anchor else None
    return Value("DATE", value, "relative", mod, name) if value else None


def _fuzzy(parts: Parts, context: Context) -> Value | None:
    return Value("DATE", words.FUZZY[parts["fuzzy"]], "fuzzy")


def _week_of(parts: Parts, context: Context) -> Value | None:
    day = _date(parts, context)
    start = values.day_of(day.value) if day else None
    return Value("DATE", values.week(start), "calendar-year-inferred", anchor="published") if start else None


_READERS: dict[str, Callable[[Parts, Context], Value | None]] = {
    "iso": _iso, "date": _date, "month": _month, "numeric": _numeric, "decade": _decade, "century": _century,
    "season": _season, "quarter": _quarter, "half": _half, "year": _year, "weekday": _weekday, "clock": _clock,
    "noon": _noon, "today": _today, "relative": _relative, "dayref": _dayref, "span": _span, "ago": _ago,
    "unit-ago": _unit_ago, "duration": _duration, "half-unit": _duration, "bare-unit": _bare_unit, "set": _set,
    "set-word": _set_word, "end-of": _end_of, "fuzzy": _fuzzy, "week-of": _week_of,
    "decade-word": _decade_word, "that": _that, "beside": _beside, "weekend": _weekend,
}  # fmt: skip
