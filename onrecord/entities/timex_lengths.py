"""Readers of durations and of what comes again and again."""

from onrecord.entities import timex_values as values
from onrecord.entities import timex_words as words
from onrecord.entities.timex_context import Context, Parts, Value
from onrecord.model.record import TimeType


def read_span(parts: Parts, context: Context) -> Value | None:
    """ "The past three months": a length that ends or begins now."""
    amount = values.number(parts) or "X"
    return Value(
        "DURATION",
        values.duration(amount, parts["unit"]),
        "duration",
        anchor=context.base if context.published else None,
    )


def read_unit_ago(parts: Parts, context: Context) -> Value | None:
    """ "Years ago" is past; "hours later" is a length."""
    if parts["direction"] == "ago":
        return Value("DATE", "PAST_REF", "vague")
    return Value("DURATION", values.duration("X", parts["unit"]), "duration")


def read_duration(parts: Parts, context: Context) -> Value | None:
    """A length; "another week" is one."""
    if parts.get("number") == "quarter":
        return Value("DURATION", "P25Y", "duration")
    is_one = not {"number", "vague"} & parts.keys() and parts["unit"] not in ("second", "quarter", "season")
    amount = "1" if is_one else values.number(parts)
    if amount is None or (
        parts.get("number") in ("a", "an") and parts["unit"] in ("second", "minute", "quarter", "season", "night")
    ):
        return None
    kind: TimeType = "SET" if parts.get("number") in ("a", "an") and _is_rate(context) else "DURATION"
    return Value(kind, values.duration(amount, parts["unit"]), "duration", words.MODIFIERS.get(parts.get("mod", "")))


def read_compound(parts: Parts, context: Context) -> Value | None:
    """ "Five hours and 25 minutes", whatever it is counted from."""
    first, second = values.number(parts), values.number({"number": parts["number2"]})
    if first is None or second is None or not first.isdigit():
        return None
    more = values.duration(second, parts["unit2"])
    length = values.duration(first, parts["unit"])
    is_both_clock = "T" in length and "T" in more
    value = length + (more.removeprefix("PT") if is_both_clock else more.removeprefix("P"))
    return Value("DURATION", value, "duration", words.MODIFIERS.get(parts.get("mod", "")))


def _is_rate(context: Context) -> bool:
    """ "200 barrels a day": how much each time, and not how long."""
    head = context.parse.head_of(context.span)
    token = context.parse.tokens[head] if head is not None else None
    if token is None or token.dep != "npadvmod":
        return False
    return context.parse.tokens[token.head].pos in ("NOUN", "NUM", "SYM") and token.head < (head or 0)


def read_whole(parts: Parts, context: Context) -> Value:
    """ "All day", "the whole week"."""
    return Value("DURATION", values.duration("1", parts.get("unit") or parts["unit2"]), "duration")


def read_bare_unit(parts: Parts, context: Context) -> Value | None:
    """A length without a number: "for months"."""
    unit = parts.get("unit") or parts["unit2"].removesuffix("s")
    return Value("DURATION", values.duration("X", unit), "vague")


def read_set(parts: Parts, context: Context) -> Value | None:
    """What comes again: "every Monday", "twice a week"."""
    if "often" in parts:
        return Value("SET", values.duration("1", parts["unit"]), "set")
    if "half_unit" in parts:
        return Value("SET", values.duration("0.5", parts["half_unit"]), "set")
    if "weekend" in parts:
        return Value("SET", "XXXX-WXX-WE", "set")
    if "weekday" in parts:
        return Value("SET", f"XXXX-WXX-{words.WEEKDAYS[parts['weekday']]}", "set")
    if "part" in parts:
        return Value("SET", f"XXXX-XX-XXT{words.PARTS[parts['part']]}", "set")
    told = parts.get("number", "one")
    amount = "2" if told == "other" else values.number({"number": told}) or "1"
    return Value("SET", values.duration(amount, parts["unit"]), "set")


def read_set_word(parts: Parts, context: Context) -> Value | None:
    """ "Daily", "annual"."""
    return Value("SET", words.SETS[parts["set"]], "set")
