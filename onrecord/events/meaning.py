"""What a word of the lexicon means where it stands: figures of speech are no deeds, and words are no blows."""

from functools import cache

import msgspec

from onrecord.errors import ResourceError
from onrecord.events.ontology import Entry, goldstein
from onrecord.events.triggers import Trigger
from onrecord.model.document import Document
from onrecord.model.record import Participant
from onrecord.model.token import Parse
from onrecord.resources import rows
from onrecord.resources.plover import modes, quads

USES = "event_uses.tsv"
NEEDS = ("person", "deed", "promise", "noun", "told", "arms", "asking", "crowd", "abroad", "speaker", "only", "not")
_WORDY = frozenset({"PTY", "LEG", "GOV", "ELI", "JUD", "JRN", "CVL", "BUS", "SOC", "EDU", "MED", "NGO", "UNK", "LAB"})
_SPEAKING = frozenset({"PTY", "LEG", "GOV", "ELI", "JRN", "JUD"})
_PARTISAN = _SPEAKING - {"GOV", "JUD"}
_PRIVATE = frozenset({"CVL", "REF", "BUS", "MED", "EDU", "LAB", "JRN", "UNK"})
_GROUNDS = frozenset({"as", "over"})
_BODILY = frozenset(
    "arm army assassinate attacker battlefield bleed blood body bomb bullet casualty convoy corpse dead death die "
    "explode explosion firearm fist grenade gun gunfire gunman gunmen hospital injure injury kill knife militant "
    "militia missile mortar pistol police rebel rifle rocket shell shoot shooter shooting shot soldier stab tank tear "
    "troop victim violence violent weapon wound".split()
)
_ADVISED = frozenset({"should", "must", "ought", "need"})
_ONE = frozenset({"he", "she", "it", "He", "She", "It"})
_TO_COME = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall", "wo"})
PEOPLE = frozenset(
    "activist boy captive child civilian convict detainee employee family fighter girl hostage immigrant inmate "
    "journalist man member migrant militant patient people person prisoner protester refugee resident sailor soldier "
    "student suspect victim villager voter woman worker".split()
)


class Use(msgspec.Struct, frozen=True):
    """What a use of a word has to have, and the entry (type, mode, CAMEO code) it has otherwise; null for no event."""

    need: str
    listed: frozenset[str]
    otherwise: tuple[str, str | None, str] | None


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Words of the lexicon → what their uses have to have.

    Raises:
        ResourceError: a row is faulty.
    """
    table: dict[str, tuple[Use, ...]] = {}
    for row in rows(USES):
        if fault := use_fault_of(row):
            raise ResourceError(f"resource {USES}, row of {row[0][:40]!r}: {fault}")
        words, need, listed, otherwise = row
        use = Use(need, frozenset(listed.split("|")), None if otherwise == "-" else _kind(otherwise))
        for word in words.split("|"):
            table[word] = (*table.get(word, ()), use)
    return table


def use_fault_of(row: tuple[str, ...]) -> str | None:
    """What is wrong with a row of the uses (words, need, listed, otherwise); null if nothing is."""
    _, need, listed, otherwise = row
    if need not in NEEDS:
        return f"need {need!r}; expected one of {', '.join(NEEDS)}"
    if (need in ("not", "only")) != (listed != "-"):
        return "words are listed for the needs 'only' and 'not', and for no other"
    if otherwise == "-":
        return None
    kind, mode, code = _kind(otherwise) or ("", None, "")
    if (kind, mode or "-") not in modes():
        return f"otherwise {otherwise!r}: type with mode is not in plover.tsv"
    return None if code in goldstein() else f"otherwise {otherwise!r}: CAMEO code is not in goldstein.tsv"


def _kind(text: str) -> tuple[str, str | None, str] | None:
    parts = text.split("/")
    return (parts[0], None if parts[1] == "-" else parts[1], parts[2]) if len(parts) == 3 else None


def as_meant(
    document: Document, trigger: Trigger, source: tuple[Participant, ...], target: tuple[Participant, ...]
) -> Entry | None:
    """The entry of the trigger as it is used here; null where the use is no event."""
    entry = trigger.entry
    for use in uses().get(entry.words, ()):
        if not _has(document, trigger, source, target, use):
            if use.otherwise is None:
                return None
            kind, mode, code = use.otherwise
            return Entry(entry.words, entry.pos, entry.frame, kind, mode, code, quads()[kind])
    return entry


def _has(
    document: Document,
    trigger: Trigger,
    source: tuple[Participant, ...],
    target: tuple[Participant, ...],
    use: Use,
) -> bool:
    parse = document.parse
    if use.need == "not":
        return not any(parse.tokens[head].lemma.lower() in use.listed for head in _acted_on(parse, trigger))
    if use.need == "only":
        held = _acted_on(parse, trigger)
        return any(parse.tokens[head].lemma.lower() in use.listed or _is_doing(parse, head) for head in held)
    if use.need == "crowd":
        return not parse.children(trigger.index, "ccomp") and not any(_is_politician(document, p) for p in source)
    if use.need == "abroad":
        return _is_abroad(source, target)
    if use.need == "speaker":
        return any(_speaks(document, head) for head in trigger.source)
    if use.need == "person":
        return any(_is_person(document, head) for head in _acted_on(parse, trigger))
    if use.need == "arms":
        return not _is_in_words(parse, trigger, source, target)
    if use.need == "asking":
        return _asks(parse, trigger.index) or trigger.rule == "light-verb" or bool(trigger.target)
    clauses = [head for head in _held(parse, trigger.index) if parse.tokens[head].pos in ("VERB", "AUX")]
    if use.need == "noun":
        return not clauses
    if use.need == "deed":
        return not clauses or any(_is_deed(parse, head) for head in clauses)
    if use.need == "promise":
        return not clauses or any(_is_to_come(parse, head) for head in clauses)
    return bool(target) or _is_own_deed(parse, clauses)


def _held(parse: Parse, verb: int) -> list[int]:
    return list(parse.children(verb, "xcomp", "ccomp", "pcomp"))


def _acted_on(parse: Parse, trigger: Trigger) -> list[int]:
    passive = parse.children(trigger.index, "nsubjpass")
    return [*trigger.target, *trigger.object, *passive, *parse.children(trigger.index, "dobj")]


def _is_person(document: Document, head: int) -> bool:
    parse = document.parse
    token = parse.tokens[head]
    if token.lemma.lower() in PEOPLE or token.pos == "PRON":
        return True
    mention = document.mention_headed(head)
    actor = document.actor(mention.actor) if mention is not None and mention.actor else None
    return actor is not None and actor.kind in ("person", "group")


def _is_doing(parse: Parse, head: int) -> bool:
    return parse.tokens[head].pos == "VERB" and _is_to_come(parse, head)


def _is_politician(document: Document, side: Participant) -> bool:
    """A person in office or for a party, or a party's campaign: who rallies voters does not protest."""
    actor = document.actor(side.actor)
    sector = (side.code or "")[3:6]
    return sector in _PARTISAN and actor is not None and (actor.kind == "person" or sector == "PTY")


def _is_abroad(source: tuple[Participant, ...], target: tuple[Participant, ...]) -> bool:
    """Whether somebody in office goes to another country."""
    home = {p.code[:3] for p in source if p.code and p.code[3:6] not in _PRIVATE}
    return bool(home) and any(p.code and p.code[:3] not in home for p in target)


def _speaks(document: Document, head: int) -> bool:
    """Whether a subject is somebody: not a report, a poll or an email."""
    mention = document.mention_headed(head)
    actor = document.actor(mention.actor) if mention is not None and mention.actor else None
    return document.parse.tokens[head].pos == "PRON" or (actor is not None and actor.kind != "document")


def _is_deed(parse: Parse, head: int) -> bool:
    """An infinitive, a gerund, "should", "needs to", or the bare verb of "that he resign", "that they be freed"."""
    token = parse.tokens[head]
    aux = {parse.tokens[c].text.lower() for c in parse.children(head, "aux", "auxpass")}
    if aux & (_ADVISED | {"to", "be"}) or token.lemma == "need":
        return True
    if aux:
        return False
    one = any(
        parse.tokens[c].tag in ("NN", "NNP") or parse.tokens[c].text in _ONE for c in parse.children(head, "nsubj")
    )
    return token.tag in ("VBG", "VB") or (token.tag == "VBP" and one and token.lemma != "be")


def _asks(parse: Parse, noun: int) -> bool:
    """Whether it follows what is asked: "a call for", "an appeal to", "the demand that"."""
    ways = {parse.tokens[c].text.lower() for c in parse.children(noun, "prep")}
    return bool(ways & {"for", "to", "by", "from"} or parse.children(noun, "acl", "relcl", "xcomp", "ccomp"))


def _is_to_come(parse: Parse, head: int) -> bool:
    aux = {parse.tokens[c].text.lower() for c in parse.children(head, "aux")}
    return bool(aux & (_TO_COME | {"to"})) or parse.tokens[head].tag in ("VB", "VBG")


def _is_own_deed(parse: Parse, clauses: list[int]) -> bool:
    """Whether the source tells what it will do itself: "warned that it would respond"."""
    for head in clauses:
        own = parse.children(head, "nsubj", "nsubjpass")
        says_itself = all(parse.tokens[c].text.lower() in ("it", "he", "she", "they", "we", "i") for c in own)
        if says_itself and _is_to_come(parse, head):
            return True
    return False


def _is_in_words(
    parse: Parse, trigger: Trigger, source: tuple[Participant, ...], target: tuple[Participant, ...]
) -> bool:
    """Whether politicians go for each other, and the sentence tells of no weapon, wound or death; or it tells why."""
    sides = [p.code for p in (*source, *target) if p.code]
    if not sides or any(code[3:6] not in _WORDY for code in sides):
        return False
    if source and not any(p.code and p.code[3:6] in (_SPEAKING if target else _PARTISAN) for p in source):
        return False
    if {parse.tokens[c].text.lower() for c in parse.children(trigger.index, "prep")} & _GROUNDS and source:
        return True
    if len({code[:3] for code in sides if code[:3] != "---"}) > 1:
        return False
    first, last = parse.sentences[parse.sentence_index(trigger.index)]
    beside = {parse.tokens[i].lemma.lower() for i in range(first, last) if i not in trigger.tokens}
    return not beside & _BODILY
