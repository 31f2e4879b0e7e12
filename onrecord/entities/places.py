"""The stage that finds toponyms, says how each is used, and gives it a country and a point."""

from onrecord.entities.geocoding import Geocoder
from onrecord.entities.place_candidates import Point
from onrecord.entities.roles import known_at
from onrecord.entities.toponym_words import adjectives
from onrecord.entities.toponyms import find, surface_of
from onrecord.model.document import Document
from onrecord.model.record import Place, PlaceUse
from onrecord.model.span import Span

_ACTING = frozenset({"nsubj", "poss", "agent", "dobj", "dative"})
_SEIZED = frozenset(
    "take capture seize enter leave visit reach shell bomb hit flee retake liberate storm surround control hold attack "
    "strike tour".split()
)


class Places:
    """Adds ``places``: every toponym, whether a location, a metonym, a demonym or part of a name.

    Points come from GeoNames. A name that several places have is settled by the "City, Region" pattern, by the
    countries, regions and surroundings that the other names of the article speak for, by where the outlet is at home,
    and last by population.
    """

    name = "places"
    requires = frozenset({"parse"})
    provides = frozenset({"places"})

    def __call__(self, document: Document) -> Document:
        found = find(document)
        geocoder = Geocoder(document, found)
        kept = [toponym for toponym in found if toponym.evidence != "weak" or geocoder.is_local(toponym)]
        places = []
        for number, toponym in enumerate(kept, 1):
            span = document.parse.span(toponym.first, toponym.last)
            use = use_of(document, toponym.first, toponym.last)
            places.append(_place(f"p{number}", span, geocoder.point(toponym), use))
        return document.with_layers(places=tuple(places))


def _place(identity: str, span: Span, point: Point, use: PlaceUse) -> Place:
    return Place(
        id=identity, span=span, name=point.name, country=point.country, lat=point.lat, lon=point.lon,
        geonameid=point.geonameid, precision=point.precision, use=use, rule=point.rule,
    )  # fmt: skip


# ---- use -------------------------------------------------------------------------------------------------------------


def use_of(document: Document, first: int, last: int) -> PlaceUse:
    """How a toponym is used: by its word class, its part in a longer name, and its place in the clause."""
    parse = document.parse
    known = known_at(parse, first, last)
    if known is not None and known.use == "nation" and parse.tokens[last - 1].text not in ("US", "U.S."):
        return "demonym"
    if surface_of(document, first, last) in adjectives():
        return "demonym"
    longer = next(
        (
            n
            for n in parse.names
            if n.first <= first
            and last <= n.last
            and n.last - n.first > last - first
            and n.label in ("ORG", "PERSON", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
        ),
        None,
    )
    if longer is not None:
        return "in_name"
    head = parse.head_of(parse.span(first, last))
    token = parse.tokens[head if head is not None else first]
    governor = parse.tokens[token.head]
    is_government = known is not None and known.use in ("country", "capital")
    if is_government and token.dep in _ACTING and not (token.dep == "dobj" and governor.lemma in _SEIZED):
        return "metonym"
    if is_government and token.dep == "pobj" and governor.text.lower() in ("with", "by", "against"):
        return "metonym"
    return "location"
