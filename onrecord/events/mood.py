"""What a verb itself says of whether it happened: its negation, its auxiliaries, its adverbs and its conditions."""

from onrecord.events.modality import (
    CONDITIONS,
    FRONTED,
    FUTURE,
    HOPING,
    HYPOTHETICAL,
    NEGATIVE,
    NOTHING,
    POLITE,
    POSSIBLE,
)
from onrecord.model.record import Status
from onrecord.model.token import Parse

_OPENING = frozenset("\"“‘'`") | {"''", "``"}
_HAD = frozenset({"'d", "’d"})  # with a participle: "who'd condemned it"


def own_status(parse: Parse, verb: int) -> Status | None:
    """What the verb's own negation, auxiliaries and adverbs say."""
    words = {parse.tokens[c].text.lower() for c in parse.children(verb, "aux", "neg", "advmod", "mark")}
    if [token.text.lower() for token in parse.tokens[max(0, verb - 2) : verb]] == ["rather", "than"]:
        return "negated"
    if words & NEGATIVE or _has_negative_subject(parse, verb) or does_nothing(parse, verb):
        return "negated"
    is_told = words & CONDITIONS == {"how"} and parse.tokens[verb].tag == "VBD"  # "showed how they got in"
    if (words & CONDITIONS and not is_told) or _is_fronted(parse, verb):
        return "hypothetical"
    if words & FUTURE:
        return "hypothetical" if _is_hoped(parse, verb) else "planned"
    if words & HYPOTHETICAL - (_HAD if parse.tokens[verb].tag == "VBN" else frozenset()):
        return "hypothetical"
    if words & POSSIBLE == {"can"} or (words & {"could", "can"} and _has_condition(parse, verb)):
        return "hypothetical"
    return "possible" if words & POSSIBLE else None


def _is_hoped(parse: Parse, verb: int) -> bool:
    token = parse.tokens[verb]
    return token.dep == "ccomp" and parse.tokens[token.head].lemma.lower() in HOPING


def _has_condition(parse: Parse, verb: int) -> bool:
    """Whether an "if" or "unless" hangs on the verb, or on the one that it is coordinated with."""
    return any(
        parse.tokens[mark].text.lower() in ("if", "unless")
        for one in (verb, parse.tokens[verb].head if parse.tokens[verb].dep == "conj" else verb)
        for clause in parse.children(one, "advcl")
        for mark in parse.children(clause, "mark")
    )


def _is_fronted(parse: Parse, verb: int) -> bool:
    """A condition without "if": "had they agreed", "were he to come"."""
    subject = next(iter(parse.children(verb, "nsubj", "nsubjpass")), None)
    fronted = [i for i in (verb, *parse.children(verb, "aux", "auxpass")) if parse.tokens[i].text.lower() in FRONTED]
    if subject is None or not fronted or min(fronted) > subject:
        return False
    return parse.tokens[parse.sentences[parse.sentence_index(verb)][1] - 1].text != "?"


def _has_negative_subject(parse: Parse, verb: int) -> bool:
    for subject in parse.children(verb, "nsubj", "nsubjpass"):
        if parse.tokens[subject].text.lower() in NEGATIVE | NOTHING:
            return True
        if any(parse.tokens[c].text.lower() in NEGATIVE for c in parse.children(subject, "preconj", "cc", "det")):
            return True  # "neither she nor he"
        if any(parse.children(i, "neg") for i in (subject, *parse.children(subject, "nummod"))):
            return True  # "not one of them"
        if any(parse.tokens[c].text.lower() == "no" for c in parse.children(subject, "det")):
            return True
    return False


def does_nothing(parse: Parse, verb: int) -> bool:
    """Whether what it is done to is nothing: "fired no rockets", "lifted none of the bans", "has at no time asked"."""
    held = list(parse.children(verb, "dobj"))
    for preposition in parse.children(verb, "prep"):
        held += [c for c in parse.children(preposition, "pobj") if parse.tokens[c].lemma.lower() in ("time", "point")]
    return any(
        parse.tokens[c].text.lower() in NOTHING
        or any(parse.tokens[d].text.lower() == "no" for d in parse.children(c, "det"))
        for c in held
    )


def is_bidden(parse: Parse, verb: int) -> bool:
    """ "Lock them up!": a bare verb with no subject that begins its sentence or quotation."""
    is_quoted = parse.tokens[verb - 1].text in _OPENING if verb else False
    if parse.tokens[verb].dep not in ("ROOT", "ccomp") and not is_quoted:
        return False
    if parse.children(verb, "nsubj", "nsubjpass", "csubj"):
        return False
    first, _ = parse.sentences[parse.sentence_index(verb)]
    at = verb
    while at > first and parse.tokens[at - 1].text.lower() in POLITE:
        at -= 1
    begins = at == first or parse.tokens[at - 1].pos in ("PUNCT", "SPACE")
    return begins and not parse.tokens[at].text.islower()
