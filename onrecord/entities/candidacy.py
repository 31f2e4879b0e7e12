"""Who is running for office, as the article tells it: a former governor with a campaign is a politician again."""

from collections.abc import Iterable

import msgspec

from onrecord.model.record import Actor
from onrecord.model.span import Span
from onrecord.model.token import Parse

# Sectors that a candidacy does not take the place of: who holds office, or is a party's already.
_KEEPING = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB"})
_RUNNING = frozenset({"candidate", "nominee", "hopeful", "contender", "frontrunner", "runner"})
# A nominee or hopeful is a politician beside one of these; others wait for a post, a title or a prize.
_PARTISAN = frozenset(
    "conservative democratic gop green labor labour liberal libertarian party presumptive republican".split()
)
_OWN = frozenset({"campaign", "candidacy", "camp"})  # "the Ruiz campaign", "Ruiz's candidacy"
_BID = frozenset({"bid", "run", "ambition", "race"})  # of these only one for an office
_OFFICES = frozenset(
    "presidency president presidential governor governorship gubernatorial mayor mayoral senate senator congress "
    "congressional parliament parliamentary nomination office reelection election house "
    "vice-presidential".split()
)
_POSTS = frozenset({"president", "governor", "mayor", "senate", "congress", "parliament", "nomination", "office"})
_BACKING = frozenset({"back", "endorse", "support", "nominate"})
_PAST = frozenset("defeated ex failed former once onetime past potential then".split())
_NOW = frozenset({"VBZ", "VBP", "VBG"})


def may_stand(sector: str | None) -> bool:
    """Whether a candidacy says more of somebody than this sector does."""
    return sector not in _KEEPING


def as_candidate(actor: Actor) -> Actor:
    """A named person of known country whose campaign is told of by a pronoun, as a politician."""
    sector = actor.sectors[0] if actor.sectors else None
    if actor.kind != "person" or not actor.country or not actor.name[:1].isupper() or not may_stand(sector):
        return actor
    return msgspec.structs.replace(actor, sectors=("PTY",), code=f"{actor.country}PTY")


def is_running(parse: Parse, mentions: Iterable[Span]) -> bool:
    """Whether any of a person's mentions is told to be a candidate now, or to have a campaign."""
    return any(_is_told(parse, span) for span in mentions)


def _is_told(parse: Parse, span: Span) -> bool:
    head = parse.head_of(span)
    if head is None:
        return False
    described = [*parse.tokens_in(span), *(i for c in parse.children(head, "appos") for i in range(*parse.nominal(c)))]
    return _is_called(parse, described) or has_campaign(parse, head) or _is_standing(parse, head)


def _is_called(parse: Parse, inside: list[int]) -> bool:
    """Whether the words call somebody a candidate, with nothing before that says they no longer are."""
    words = [parse.tokens[i].lemma.lower().strip("-") for i in inside]
    called = next((at for at, word in enumerate(words) if word in _RUNNING), None)
    if called is None or _PAST & set(words[:called]):
        return False
    return words[called] == "candidate" or bool((_PARTISAN | _OFFICES) & set(words))


def has_campaign(parse: Parse, head: int) -> bool:
    """Whether a campaign for an office belongs to the name or pronoun ``head``: "her candidacy"."""
    token = parse.tokens[head]
    if token.dep not in ("poss", "compound", "nmod"):
        return False
    noun = token.head
    lemma = parse.tokens[noun].lemma.lower()
    if parse.tokens[noun].tag.endswith("S") or any(parse.tokens[i].text.isdigit() for i in range(*parse.nominal(noun))):
        return False  # "her 1996 campaign", "his two campaigns"
    if lemma in _BID:
        return bool(_OFFICES & _around(parse, noun))
    # A campaign against something, or to do something, is nobody's candidacy.
    aims = {parse.tokens[c].text.lower() for c in parse.children(noun, "prep")} & {"against", "on", "to", "of"}
    return lemma in _OWN and not aims and not parse.children(noun, "acl", "relcl")


def _around(parse: Parse, noun: int) -> set[str]:
    """The words before a noun and behind its "for"."""
    after = [i for c in parse.children(noun, "prep") if parse.tokens[c].text.lower() == "for" for i in parse.subtree(c)]
    return {parse.tokens[i].lemma.lower() for i in (*range(*parse.nominal(noun)), *after)}


def _is_standing(parse: Parse, head: int) -> bool:
    """Whether somebody "is running for president": now, and not in some earlier year."""
    token = parse.tokens[head]
    verb = parse.tokens[token.head]
    if token.dep == "dobj" and verb.lemma.lower() in _BACKING:
        return bool(_POSTS & (_around(parse, head) | _around(parse, token.head)))  # "backing Ruiz for president"
    if token.dep != "nsubj" or verb.lemma.lower() != "run" or verb.tag not in _NOW:
        return False
    return bool(_OFFICES & _around(parse, token.head))
