"""The tense of the verb that governs an expression of time: whether it looks back or ahead."""

from onrecord.model.span import Span
from onrecord.model.token import Parse

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "must", "should", "can"})
_SCHEDULED = frozenset({"set", "due", "schedule", "plan", "expect", "slate"})
_COMING = frozenset({"begin", "start", "air", "open"})  # "an interview airing Sunday"
# What was done when one of these was: "began to train in June".
_DONE = frozenset({"begin", "start", "continue", "cease", "manage", "try", "attempt", "fail", "help", "come", "use"})
# What is being done on a day is done on one to come: "she is leaving Friday".
_GOING = frozenset(
    {"go", "come", "leave", "meet", "travel", "fly", "arrive", "return", "play", "start", "begin", "open"}
)
_PUT_OFF = frozenset({"postpone", "delay", "adjourn", "recess", "suspend", "extend", "put", "remand", "close", "shut"})
_UP_TO = frozenset({"until", "till", "through"})
# Verbs whose present tells what was: "the report says Friday", "a police chief tells him Monday".
_TOLD = frozenset({"say", "tell", "show", "report", "announce", "warn", "write", "claim", "deny"})


def tense_of(parse: Parse, span: Span) -> str | None:
    """``past``, ``future`` or ``present`` of the verb that governs the expression; null if there is none.

    Since a day, that day is past, whatever the verb.
    """
    head = parse.head_of(span)
    if head is None:
        return None
    before = word_before(parse, span)
    if before == "since":
        return "past"
    for above in (head, *parse.ancestors(head)):
        token = parse.tokens[above]
        if token.pos in ("VERB", "AUX"):
            if before in _UP_TO and token.lemma in _PUT_OFF:
                return "future"
            is_told_of = _is_owner(parse, span) and not _is_planned(parse, above)
            tense = _verb_tense(parse, above)
            return "present" if tense == "future" and is_told_of else tense
    return None


def _is_owner(parse: Parse, span: Span) -> bool:
    """ "Monday's debate might matter", "to get over her Sunday fall": what it tells of may well be over."""
    after = parse.tokens_in(span).stop
    is_before = after < len(parse.tokens) and after
    return bool(is_before) and (parse.tokens[after].tag == "POS" or parse.tokens[after - 1].dep in ("compound", "nmod"))


def _is_planned(parse: Parse, verb: int) -> bool:
    """Whether the verb says outright that something is to come: "will open", "expects her to win"."""
    is_future = any(parse.tokens[aux].text.lower() in _FUTURE for aux in parse.children(verb, "aux"))
    return is_future or bool({parse.tokens[verb].lemma, parse.tokens[parse.tokens[verb].head].lemma} & _SCHEDULED)


def _is_possible(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[aux].text.lower() in _POSSIBLE for aux in parse.children(verb, "aux"))


def word_before(parse: Parse, span: Span) -> str:
    """The word right before an expression, in lower case; none where the expression begins the text."""
    inside = parse.tokens_in(span)
    return parse.tokens[inside.start - 1].text.lower() if inside and inside.start else ""


def is_appointed(parse: Parse, span: Span) -> bool:
    """ "They meet Tuesday", "we have until Monday", "it is being held Friday": the present of a day to come.

    A headline, which ends without a full stop, tells in the present what was.
    """
    head = parse.head_of(span)
    if head is None or _is_owner(parse, span):
        return False
    _, end = parse.sentences[parse.sentence_index(head)]
    verb = next((i for i in (head, *parse.ancestors(head)) if parse.tokens[i].pos in ("VERB", "AUX")), None)
    if verb is None or not any(mark in parse.tokens[at].text for at in (end - 2, end - 1) for mark in ".?!"):
        return False
    token = parse.tokens[verb]
    tags = {token.tag, *(parse.tokens[aux].tag for aux in parse.children(verb, "aux", "auxpass"))}
    if token.tag == "VBG" and token.lemma not in _GOING:
        return False  # "They are investigating a crash Thursday"
    is_present = bool(tags & {"VBZ", "VBP"}) and (token.tag != "VBN" or "VBG" in tags)
    return is_present and token.lemma not in _TOLD and token.dep not in ("advcl", "relcl", "parataxis")


def _verb_tense(parse: Parse, verb: int) -> str:
    token = parse.tokens[verb]
    auxiliaries = [parse.tokens[i] for i in parse.children(verb, "aux", "auxpass")]
    if any(aux.text.lower() in ("had", "'d") for aux in auxiliaries) and token.tag == "VBN":
        return "past"
    is_infinitive = any(aux.text.lower() == "to" for aux in auxiliaries)
    if is_infinitive and token.tag == "VBN" and not any(aux.lemma == "have" for aux in auxiliaries):
        return "future"
    if token.tag == "VBG" and token.dep == "acl" and token.lemma in _COMING:
        return "future"
    if any(aux.text.lower() in _FUTURE for aux in auxiliaries) or token.lemma in _SCHEDULED:
        return "future"
    if token.tag == "VB" and _is_possible(parse, verb):
        return "future"
    if token.tag == "VBN" and any(aux.tag == "VBG" for aux in auxiliaries):
        return "past" if any(aux.tag == "VBD" for aux in auxiliaries) else "present"
    if token.tag in ("VBD", "VBN") or any(aux.tag == "VBD" for aux in auxiliaries):
        return "past"
    if token.dep in ("xcomp", "acl", "advcl", "ccomp", "conj") and token.head != verb and token.tag in ("VB", "VBG"):
        return _governed_tense(parse, verb)
    return "present"


def _governed_tense(parse: Parse, verb: int) -> str:
    """Of a verb without a tense of its own: an infinitive looks ahead, unless what governs it says it was done."""
    token, governor = parse.tokens[verb], parse.tokens[parse.tokens[verb].head]
    if token.tag == "VB" and governor.pos in ("VERB", "AUX", "ADJ", "NOUN") and governor.lemma not in _DONE:
        return "future"
    return _verb_tense(parse, token.head) if governor.pos in ("VERB", "AUX") else "present"
