"""When and where an event took place: from its own clause first, then its sentence."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.events.intervals import time_apart
from onrecord.events.ontology import context_of
from onrecord.model.document import Document
from onrecord.model.record import EventPlace, EventTime, Statement, Time
from onrecord.model.span import Span
from onrecord.model.token import Parse

_DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")
_LOCATIVE = frozenset("in at near inside outside across along around off throughout within".split())
_REACHING = frozenset({"visit", "tour", "reach", "enter"})
_GOING = frozenset({"travel", "fly", "go", "come", "trip", "visit"})
_MOST_CONTEXTS = 3
_OWNED = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_DURING = frozenset({"in", "at", "during", "on"})
_CLAUSES = frozenset({"ccomp", "relcl", "conj", "advcl"})


def time_of(document: Document, trigger: int, statement: Statement | None) -> EventTime | None:
    """The time of the trigger's own clause, else of the next clause above it that has one, to the head of the sentence.

    In a statement only a time of its words. A time of a clause beside or below the trigger is that of another act.
    """
    parse = document.parse
    sentence = parse.sentence_of(trigger)
    dated = [
        (time, value) for time in document.times if sentence.contains(time.span) and (value := day_or_period(time))
    ]
    if statement is not None:
        dated = [pair for pair in dated if any(part.contains(pair[0].span) for part in statement.content)]
    start = parse.tokens[trigger].start
    for head in _upward(parse, trigger):
        clause = set(parse.subtree(head, _CLAUSES))
        near = [
            pair
            for pair in dated
            if any(i in clause for i in parse.tokens_in(pair[0].span)) and _dates(parse, pair[0].span, trigger)
        ]
        if near:
            time, value = min(near, key=lambda pair: abs(pair[0].span.start - start))
            return EventTime(value=value, span=time.span)
        apart = time_apart(document, head, dated) if parse.tokens[head].dep == "advcl" or head == trigger else None
        if apart is not None:
            return apart
    return None


def _dates(parse: Parse, span: Span, trigger: int) -> bool:
    """Whether a time may be that of the trigger: not one that dates some other noun, as in "for Monday's debate".

    "In Monday's vote they rejected it" dates what was done there too.
    """
    head = parse.head_of(span)
    if head is None:
        return False
    token = parse.tokens[head]
    noun = parse.tokens[token.head]
    if token.dep not in _OWNED or noun.pos not in ("NOUN", "PROPN") or span.start <= noun.start < span.end:
        return True
    above = parse.tokens[noun.head]
    is_during = noun.dep == "pobj" and above.text.lower() in _DURING and parse.tokens[above.head].pos in ("VERB", "AUX")
    return is_during or token.head in (trigger, *parse.children(trigger))


def _upward(parse: Parse, index: int) -> Iterator[int]:
    """The token and those that it hangs on, to the head of its sentence; a relative clause has a time of its own."""
    yield index
    while parse.tokens[index].head != index and parse.tokens[index].dep != "relcl":
        index = parse.tokens[index].head
        yield index


def day_or_period(time: Time) -> str | None:
    """The value of a time as a date, month, year or period; null for durations, sets and what is open or vague."""
    if time.type not in ("DATE", "TIME"):
        return None
    if _DATED.match(time.value):
        return time.value[:10]
    week = _WEEK.match(time.value)
    if week and 1 <= int(week[2]) <= 52:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return None


def place_of(document: Document, trigger: int) -> EventPlace | None:
    """The location in the trigger's own clause, else the first of its sentence."""
    parse = document.parse
    sentence = parse.sentence_of(trigger)
    named = [p for p in document.places if p.use == "location" and sentence.contains(p.span)]
    clause = set(parse.subtree(trigger, frozenset({"ccomp", "relcl", "conj"})))
    own = [p for p in named if any(i in clause for i in parse.tokens_in(p.span))]
    inside = [p for p in named if _is_where(parse, p.span)]
    near = [p for p in own if p in inside] or [p for p in own if _is_reached(parse, p.span)]
    chosen = next(iter(near or inside), None)
    return EventPlace(place=chosen.id, country=chosen.country) if chosen else None


def _is_where(parse: Parse, span: Span) -> bool:
    """Whether a place hangs on a preposition of place, itself or by way of another noun: "in the city of X"."""
    holder = _holder(parse, span)
    return holder is not None and parse.tokens[holder].text.lower() in _LOCATIVE


def _is_reached(parse: Parse, span: Span) -> bool:
    """Whether it is where somebody goes: "visited the capital, X", "on a trip to X"."""
    holder = _holder(parse, span)
    if holder is None:
        return False
    token = parse.tokens[holder]
    above = parse.tokens[token.head].lemma.lower()
    return above in _REACHING if token.dep == "dobj" else token.text.lower() == "to" and above in _GOING


def _holder(parse: Parse, span: Span) -> int | None:
    """The preposition that a place hangs on, or the object that it is, itself or by way of another noun."""
    at = parse.head_of(span) if parse.tokens_in(span) else None
    while at is not None and parse.tokens[at].head != at:
        token = parse.tokens[at]
        if token.dep == "dobj" or (token.dep == "prep" and token.text.lower() != "of"):
            return at
        if token.dep not in ("prep", "pobj", "appos", "compound", "conj", "nmod"):
            return None
        at = token.head
    return None


def contexts(document: Document, trigger: int) -> tuple[str, ...]:
    """PLOVER's contexts that the words of the sentence show, the most often shown first, at most three."""
    parse = document.parse
    counts: dict[str, int] = {}
    for index in range(*parse.sentences[parse.sentence_index(trigger)]):
        context = context_of(parse.tokens[index].text.lower())
        if context:
            counts[context] = counts.get(context, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(sorted(ranked[:_MOST_CONTEXTS]))
