"""Towns and regions named within the mention of an actor: to whom it belongs, as Lima in "the Lima police"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.entities.candidate import Candidate, name_of
from onrecord.entities.name_spans import with_article
from onrecord.model.document import Document
from onrecord.model.record import Place


def places_within(document: Document, placed: Sequence[Candidate]) -> Mapping[str, Sequence[Place]]:
    """The towns and regions named within the words of another mention, the places of one point together.

    Countries are found by their own names, and a person's name is no place whatever it sounds like.
    """
    parse = document.parse
    own = {candidate.span for candidate in placed}
    covered = {index for span in own for index in parse.tokens_in(span)}
    people = (c for c in placed if c.kind == "person" and c.form == "name")
    names = {index for person in people for index in range(*name_of(parse, person))}
    found: dict[str, list[Place]] = defaultdict(list)
    for place in document.places:
        inside = parse.tokens_in(place.span)
        whole = parse.span(with_article(parse, inside.start), inside.stop)
        is_local = place.precision in ("city", "region") and place.use != "demonym"
        is_within = covered.issuperset(inside) and own.isdisjoint((place.span, whole)) and names.isdisjoint(inside)
        if is_local and is_within and any(span.contains(place.span) for span in own):
            found[str(place.geonameid or place.name)].append(place)
    return found
