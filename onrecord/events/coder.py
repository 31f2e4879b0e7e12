"""The stage that puts events on the record: triggers with their sides, status, time, place and statement."""

import msgspec

from onrecord.events import status
from onrecord.events.arguments import is_nobody, participants
from onrecord.events.circumstances import contexts, place_of, time_of
from onrecord.events.meaning import as_meant
from onrecord.events.merging import Found, add, told_on
from onrecord.events.near import Near
from onrecord.events.ontology import Entry, cameo_of, goldstein, lexicon
from onrecord.events.triggers import Trigger, triggers
from onrecord.model.document import Document
from onrecord.model.record import Event, Participant, Statement
from onrecord.model.span import Span, merge
from onrecord.model.token import Parse

# What is asked, threatened, promised or refused is the object of that act and no event of its own.
_HOLDING = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})
_LASTING = frozenset({"SANCTION", "COERCE"})
_PRIVATE = frozenset({"CVL", "BUS", "MED", "EDU", "LAB", "AGR", "CRM", "JRN", "UNK"})
_ALWAYS_PUBLIC = frozenset({"PROTEST"})
# Acts that are political whoever suffers them: what only authorities do, and weapons that are no crime of two people.
_OF_AUTHORITY = frozenset({"COERCE", "SANCTION"})
_OF_WAR = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "suicide-attack", "unconventional"})
_TARGETED = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # done to a journalist for what journalists do
_CIVIC = frozenset(
    "activist activists advocate advocates campaigner campaigners demonstrator demonstrators dissident dissidents "
    "marcher marchers opponent opponents protester protesters".split()
)
_HARMING = frozenset({"ASSAULT", "COERCE", "AID"})
_PEOPLE = dict.fromkeys("people person man woman child boy girl other suspect victim resident passenger".split(), "UNK")
_PEOPLE |= dict.fromkeys("migrant refugee seeker".split(), "REF")
# Who or what attacks without being anybody: bombs, and people called after the deed.
_NAMELESS = frozenset(
    "attacker assailant assassin bomb bomber bombing bullet drone grenade gunfire gunman hijacker kidnapper mine "
    "missile mortar rocket shell shelling shooter sniper".split()
)
_FROM_ELSEWHERE = frozenset({"---REF"})
_BLOWS = frozenset({"18", "19"})
_NO_ARMY = frozenset({"IMG", "NGO", "MNC", "ISM"})  # codes as long as a country's
# Who speaks so of an act takes it for granted.
_FACTIVE = frozenset(
    "applaud celebrate commend condemn congratulate criticise criticize denounce deplore hail lament mourn praise "
    "regret salute thank welcome".split()
)
_VERBAL = frozenset({1, 3})
_DONE_BY_UNNAMED = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})


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
                held.update(i for head in trigger.object for i in document.parse.subtree(head))
            add(document, found, trigger, event)
        events = told_on(document, near, [event for _, event in found])
        return document.with_layers(events=tuple(map(_ordered, events)))


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
    source, target = _sides_of(document, trigger, where.country if where else None)
    entry = as_meant(document, trigger, source, target)
    if entry is None or not _is_political(document, entry, source, target):
        return None
    is_verb = entry.pos == "verb"
    state = (
        status.of_verb(parse, trigger.index)
        if is_verb
        else status.of_noun(parse, trigger.index, entry.type in _LASTING)
    )
    if entry.type in _LASTING and state == "actual" and _is_since(parse, trigger.index):
        state = "ongoing"  # "has been held since May"
    if entry.type in _HOLDING | {"ACCUSE", "SUPPORT"} and state == "ongoing":
        state = "actual"  # an act of speech told in the present has happened
    span = parse.span(min(trigger.tokens), max(trigger.tokens) + 1)
    statement = _word_of(document, trigger, span)
    held = [parse.subtree(head) for head in trigger.object]
    object_spans = merge((parse.span(ids[0], ids[-1] + 1) for ids in held), gap=1)
    words = frozenset(parse.tokens[i].lemma.lower() for ids in held for i in ids)
    cameo = cameo_of(entry, words)
    if entry.type == "CONSULT" and state in ("planned", "hypothetical", "possible"):
        cameo = "036"  # intent to meet
    if cameo in _BLOWS and (fought := _by_whom(source)):
        cameo = fought
    return Event(
        id=identity,
        type=entry.type,
        mode=entry.mode,
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


def _sides_of(document: Document, trigger: Trigger, country: str | None) -> tuple[tuple[Participant, ...], ...]:
    """Source and target; ``country`` is that of the place, if one is told."""
    parse, entry = document.parse, trigger.entry
    source = participants(document, (head for head in trigger.source if not is_nobody(parse, head)))
    target = participants(document, trigger.target)
    if entry.type == "ASSAULT" and trigger.rule == "noun":
        source = tuple(p for p in source if not _is_city(document, p.span))
    if entry.type == "ASSAULT" and not source:
        source = _attackers(document, trigger)
    if trigger.rule == "noun-mutual" or entry.frame == "mutual" or (entry.words == "agree" and not target):
        source, target = _both(source, target)
    target = tuple(p for p in target if not any(p.actor == q.actor and p.actor for q in source))
    country = country or _scene(document, trigger.index)
    if entry.type in _HARMING and not target:
        target = _victims(document, trigger)
    target = _placed(document, target, country, entry.type in _HARMING)
    if entry.mode == "arrest" and target and not source and country:
        # Nobody is named: the police of the place.
        source = (Participant(code=country + "COP", span=document.parse.span(trigger.index, trigger.index + 1)),)
    return source, target


def _both(source: tuple[Participant, ...], target: tuple[Participant, ...]) -> tuple[tuple[Participant, ...], ...]:
    """The two sides of what is done together; all in the source where only one list is there."""
    if target or len(source) < 2:
        return source, target
    return source[:1], source[1:]


def _is_since(parse: Parse, verb: int) -> bool:
    perfect = any(parse.tokens[c].lemma.lower() == "have" for c in parse.children(verb, "aux"))
    return perfect and any(parse.tokens[c].text.lower() == "since" for c in parse.children(verb, "prep"))


def _scene(document: Document, trigger: int) -> str | None:
    """Country of the place last named before: where a report that goes on without a place still is."""
    start = document.parse.tokens[trigger].start
    before = [place for place in document.places if place.use == "location" and place.span.start < start]
    return before[-1].country if before else None


def _victims(document: Document, trigger: Trigger) -> tuple[Participant, ...]:
    """People who are no actor of the article ("44 people"), for what is done to people."""
    parse = document.parse
    codes = [(head, _PEOPLE.get(parse.tokens[head].lemma.lower())) for head in trigger.target]
    return tuple(Participant(code="---" + code, span=parse.span(*parse.nominal(head))) for head, code in codes if code)


def _is_city(document: Document, span: Span) -> bool:
    """Whether a side is a city, which attacks are named after: "the Nairobi attack"."""
    return any(place.span == span and place.precision == "city" for place in document.places)


def _attackers(document: Document, trigger: Trigger) -> tuple[Participant, ...]:
    """Unknown hands: whoever a weapon or a nameless attacker that stands as the subject belongs to."""
    parse = document.parse
    heads = [head for head in trigger.source if parse.tokens[head].lemma.lower() in _NAMELESS]
    return tuple(Participant(code="---UAF", span=parse.span(*parse.nominal(head))) for head in heads)


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


def _is_said_so(entry: Entry, source: tuple[Participant, ...], statement: Statement | None) -> bool:
    """Whether an event is a verbal act that its own actor tells of: done when it is said."""
    is_verbal = entry.quad in _VERBAL
    return statement is not None and is_verbal and any(p.actor and p.actor == statement.actor for p in source)


def _placed(
    document: Document, target: tuple[Participant, ...], country: str | None, is_harmed: bool
) -> tuple[Participant, ...]:
    """Victims and arrested people of no stated nationality take the country of the place."""
    if not country:
        return target
    return tuple(_of_country(document, participant, country, is_harmed) for participant in target)


def _of_country(document: Document, participant: Participant, country: str, is_harmed: bool) -> Participant:
    actor = document.actor(participant.actor)
    if participant.code and participant.code.startswith("---") and participant.code not in _FROM_ELSEWHERE:
        return msgspec.structs.replace(participant, code=country + participant.code[3:])
    if is_harmed and participant.code is None and actor is not None and actor.kind in ("person", "group"):
        return msgspec.structs.replace(participant, code=f"{country}UNK")
    return participant


def _is_political(
    document: Document, entry: Entry, source: tuple[Participant, ...], target: tuple[Participant, ...]
) -> bool:
    """Whether an act is one between public actors, or by its kind no private matter."""
    kind, sides = entry.type, (*source, *target)
    if kind == "CONSULT" and len(sides) < 2:
        return False
    is_of_unnamed = kind in _DONE_BY_UNNAMED or (entry.pos == "verb" and entry.mode == "release")
    if not any(p.code for p in sides) or (not source and not is_of_unnamed):
        return False
    if kind in _ALWAYS_PUBLIC or entry.mode in _OF_WAR or (kind in _OF_AUTHORITY and not source):
        return True
    if kind in _TARGETED and any(p.code and p.code[3:] == "JRN" for p in target):
        return True
    return any(_is_public(document, p) for p in sides)


def _is_public(document: Document, participant: Participant) -> bool:
    """Whether an actor is public: by sector, or as somebody who is named for taking part in politics."""
    if not participant.code:
        return False
    if len(participant.code) == 3 or participant.code[3:] not in _PRIVATE:
        return True
    actor = document.actor(participant.actor)
    told = f"{participant.span.of(document.text)} {(actor.title or '') if actor else ''} {actor.name if actor else ''}"
    return bool(_CIVIC & set(told.lower().split()))
