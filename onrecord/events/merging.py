"""One entry an event: which earlier one a mention means again, and what it adds to that."""

from collections.abc import Callable, Sequence

import msgspec

from onrecord.events.near import Near
from onrecord.events.status import of_verb
from onrecord.events.triggers import Trigger
from onrecord.model.document import Document
from onrecord.model.record import Event, EventTime, Participant
from onrecord.model.span import Span

Found = list[tuple[Trigger, Event]]

FAMILIES = frozenset({"noun", "noun-mutual", "light-verb"})
REAL = frozenset({"actual", "ongoing"})
_TAKING_UP = frozenset({"noun", "noun-mutual"})  # may mean an act told before; "imposed an embargo" is one of its own
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_REACH = 300  # entries looked back over for the same event
# Nouns that, with "the", take up the attack told last without naming a side: "the blast destroyed the bus".
_BLOWS = frozenset("ambush assault attack blast bombing explosion massacre raid shelling shooting strike".split())
_DEFINITE = frozenset({"the", "this", "that"})


def add(document: Document, found: Found, trigger: Trigger, event: Event) -> None:
    """Puts a mention on the list: as an event of its own, or as one more sentence of an earlier one."""
    at = _same(document, found, trigger, event)
    if at is None:
        found.append((trigger, event))
        return
    first, known = found[at]
    if first.rule in FAMILIES and trigger.rule not in FAMILIES and event.status in REAL:
        # The verb is the clearer mention: it gives the entry, the noun before it one more sentence.
        found[at] = (trigger, _also(msgspec.structs.replace(event, id=known.id), known, True, _told(document, trigger)))
    else:
        found[at] = (first, _also(known, event, trigger.rule in FAMILIES, _told(document, first)))


def _same(document: Document, found: Found, trigger: Trigger, event: Event) -> int | None:
    """Index of the event that this mention means again: same type, agreeing sides, the same word or a noun."""
    for at in range(len(found) - 1, max(-1, len(found) - 1 - _REACH), -1):
        other_trigger, other = found[at]
        if other.type != event.type or _is_other_day(other, event):
            continue
        is_word = other_trigger.entry.words == trigger.entry.words and (
            other.status == event.status or {other.status, event.status} <= REAL
        )
        is_noun = trigger.rule in _TAKING_UP or (other_trigger.rule in FAMILIES and event.status in REAL)
        is_here = other.evidence == event.evidence and (event.status == "hypothetical" or _is_joint(other, event))
        if not (is_word or is_noun or is_here):
            continue
        sides = ((other.source, event.source), (other.target, event.target))
        alike = _is_same_state if not (is_noun or is_here) else _is_same_country
        if all(_agree(document, *pair, alike) for pair in sides):
            return at
    return None


def _is_joint(one: Event, other: Event) -> bool:
    """Two blows told in one sentence, at least one with its source: "killed five and wounded forty" is one attack."""
    if one.type != "ASSAULT" or one.status != other.status:
        return False
    return bool(one.source or other.source) and (not one.source or not other.source or one.source == other.source)


def _is_joint_here(one: Event, other: Event) -> bool:
    """Whether what is hit may be told first and who is, by another word: "bombed a market, killing 17 civilians"."""
    return one.evidence == other.evidence and _is_joint(one, other)


def _is_other_day(one: Event, other: Event) -> bool:
    """Whether both have a date and the two cannot be the same: what is done again is another event."""
    if not one.when or not other.when:
        return False
    return not _is_within(one.when.value, other.when.value) and not _is_within(other.when.value, one.when.value)


def _is_within(value: str, longer: str) -> bool:
    """Whether a day, month or period lies in another: "2016-12-19" in "2016-12" and in "2016-12-19/2016-12-25"."""
    first, _, last = longer.partition("/")
    start, _, end = value.partition("/")
    return start[: len(first)] >= first and (end or start)[: len(last or first)] <= (last or first)


def _agree(
    document: Document, one: Sequence[Participant], other: Sequence[Participant], alike: Callable[[str, str], bool]
) -> bool:
    """Whether two sides may be the same, by codes that are ``alike`` and by persons; an empty side agrees with any."""
    mine, theirs = {p.code for p in one if p.code}, {p.code for p in other if p.code}
    if mine and theirs and not any(alike(a, b) for a in mine for b in theirs):
        return False
    people, others = _people(document, one), _people(document, other)
    return not people or not others or bool(people & others)


def _is_same_country(one: str, other: str) -> bool:
    return one[:3] == other[:3]


def _is_same_state(one: str, other: str) -> bool:
    """Whether two codes are one, or one is the country alone of the other's body of the state."""
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(short) and long[len(short) :][:3] in _OF_STATE)


def _people(document: Document, side: Sequence[Participant]) -> set[str]:
    """Ids of a side that is of persons with names alone; empty where it is not. "The president" may be anybody here."""
    ids = {p.actor for p in side if p.actor}
    actors = [document.actor(identity) for identity in ids]
    are_named = all(a is not None and a.kind == "person" and a.name.split()[-1][:1].isupper() for a in actors)
    return ids if len(ids) == len(side) and are_named else set()


def _told(document: Document, trigger: Trigger) -> tuple[bool, bool]:
    """Whether words other than pronouns stand on each side."""
    source, target = (
        any(document.parse.tokens[i].pos != "PRON" for i in side) for side in (trigger.source, trigger.target)
    )
    return source, target


def _also(event: Event, again: Event, is_taken_up: bool, told: tuple[bool, bool]) -> Event:
    """The event with one more sentence that mentions it, and what that one adds where it was open.

    ``told`` says of source and target whether the words name somebody, known or not ("the bureau's inquiry"): such a
    side is not open, but for two blows told in one sentence.
    """
    told = (False, False) if event.evidence == again.evidence else told
    return msgspec.structs.replace(
        event,
        also=(*event.also, *again.also, again.evidence),
        source=event.source if event.source or told[0] else again.source,
        target=event.target if event.target or (told[1] and not _is_joint_here(event, again)) else again.target,
        when=_finer(event.when, again.when),
        where=event.where or again.where,
        # A noun that takes up an act already attributed is not the outlet's own word for it.
        statement=event.statement if again.statement or is_taken_up else None,
    )


def _finer(one: EventTime | None, other: EventTime | None) -> EventTime | None:
    return other if other and (one is None or _is_within(other.value, one.value)) else one


def told_on(document: Document, near: Near, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, an attack that somebody told of in the outlet's own voice where the outlet goes on telling of it."""
    out = list(events)
    blows = [at for at, event in enumerate(out) if event.type == "ASSAULT"]
    for index, token in enumerate(document.parse.tokens):
        if blows and token.lemma.lower() in _BLOWS and _goes_on(near.at(index), index):
            before = [at for at in blows if out[at].evidence.end <= token.start]
            if before and out[before[-1]].status == "actual":
                again = document.parse.sentence_of(index)
                out[before[-1]] = msgspec.structs.replace(
                    out[before[-1]], statement=None, also=(*out[before[-1]].also, again)
                )
    return tuple(out)


def _goes_on(document: Document, noun: int) -> bool:
    """Whether a noun with "the" does something in a sentence that is nobody else's word."""
    parse = document.parse
    token = parse.tokens[noun]
    if token.dep != "nsubj" or parse.tokens[token.head].pos != "VERB":
        return False
    if not any(parse.tokens[c].text.lower() in _DEFINITE for c in parse.children(noun, "det")):
        return False
    is_said = document.statement_at(Span(token.start, token.end)) is not None
    return not is_said and of_verb(parse, token.head) == "actual"
