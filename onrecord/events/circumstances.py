"""When and where an event took place: from its own clause first, then its sentence."""

import re
from datetime import date, timedelta

from onrecord.events.ontology import context_of
from onrecord.model.document import Document
from onrecord.model.record import EventPlace, EventTime, Place, Statement, Time
from onrecord.model.span import Span

_DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")
_LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "off", "throughout", "within"})
_MOST_CONTEXTS = 3


def time_of(document: Document, trigger: int, statement: Statement | None) -> EventTime | None:
    """The time that hangs on the trigger, else the one date of its sentence; in a statement only one of its words."""
    parse = document.parse
    sentence = parse.sentence_of(trigger)
    dated = [
        (time, value) for time in document.times if sentence.contains(time.span) and (value := day_or_period(time))
    ]
    if statement is not None:
        dated = [pair for pair in dated if any(part.contains(pair[0].span) for part in statement.content)]
    clause = set(parse.subtree(trigger, frozenset({"ccomp", "relcl", "conj"})))
    near = [pair for pair in dated if any(i in clause for i in parse.tokens_in(pair[0].span))]
    chosen = near or (dated if len(dated) == 1 else [])
    if not chosen:
        return None
    start = parse.tokens[trigger].start
    time, value = min(chosen, key=lambda pair: abs(pair[0].span.start - start))
    return EventTime(value=value, span=time.span)


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
    inside = [
        p for p in document.places if p.use == "location" and sentence.contains(p.span) and _is_where(document, p.span)
    ]
    clause = set(parse.subtree(trigger, frozenset({"ccomp", "relcl", "conj"})))
    near: list[Place] = [p for p in inside if any(i in clause for i in parse.tokens_in(p.span))]
    chosen = next(iter(near or inside), None)
    return EventPlace(place=chosen.id, country=chosen.country) if chosen else None


def _is_where(document: Document, span: Span) -> bool:
    """Whether a place stands after a preposition of place, or in a dateline."""
    before = document.text[max(0, span.start - 24) : span.start].lower().replace(" the ", " ").split()
    return bool(before) and any(word in _LOCATIVE for word in before[-3:])


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
