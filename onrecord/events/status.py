"""Whether an event happened: from tense, modals, negation, conditions and the words that govern it."""

from onrecord.events.modality import (
    AGAINST,
    ANYBODY,
    APART,
    BINDING,
    BOUND,
    CANCELLING,
    CLAUSES,
    DENYING,
    DOUBTFUL,
    ENABLING,
    FAILING,
    HAPPENING,
    IMAGINING,
    LASTING,
    LEANING,
    MISSING,
    OWNING_UP,
    PLANNING,
    PROMISES,
    RESOLVING,
    SEEMING,
    SINGLED_OUT,
    STRIVING,
    SUPPOSING,
    UNCONFIRMED,
    UNREAL_NOUNS,
    WAITING,
    WEIGHING,
    WISHING,
)
from onrecord.events.mood import does_nothing, is_bidden, own_status
from onrecord.model.record import Status
from onrecord.model.token import Parse

_REACH = 6
_NOW = frozenset({"VBP", "VBZ"})


def of_verb(parse: Parse, verb: int, is_said: bool = False) -> Status:
    """The status of the event that a verb names; ``is_said`` for acts done in words or in public.

    What somebody did in order to say it, they said: "went to Ohio to endorse him".
    """
    purpose = _of_purpose(parse, verb) if is_said else None
    return (
        purpose or own_status(parse, verb) or _governed(parse, verb) or _unasserted(parse, verb) or _tense(parse, verb)
    )


def _of_purpose(parse: Parse, verb: int) -> Status | None:
    """What becomes of a purpose is what becomes of the act that serves it."""
    while parse.tokens[verb].dep == "conj":
        verb = parse.tokens[verb].head
    token = parse.tokens[verb]
    above = parse.tokens[token.head]
    if token.dep != "advcl" or token.tag != "VB" or above.pos != "VERB":
        return None
    is_phoned = above.lemma.lower() == "call" and parse.children(token.head, "dobj")  # "called her to thank her"
    if (above.lemma.lower() in WISHING and not is_phoned) or _plans(parse, token.head) or _has_for(parse, token.head):
        return None
    before = {parse.tokens[aux - 1].lemma.lower() for aux in parse.children(verb, "aux") if aux}
    if above.dep == "relcl":
        before |= {parse.tokens[above.head].lemma.lower()}  # "a pledge that they made to"
    if before & (UNREAL_NOUNS | ENABLING | PROMISES) or parse.children(token.head, "acomp", "attr", "oprd"):
        return None  # "was flooded with calls to", "makes it harder to"
    if parse.children(verb, "nsubj", "nsubjpass"):
        return None  # "it takes nerve for her to refuse"
    return of_verb(parse, token.head)


def _unasserted(parse: Parse, verb: int) -> Status | None:
    """A gerund as a subject names an act without saying that it happened: "agreeing would change much"."""
    token = parse.tokens[verb]
    if token.tag == "VB" and is_bidden(parse, verb):
        return "hypothetical"
    if token.tag != "VBG" or parse.children(verb, "aux", "auxpass"):
        return None
    if token.dep in ("csubj", "nsubj", "csubjpass"):
        return "hypothetical"
    beside = (
        [token.head, *parse.children(verb, "ccomp", "conj")] if token.head != verb else parse.children(verb, "ccomp")
    )
    return "hypothetical" if any(own_status(parse, other) in ("hypothetical", "possible") for other in beside) else None


def _governed(parse: Parse, verb: int) -> Status | None:
    """What the clauses above say: a plan, a wish, a condition."""
    at = verb
    for _ in range(_REACH):
        token = parse.tokens[at]
        if token.head == at:
            return None
        above = token.head
        governor = parse.tokens[above]
        if token.dep == "conj":
            if token.tag == "VBD" and governor.tag == "VB":
                return None  # a fact is not coordinated with an infinitive, whatever the parser says
            shared = own_status(parse, above) if not parse.children(at, "nsubj", "nsubjpass") else None
            if shared == "negated" and (does_nothing(parse, above) or _is_opposed(parse, above)):
                shared = None  # "struck no bargain but promised help"
            if shared:
                return shared
            at = above
            continue
        if token.dep not in CLAUSES or _is_fact_beside(parse, at):
            return None
        found = _by_governor(parse, at, above)
        if found:
            return found
        if token.dep in ("relcl", "ccomp") and governor.lemma.lower() not in WISHING | PLANNING:
            return None
        at = above
    return None


def _is_fact_beside(parse: Parse, verb: int) -> bool:
    """Whether a clause of time or cause tells a fact, whatever it stands beside: "will act after they attacked"."""
    token = parse.tokens[verb]
    marks = {parse.tokens[c].text.lower() for c in parse.children(verb, "mark", "advmod")}
    return token.dep == "advcl" and token.tag == "VBD" and bool(marks & {"after", "because", "since", "when", "while"})


def _by_governor(parse: Parse, at: int, above: int) -> Status | None:
    token, governor = parse.tokens[at], parse.tokens[above]
    found = _by_belief(parse, at, above) or _by_time(parse, at, above)
    if found:
        return found
    if token.dep == "pcomp" and governor.text.lower() == "without":
        return "negated"
    beside = {parse.tokens[i].text.lower() for i in (governor.head, above - 1) if i >= 0}
    is_ruled_out = governor.text.lower() == "out" and parse.tokens[governor.head].lemma.lower() == "rule"
    if token.dep == "pcomp" and (beside & APART or is_ruled_out):
        return "negated"
    if token.dep == "pcomp" and governor.text.lower() == "from" and parse.tokens[governor.head].lemma in FAILING:
        return "negated"  # "refrained from sending"
    lemma = governor.lemma.lower()
    if token.dep == "xcomp" and lemma in SUPPOSING and parse.children(above, "auxpass"):
        return "possible"  # "is thought to have"
    is_infinitive = any(parse.tokens[c].text.lower() == "to" for c in parse.children(at, "aux"))
    if is_infinitive or token.dep in ("xcomp", "pcomp"):
        return _by_holder(parse, at, above, is_infinitive)
    return None


def _by_holder(parse: Parse, at: int, above: int, is_infinitive: bool) -> Status | None:
    """What the word says that holds an infinitive or a gerund."""
    token, governor = parse.tokens[at], parse.tokens[above]
    lemma, own = governor.lemma.lower(), own_status(parse, above)
    if lemma in FAILING or lemma in MISSING:
        return own if own in ("hypothetical", "possible") else "negated"
    if lemma == "hold" and _has_particle(parse, above, "off"):
        return "negated"
    if lemma in LASTING and token.dep == "xcomp" and governor.tag in ("VBZ", "VBP") and not own:
        return "ongoing"  # "continues to bar them", "keeps shelling"
    if lemma == "go" and any(parse.tokens[c].text.lower() == "on" for c in parse.children(above)):
        return own  # "went on to condemn"
    if lemma in ("be", "become", "seem") and parse.children(above, "acomp", "attr", "oprd"):
        return _by_judgement(parse, above)
    if _plans(parse, above) or lemma == "be":
        return own if own in ("negated", "hypothetical", "possible") else "planned"
    if lemma in WISHING or lemma in UNREAL_NOUNS or lemma in ENABLING:
        return "hypothetical"
    if lemma == "resist" and own == "negated":
        return None  # "could not resist mocking him"
    if token.tag == "VBG" and token.dep == "xcomp" and lemma in WEIGHING | OWNING_UP:
        return "hypothetical" if lemma in WEIGHING else None
    if token.dep in ("advcl", "acl", "relcl") and is_infinitive:
        return _by_clause(parse, at, above)
    if token.dep == "pcomp":
        return _by_preposition(parse, governor.head, governor.text.lower())
    if token.dep == "xcomp":
        return "hypothetical" if own == "possible" and token.tag == "VBG" else own
    return None


def _by_clause(parse: Parse, at: int, above: int) -> Status | None:
    """An infinitive that hangs on a noun or serves a verb: what is meant, but what "the first to do it" did is done."""
    whole = parse.tokens[parse.tokens[above].head].head if parse.tokens[above].dep == "pobj" else above
    heads = dict.fromkeys((above, whole))  # "the first member of the house to"
    near = [one for head in heads for one in (head, *parse.children(head, "amod", "advmod", "nummod"))]
    words = {parse.tokens[c].lemma.lower() for one in near for c in (one, *parse.children(one, "advmod", "quantmod"))}
    if words & SINGLED_OUT and parse.tokens[at].dep in ("acl", "relcl"):
        return None
    if parse.tokens[at].dep == "acl":
        verb = parse.tokens[above].head
        holds = parse.tokens[above].dep == "dobj" and parse.tokens[verb].pos == "VERB"
        return "hypothetical" if holds and of_verb(parse, verb) == "hypothetical" else "planned"
    return (
        "planned" if own_status(parse, above) == "planned" or parse.tokens[above].lemma in PLANNING else "hypothetical"
    )


def _by_judgement(parse: Parse, above: int) -> Status | None:
    """What is called easy, right or time to do is not thereby done; what is called impossible is not."""
    told = parse.children(above, "acomp", "attr")
    if any(parse.tokens[c].lemma.lower() in SINGLED_OUT for one in told for c in parse.children(one, "amod")):
        return None  # "became the first member to do it"
    words = {parse.tokens[c].lemma.lower() for c in told}
    return "negated" if "impossible" in words else "hypothetical"


def _by_belief(parse: Parse, at: int, above: int) -> Status | None:
    """Whether the clause above denies what this one says, or leaves it open."""
    token, governor = parse.tokens[at], parse.tokens[above]
    lemma = governor.lemma.lower()
    if token.dep in ("acl", "relcl"):
        words = {parse.tokens[c].text.lower() for c in parse.children(above, "amod", "det")}
        if "any" in words or lemma in ANYBODY:
            return "hypothetical"
        if words & {"a", "an"} and own_status(parse, governor.head) == "hypothetical":
            return "hypothetical"  # "if they had a leader who kills"
        return "possible" if words & UNCONFIRMED else None
    if token.dep not in ("ccomp", "xcomp", "csubj"):
        return None
    if lemma in DENYING or (lemma == "rule" and _has_particle(parse, above, "out")):
        return "negated"
    if lemma in ("have", "be") and any(parse.tokens[c].text.lower() == "yet" for c in parse.children(above, "advmod")):
        return "negated"  # "has yet to"
    beside = {lemma, *(parse.tokens[c].lemma.lower() for c in parse.children(above, "acomp"))}
    if beside & DOUBTFUL or lemma in SEEMING:
        return "possible"
    return "planned" if token.dep == "xcomp" and beside & BOUND else None


def _by_time(parse: Parse, at: int, above: int) -> Status | None:
    """What an act that is no fact yet waits for: "would meet once they had left"."""
    token = parse.tokens[at]
    tags = {token.tag, *(parse.tokens[c].tag for c in parse.children(at, "auxpass"))}
    if token.dep != "advcl" or "VBD" in tags:
        return None
    words = {parse.tokens[c].text.lower() for c in parse.children(at, "mark", "advmod")}
    is_open = own_status(parse, above) in ("hypothetical", "planned")
    return "hypothetical" if words & WAITING and is_open else None


def _by_preposition(parse: Parse, verb: int, word: str) -> Status | None:
    """What the verb says that a gerund hangs on by a preposition: "will vote on sending", "is leaning towards".

    What might be reached by doing something has not been done.
    """
    own = own_status(parse, verb)
    if parse.tokens[verb].lemma.lower() in AGAINST and word == "to":
        return "hypothetical"  # "the resistance to sending them"
    if word == "by":
        return "hypothetical" if own in ("hypothetical", "possible") else None
    if word not in BINDING:
        return None
    return own or ("hypothetical" if parse.tokens[verb].lemma.lower() in LEANING else None)


def _tense(parse: Parse, verb: int) -> Status:
    token = parse.tokens[verb]
    auxiliaries = [parse.tokens[c] for c in parse.children(verb, "aux", "auxpass")]
    if token.tag == "VBG" and any(aux.lemma.lower() == "be" for aux in auxiliaries):
        return "ongoing" if not any(aux.tag == "VBD" for aux in auxiliaries) else "actual"
    if any(aux.text.lower() == "being" for aux in auxiliaries) and any(aux.tag in _NOW for aux in auxiliaries):
        return "ongoing"
    if token.tag == "VBG" and token.dep == "amod":
        return "ongoing"
    if token.tag in ("VBP", "VBZ") and not auxiliaries:
        return "ongoing"
    return "actual"


def of_noun(parse: Parse, noun: int, lasts: bool) -> Status:
    """The status of the event that a noun names; ``lasts`` for states of affairs such as sanctions."""
    words = {parse.tokens[c].text.lower() for c in parse.children(noun, "amod", "compound", "advmod", "det", "neg")}
    if words & {"no", "without"}:
        return "negated"
    if words & {"possible", "potential", "future", "likely", "threatened", "hypothetical", "any"}:
        return "hypothetical"
    if words & {"planned", "upcoming", "scheduled", "forthcoming", "next"}:
        return "planned"
    at = noun
    while parse.tokens[at].dep in ("pobj", "prep", "conj", "compound", "appos") and parse.tokens[at].head != at:
        above = parse.tokens[at].head
        found = _by_phrase(parse, above)
        if found:
            return found
        if parse.tokens[above].pos in ("VERB", "AUX"):
            break
        at = above
    return _by_verb(parse, noun, at) or ("ongoing" if lasts else "actual")


def _by_phrase(parse: Parse, above: int) -> Status | None:
    """What a word above a noun makes of it: "the threat of", "a call for", "without", "decided against"."""
    governor = parse.tokens[above]
    word, lemma = governor.text.lower(), governor.lemma.lower()
    verb = parse.tokens[governor.head].lemma.lower()
    if governor.pos == "NOUN":
        return "hypothetical" if lemma in UNREAL_NOUNS else None
    if word == "without" or (word == "against" and verb in ("decide", "vote", "opt")):
        return "negated"
    if word == "for" and verb in STRIVING:
        return "hypothetical"
    return "possible" if word == "of" and verb == "suspect" else None


def _by_verb(parse: Parse, noun: int, at: int) -> Status | None:
    """What the verb says that governs a noun, whose phrase ends in ``at``."""
    verb, role = parse.tokens[at].head, parse.tokens[at].dep
    if verb == at or parse.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    if role not in ("dobj", "nsubj", "nsubjpass", "prep", "pobj"):
        return None
    lemma = parse.tokens[verb].lemma.lower()
    is_object = parse.tokens[noun].dep == "dobj"
    found = own_status(parse, verb) or _governed(parse, verb)
    if found and (found != "negated" or is_object or (at == noun and lemma in HAPPENING)):
        return found
    if role in ("nsubj", "nsubjpass"):
        is_to_be = any("to" in _auxiliaries(parse, c) for c in parse.children(verb, "xcomp"))
        if (lemma == "be" or lemma in PLANNING) and is_to_be:
            return "planned"  # "the talks are to open"
    if role in ("dobj", "nsubjpass"):
        return _by_object_of(parse, verb, lemma, role)
    return None


def _by_object_of(parse: Parse, verb: int, lemma: str, role: str) -> Status | None:
    """What becomes of an act that is the object of a verb: called off, imagined, wanted, decided."""
    if lemma in CANCELLING or (lemma == "call" and _has_particle(parse, verb, "off")):
        return "negated"
    if lemma in IMAGINING or (lemma in WISHING and role == "dobj"):
        return "hypothetical"
    return "planned" if lemma in RESOLVING and role == "nsubjpass" else None


def _auxiliaries(parse: Parse, verb: int) -> set[str]:
    return {parse.tokens[c].text.lower() for c in parse.children(verb, "aux")}


def _has_particle(parse: Parse, verb: int, word: str) -> bool:
    return any(parse.tokens[c].text.lower() == word for c in parse.children(verb, "prt"))


def _plans(parse: Parse, verb: int) -> bool:
    """Whether a word plans: "is set to", not "set up a panel to"."""
    lemma = parse.tokens[verb].lemma.lower()
    if lemma == "go":
        return parse.tokens[verb].tag == "VBG"  # "is going to"
    return lemma in PLANNING and not (lemma == "set" and parse.children(verb, "dobj"))


def _is_opposed(parse: Parse, verb: int) -> bool:
    """Whether what is coordinated with a verb is set against it: "did not agree but offered"."""
    return any(parse.tokens[c].text.lower() == "but" for c in parse.children(verb, "cc"))


def _has_for(parse: Parse, verb: int) -> bool:
    """Whether who is to do it follows: "it takes nerve for her to refuse"."""
    ways = (
        ("dative", "prep") if any(parse.tokens[c].text.lower() == "it" for c in parse.children(verb, "nsubj")) else ()
    )
    return any(parse.tokens[c].text.lower() == "for" for c in parse.children(verb, "dative", *ways))
