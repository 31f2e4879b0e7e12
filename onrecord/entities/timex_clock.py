"""Readers of days of the week, parts of a day and times by the clock."""

from datetime import date, timedelta

from onrecord.entities import timex_values as values
from onrecord.entities import timex_words as words
from onrecord.entities.timex_calendar import read_date
from onrecord.entities.timex_context import STEPS, Context, Parts, Value, anchor_of
from onrecord.entities.timex_tense import is_appointed
from onrecord.model.record import Time, TimeType


def read_weekday(parts: Parts, context: Context) -> Value | None:
    """A day of the week, with its part of day if it is told."""
    number = words.WEEKDAYS[parts["weekday"]]
    mod = {"early": "START", "late": "END"}.get(parts.get("lead", ""))
    part = f"T{words.PARTS[parts['part']]}" if "part" in parts else ""
    kind: TimeType = "TIME" if part else "DATE"
    anchor, name = anchor_of(context)
    if anchor is None:
        return Value(kind, f"XXXX-WXX-{number}{part}", "open", mod)
    day = _weekday_day(parts, context, anchor, number)
    return Value(kind, day.isoformat() + part, "weekday", mod, name)


def _weekday_day(parts: Parts, context: Context, anchor: date, number: int) -> date:
    if "of_week" in parts:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        return monday + timedelta(days=number - 1, weeks=STEPS[parts["of_week"]])
    rel = parts.get("rel", "")
    if rel in ("next", "this coming", "the following") or (not rel and _is_to_come(context)):
        day = values.nearest_weekday(anchor, number, forward=True)
        return day + timedelta(days=7) if rel and day == anchor else day
    day = values.nearest_weekday(anchor, number, forward=False)
    named = None if rel else _named_before(context, number)
    if named and (context.tense != "past" or named - anchor <= _CARRIED_ON):
        return max(day, named)
    return day - timedelta(days=7) if rel in ("last", "this past", "the previous") and day == anchor else day


_CARRIED_ON = timedelta(days=2)  # after the day of publication, up to which a report may tell what was


def _is_to_come(context: Context) -> bool:
    return context.tense == "future" or (context.tense == "present" and is_appointed(context.parse, context.span))


def _named_before(context: Context, number: int) -> date | None:
    """The same day of the week as named shortly before: reports that are carried on say "on Sunday" of the next day."""
    for earlier in reversed(context.before):
        day = values.day_of(earlier.value) if earlier.rule == "weekday" else None
        if day and day.isoweekday() == number:
            return day
    return None


def read_clock(parts: Parts, context: Context) -> Value | None:
    """A time by the clock, on the day that is told with it or before it."""
    hour, minute = _hour(parts)
    if hour is None:
        return None
    zone = "Z" if parts.get("zone") in ("gmt", "utc") else ""
    day, anchor = _clock_day(parts, context)
    if zone and (local := _local_time(context)):
        day, anchor = _day_elsewhere(local, hour), local.id
    mod = words.MODIFIERS.get(parts.get("mod", ""))
    return Value("TIME", f"{day}T{hour:02}:{minute or 0:02}{zone}", "clock", mod, anchor)


def _local_time(context: Context) -> Time | None:
    """The time that one in Greenwich stands behind: "12:45 a.m. (2115 GMT)", "12:45 a.m., or 2115 GMT"."""
    local = context.before[-1] if context.before else None
    is_beside = local is not None and context.text[local.span.end : context.span.start] in (" (", ", or ")
    return local if local and is_beside and local.rule == "clock" and values.day_of(local.value) else None


def _day_elsewhere(local: Time, hour: int) -> str:
    """The day on which it is ``hour`` in Greenwich, half a day away at most."""
    day = date.fromisoformat(local.value[:10])
    ahead = hour - int(local.value[11:13])
    return (day + timedelta(days=(ahead < -_HALF_DAY) - (ahead > _HALF_DAY))).isoformat()


_HALF_DAY = 12


def _hour(parts: Parts) -> tuple[int | None, int | None]:
    if "military" in parts:
        hour24, minute24 = int(parts["military"][:2]), int(parts["military"][2:])
        return (hour24, minute24) if hour24 < 24 else (None, None)
    if "hour24" in parts:
        return int(parts["hour24"]), int(parts["minute24"])
    hour = words.HOURS[parts["hour"]] if parts["hour"] in words.HOURS else int(parts["hour"])
    if not 1 <= hour <= 12:
        return None, None
    half = parts.get("half") or parts["half2"]
    if half.startswith("o"):
        return hour % 12 + 12 * (parts.get("today") in _LATE_TODAY) if "today" in parts else hour, 0
    # "Nine at night" is of the evening, "one at night" of the next morning.
    is_late = half in _LATE or (half == "night" and hour >= _NIGHT and hour != 12)
    return hour % 12 + 12 * is_late, int(parts["minute"]) if "minute" in parts else None


_LATE = frozenset({"pm", "p.m", "p.m.", "afternoon", "evening"})
_LATE_TODAY = frozenset({"this afternoon", "this evening", "tonight"})
_NIGHT = 6  # an hour from this one on is before midnight, a smaller one after it


def _clock_day(parts: Parts, context: Context) -> tuple[str, str | None]:
    """The day of a clock time: named with it, the nearest date before it in its sentence, else that of publication."""
    if "month" in parts:
        named = read_date(parts, context)
        return (named.value[:10], named.anchor) if named else ("XXXX-XX-XX", None)
    if "weekday" in parts or "today" in parts:
        day = (read_weekday if "weekday" in parts else read_today)(
            {k: v for k, v in parts.items() if k in ("weekday", "today")}, context
        )
        return (day.value[:10], day.anchor) if day else ("XXXX-XX-XX", None)
    for earlier in reversed(context.before):
        if (
            earlier.type in ("DATE", "TIME")
            and (day_told := values.day_of(earlier.value))
            and not _is_too_late(day_told, context)
            and context.span.start - earlier.span.end < 150
        ):
            return earlier.value[:10], earlier.id
    return (context.published.isoformat(), context.base) if context.published else ("XXXX-XX-XX", None)


def _is_too_late(day: date, context: Context) -> bool:
    """Whether what was done cannot have been done on a day that is yet to come."""
    return context.tense == "past" and context.published is not None and day > context.published + _CARRIED_ON


def read_noon(parts: Parts, context: Context) -> Value | None:
    """Noon and midnight."""
    day, anchor = _clock_day(parts, context)
    clock, mod = "24:00" if parts["noon"] == "midnight" else "12:00", words.MODIFIERS.get(parts.get("mod", ""))
    return Value("TIME", f"{day}T{clock}", "clock", mod, anchor)


_TODAY = {
    "yesterday": (-1, ""), "today": (0, ""), "tomorrow": (1, ""), "tonight": (0, "TNI"), "last night": (-1, "TNI"),
    "this morning": (0, "TMO"), "this afternoon": (0, "TAF"), "this evening": (0, "TEV"),
    "overnight": (0, "TNI"), "the day before yesterday": (-2, ""), "the day after tomorrow": (2, ""),
}  # fmt: skip


def read_today(parts: Parts, context: Context) -> Value | None:
    """Days and parts of days next to that of publication."""
    step, part = _TODAY[parts["today"]]
    part = f"T{words.PARTS[parts['part']]}" if "part" in parts else part
    anchor, name = anchor_of(context)
    day = (anchor + timedelta(days=step)).isoformat() if anchor else "XXXX-XX-XX"
    if anchor is None and parts["today"] == "today":
        return Value("DATE", "PRESENT_REF", "open")
    return Value("TIME" if part else "DATE", day + part, "relative" if anchor else "open", anchor=name)


def read_dayref(parts: Parts, context: Context) -> Value | None:
    """ "That night": part of a day named before, else of that of publication; "the next morning": of the day after."""
    step = timedelta(days=STEPS[parts.get("rel", "the")])
    for earlier in reversed(context.before):
        if (day := values.day_of(earlier.value)) and not _is_too_late(day, context):
            step += timedelta(days=parts["part"] in words.DAWNS and _is_late_in_day(earlier.value))
            return Value("TIME", f"{day + step}T{words.PARTS[parts['part']]}", "relative", anchor=earlier.id)
    is_told = bool({"rel", "in"} & parts.keys()) or context.text[context.span.start] not in "Tt"
    if context.published and is_told and "that" not in parts:
        day = context.published + step
        return Value("TIME", f"{day}T{words.PARTS[parts['part']]}", "relative", anchor=context.base)
    return Value("TIME", f"XXXX-XX-XXT{words.PARTS[parts['part']]}", "open") if is_told or "that" in parts else None


def _is_late_in_day(value: str) -> bool:
    """Whether the dawn that follows a time is that of the next day."""
    clock = value[11:13]
    return clock in ("EV", "NI", "AF") or (clock.isdigit() and int(clock) >= _HALF_DAY)


def read_part_of(parts: Parts, context: Context) -> Value | None:
    """ "The evening of November 3", "the early hours of Saturday"."""
    day, anchor = _clock_day(parts, context)
    part = words.PARTS[parts.get("part", "morning")]
    return Value("TIME", f"{day}T{part}", "relative", "START" if "hours" in parts else None, anchor)
