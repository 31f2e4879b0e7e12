"""Towns and regions named within the mention of an actor: to whom it belongs, as Lima in "the Lima police"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.entities.candidate import Candidate, name_of
from onrecord.entities.name_forms import is_acronym
from onrecord.entities.name_spans import with_article
from onrecord.model.document import Document
from onrecord.model.record import Place
from onrecord.model.span import Span

Area = tuple[Place, str]  # a place, and the words of the part of it that is meant, "" for the whole


def places_within(document: Document, placed: Sequence[Candidate]) -> Mapping[Area, Sequence[Span]]:
    """The towns and regions named within the words of another mention, and where.

    Countries are found by their own names, and a person's name is no place whatever it sounds like.
    """
    parse = document.parse
    own = {candidate.span for candidate in placed}
    covered = {index for span in own for index in parse.tokens_in(span)}
    people = (c for c in placed if c.kind == "person" and c.form == "name")
    names = {index for person in people for index in range(*name_of(parse, person))}
    known: dict[str, Place] = {}
    found: dict[Area, list[Span]] = defaultdict(list)
    for place, inside in _local(document):
        first = known.setdefault(str(place.geonameid or place.name), place)
        start = inside.start - (inside.start > 0 and parse.tokens[inside.start - 1].text in _PARTS)
        span, whole = parse.span(start, inside.stop), parse.span(with_article(parse, start), inside.stop)
        is_within = covered.issuperset(inside) and own.isdisjoint((span, whole)) and names.isdisjoint(inside)
        if is_within and any(other.contains(span) for other in own):
            found[first, span.of(document.text) if start < inside.start else ""].append(span)
    return found


# What stands before a place for a part of it, or for it and what is around.
_PARTS = frozenset(
    "Northern Southern Eastern Western Central North South East West Northeast Northwest Southeast Southwest Upper "
    "Lower Greater Downtown".split()
)


def _local(document: Document) -> Iterator[tuple[Place, range]]:
    """The towns and regions of the text with their tokens, those included that are told by the initials of one."""
    parse = document.parse
    local = [p for p in document.places if p.precision in ("city", "region") and p.use != "demonym"]
    taken = {index for place in document.places for index in parse.tokens_in(place.span)}
    long = {place.span.of(document.text): place for place in local if " " in place.span.of(document.text)}
    for place in local:
        yield place, parse.tokens_in(place.span)
    for index, token in enumerate(parse.tokens):
        if token.text.isupper() and index not in taken:
            meant = [place for name, place in long.items() if is_acronym(token.text, name)]
            if len({place.geonameid for place in meant}) == 1:
                yield meant[0], range(index, index + 1)
