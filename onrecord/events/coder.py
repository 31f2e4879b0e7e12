"""The stage that puts events on the record: triggers with their sides, status, time, place and statement."""

import msgspec

from onrecord.events import status
from onrecord.events.circumstances import contexts, place_of, time_of
from onrecord.events.meaning import as_meant
from onrecord.events.merging import Found, add, told_on
from onrecord.events.near import Near
from onrecord.events.ontology import Entry, depth_of, goldstein, lexicon
from onrecord.events.selection import Sense
from onrecord.events.sides import is_done_to_things, is_political, sides
from onrecord.events.triggers import Trigger, triggers
from onrecord.model.document import Document
from onrecord.model.record import Event, Participant, Statement, Status
from onrecord.model.span import Span, merge
from onrecord.model.token import Parse

# What is asked, threatened, promised or refused is the object of that act and no event of its own.
_HOLDING = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})
_LASTING = frozenset({"SANCTION", "COERCE"})
_DONE_AT_ONCE = frozenset({"convict", "cyber", "deport", "expel", "seize"})
_MOMENTS = frozenset({"arrest", "capture"})
_SUDDEN = frozenset({"ASSAULT", "CONCEDE", "CONSULT", "RETREAT"})
# CAMEO's code of what breaks relations between states, where it is done to somebody of one's own.
_OFFICIAL = {"discontinue": "172", "expel": "174"}
_BLOWS = frozenset({"18", "19"})
_BY_MEANS = frozenset({"ASSAULT", "CONSULT"})
_NOT_MEANS = frozenset("dobj nsubjpass ccomp xcomp advcl relcl acl conj parataxis".split())
_NO_ARMY = frozenset({"IMG", "NGO", "MNC", "ISM"})  # codes as long as a country's
# Who speaks so of an act takes it for granted.
_FACTIVE = frozenset(
    "applaud celebrate commend condemn congratulate criticise criticize denounce deplore hail lament mourn praise "
    "regret salute thank welcome".split()
)
_VERBAL = frozenset({1, 3})


class Events:
    """Adds ``events``: political interactions in PLOVER's types, one entry an event however often it is mentioned.

    ``own`` are rows of a user's own types, as :func:`onrecord.events.ontology.lexicon` has them.
    """

    name = "events"
    requires = frozenset({"parse", "mentions", "actors", "places", "times", "statements"})
    provides = frozenset({"events"})

    def __init__(self, own: tuple[tuple[str, ...], ...] = ()) -> None:
        self._lexicon = lexicon(own)

    def __call__(self, document: Document) -> Document:
        found: Found = []
        held: set[int] = set()
        near = Near(document)
        for trigger in triggers(document.parse, self._lexicon):
            local = near.at(trigger.index)
            if trigger.index in held or _is_withheld(local, trigger):
                continue
            event = _event(local, trigger, f"e{len(found) + 1}")
            if event is None:
                continue
            if trigger.entry.type in _HOLDING:
                held.update(i for head in _held(document.parse, trigger) for i in document.parse.subtree(head))
            add(document, found, trigger, event)
        events = told_on(document, near, [event for _, event in found])
        return document.with_layers(events=tuple(map(_ordered, events)))


def _held(parse: Parse, trigger: Trigger) -> list[int]:
    """Heads of what is asked, promised, threatened or refused; what somebody is called on to do, too."""
    clauses = [
        clause
        for place in (trigger.index, *(trigger.target if trigger.entry.type == "REQUEST" else ()))
        for clause in parse.children(place, "acl", "advcl", "relcl", "xcomp")
        if trigger.entry.type == "REQUEST" and any(parse.tokens[c].tag == "TO" for c in parse.children(clause, "aux"))
    ]
    return [*trigger.object, *clauses]


def _ordered(event: Event) -> Event:
    """The event with each further sentence once, in text order."""
    return msgspec.structs.replace(event, also=tuple(sorted(set(event.also) - {event.evidence})))


def _is_withheld(document: Document, trigger: Trigger) -> bool:
    """Whether the word tells what somebody declined to say, or why they are not named."""
    start = document.parse.tokens[trigger.index].start
    parts = [
        part
        for said in document.statements
        for part in (said.reason if said.kind != "declined" else (*said.content, *said.cue, *said.reason))
    ]
    return any(part.start <= start < part.end for part in parts)


def _event(document: Document, trigger: Trigger, identity: str) -> Event | None:
    parse, where = document.parse, place_of(document, trigger.index)
    if is_done_to_things(document, trigger):
        return None
    source, target = sides(document, trigger, where.country if where else _scene(document, trigger.index))
    entry = as_meant(Sense(document, trigger, source, target))
    if entry is None or not is_political(document, trigger, entry, source, target):
        return None
    state = _status(parse, trigger.index, entry)
    span = parse.span(min(trigger.tokens), max(trigger.tokens) + 1)
    statement = _word_of(document, trigger, span)
    held = [parse.subtree(head) for head in trigger.object]
    object_spans = merge((parse.span(ids[0], ids[-1] + 1) for ids in held), gap=1)
    telling = _means(parse, trigger) if entry.type in _BY_MEANS else [i for ids in held for i in ids]
    root = _root(document, entry, source, target)
    depth = depth_of(root, frozenset(parse.tokens[i].lemma.lower() for i in telling))
    cameo = depth.cameo
    if entry.type == "CONSULT" and state in ("planned", "hypothetical", "possible"):
        cameo = "036"  # intent to meet
    return Event(
        id=identity,
        type=entry.type,
        mode=entry.mode or depth.mode,
        contexts=contexts(document, trigger.index),
        source=source,
        target=target,
        object=object_spans,
        trigger=(span,),
        status=state,
        statement=statement.id if statement else None,
        when=time_of(document, trigger.index, None if _is_said_so(entry, source, statement) else statement),
        where=where,
        evidence=parse.sentence_of(trigger.index),
        cameo=cameo or None,
        quad=entry.quad,
        goldstein=goldstein().get(cameo),
        rule=trigger.rule,
    )


def _means(parse: Parse, trigger: Trigger) -> list[int]:
    """The tokens of the trigger's clause that are not of the one it is done to."""
    return [i for token in trigger.tokens for i in parse.subtree(token, _NOT_MEANS)]


def _status(parse: Parse, index: int, entry: Entry) -> Status:
    is_at_once = entry.mode in _DONE_AT_ONCE or entry.words in _MOMENTS
    lasts = entry.type in _LASTING and not is_at_once
    is_open = entry.quad in _VERBAL or entry.type == "PROTEST"
    state = status.of_verb(parse, index, is_open) if entry.pos == "verb" else status.of_noun(parse, index, lasts)
    if entry.type in _LASTING and state == "actual" and _is_since(parse, index):
        return "ongoing"  # "has been held since May"
    if state == "ongoing" and (is_at_once or entry.type in _SUDDEN) and parse.tokens[index].tag in ("VBZ", "VBP"):
        return "actual"  # the present of headlines
    is_spoken = entry.type in _HOLDING | {"ACCUSE", "SUPPORT"}
    return "actual" if is_spoken and state == "ongoing" else state  # an act of speech told in the present has happened


def _root(document: Document, entry: Entry, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> str:
    """The entry's CAMEO code, or another where it depends on who does it to whom."""
    if entry.mode in _OFFICIAL and _is_at_home(document, source, target):
        return _OFFICIAL[entry.mode]
    return (_by_whom(source) if entry.cameo in _BLOWS else None) or entry.cameo


def _is_since(parse: Parse, verb: int) -> bool:
    perfect = any(parse.tokens[c].lemma.lower() == "have" for c in parse.children(verb, "aux"))
    return perfect and any(parse.tokens[c].text.lower() == "since" for c in parse.children(verb, "prep"))


def _scene(document: Document, trigger: int) -> str | None:
    """Country of the place last named before: where a report that goes on without a place still is."""
    start = document.parse.tokens[trigger].start
    before = [place for place in document.places if place.use == "location" and place.span.start < start]
    return before[-1].country if before else None


def _word_of(document: Document, trigger: Trigger, span: Span) -> Statement | None:
    """The innermost statement in whose content an event is told.

    Not one whose cue is the verb of the event ("imposed a ban"), nor one that takes what it speaks of for granted:
    "thanked them for sending aid" says in the outlet's own voice that they sent it.
    """
    verb = document.parse.tokens[document.parse.tokens[trigger.index].head]
    is_light = trigger.rule == "light-verb"
    holding = [
        said
        for said in document.statements
        if any(part.contains(span) for part in said.content)
        and not (is_light and any(cue.start <= verb.start < cue.end for cue in said.cue))
        and not _takes_for_granted(document, said)
        and not _is_aside(document, said, trigger.index)
    ]
    return min(holding, key=lambda said: sum(part.end - part.start for part in said.content), default=None)


def _takes_for_granted(document: Document, said: Statement) -> bool:
    parse = document.parse
    words = {parse.tokens[i].lemma.lower() for cue in said.cue for i in parse.tokens_in(cue)}
    return said.kind == "indirect" and bool(words & _FACTIVE)


def _is_aside(document: Document, said: Statement, trigger: int) -> bool:
    """Whether it is said in a relative clause that does not hold the event: "the raid, which, he says, it opposed"."""
    parse = document.parse
    if said.kind != "indirect" or not said.cue or not parse.tokens_in(said.cue[0]):
        return False
    cue = parse.tokens_in(said.cue[0])[0]
    clauses = [i for i in (cue, *parse.ancestors(cue)) if parse.tokens[i].dep == "relcl"]
    return any(trigger not in parse.subtree(clause) for clause in clauses)


def _by_whom(source: tuple[Participant, ...]) -> str | None:
    """CAMEO's root of a blow by whose it is: armies and countries fight (19), anybody else assaults (18)."""
    sectors = {p.code if p.code in _NO_ARMY else p.code[3:6] for p in source if p.code}
    return None if not sectors else "19" if sectors & {"MIL", ""} else "18"


def _is_at_home(document: Document, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> bool:
    """Whether it is done to people, and not to those of another country: "suspended a clerk", "ousted its chairman"."""
    countries = {p.code[:3] for p in source if p.code}
    actors = [document.actor(p.actor) for p in target]
    people = [
        p.code is None or (a is not None and a.kind in ("person", "group")) for p, a in zip(target, actors, strict=True)
    ]
    return bool(people) and all(people) and {p.code[:3] for p in target if p.code} <= countries


def _is_said_so(entry: Entry, source: tuple[Participant, ...], statement: Statement | None) -> bool:
    """Whether an event is a verbal act that its own actor tells of: done when it is said."""
    is_verbal = entry.quad in _VERBAL
    return statement is not None and is_verbal and any(p.actor and p.actor == statement.actor for p in source)
