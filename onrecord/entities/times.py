"""The stage that finds times and gives them values after TIMEX3 and ISO 8601."""

from collections.abc import Callable
from datetime import date

from onrecord.entities import timex_calendar as calendar
from onrecord.entities import timex_clock as clock
from onrecord.entities import timex_lengths as lengths
from onrecord.entities import timex_relative as relative
from onrecord.entities import timex_values as values
from onrecord.entities.timex_context import Context, Parts, Value
from onrecord.entities.timex_patterns import scan
from onrecord.entities.timex_refusals import is_no_time
from onrecord.entities.timex_tense import tense_of
from onrecord.model.document import Document
from onrecord.model.record import Time
from onrecord.model.span import Span


class Times:
    """Adds ``times``: dates, clock times, durations, sets and fuzzy references, each with its anchor.

    The anchor is the day of publication, the date in a line of its own above the text, or a date earlier in the
    sentence. Without a day of publication what depends on it stays open (``XXXX-02-24``, ``XXXX-WXX-7``). No value is
    finer than its words.
    """

    name = "times"
    requires = frozenset({"parse"})
    provides = frozenset({"times"})

    def __call__(self, document: Document) -> Document:
        published, base = values.day_of(document.published), "published"
        found: list[Time] = []
        for item in scan(document.text):
            if is_no_time(item, document):
                continue
            span = Span(item.start, item.end)
            context = Context(
                published, document.parse, span, document.text, tuple(found[-4:]), tense_of(document.parse, span),
                base,
            )  # fmt: skip
            value = _READERS[item.kind](item.parts, context)
            if value is not None:
                found.append(_time(len(found) + 1, span.trim(document.text), value))
                if (day := _dateline(document.text, found[-1], published)) is not None:
                    published, base = day, found[-1].id
        return document.with_layers(times=tuple(found))


_HEAD = 400  # characters in which a dateline stands
_NEAR = 3  # days between it and the day of publication


def _dateline(text: str, time: Time, published: date | None) -> date | None:
    """The day of a date that is a line of its own above the text: what the article calls today.

    One far from the day of publication is that of something else.
    """
    day = values.day_of(time.value) if time.type == "DATE" and time.rule == "calendar" else None
    if day is None or time.span.end > _HEAD:
        return None
    line = text[text.rfind("\n", 0, time.span.start) + 1 : time.span.start] + text[time.span.end :].partition("\n")[0]
    is_near = published is None or abs((day - published).days) <= _NEAR
    return day if not line.strip() and is_near else None


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


_READERS: dict[str, Callable[[Parts, Context], Value | None]] = {
    "iso": calendar.read_iso, "date": calendar.read_date, "month": calendar.read_month,
    "numeric": calendar.read_numeric, "decade": calendar.read_decade, "century": calendar.read_century,
    "season": calendar.read_season, "quarter": calendar.read_quarter, "half": calendar.read_half,
    "year": calendar.read_year, "weekday": clock.read_weekday, "clock": clock.read_clock, "hour": clock.read_clock,
    "noon": clock.read_noon,
    "today": clock.read_today, "relative": relative.read_relative, "dayref": clock.read_dayref,
    "span": lengths.read_span, "ago": relative.read_ago, "unit-ago": lengths.read_unit_ago,
    "duration": lengths.read_duration, "compound": lengths.read_compound, "edge-of": relative.read_edge_of,
    "half-unit": lengths.read_duration, "bare-unit": lengths.read_bare_unit,
    "set": lengths.read_set, "set-word": lengths.read_set_word, "end-of": relative.read_end_of,
    "fuzzy": relative.read_fuzzy, "week-of": calendar.read_week_of, "decade-word": calendar.read_decade_word,
    "that": relative.read_that, "beside": relative.read_beside, "weekend": relative.read_weekend,
    "range-day": calendar.read_range_day, "holiday": calendar.read_holiday,
    "short-decade": calendar.read_short_decade, "year-earlier": calendar.read_year_earlier,
    "latest": relative.read_latest, "part-of": clock.read_part_of,
    "ended": calendar.read_ended, "edge": calendar.read_edge, "named-day": calendar.read_named_day,
    "the-quarter": relative.read_the_quarter, "current": relative.read_current, "whole": lengths.read_whole,
    "rest": relative.read_relative, "fiscal": calendar.read_year,
}  # fmt: skip
