"""A noun phrase that may speak of an actor, and what the words around a noun say of it."""

import msgspec

from onrecord.entities.lexicon import Known
from onrecord.entities.roles import Role
from onrecord.model.span import Span
from onrecord.model.token import Parse


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One mention before merging: head token, noun phrase, form, name as written, and the role its words tell."""

    head: int
    span: Span
    form: str
    name: str
    kind: str
    role: Role
    known: Known | None = None
    definite: bool = False
    wikidata: str | None = None


def surface(parse: Parse, first: int, last: int) -> str:
    """The tokens ``[first, last)`` as written, line breaks as spaces."""
    out = parse.tokens[first].text
    for one, other in zip(parse.tokens[first:last], parse.tokens[first + 1 : last], strict=False):
        out += (" " if other.start > one.end else "") + other.text
    return out


_BELONGING = frozenset({"of", "for", "in", "at", "from", "to", "with"})
OF_MAKERS = frozenset({"of", "by", "from"})  # an agreement "with" somebody is not that one's


def belongs_after(parse: Parse, head: int, behind: frozenset[str] = _BELONGING) -> list[int]:
    """Tokens of the "of …", "for …", "in …" phrase after a head, which say to whom it belongs."""
    out: list[int] = []
    for child in parse.children(head, "prep"):
        if parse.tokens[child].text.lower() in behind:
            out += parse.subtree(child, frozenset({"relcl", "acl", "punct", "conj", "cc", "advcl"}))
    return out


def name_of(parse: Parse, candidate: Candidate) -> tuple[int, int]:
    """The tokens of the name within a mention: the end of it that is written so; else all but an article."""
    inside = parse.tokens_in(candidate.span)
    for first in inside:
        if surface(parse, first, inside.stop) == candidate.name:
            return first, inside.stop
    return inside.start + (parse.tokens[inside.start].text.lower() == "the"), inside.stop
