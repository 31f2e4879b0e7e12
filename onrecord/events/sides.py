"""Who is on a side of an event where the words alone do not say, and whether the two sides make it political."""

import msgspec

from onrecord.events.arguments import prepositional, subjects
from onrecord.events.ontology import Entry
from onrecord.events.participants import is_nobody, participants
from onrecord.events.regional import governed
from onrecord.events.selection import PEOPLE
from onrecord.events.triggers import Trigger
from onrecord.model.document import Document
from onrecord.model.record import Participant
from onrecord.model.span import Span
from onrecord.model.token import Parse

_HARMING = frozenset({"ASSAULT", "COERCE", "AID"})
_BY_WAY_OF_THINGS = frozenset({"AGREE", "COERCE", "CONCEDE", "REJECT", "SANCTION"})
_DONE_TO_PEOPLE = frozenset({"ACCUSE", "COERCE", "RETREAT", "SANCTION"})
_OF_PERSONS = frozenset({"abduct", "arrest", "release"})
_HOSTING = "043"
_PRIVATE = frozenset({"CVL", "BUS", "MED", "EDU", "LAB", "AGR", "CRM", "JRN", "UNK"})
_ALWAYS_PUBLIC = frozenset({"PROTEST"})
# Acts that are political whoever suffers them: what only authorities do, and weapons that are no crime of two people.
_OF_AUTHORITY = frozenset({"COERCE", "SANCTION"})
_OF_WAR = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "suicide-attack", "unconventional"})
_TARGETED = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # done to a journalist for what journalists do
_CIVIC = frozenset(
    "activist activists advocate advocates campaigner campaigners demonstrator demonstrators dissident dissidents "
    "marcher marchers opponent opponents protester protesters voter voters".split()
)
_PEOPLE = dict.fromkeys("people person man woman child boy girl other suspect victim resident passenger".split(), "UNK")
_PEOPLE |= dict.fromkeys("migrant refugee seeker".split(), "REF")
# Who or what attacks without being anybody: bombs, and people called after the deed.
_NAMELESS = frozenset(
    "attacker assailant assassin bomb bomber bombing bullet drone grenade gunfire gunman hijacker kidnapper mine "
    "missile mortar rocket shell shelling shooter sniper".split()
)
_AGENTS = ("er", "or", "ist", "ian", "ant", "ee", "eer", "man", "woman", "clerk")
_NO_AGENTS = frozenset(
    "border chapter charter computer container corner counter disaster error factor flower fee frontier layer letter "
    "matter motor number offer order paper plant power quarter radar river sector server tanker tree water "
    "weather".split()
)
_LANDS = frozenset({"country", "nation", "power", "side", "state"})
_FROM_ELSEWHERE = frozenset({"---REF"})
_DONE_BY_UNNAMED = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})


def sides(
    document: Document, trigger: Trigger, country: str | None
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Source and target of an event that took place in ``country``, as far as that is known."""
    parse, entry = document.parse, trigger.entry
    source = participants(document, _authors(document, [h for h in trigger.source if not is_nobody(parse, h)]))
    target = participants(document, trigger.target)
    if not target and entry.type in _BY_WAY_OF_THINGS:
        target = participants(document, _concerned(parse, trigger.target))
    if not any(p.code for p in target) and (source or trigger.rule == "verb-passive"):
        target = governed(document, trigger.target, entry) or target
    if entry.type == "ASSAULT" and trigger.rule == "noun":
        source = tuple(p for p in source if not _is_city(document, p.span))
    if entry.type == "ASSAULT" and not source:
        source = _attackers(document, trigger)
    if trigger.rule == "noun-mutual" and not source:
        source, target = target, ()
    if trigger.rule == "noun-mutual" or entry.frame == "mutual" or (entry.words == "agree" and not target):
        source, target = _both(source, target)
    target = tuple(p for p in target if not any(p.actor == q.actor and p.actor for q in source))
    if entry.type in _HARMING and not target:
        target = _victims(document, trigger)
    target = _placed(document, target, country, entry.type in _HARMING)
    if entry.mode == "arrest" and target and not source and country:
        # Nobody is named: the police of the place.
        source = (Participant(code=country + "COP", span=parse.span(trigger.index, trigger.index + 1)),)
    if not target and entry.frame == "object" and entry.type in _DONE_TO_PEOPLE:
        target = _unknown(document, trigger)
    return source, target


def is_done_to_things(document: Document, trigger: Trigger) -> bool:
    """Whether what is released, captured or received is a thing, as a report or a prize is, and no person or place."""
    entry = trigger.entry
    if entry.frame != "object" or not trigger.target or (entry.mode not in _OF_PERSONS and entry.cameo != _HOSTING):
        return False
    return not any(
        _is_somebody(document, head)
        or _is_person(document.parse, head)
        or document.parse.tokens[head].pos in ("PRON", "NUM")
        or document.parse.tokens[head].lemma.lower() in PEOPLE
        for head in trigger.target
    )


def _is_somebody(document: Document, head: int) -> bool:
    mention = document.mention_headed(head)
    actor = document.actor(mention.actor) if mention is not None else None
    return mention is not None and (actor is None or actor.kind != "document")


def _authors(document: Document, heads: list[int]) -> list[int]:
    """The heads, in the place of a paper those who make it: "the council passed a motion condemning the raid"."""
    parse, out = document.parse, list[int]()
    for head in heads:
        token = parse.tokens[head]
        above = parse.tokens[token.head].head if token.dep == "pobj" else token.head  # "voted on a motion"
        is_made = token.dep in ("dobj", "pobj") and parse.tokens[above].lemma.lower() in _MAKING
        out += subjects(parse, above) if is_made and is_paper(document, head) else [head]
    return out


def _is_thing(document: Document, trigger: Trigger, head: int) -> bool:
    """Whether what stands as the subject does nothing itself: a paper, or for what is forced on somebody any thing."""
    token = document.parse.tokens[head]
    is_subject = token.dep == "nsubj" or document.parse.tokens[trigger.index].dep == "relcl"
    is_forced = trigger.entry.type == "COERCE" and is_subject  # unlike "an attempt to force"
    if not is_forced or token.pos != "NOUN" or document.mention_headed(head) is not None:
        return is_paper(document, head)
    return not _is_person(document.parse, head) and token.lemma.lower() not in PEOPLE


def is_paper(document: Document, head: int) -> bool:
    """Whether a noun is a paper, as a law or an advert is, of which the article does not say whose it is."""
    mention = document.mention_headed(head)
    actor = document.actor(mention.actor) if mention is not None else None
    return actor is not None and actor.kind == "document" and actor.code is None


_MAKING = frozenset(
    "adopt air approve circulate deliver draft file introduce issue launch pass publish release roll run send sign "
    "submit table unveil vote write".split()
)


def _both(
    source: tuple[Participant, ...], target: tuple[Participant, ...]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The two sides of what is done together; all in the source where only one list is there."""
    if target or len(source) < 2:
        return source, target
    return source[:1], source[1:]


def _concerned(parse: Parse, things: tuple[int, ...]) -> list[int]:
    """Heads of whom a thing concerns: "lifted the ban on X", "denied entry to X"."""
    return [head for thing in things for head in prepositional(parse, thing, "on", "against", "to", "for", "with")]


def _victims(document: Document, trigger: Trigger) -> tuple[Participant, ...]:
    """People who are no actor of the article ("44 people"), for what is done to people."""
    parse = document.parse
    codes = [(head, _PEOPLE.get(parse.tokens[head].lemma.lower())) for head in trigger.target]
    return tuple(Participant(code="---" + code, span=parse.span(*parse.nominal(head))) for head, code in codes if code)


def _unknown(document: Document, trigger: Trigger) -> tuple[Participant, ...]:
    """People by their job or deed of whom nothing is known: "a clerk", "the publisher"; who they are stays open."""
    parse = document.parse
    heads = [head for head in trigger.target if _is_person(parse, head)]
    return tuple(Participant(span=parse.span(*parse.nominal(head))) for head in heads)


def _is_person(parse: Parse, noun: int) -> bool:
    token = parse.tokens[noun]
    if token.pos != "NOUN":
        return False
    is_who = any(
        parse.tokens[c].text.lower() in ("who", "whom")
        for clause in parse.children(noun, "relcl")
        for c in parse.children(clause, "nsubj", "nsubjpass", "dobj")
    )
    return is_who or (token.lemma.lower().endswith(_AGENTS) and token.lemma.lower() not in _NO_AGENTS)


def _is_city(document: Document, span: Span) -> bool:
    """Whether a side is a city, which attacks are named after: "the Nairobi attack"."""
    return any(place.span == span and place.precision == "city" for place in document.places)


def _attackers(document: Document, trigger: Trigger) -> tuple[Participant, ...]:
    """Unknown hands: whoever a weapon or a nameless attacker that stands as the subject belongs to."""
    parse = document.parse
    heads = [head for head in trigger.source if parse.tokens[head].lemma.lower() in _NAMELESS]
    return tuple(Participant(code="---UAF", span=parse.span(*parse.nominal(head))) for head in heads)


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
    head = document.parse.head_of(participant.span)
    if head is not None and document.parse.tokens[head].lemma.lower() in _LANDS:
        return participant  # "a country under pressure" is not one of the place
    if is_harmed and participant.code is None and actor is not None and actor.kind in ("person", "group"):
        return msgspec.structs.replace(participant, code=f"{country}UNK")
    return participant


def is_political(
    document: Document, trigger: Trigger, entry: Entry, source: tuple[Participant, ...], target: tuple[Participant, ...]
) -> bool:
    """Whether an act is one between public actors, or by its kind no private matter."""
    kind, sides = entry.type, (*source, *target)
    if kind == "CONSULT" and len(sides) < 2:
        return False
    is_of_unnamed = kind in _DONE_BY_UNNAMED or (entry.pos == "verb" and entry.mode == "release")
    if not any(p.code for p in sides) or (not source and not is_of_unnamed):
        return False
    if not source and any(_is_thing(document, trigger, head) for head in trigger.source):
        return False  # "The law bars tenants", "The flu forced him to rest": whoever does it, the article does not say.
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
