"""The tense of the verb that governs an expression of time: whether it looks back or ahead."""

from onrecord.model.span import Span
from onrecord.model.token import Parse

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_SCHEDULED = frozenset({"set", "due", "schedule", "plan", "expect", "slate"})
_COMING = frozenset({"begin", "start", "air", "open"})  # "an interview airing Sunday"


def tense_of(parse: Parse, span: Span) -> str | None:
    """``past``, ``future`` or ``present`` of the verb that governs the expression; null if there is none."""
    head = parse.head_of(span)
    if head is None:
        return None
    for above in (head, *parse.ancestors(head)):
        token = parse.tokens[above]
        if token.pos in ("VERB", "AUX"):
            return _verb_tense(parse, above)
    return None


def _verb_tense(parse: Parse, verb: int) -> str:
    token = parse.tokens[verb]
    auxiliaries = [parse.tokens[i] for i in parse.children(verb, "aux", "auxpass")]
    is_infinitive = any(aux.text.lower() == "to" for aux in auxiliaries)
    if is_infinitive and token.tag == "VBN" and not any(aux.lemma == "have" for aux in auxiliaries):
        return "future"
    if token.tag == "VBG" and token.dep == "acl" and token.lemma in _COMING:
        return "future"
    if any(aux.text.lower() in _FUTURE for aux in auxiliaries) or token.lemma in _SCHEDULED:
        return "future"
    if token.tag in ("VBD", "VBN") or any(aux.tag == "VBD" for aux in auxiliaries):
        return "past"
    if token.dep in ("xcomp", "acl", "advcl", "ccomp", "conj") and token.head != verb and token.tag in ("VB", "VBG"):
        governor = parse.tokens[token.head]
        if token.tag == "VB" and governor.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            return "future"
        return _verb_tense(parse, token.head) if governor.pos in ("VERB", "AUX") else "present"
    return "present"
