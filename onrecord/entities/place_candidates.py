"""What a name may mean: the places of that name in the tables and the gazetteer, each with a prior."""

from functools import cache, lru_cache
from math import log10

import msgspec

from onrecord.entities.lexicon import Known, countries, fold, regions
from onrecord.entities.toponym_words import adjectives
from onrecord.entities.toponyms import lookups
from onrecord.model.record import PlacePrecision
from onrecord.resources import rows
from onrecord.resources.gazetteer import City, cities, places


class Point(msgspec.Struct, frozen=True):
    """Where a toponym lies, how finely, and the rule that settled it.

    A continent has a point and no precision: it is coarser than a country.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision | None
    rule: str
    geonameid: int | None = None
    admin1: str | None = None
    inhabitants: int = 0

    @property
    def cell(self) -> tuple[int, int] | None:
        """The degree square of a city or county."""
        if self.lat is None or self.lon is None or self.rule not in ("city", "county"):
            return None
        return round(self.lat), round(self.lon)


class Candidate(msgspec.Struct, frozen=True):
    """``prior`` is in powers of ten of inhabitants; ``point.rule`` is still the kind of place."""

    point: Point
    prior: float


# Priors of what the tables name, and what counts for or against a place of the gazetteer.
_REGION, _CITY_FIRST_REGION, _COUNTRY = 7.0, 5.5, 7.2
_LARGEST = 6.0  # what more inhabitants say no more about
_CAPITAL = 0.5  # the city that stands for a government
_OTHER_NAME = -2.0  # an alternate name
_BARE_COUNTY = -1.5  # a US county named without the word
_BARE_REGION = -1.0
_COUNTY_WORDS = frozenset({"county", "parish", "borough"})
_MOST = 60  # candidates of one name


@lru_cache(maxsize=4_000)
def candidates(surface: str, known: Known | None) -> tuple[Candidate, ...]:
    """What a folded name may mean, the likeliest first. ``known`` is what the tables of actors have for it."""
    if known is not None and known.use == "nation" and surface not in adjectives():
        return (Candidate(country_point(known.code, "demonym"), _COUNTRY),)
    surface = adjectives().get(surface, surface)
    region = regions().get(surface)
    found = []
    is_country = known is not None and (known.use == "country" or known.code == "VATGOV")
    if known is not None and is_country and (region is None or region.country != known.code):
        found.append(Candidate(country_point(known.code[:3], "country"), _COUNTRY))
    if region is not None:
        found.append(Candidate(_region_point(surface), _CITY_FIRST_REGION if surface in _cities_first() else _REGION))
    capital_of = known.code[:3] if known is not None and known.use == "capital" else None
    named = ((place, form) for form in lookups(surface) for place in places(form))
    found += [
        of_place(place, form, capital_of)
        for place, form in named
        if not (region is not None and (place.kind, place.country) == ("region", region.country))
    ]
    return tuple(sorted(found, key=lambda candidate: -candidate.prior)[:_MOST])


def of_place(place: City, form: str, capital_of: str | None = None) -> Candidate:
    """A place of the gazetteer that was looked up by the folded name ``form``."""
    prior = min(log10(place.population + 100), _LARGEST)
    if place.kind == "city":
        is_own = fold(place.name) == form or (form in _cities_first() and fold(place.name) == f"{form} city")
        prior += _OTHER_NAME * (not is_own) + _CAPITAL * (place.country == capital_of)
    elif place.kind == "region":
        prior += _BARE_REGION
    elif place.country == "USA" and form.split()[-1] not in _COUNTY_WORDS:
        prior += _BARE_COUNTY
    precision: PlacePrecision = "city" if place.kind == "city" else "region"
    point = Point(
        place.name, place.country, place.lat, place.lon, precision, place.kind, place.geonameid, place.admin1,
        place.population,
    )  # fmt: skip
    return Candidate(point, prior)


def _region_point(surface: str) -> Point:
    region = regions()[surface]
    precision: PlacePrecision | None = "region" if region.lat is not None and region.country else None
    rule = "region" if region.lat is not None else "area"
    return Point(region.name, region.country, region.lat, region.lon, precision, rule, None, region.admin1)


@cache
def _cities_first() -> frozenset[str]:
    """Folded names that are first a city's: those of regions that the table calls "New York state"."""
    firsts = [listed.split("|")[0] for kind, listed, *_ in rows("regions.tsv") if kind == "region"]
    return frozenset(fold(first.removesuffix(" state")) for first in firsts if first.endswith(" state"))


@cache
def country_points() -> dict[str, tuple[float, float]]:
    """Alpha-3 code → GeoNames' point of the country."""
    return {iso3: (float(lat), float(lon)) for kind, _, iso3, _, lat, lon in rows("regions.tsv") if kind == "country"}


def country_point(code: str, rule: str) -> Point:
    """GeoNames' point of a country, or its capital's where the table has none."""
    country = countries()[code]
    lat, lon = country_points().get(code, (None, None))
    if lat is None:
        capital = next((c for name in country.capitals for c in cities(fold(name)) if c.country == code), None)
        lat, lon = (capital.lat, capital.lon) if capital else (None, None)
    return Point(country.name, code, lat, lon, "country" if lat is not None else None, rule)
