"""Whether an event happened: from tense, modals, negation, conditions and the words that govern it."""

from onrecord.model.record import Status
from onrecord.model.token import Parse

_NEGATIVE = frozenset({"no", "not", "n't", "n’t", "never", "without", "neither", "nor", "nobody"})
_POSSIBLE = frozenset({"may", "might", "could", "perhaps", "possibly", "maybe", "apparently", "allegedly", "can"})
_HYPOTHETICAL = frozenset({"would", "should", "must", "ought", "'d", "’d", "wo"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall"})
_CONDITIONS = frozenset({"if", "unless", "whether", "how", "should", "until", "lest"})
_PLANNING = frozenset(
    {
        "plan",
        "set",
        "schedule",
        "due",
        "prepare",
        "agree",
        "decide",
        "expect",
        "order",
        "slate",
        "intend",
        "about",
        "ready",
        "go",
        "arrange",
    }
)
_WISHING = frozenset(
    {
        "want",
        "hope",
        "hop",
        "seek",
        "try",
        "attempt",
        "wish",
        "like",
        "need",
        "aim",
        "consider",
        "mull",
        "struggle",
        "threaten",
        "refuse",
        "fail",
        "decline",
        "able",
        "willing",
        "urge",
        "ask",
        "demand",
        "call",
        "warn",
        "vow",
        "promise",
        "pledge",
        "offer",
        "choose",
        "allow",
        "require",
        "encourage",
    }
)
_STRIVING = frozenset("work fight campaign push press hope wait prepare call plead ask appeal lobby vote".split())
_FAILING = frozenset({"fail", "refuse", "decline", "avoid", "stop", "prevent", "forgo", "refrain", "abstain"})
_NOTHING = frozenset({"nothing", "nobody", "none", "neither"})
_SUPPOSING = frozenset({"think", "believe", "suspect", "presume", "rumor", "rumour", "suppose"})
_UNREAL_NOUNS = frozenset(
    {
        "threat",
        "fear",
        "risk",
        "possibility",
        "prospect",
        "plan",
        "call",
        "demand",
        "request",
        "offer",
        "proposal",
        "danger",
        "likelihood",
        "chance",
        "intention",
        "plot",
        "warning",
        "bid",
        "effort",
        "attempt",
    }
)
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp", "relcl", "csubj"})
_REACH = 6


def of_verb(parse: Parse, verb: int) -> Status:
    """The status of the event that a verb names."""
    return _own(parse, verb) or _governed(parse, verb) or _unasserted(parse, verb) or _tense(parse, verb)


def _unasserted(parse: Parse, verb: int) -> Status | None:
    """A gerund as a subject names an act without saying that it happened: "agreeing would change much"."""
    token = parse.tokens[verb]
    if token.tag != "VBG" or parse.children(verb, "aux", "auxpass"):
        return None
    if token.dep in ("csubj", "nsubj", "csubjpass"):
        return "hypothetical"
    beside = (
        [token.head, *parse.children(verb, "ccomp", "conj")] if token.head != verb else parse.children(verb, "ccomp")
    )
    return "hypothetical" if any(_own(parse, other) in ("hypothetical", "possible") for other in beside) else None


def _own(parse: Parse, verb: int) -> Status | None:
    """What the verb's own negation, auxiliaries and adverbs say."""
    words = {parse.tokens[c].text.lower() for c in parse.children(verb, "aux", "neg", "advmod", "mark")}
    if words & _NEGATIVE or _has_negative_subject(parse, verb) or _does_nothing(parse, verb):
        return "negated"
    if words & _CONDITIONS:
        return "hypothetical"
    if words & _FUTURE:
        return "planned"
    if words & _HYPOTHETICAL:
        return "hypothetical"
    return "possible" if words & _POSSIBLE else None


def _has_negative_subject(parse: Parse, verb: int) -> bool:
    for subject in parse.children(verb, "nsubj", "nsubjpass"):
        if parse.tokens[subject].text.lower() in _NEGATIVE:
            return True
        if any(parse.tokens[c].text.lower() == "no" for c in parse.children(subject, "det")):
            return True
    return False


def _does_nothing(parse: Parse, verb: int) -> bool:
    """ "Fired no rockets", "lifted none of the bans", "has at no time asked"."""
    held = list(parse.children(verb, "dobj"))
    for preposition in parse.children(verb, "prep"):
        held += [c for c in parse.children(preposition, "pobj") if parse.tokens[c].lemma.lower() in ("time", "point")]
    return any(
        parse.tokens[c].text.lower() in _NOTHING
        or any(parse.tokens[d].text.lower() == "no" for d in parse.children(c, "det"))
        for c in held
    )


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
            shared = _own(parse, above) if not parse.children(at, "nsubj", "nsubjpass") else None
            if shared:
                return shared
            at = above
            continue
        if token.dep not in _CLAUSES:
            return None
        found = _by_governor(parse, at, above)
        if found:
            return found
        if token.dep in ("relcl", "ccomp") and governor.lemma.lower() not in _WISHING | _PLANNING:
            return None
        at = above
    return None


def _by_governor(parse: Parse, at: int, above: int) -> Status | None:
    token, governor = parse.tokens[at], parse.tokens[above]
    if token.dep == "pcomp" and governor.text.lower() == "without":
        return "negated"
    if token.dep == "pcomp" and governor.text.lower() == "from" and parse.tokens[governor.head].lemma in _FAILING:
        return "negated"  # "refrained from sending"
    lemma = governor.lemma.lower()
    if token.dep == "xcomp" and lemma in _SUPPOSING and parse.children(above, "auxpass"):
        return "possible"  # "is thought to have"
    is_infinitive = any(parse.tokens[c].text.lower() == "to" for c in parse.children(at, "aux"))
    if is_infinitive or token.dep in ("xcomp", "pcomp"):
        if lemma in _FAILING:
            return "negated"
        if lemma in _PLANNING or lemma == "be":
            own = _own(parse, above)
            return own if own in ("negated", "hypothetical", "possible") else "planned"
        if lemma in _WISHING or governor.lemma.lower() in _UNREAL_NOUNS:
            return "hypothetical"
        if token.dep in ("advcl", "acl", "relcl") and is_infinitive:
            return "planned" if token.dep == "acl" else "hypothetical"
        if token.dep in ("xcomp", "pcomp"):
            return _own(parse, above)
    return None


def _tense(parse: Parse, verb: int) -> Status:
    token = parse.tokens[verb]
    auxiliaries = [parse.tokens[c] for c in parse.children(verb, "aux", "auxpass")]
    if token.tag == "VBG" and any(aux.lemma.lower() == "be" for aux in auxiliaries):
        return "ongoing" if not any(aux.tag == "VBD" for aux in auxiliaries) else "actual"
    if any(aux.text.lower() == "being" for aux in auxiliaries) and not any(aux.tag == "VBD" for aux in auxiliaries):
        return "ongoing"
    if token.tag == "VBG" and token.dep == "amod":
        return "ongoing"
    if token.tag in ("VBP", "VBZ") and not auxiliaries:
        return "ongoing"
    return "actual"


def of_noun(parse: Parse, noun: int, lasts: bool) -> Status:
    """The status of the event that a noun names; ``lasts`` for states of affairs such as sanctions."""
    if any(parse.tokens[c].text.lower() in ("no", "without", "any") for c in parse.children(noun, "det", "neg")):
        return "negated"
    words = {parse.tokens[c].text.lower() for c in parse.children(noun, "amod", "compound", "advmod")}
    if words & {"possible", "potential", "future", "likely", "threatened", "hypothetical"}:
        return "hypothetical"
    if words & {"planned", "upcoming", "scheduled", "forthcoming", "next"}:
        return "planned"
    token = parse.tokens[noun]
    at, above = noun, token.head
    while parse.tokens[at].dep in ("pobj", "prep", "conj", "compound") and above != at:
        governor = parse.tokens[above]
        if governor.lemma.lower() in _UNREAL_NOUNS and governor.pos == "NOUN":
            return "hypothetical"
        if governor.text.lower() == "for" and parse.tokens[governor.head].lemma.lower() in _STRIVING:
            return "hypothetical"
        if governor.pos in ("VERB", "AUX"):
            break
        at, above = above, parse.tokens[above].head
    if (
        above != at
        and parse.tokens[above].pos in ("VERB", "AUX")
        and parse.tokens[at].dep in ("dobj", "nsubj", "nsubjpass", "prep", "pobj")
    ):
        found = _own(parse, above) or _governed(parse, above)
        if found and (found != "negated" or token.dep == "dobj"):
            return found
        if parse.tokens[above].lemma.lower() in _WISHING and token.dep == "dobj":
            return "hypothetical"
    return "ongoing" if lasts else "actual"
