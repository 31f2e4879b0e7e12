"""Who can do what to whom: what a word asks of who does it and of whom or what it is done to."""

import msgspec

from onrecord.events.arguments import objects
from onrecord.events.triggers import Trigger
from onrecord.model.document import Document
from onrecord.model.record import Actor, Participant
from onrecord.model.token import Parse

PEOPLE = frozenset(
    "activist boy captive child civilian convict detainee employee family fighter girl hostage immigrant inmate "
    "journalist man member migrant militant patient people person prisoner protester refugee resident sailor soldier "
    "student suspect victim villager voter woman worker".split()
)
_PARTISAN = frozenset({"PTY", "LEG", "ELI", "JRN"})
_PRIVATE = frozenset({"CVL", "REF", "BUS", "MED", "EDU", "LAB", "JRN", "UNK"})
# Sectors and bodies that hold power over others, by law or by arms; the bare country is one.
_RULING = frozenset({"", "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PRM", "UAF"})
_ARMED = frozenset({"", "MIL", "COP", "SPY", "REB", "PRM", "UAF", "CRM"})
_POLITICAL = _RULING | {"PTY", "OPP", "ELI"}
_BODIES = frozenset({"UNO", "EUR", "IGO", "IMG"})
_CHARITIES = frozenset({"NGO", "MNC", "ISM"})  # codes as long as a country's
_GIVING = (_RULING | {"REL", "MED", "SOC", "BUS", "EDU", "LAB", "AGR"}) - {"LEG"}
# Endings of words for people by what they do or where they are from, and words that only end so.
_AGENTS = ("er", "or", "ist", "ian", "ant", "ee", "eer", "man", "woman", "clerk")
_NO_AGENTS = frozenset(
    "answer border center centre chapter charter computer container corner counter danger disaster error factor favor "
    "flower fee frontier layer letter matter motor number offer order paper pant plant power quarter radar river "
    "sector server tanker tree war water weather".split()
)
_BODIES_OF_PEOPLE = frozenset(
    "administration agency alliance army assembly association authority bank bloc board body branch brigade bureau "
    "cabinet camp campaign caucus chamber city clan clergy coalition column command commission committee community "
    "company conference congress contingent corps council country court crew crowd delegation department division "
    "electorate executive faction family federation firm fleet force front gang garrison government group guard guild "
    "house institute institution jury junta kingdom lady leadership league lobby majority militia ministry minority "
    "mission monarchy movement nation navy network office opposition organisation organization panel parliament party "
    "patrol police population presidency press province regime republic secretariat senate service side society squad "
    "staff state team town tribe tribunal troop union unit university village watchdog wing youth".split()
)
_IT = frozenset({"it", "them", "they"})  # things as often as people, where nobody is found that they mean
_COUNTS = frozenset("dozen half hundred majority million number score thousand".split())
_OWN = frozenset({"he", "her", "his", "its", "my", "our", "she", "their"})


class Sense(msgspec.Struct, frozen=True):
    """A trigger where it stands, with who is on its two sides."""

    document: Document
    trigger: Trigger
    source: tuple[Participant, ...]
    target: tuple[Participant, ...]

    @property
    def parse(self) -> Parse:
        """The parse of its document."""
        return self.document.parse

    def acted_on(self) -> list[int]:
        """Heads of what is acted on: what is held and objects of the word itself, or else the target."""
        trigger, parse = self.trigger, self.parse
        own = objects(parse, trigger.index) if trigger.entry.pos == "verb" else parse.children(trigger.index, "dobj")
        direct = [*parse.children(trigger.index, "nsubjpass"), *own, *trigger.object]
        return direct or [*trigger.target]

    def lemmas(self) -> set[str]:
        """Lemmas of what is acted on, clauses aside."""
        tokens = (self.parse.tokens[head] for head in self.acted_on())
        return {token.lemma.lower() for token in tokens if token.pos != "VERB"}


def is_done_to_people(sense: Sense) -> bool:
    """Whether any that is acted on is a person or a group of them."""
    return any(_is_person(sense.document, head) for head in sense.acted_on())


def is_done_to_somebody(sense: Sense) -> bool:
    """Whether any that is acted on is an actor itself, or people: not a thing that belongs to one."""
    return any(is_somebody(sense.document, head) for head in sense.acted_on())


def is_done_by_crowd(sense: Sense) -> bool:
    """Whether no clause follows and no politician does it, or gives it a name: "rallied voters", "a Lund rally"."""
    parse, index = sense.parse, sense.trigger.index
    named = [_actor(sense.document, c) for c in parse.children(index, "compound", "poss", "nmod")]
    is_campaign = any(actor is not None and actor.kind == "person" for actor in named)
    are_guests = _is_attended(parse, index) and all((p.code or "")[3:6] in _PRIVATE for p in sense.source)
    is_other = bool(parse.children(index, "ccomp")) or are_guests
    return not is_other and not is_campaign and not any(_is_no_crowd(sense.document, p) for p in sense.source)


def is_done_by_ruler(sense: Sense) -> bool:
    """Whether who does it holds power by law or by arms; nobody told is as good."""
    return not sense.trigger.source or any(_is_of(p, _RULING) for p in sense.source)


def is_given_by_giver(sense: Sense) -> bool:
    """Whether a giver is one that gives aid: a state, a body of states, a charity; no politician for himself."""
    givers = [p for p in sense.source if p.code]
    return not sense.trigger.source or any(p.code in _CHARITIES or _is_of(p, _GIVING) for p in givers)


def is_of_power(sense: Sense) -> bool:
    """Whether who does it is told and holds power, or it is done to a country."""
    is_country = any(len(p.code or "") == 3 for p in sense.target)
    return is_country or any(_is_of(p, _RULING) for p in sense.source)


def is_of_troops(sense: Sense) -> bool:
    """Whether one side bears arms, or is a country."""
    return any(_is_of(p, _ARMED) for p in (*sense.source, *sense.target))


def is_between_public(sense: Sense) -> bool:
    """Whether there is somebody in politics or power on either side, and no reporter."""
    is_joint = sense.trigger.entry.frame == "mutual" and not sense.target and len(sense.source) > 1
    sides = tuple((p,) for p in sense.source) if is_joint else (sense.source, sense.target)
    is_reported = any((p.code or "")[3:6] == "JRN" for side in sides for p in side)
    heads = [head for head in sense.trigger.target if head not in sense.trigger.tokens]
    is_whole = not heads or any(is_somebody(sense.document, head) for head in heads)
    return not is_reported and is_whole and all(any(_is_of(p, _POLITICAL) for p in side) for side in sides)


def is_met(sense: Sense) -> bool:
    """Whether somebody in politics or power meets actors themselves, and no thing of theirs; reporters do not count."""
    sides = (*sense.source, *sense.target)
    is_reported = any((p.code or "")[3:6] == "JRN" for p in sides)
    heads = [head for head in sense.trigger.target if head not in sense.trigger.tokens]
    is_whole = not heads or any(is_somebody(sense.document, head) for head in heads)
    return not is_reported and is_whole and any(_is_of(p, _POLITICAL) for p in sides)


def is_unpartisan(sense: Sense) -> bool:
    """Whether no party, candidate or campaign is on either side."""
    return not any((p.code or "")[3:6] == "PTY" for p in (*sense.source, *sense.target))


def is_abroad(sense: Sense) -> bool:
    """Whether somebody in office goes to another country."""
    home = {p.code[:3] for p in sense.source if p.code and p.code[3:6] not in _PRIVATE}
    return bool(home) and any(p.code and p.code[:3] not in home for p in sense.target)


def is_said_by_somebody(sense: Sense) -> bool:
    """Whether a subject is somebody: not a report, a poll or an email."""
    return any(_speaks(sense.document, head) for head in sense.trigger.source)


def is_of_others(sense: Sense) -> bool:
    """Whether any that is acted on belongs to no side that does it: not "defended his record"."""
    return any(not _is_own(sense, head) for head in sense.acted_on())


def is_somebody(document: Document, head: int) -> bool:
    """Whether a word is an actor itself, people or a number of them; not a document or any other thing."""
    token = document.parse.tokens[head]
    actor = _actor(document, head)
    if actor is not None:
        return actor.kind != "document"
    is_count = token.pos == "NUM" or token.lemma.lower() in _COUNTS
    return is_count or is_people(document.parse, head) or (token.tag == "PRP" and token.text.lower() not in _IT)


def is_people(parse: Parse, head: int) -> bool:
    """Whether a noun is one for people: by its list, or by its ending, as "seeker" and "lobbyist" are."""
    token = parse.tokens[head]
    lemma = token.lemma.lower()
    return lemma in PEOPLE or (token.pos == "NOUN" and lemma.endswith(_AGENTS) and lemma not in _NO_AGENTS)


def is_body(parse: Parse, head: int) -> bool:
    """Whether a noun is one for people who act together, as "board" and "coalition" are."""
    return parse.tokens[head].lemma.lower() in _BODIES_OF_PEOPLE


def _is_own(sense: Sense, head: int) -> bool:
    """Whether a word is the doer, or belongs to the doer."""
    parse, doers = sense.parse, {p.actor for p in sense.source if p.actor}
    actor = _actor(sense.document, head)
    if actor is not None and actor.id in doers:
        return True
    owners = parse.children(head, "poss")
    known = [_actor(sense.document, owner) for owner in owners]
    return any(owner is not None and owner.id in doers for owner in known) or any(
        parse.tokens[owner].text.lower() in _OWN and not doers for owner in owners
    )


def _actor(document: Document, head: int) -> Actor | None:
    mention = document.mention_headed(head)
    return document.actor(mention.actor) if mention is not None and mention.actor else None


def _is_person(document: Document, head: int) -> bool:
    token = document.parse.tokens[head]
    if token.lemma.lower() in PEOPLE or token.pos == "PRON":
        return True
    actor = _actor(document, head)
    return actor is not None and actor.kind in ("person", "group")


def _is_of(side: Participant, sectors: frozenset[str]) -> bool:
    if not side.code or side.code in _CHARITIES:
        return False
    return side.code in _BODIES or side.code[3:6] in sectors


def _is_attended(parse: Parse, noun: int) -> bool:
    """Whether it is a gathering that somebody goes to: a rally, and not what it is against, makes the news."""
    token = parse.tokens[noun]
    return token.dep == "dobj" and parse.tokens[token.head].lemma.lower() == "attend"


def _is_no_crowd(document: Document, side: Participant) -> bool:
    """A person in office or for a party, a party's campaign, or a document."""
    actor = document.actor(side.actor)
    sector = (side.code or "")[3:6]
    is_politician = sector in _PARTISAN and actor is not None and (actor.kind == "person" or sector == "PTY")
    return is_politician or (actor is not None and actor.kind == "document")


def _speaks(document: Document, head: int) -> bool:
    actor = _actor(document, head)
    return document.parse.tokens[head].pos == "PRON" or (actor is not None and actor.kind != "document")
