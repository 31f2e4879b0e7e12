"""The stage that finds toponyms, says how each is used, and gives it a country and a point."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.entities.lexicon import Country, countries, fold, longest_name, regions
from onrecord.entities.roles import known_at
from onrecord.model.document import Document
from onrecord.model.record import Place, PlacePrecision, PlaceUse
from onrecord.model.span import Span
from onrecord.model.token import Parse
from onrecord.resources import rows
from onrecord.resources.gazetteer import City, cities

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTING = frozenset({"nsubj", "poss", "agent", "dobj", "dative"})
_SEIZED = frozenset(
    "take capture seize enter leave visit reach shell bomb hit flee retake liberate storm surround control hold attack "
    "strike tour".split()
)


class Point(msgspec.Struct, frozen=True):
    """Where a toponym lies, how finely, and the rule that settled it."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision | None
    rule: str
    geonameid: int | None = None
    admin1: str | None = None


@cache
def country_points() -> dict[str, tuple[float, float]]:
    """Alpha-3 code → GeoNames' point of the country."""
    return {iso3: (float(lat), float(lon)) for kind, _, iso3, _, lat, lon in rows("regions.tsv") if kind == "country"}


class Places:
    """Adds ``places``: every toponym, whether a location, a metonym, a demonym or part of a name.

    Points come from GeoNames. A name that several places have is settled by the "City, Region" pattern, by a place of
    that name settled before, by the countries and regions that the article speaks of, and last by population.
    """

    name = "places"
    requires = frozenset({"parse"})
    provides = frozenset({"places"})

    def __call__(self, document: Document) -> Document:
        found = list(_toponyms(document.parse))
        settled = _Settled(document, found)
        places = []
        for number, (first, last) in enumerate(found, 1):
            point = settled.point(first, last)
            span = document.parse.span(first, last)
            places.append(_place(f"p{number}", span, point, use_of(document, first, last)))
        return document.with_layers(places=tuple(places))


def _place(identity: str, span: Span, point: Point, use: PlaceUse) -> Place:
    return Place(
        id=identity, span=span, name=point.name, country=point.country, lat=point.lat, lon=point.lon,
        geonameid=point.geonameid, precision=point.precision, use=use, rule=point.rule,
    )  # fmt: skip


# ---- recognition -----------------------------------------------------------------------------------------------------


def _toponyms(parse: Parse) -> Iterator[tuple[int, int]]:
    """Token ranges of toponyms, in order, none overlapping another."""
    tagged = {name.first: name for name in parse.names if name.label in _PLACES}
    people = {i for name in parse.names if name.label == "PERSON" for i in range(name.first, name.last)}
    at = 0
    while at < len(parse.tokens):
        last = _listed(parse, at, people)
        if last is None and at in tagged:
            last = _trimmed(parse, at, tagged[at].last)
            first = at + 1 if parse.tokens[at].text.lower() == "the" and last > at + 1 else at
            yield first, last
        elif last is not None:
            yield at, last
        at = last if last is not None else at + 1


def _listed(parse: Parse, at: int, people: set[int]) -> int | None:
    """End of the longest country, nationality, capital or region that starts at ``at``."""
    if not parse.tokens[at].text[:1].isupper():
        return None
    for size in range(min(longest_name(), len(parse.tokens) - at), 0, -1):
        known = known_at(parse, at, at + size)
        is_place = known is not None and known.use in ("country", "nation", "capital")
        is_place = is_place or fold(" ".join(t.text for t in parse.tokens[at : at + size])) in regions()
        if is_place and parse.tokens[at].text.lower() != "the":
            is_inside_person = at in people and (at - 1 in people or at + size in people)
            return None if is_inside_person or _is_common(parse, at, size) else at + size
        if known is not None and known.use == "body":
            return None
    return None


def _is_common(parse: Parse, at: int, size: int) -> bool:
    """A short abbreviation that is also a word: "US" in all capitals, "Ore." or "Mo." only after a comma."""
    text = parse.tokens[at].text
    return (
        size == 1
        and text.endswith(".")
        and len(text) <= 6
        and text.count(".") == 1
        and (at == 0 or parse.tokens[at - 1].text != ",")
    )


def _trimmed(parse: Parse, first: int, last: int) -> int:
    while last - first > 1 and parse.tokens[last - 1].text in {"'s", "’s", "'", "’", ",", "."}:
        last -= 1
    return last


# ---- use -------------------------------------------------------------------------------------------------------------


def use_of(document: Document, first: int, last: int) -> PlaceUse:
    """How a toponym is used: by its word class, its part in a longer name, and its place in the clause."""
    parse = document.parse
    known = known_at(parse, first, last)
    if known is not None and known.use == "nation" and parse.tokens[last - 1].text not in ("US", "U.S."):
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


# ---- resolution ------------------------------------------------------------------------------------------------------


class _Settled:
    """What the article speaks of, gathered before each single name is settled."""

    def __init__(self, document: Document, found: list[tuple[int, int]]) -> None:
        self._parse = document.parse
        self._known: dict[str, Point] = {}
        self._votes: Counter[str] = Counter()
        self._regions: Counter[tuple[str, str]] = Counter()
        for first, last in found:
            point = self._certain(first, last)
            if point is not None and point.country:
                self._votes[point.country] += 1
                if point.admin1:
                    self._regions[point.country, point.admin1] += 2
        for first, last in found:
            self._pattern(first, last)

    def _surface(self, first: int, last: int) -> str:
        return fold(" ".join(t.text for t in self._parse.tokens[first:last]).replace(" - ", "-").replace(" .", "."))

    def _certain(self, first: int, last: int) -> Point | None:
        """A country, nationality or region: what needs no choice."""
        known = known_at(self._parse, first, last)
        surface = self._surface(first, last)
        region = regions().get(surface)
        if region is not None and not (known is not None and known.use == "country"):
            precision: PlacePrecision | None = "region" if region.lat is not None else None
            return Point(
                region.name,
                region.country,
                region.lat,
                region.lon,
                precision,
                "region" if precision else "area",
                None,
                region.admin1,
            )
        if known is not None and known.use in ("country", "nation"):
            return _country_point(known.code, "country" if known.use == "country" else "demonym")
        return None

    def _pattern(self, first: int, last: int) -> None:
        """ "City, Region": the city of that name in that region or country."""
        tokens = self._parse.tokens
        if last + 1 >= len(tokens) or tokens[last].text != ",":
            return
        after = next(
            (end for end in range(min(last + 4, len(tokens)), last + 1, -1) if self._holder(last + 1, end)), None
        )
        if after is None:
            return
        country, admin1 = self._holder(last + 1, after) or (None, None)
        surface = self._surface(first, last)
        for city in cities(surface):
            if city.country == country and (admin1 is None or city.admin1 == admin1):
                self._known[surface] = _city_point(city, "city-region")
                self._regions[city.country, city.admin1] += 2
                return

    def _holder(self, first: int, last: int) -> tuple[str | None, str | None] | None:
        region = regions().get(self._surface(first, last))
        known = known_at(self._parse, first, last)
        if known is not None and known.use == "country":
            return known.code, None
        return (region.country, region.admin1) if region is not None and region.country else None

    def point(self, first: int, last: int) -> Point:
        """Where the toponym lies, or an open point under its own name."""
        certain = self._certain(first, last)
        if certain is not None:
            return certain
        surface = self._surface(first, last)
        if surface in self._known:
            settled = self._known[surface]
            return settled if settled.rule == "city-region" else msgspec.structs.replace(settled, rule="settled")
        options = list(cities(surface))[:40]
        if not options:
            return Point(surface.title(), None, None, None, None, "unresolved")
        best, rule = self._best(options)
        self._known[surface] = _city_point(best, rule)
        return self._known[surface]

    def _best(self, options: list[City]) -> tuple[City, str]:
        in_region = [c for c in options if self._regions[c.country, c.admin1] > 0]
        if in_region:
            return max(in_region, key=lambda c: (self._regions[c.country, c.admin1], c.population)), "region-vote"
        top = options[0]
        voted = [c for c in options if self._votes[c.country] > 0]
        if voted and (voted[0] is top or top.population < _METROPOLIS):
            return max(voted, key=lambda c: (self._votes[c.country], c.population)), "country-vote"
        return top, "population" if top.population >= _METROPOLIS or len(options) == 1 else "population-small"


_METROPOLIS = 500_000  # inhabitants from which a name alone is enough


def _city_point(city: City, rule: str) -> Point:
    return Point(city.name, city.country, city.lat, city.lon, "city", rule, city.geonameid, city.admin1)


def _country_point(code: str, rule: str) -> Point:
    country: Country = countries()[code]
    lat, lon = country_points().get(code, (None, None))
    if lat is None:
        capital = next((c for name in country.capitals for c in cities(fold(name)) if c.country == code), None)
        lat, lon = (capital.lat, capital.lon) if capital else (None, None)
    return Point(country.name, code, lat, lon, "country" if lat is not None else None, rule)
