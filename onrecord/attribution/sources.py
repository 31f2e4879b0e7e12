"""Who speaks: the noun phrase that a cue belongs to, and the words it covers."""

from onrecord.model.span import Span
from onrecord.model.token import Parse

_LEFT_OUT = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "punct", "ccomp", "dep", "conj", "cc", "preconj"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CHAINS = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "parataxis", "pcomp"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})


def subject(parse: Parse, verb: int) -> int | None:
    """The head of the subject of ``verb``: its own, or that of the verb it hangs on ("stood up, saying …")."""
    seen = 0
    while seen < 6:
        own = parse.children(verb, *_SUBJECTS)
        if own:
            return own[-1]
        token = parse.tokens[verb]
        if token.head == verb or token.dep not in _CHAINS:
            return None
        if token.dep == "acl" and parse.tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
            return token.head
        verb = token.head
        seen += 1
    return None


def own_subject(parse: Parse, verb: int) -> int | None:
    """The head of the subject that ``verb`` itself has, or shares with the verb it is coordinated with."""
    own = parse.children(verb, "nsubj")
    token = parse.tokens[verb]
    if not own and token.dep == "conj" and token.head != verb:
        own = parse.children(token.head, "nsubj")
    return own[-1] if own else None


def agent(parse: Parse, verb: int) -> int | None:
    """Whoever a passive is done by."""
    for child in parse.children(verb, "agent"):
        for below in parse.children(child, "pobj"):
            return below
    return None


def antecedent(parse: Parse, index: int) -> int:
    """What a relative pronoun stands for ("the aide, who …"); any other token stands for itself."""
    if parse.tokens[index].tag not in _RELATIVE:
        return index
    above = next((a for a in parse.ancestors(index) if parse.tokens[a].dep == "relcl"), None)
    return index if above is None else parse.tokens[above].head


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is in the passive voice."""
    return bool(parse.children(verb, "nsubjpass", "auxpass"))


def source_span(parse: Parse, head: int, text: str) -> Span:
    """The words of a source: its noun phrase with titles before, "of …" and coordinated names, no apposition."""
    tokens = parse.subtree(head, _LEFT_OUT)
    for other in parse.children(head, "conj"):
        if parse.tokens[other].pos in {"NOUN", "PROPN", "PRON"}:
            tokens += parse.subtree(other, _LEFT_OUT - {"conj"})
    inside = sorted(i for i in tokens if _touching(parse, head, i))
    first, last = _run_around(inside, head, parse)
    return parse.span(first, last).trim(text, " \n\t,;:—–-")


def _touching(parse: Parse, head: int, index: int) -> bool:
    return parse.sentence_index(index) == parse.sentence_index(head)


def _run_around(inside: list[int], head: int, parse: Parse) -> tuple[int, int]:
    """The unbroken run of tokens around the head; commas and "and" between coordinated names don't break it."""
    members = set(inside)
    first = last = head
    while first - 1 in members or (first - 2 in members and _joins(parse, first - 1)):
        first -= 1
    while last + 1 in members or (last + 2 in members and _joins(parse, last + 1)):
        last += 1
    return first, last + 1


def _joins(parse: Parse, index: int) -> bool:
    return parse.tokens[index].text.lower() in {",", "and", "or", "-", "'s", "’s"}


def cue_span(parse: Parse, verb: int) -> Span:
    """A verb with what stands directly before it of its auxiliaries, negation and adverbs, and its particle."""
    first, last = verb, verb + 1
    while first and parse.tokens[first - 1].head in {verb, first} and parse.tokens[first - 1].dep in _OF_CUE:
        first -= 1
    while last < len(parse.tokens) and parse.tokens[last].head == verb and parse.tokens[last].dep == "prt":
        last += 1
    return parse.span(first, last)


_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
