"""Where the other side of a verb stands, by the frames of the lexicon, and whether the verb is used so at all."""

from onrecord.events.arguments import objects, prepositional, subjects
from onrecord.events.ontology import Entry, verbs
from onrecord.model.token import Parse

_ANY = tuple("to on against with from at of upon for between into about over behind toward towards".split())
_TRUSTING = ("confidence", "faith", "trust")
# Who rejects one of these denies it, which is no event.
_CHARGES = frozenset(
    {"claim", "accusation", "allegation", "charge", "report", "suggestion", "criticism", "rumor", "rumour"}
)
# Who gives or delivers one of these speaks, and aids nobody.
_WORDS = frozenset(
    "address answer evidence explanation impression interview lecture message news remark sermon speech statement "
    "testimony verdict warning word".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())  # "called her on Friday"


def fitting(parse: Parse, verb: int, entry: Entry, passive: bool) -> tuple[list[int] | None, list[int]]:
    """Heads of the target and of what is held; no target list at all where the frame does not fit."""
    frame = entry.frame
    if entry.type == "AID" and any(parse.tokens[i].lemma.lower() in _WORDS for i in objects(parse, verb)):
        return None, []
    if frame == "object":
        target = subjects(parse, verb) if passive else objects(parse, verb)
        if entry.type == "REQUEST":
            return prepositional(parse, verb, "from", "of", "to"), target
        if entry.type == "REJECT" and any(parse.tokens[i].lemma.lower() in _CHARGES for i in target):
            return None, []
        if entry.words == "warn" and target:
            held = [*parse.children(verb, "xcomp", "ccomp"), *prepositional(parse, verb, "of")]
            return (None, []) if _only_warns(parse, entry, held) else (target, held)
        return (target or None), []
    if frame == "none":
        return ([] if not passive else None), []
    if frame == "mutual":
        partner = objects(parse, verb) if entry.cameo == "04" else []
        partner += prepositional(parse, verb, "with", "to")
        if partner or _is_plural(parse, verb):
            return partner, []
        return None, []
    if frame == "ask":
        return _asked(parse, verb, passive)
    if frame == "clause":
        held = [*parse.children(verb, "xcomp", "ccomp"), *parse.children(verb, "dobj")]
        told = [c for c in parse.children(verb, "dative") if parse.tokens[c].pos != "ADP"]
        if not held or passive or _only_warns(parse, entry, held):
            return None, []
        words = ("from", "of", "to") if entry.type == "REQUEST" else ("to", "with")
        told += prepositional(parse, verb, *words)
        if not told and entry.type in ("AGREE", "THREATEN") and parse.children(verb, "ccomp"):
            told = list(parse.children(verb, "dobj"))  # "assured voters that"
            held = [h for h in held if h not in told]
        if entry.type == "REQUEST" and not told:
            told = [c for clause in parse.children(verb, "ccomp") for c in parse.children(clause, "nsubj")]
        return told, held
    if frame == "any":
        trusting = ("in",) if entry.words.endswith(_TRUSTING) else ()
        return prepositional(parse, verb, *_ANY, *trusting), []
    found = [i for i in prepositional(parse, verb, *frame.split("-")) if parse.tokens[i].text.lower() not in _DAYS]
    if not found or (passive and frame == "at"):
        return None, []
    if entry.type == "REQUEST" and frame == "for":
        asked = prepositional(parse, verb, "on", "to")
        return asked or [i for noun in found for i in prepositional(parse, noun, "against", "with", "by")], found
    if entry.type == "REQUEST" and {"on", "upon"} & set(frame.split("-")):
        to_do = [*parse.children(verb, "xcomp", "advcl"), *(c for head in found for c in parse.children(head, "acl"))]
        return found, [c for c in to_do if any(parse.tokens[a].text == "to" for a in parse.children(c, "aux"))]
    return (None, []) if _only_warns(parse, entry, found) else (found, [])


# Who warns of anything else says that it may come, and threatens nobody.
_MENACES = frozenset(
    "action answer arrest consequence force measure penalty pay punish punishment repercussion reprisal respond "
    "response retaliate retaliation retribution revenge sanction strike tariff tolerate tolerance war".split()
)


def _only_warns(parse: Parse, entry: Entry, held: list[int]) -> bool:
    """Whether somebody warns of what is not their own to do: "warned of floods", "warned that prices would rise".

    A bare warning, and one not to do something, is a threat.
    """
    if entry.words != "warn" or not held or any(parse.children(head, "neg") for head in held):
        return False
    if any(_is_announced(parse, head) for head in held):
        return False
    return not any(parse.tokens[i].lemma.lower() in _MENACES for head in held for i in parse.subtree(head))


_OWN = frozenset({"he", "it", "she", "they", "we", "i"})
_HOSTILE = 4  # PLOVER's class of material conflict


def _is_announced(parse: Parse, clause: int) -> bool:
    """Whether the warner is to do it: "that it would close the border", "that they would be expelled"."""
    if not parse.children(clause, "aux"):
        return False
    if any(parse.tokens[c].text.lower() in _OWN for c in parse.children(clause, "nsubj")):
        return True
    is_suffered = bool(parse.children(clause, "nsubjpass"))
    return is_suffered and any(e.quad == _HOSTILE for e in verbs().get(parse.tokens[clause].lemma.lower(), ()))


def _asked(parse: Parse, verb: int, passive: bool) -> tuple[list[int] | None, list[int]]:
    """ "Ask X for Y", "ask X to do Y", "ask that": a question ("asked whether") is no request."""
    held = [*parse.children(verb, "xcomp", "ccomp"), *prepositional(parse, verb, "for")]
    held = [
        h
        for h in held
        if not any(
            parse.tokens[c].text.lower() in ("whether", "if", "what", "how", "why", "when", "who")
            for c in parse.children(h)
        )
    ]
    if parse.tokens[verb].lemma.lower() == "tell":
        held = [h for h in held if parse.tokens[h].dep == "xcomp"]  # "told them to go", not "told them that"
    if not held and parse.tokens[verb].lemma.lower() in ("ask", "request", "tell"):
        return None, []
    target = subjects(parse, verb) if passive else objects(parse, verb)
    if not target:
        target = [c for h in held for c in parse.children(h, "nsubj")]
    return target, held


def _is_plural(parse: Parse, verb: int) -> bool:
    return any(
        parse.children(s, "conj") or parse.tokens[s].tag in ("NNS", "NNPS") for s in parse.children(verb, "nsubj")
    )
