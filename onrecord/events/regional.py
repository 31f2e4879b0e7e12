"""Regions and cities that something is done to: their country, or its authorities where it is done to those."""

from collections.abc import Iterable

from onrecord.events.ontology import Entry
from onrecord.model.document import Document
from onrecord.model.record import Participant
from onrecord.model.span import Span

# Whoever sues a state or rules against a city's plan means who governs there; who bombs or takes one, the country.
_AGAINST_AUTHORITIES = frozenset({"ACCUSE", "REJECT", "SANCTION"})
_AGAINST_THE_PLACE = frozenset({"ASSAULT"})
_TAKING = "seize"


def governed(document: Document, heads: Iterable[int], entry: Entry) -> tuple[Participant, ...]:
    """The regions and cities among ``heads``, or by whose name a thing among them is called, as a side of an act."""
    if entry.type in _AGAINST_AUTHORITIES:
        sector = "GOV"
    elif entry.type in _AGAINST_THE_PLACE or entry.mode == _TAKING:
        sector = ""
    else:
        return ()
    owned = [(head, below) for head in heads for below in (head, *document.parse.children(head, "poss"))]
    out = dict[str, Participant]()
    for head, index in owned:
        country = _country(document, index)
        if country:
            out.setdefault(country, Participant(code=country + sector, span=_phrase(document, head)))
    return tuple(out.values())


def _phrase(document: Document, head: int) -> Span:
    return document.parse.span(*document.parse.nominal(head))


def _country(document: Document, index: int) -> str | None:
    token, mention = document.parse.tokens[index], document.mention_headed(index)
    actor = document.actor(mention.actor) if mention is not None else None
    if actor is not None and actor.kind == "person":
        return None  # whose name is a town's, too
    here = (place for place in document.places if place.span.start <= token.start and token.end == place.span.end)
    return next((place.country for place in here if place.precision in ("city", "region")), None)
