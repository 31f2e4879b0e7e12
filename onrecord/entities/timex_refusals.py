"""Expressions that look like times and are none: "May" the minister, 2000 people, a man's age."""

import re

from onrecord.entities.timex_patterns import Found
from onrecord.model.document import Document
from onrecord.model.span import Span

_BEFORE_MONTH = frozenset(
    "in since last next by until till of early late from for during through before after this every between and".split()
)
_BEFORE_YEAR = _BEFORE_MONTH | {"the", "year", "his", "her", "its", "their"}


def is_no_time(item: Found, document: Document) -> bool:
    """Whether the words around an expression speak against it."""
    text = document.text
    if item.kind == "month" and not {"year", "of_year"} & item.parts.keys():
        return _is_other_month(item, document)
    if item.kind == "year":
        return _is_other_number(item, document)
    if item.kind in _BY_WORDS_BEFORE:
        return not _BY_WORDS_BEFORE[item.kind](item, text[max(0, item.start - 16) : item.start].lower())
    if item.kind in ("duration", "bare-unit", "ago") and text[max(0, item.start - 1) : item.start] in ("-", "–"):
        return True  # "After-hours", "once-a-week", "the 2012-13 season"
    if item.kind in ("duration", "bare-unit"):
        after = text[item.end : item.end + 6].lower()
        is_age = after.startswith((" old", "-old", "s-old")) or text[: item.start].endswith("aged ")
        is_other = _is_ordinal_second(item) or _is_fraction(item, text) or _is_name_of_units(item, document)
        return is_age or is_other or _is_kind_of_day(item, after)
    if item.kind == "fuzzy":
        return _is_other_reference(item, document)
    if item.kind in ("that", "dayref", "weekend", "the-quarter", "holiday") and "rel" not in item.parts:
        return _is_other_noun(item, document)
    if item.kind == "today" and item.parts["today"] == "today":
        return bool(_END_OF_NAME.search(text[max(0, item.start - 24) : item.end]))
    if item.kind == "set-word":
        return text[item.start].isupper()  # a newspaper's name
    return (
        item.kind == "clock"
        and "half" not in item.parts
        and "zone" not in item.parts
        and "military" not in item.parts
        and (
            "weekday" not in item.parts
            and "today" not in item.parts
            and text[max(0, item.start - 3) : item.start].lower() != "at "
        )
    )


def _is_other_reference(item: Found, document: Document) -> bool:
    """ "As soon as", "soon after", "the past glories": a comparison, a sequence, or what describes a noun."""
    text, told = document.text, item.parts["fuzzy"]
    if told in ("soon", "shortly", "recently"):
        after = text[item.end : item.end + 12].lower()
        is_compared = after.startswith(" as ") and text[: item.start].endswith("as ")
        return is_compared or (told != "recently" and after.startswith((" before", " after", " thereafter")))
    inside = document.parse.tokens_in(Span(item.start, item.end))
    last = inside.stop - 1
    return (
        told == "the past" and bool(inside) and document.parse.tokens[last].head > last and _describes(document, last)
    )


def _describes(document: Document, at: int) -> bool:
    return document.parse.tokens[at].dep in ("amod", "compound", "nmod")


def _is_other_noun(item: Found, document: Document) -> bool:
    """ "The weekend edition", "said that day care is dear": it describes another noun, or "that" begins a clause."""
    parse = document.parse
    inside = parse.tokens_in(Span(item.start, item.end))
    if not inside:
        return False
    *_, last = inside
    that = next((parse.tokens[i] for i in inside if parse.tokens[i].text.lower() == "that"), None)
    return parse.tokens[last].dep == "compound" or (that is not None and that.dep != "det")


def _is_ordinal_second(item: Found) -> bool:
    return item.parts.get("unit") == "second" and item.parts.get("number") in ("a", "one", None)


_QUARTERS = re.compile(r"(?:one|two|three|a)[- ]quarters?$", re.IGNORECASE)


def _is_fraction(item: Found, text: str) -> bool:
    """ "One-quarter of the voters", "three-quarters full"."""
    if item.parts.get("unit") != "quarter" or not (match := _QUARTERS.search(text[item.start : item.end])):
        return False
    return "-" in match[0] or text.startswith(" of ", item.end) or match[0].lower().startswith(("a ", "one "))


def _is_name_of_units(item: Found, document: Document) -> bool:
    """ "Richard Days", "36 Second Class", "fiscal years 2010 and 2011"."""
    inside = document.parse.tokens_in(Span(item.start, item.end))
    if not inside:
        return False
    last = document.parse.tokens[inside.stop - 1]
    is_named = last.text[0].isupper() and last.tag in ("NNP", "NNPS")
    is_fiscal = item.kind == "bare-unit" and document.text[: item.start].lower().endswith("fiscal ")
    return is_fiscal or (is_named and item.kind == "bare-unit") or last.text == "Second"


def _is_kind_of_day(item: Found, after: str) -> bool:
    """ "A day of mourning", "a day when": what sort of day, not how long."""
    told = (item.parts.get("number"), item.parts.get("unit"))
    return told == ("a", "day") and after.startswith((" of ", " that", " when", " in w"))


_END_OF_NAME = re.compile(r"\b[A-Z]\w+ Today$")  # a newspaper's or channel's
_IN_SEASON = re.compile(
    r"\b(?:in|by|since|until|before|after|during|over|through|throughout|this|for|(?:much|most|rest|end|start) of) $"
)
_PART_OF = re.compile(
    r"\b(?:rest|remainder|course|months|weeks|days|quarter|half|part|bulk|much|most|all|outset) of $"
    r"|\b(?:throughout|during|for) $"
)


def _is_in_season(item: Found, before: str) -> bool:
    """Whether the words before bare "the fall" or "the spring" make it a season."""
    return bool({"year", "rel", "mod"} & item.parts.keys()) or bool(_IN_SEASON.search(before))


def _is_part_of(item: Found, before: str) -> bool:
    return bool(_PART_OF.search(before))


# Kinds that are times only after certain words.
_BY_WORDS_BEFORE = {"season": _is_in_season, "rest": _is_part_of}


def _is_other_month(item: Found, document: Document) -> bool:
    """ "May" and "March" as verbs, or a person's or ship's name."""
    text, word = document.text, item.parts["month"]
    surface = text[item.start : item.end]
    if not any(part[:1].isupper() for part in re.split("[ -]", surface)[-1:]):
        return True
    if "rel" in item.parts or "mod" in item.parts:
        return False
    previous = text[max(0, item.start - 12) : item.start].split()[-1:] or [""]
    if previous[0].lower().strip("(") in _BEFORE_MONTH - {"and"}:
        return False
    if len(word) <= _SHORT and word not in ("may", "june", "july"):
        return True
    return _is_name(item, document)


_SHORT = 4  # letters of an abbreviated month


def _is_name(item: Found, document: Document) -> bool:
    """Whether a capitalised month is no noun of its own there: part of a name, or a verb that begins a sentence."""
    parse = document.parse
    at = parse.tokens_in(Span(item.start, item.end)).stop - 1
    start, end = parse.sentences[parse.sentence_index(at)]
    beside = [parse.tokens[i] for i in (at - 1, at + 1) if start <= i < end]
    if parse.tokens[at].tag != "NNP" or any(token.tag in ("NNP", "NNPS") for token in beside):
        return True
    return any(
        name.label == "PERSON" and name.span.overlaps(Span(item.start, item.end)) for name in document.parse.names
    )


# What is told apart by number: "Flight 1997", "Resolution 1973".
_NUMBERED = frozenset(
    "flight resolution route highway room article section bill model number no. page line act channel".split()
)


def _is_other_number(item: Found, document: Document) -> bool:
    """A number of four digits that counts something ("2000 people") and is no year."""
    parse = document.parse
    inside = parse.tokens_in(Span(item.end - 4, item.end))
    if not inside or parse.tokens[inside.start].text != item.parts["year"]:
        return bool(inside) and "mod" not in item.parts and not document.text[item.start : item.end].isdigit()
    token = parse.tokens[inside.start]
    if inside.start and parse.tokens[inside.start - 1].text.lower().rstrip("s") in _NUMBERED:
        return True
    year = int(item.parts["year"])
    follows = parse.tokens[inside.stop] if inside.stop < len(parse.tokens) else None
    counts = follows is not None and follows.tag == "NNS" and token.dep == "nummod" and token.head == inside.stop
    if counts and (year % 100 == 0 or year > 2100 or year < 1900):
        return True
    if year % 100 == 0 or year < 1800 or year > 2060:
        previous = document.text[max(0, item.start - 10) : item.start].split()[-1:] or [""]
        return previous[0].lower() not in _BEFORE_YEAR and "mod" not in item.parts
    return False
