"""What a word of the lexicon means where it stands: figures of speech are no deeds, and words are no blows."""

from collections.abc import Callable
from functools import cache

import msgspec

from onrecord.errors import ResourceError
from onrecord.events import selection
from onrecord.events.figures import is_figure
from onrecord.events.ontology import Entry, goldstein
from onrecord.events.selection import Sense
from onrecord.model.record import Participant
from onrecord.model.token import Parse
from onrecord.resources import rows
from onrecord.resources.plover import modes, quads

USES = "event_uses.tsv"
_LISTING = ("only", "not")
_SOMEBODY = "somebody"  # in a list of words: any actor, or people
_WORDY = frozenset({"PTY", "LEG", "GOV", "ELI", "JUD", "JRN", "CVL", "BUS", "SOC", "EDU", "MED", "NGO", "UNK", "LAB"})
_SPEAKING = frozenset({"PTY", "LEG", "GOV", "ELI", "JRN", "JUD"})
_PARTISAN = _SPEAKING - {"GOV", "JUD"}
_PRIVATE = frozenset({"CVL", "UNK"})
_GROUNDS = frozenset({"as", "over"})
_BODILY = frozenset(
    "arm army assassinate attacker battlefield bleed blood body bomb bullet casualty convoy corpse dead death die "
    "explode explosion firearm fist grenade gun gunfire gunman gunmen hospital injure injury kill knife militant "
    "militia missile mortar pistol police rebel rifle rocket shell shoot shooter shooting shot soldier stab tank tear "
    "troop victim violence violent weapon wound".split()
)
# What two politicians who go for each other must be told to have used, or got, to have come to blows.
_BLOODY = frozenset(
    "assassinate attacker bomb bullet explosion fist grenade gunfire gunman gunmen knife pistol rifle shoot "
    "shooter stab wound".split()
)
_RIVALS = frozenset({"PTY", "LEG", "ELI"})
_ADVISED = frozenset({"should", "must", "ought", "need"})
_ONE = frozenset({"he", "she", "it", "He", "She", "It"})
_ITSELF = frozenset({"it", "he", "she", "they", "we", "i"})
_TO_COME = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall", "wo"})
_BEING = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "'m", "’m", "am"})
_ASKING_WAYS = frozenset({"for", "to", "by", "from"})
_TOPICS = frozenset("everything issue it matter need point policy problem subject that this".split())
_TERMS = frozenset({"on", "to", "upon"})
_AIMED = frozenset({"for", "against", "on"})


class Use(msgspec.Struct, frozen=True):
    """What a use of a word has to have, and the entry (type, mode, CAMEO code) it has otherwise; null for no event."""

    need: str
    listed: frozenset[str]
    otherwise: tuple[str, str | None, str] | None


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Words of the lexicon, or a type for all of its words → what their uses have to have.

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
    words, need, listed, otherwise = row
    if need not in NEEDS:
        return f"need {need!r}; expected one of {', '.join(NEEDS)}"
    if (need in _LISTING) != (listed != "-"):
        return "words are listed for the needs 'only' and 'not', and for no other"
    if not all(words.split("|")):
        return "an empty word between two |"
    if unknown := [word for word in words.split("|") if word != word.lower() and word not in quads()]:
        return f"capital letters in {unknown[0]!r}; words are matched in lower case, and it is no type of plover.tsv"
    if otherwise == "-":
        return None
    kind, mode, code = _kind(otherwise) or ("", None, "")
    if (kind, mode or "-") not in modes():
        return f"otherwise {otherwise!r}: type with mode is not in plover.tsv"
    return None if code in goldstein() else f"otherwise {otherwise!r}: CAMEO code is not in goldstein.tsv"


def _kind(text: str) -> tuple[str, str | None, str] | None:
    parts = text.split("/")
    return (parts[0], None if parts[1] == "-" else parts[1], parts[2]) if len(parts) == 3 else None


def as_meant(sense: Sense) -> Entry | None:
    """The entry of the trigger as it is used here; null where the use is no event."""
    entry = sense.trigger.entry
    if is_figure(sense):
        return None
    for use in (*uses().get(entry.words, ()), *uses().get(entry.type, ())):
        if not _has(sense, use):
            if use.otherwise is None:
                return None
            kind, mode, code = use.otherwise
            return Entry(entry.words, entry.pos, entry.frame, kind, mode, code, quads()[kind])
    return entry


def _has(sense: Sense, use: Use) -> bool:
    if use.need == "not":
        return not _is_listed(sense, use.listed)
    if use.need == "only":
        return _is_listed(sense, use.listed) or any(_is_doing(sense.parse, head) for head in sense.acted_on())
    return _HAVING[use.need](sense)


def _is_listed(sense: Sense, listed: frozenset[str]) -> bool:
    """Whether what is acted on is one of the words listed."""
    return bool(sense.lemmas() & listed) or (_SOMEBODY in listed and selection.is_done_to_somebody(sense))


def _clauses(sense: Sense) -> list[int]:
    parse, verb = sense.parse, sense.trigger.index
    return [c for c in parse.children(verb, "xcomp", "ccomp", "pcomp") if parse.tokens[c].pos in ("VERB", "AUX")]


def _holds_no_clause(sense: Sense) -> bool:
    return not _clauses(sense)


def _is_of_deed(sense: Sense) -> bool:
    clauses = _clauses(sense)
    return not clauses or any(_is_deed(sense.parse, head) for head in clauses)


def _says_what_to_do(sense: Sense) -> bool:
    """Whether what is wanted follows: a clause that says what to do, or "for", "against"."""
    parse, index = sense.parse, sense.trigger.index
    clauses = [*_clauses(sense), *parse.children(index, "acl", "advcl")]
    clauses += [c for way in parse.children(index, "prep") for c in parse.children(way, "pcomp")]
    return any(_is_deed(parse, head) for head in clauses) or bool(_ways(sense) & _AIMED)


def _is_promised(sense: Sense) -> bool:
    clauses = _clauses(sense)
    return not clauses or any(_is_to_come(sense.parse, head) for head in clauses)


def _is_told(sense: Sense) -> bool:
    return bool(sense.target) or _is_own_deed(sense.parse, _clauses(sense))


def _is_armed(sense: Sense) -> bool:
    return not _is_in_words(sense)


def _is_asking(sense: Sense) -> bool:
    """Whether it follows what is asked, or who is: "a call for", "an appeal to", "the demand that"."""
    trigger = sense.trigger
    if trigger.entry.pos == "verb":
        return True
    clauses = sense.parse.children(trigger.index, "acl", "relcl", "xcomp", "ccomp")
    return trigger.rule == "light-verb" or bool(trigger.target or clauses or _ways(sense) & _ASKING_WAYS)


def _has_terms(sense: Sense) -> bool:
    """Whether it follows what is agreed on, and not only with whom."""
    parse, index = sense.parse, sense.trigger.index
    terms = {
        parse.tokens[c].lemma.lower()
        for way in parse.children(index, "prep", "dative")
        if parse.tokens[way].text.lower() in _TERMS
        for c in parse.children(way, "pobj", "pcomp")
    }
    return bool(_clauses(sense) or terms - _TOPICS)


def _ways(sense: Sense) -> set[str]:
    """Prepositions that follow, after the object too."""
    parse, index = sense.parse, sense.trigger.index
    places = [index, *parse.children(index, "dobj", "prep", "attr")]
    places += [c for place in places[1:] for c in parse.children(place, "pobj")]
    return {parse.tokens[c].text.lower() for place in places for c in parse.children(place, "prep", "dative")}


def _is_deed(parse: Parse, head: int) -> bool:
    """An infinitive, a gerund, "should", "needs to", or the bare verb of "that he resign", "that they be freed"."""
    token = parse.tokens[head]
    aux = {parse.tokens[c].text.lower() for c in parse.children(head, "aux", "auxpass")}
    if aux & (_ADVISED | {"to"}) or token.lemma == "need" or aux == {"be"}:
        return True
    if aux:
        return False
    one = any(
        parse.tokens[c].tag in ("NN", "NNP") or parse.tokens[c].text in _ONE for c in parse.children(head, "nsubj")
    )
    return token.tag in ("VBG", "VB") or (token.tag == "VBP" and one and token.lemma != "be")


def _is_doing(parse: Parse, head: int) -> bool:
    return parse.tokens[head].pos == "VERB" and _is_to_come(parse, head)


def _is_to_come(parse: Parse, head: int) -> bool:
    aux = {parse.tokens[c].text.lower() for c in parse.children(head, "aux")}
    if aux & _ADVISED:
        return False
    is_gerund = parse.tokens[head].tag == "VBG" and not aux & _BEING
    return bool(aux & (_TO_COME | {"to"})) or is_gerund or parse.tokens[head].tag == "VB"


def _is_own_deed(parse: Parse, clauses: list[int]) -> bool:
    """Whether the source tells what it will do itself: "warned that it would respond"."""
    for head in clauses:
        own = parse.children(head, "nsubj", "nsubjpass")
        says_itself = all(parse.tokens[c].text.lower() in _ITSELF for c in own)
        aux = {parse.tokens[c].text.lower() for c in parse.children(head, "aux")}
        if says_itself and aux & (_TO_COME | {"to"}):
            return True
    return False


def _is_in_words(sense: Sense) -> bool:
    """Whether politicians go for each other, and the sentence tells of no weapon, wound or death; or it tells why."""
    parse, trigger = sense.parse, sense.trigger
    sides = [p.code for p in (*sense.source, *sense.target) if p.code]
    if not sides or any(code[3:6] not in _WORDY for code in sides):
        return False
    doers = [p for p in sense.source if p.code]
    if doers and not any(_goes_for(sense, p) for p in doers):
        return False
    if {parse.tokens[c].text.lower() for c in parse.children(trigger.index, "prep")} & _GROUNDS and sense.source:
        return True
    if len({code[:3] for code in sides if code[:3] != "---"}) > 1:
        return False
    first, last = parse.sentences[parse.sentence_index(trigger.index)]
    beside = {parse.tokens[i].lemma.lower() for i in range(first, last) if i not in trigger.tokens}
    are_rivals = bool(sense.source) and all(code[3:6] in _RIVALS for code in sides)
    return not beside & (_BLOODY if are_rivals else _BODILY)


def _goes_for(sense: Sense, doer: Participant) -> bool:
    """Whether a doer is one who goes for others in words: in politics or the press, or a person with an office."""
    actor, sector = sense.document.actor(doer.actor), (doer.code or "")[3:6]
    is_official = actor is not None and actor.kind == "person" and sector not in _PRIVATE
    return is_official or sector in (_SPEAKING if sense.target else _PARTISAN)


_HAVING: dict[str, Callable[[Sense], bool]] = {
    "person": selection.is_done_to_people,
    "somebody": selection.is_done_to_somebody,
    "others": selection.is_of_others,
    "crowd": selection.is_done_by_crowd,
    "ruler": selection.is_done_by_ruler,
    "speaker": selection.is_said_by_somebody,
    "power": selection.is_of_power,
    "troops": selection.is_of_troops,
    "public": selection.is_between_public,
    "met": selection.is_met,
    "giver": selection.is_given_by_giver,
    "unpartisan": selection.is_unpartisan,
    "abroad": selection.is_abroad,
    "arms": _is_armed,
    "deed": _is_of_deed,
    "wanted": _says_what_to_do,
    "promise": _is_promised,
    "noun": _holds_no_clause,
    "told": _is_told,
    "asking": _is_asking,
    "terms": _has_terms,
}
NEEDS = (*_HAVING, *_LISTING)
