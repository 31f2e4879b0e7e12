"""Settling toponyms: which of the places of a name an article means, judged over all its names together.

Each name has candidates with a prior: how large they are, and whether the bare name is usual for them. Every name of
the article votes for the countries, regions and surroundings of its candidates; a few rounds of this, in the manner of
relaxation labelling, and each name takes the candidate that its own size and the votes of the others speak for most.
"Paris, Kentucky" fixes both names before any vote.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import cos as cosine
from math import exp, hypot, log2, log10, radians

import msgspec

from onrecord.entities.lexicon import Known, countries, fold, regions
from onrecord.entities.outlets import home_of
from onrecord.entities.roles import known_at
from onrecord.entities.toponyms import Toponym, adjectives, is_given_name, lookups
from onrecord.model.document import Document
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
        is_small = self.rule in ("city", "county") and self.lat is not None and self.lon is not None
        return (round(self.lat), round(self.lon)) if is_small else None  # type: ignore[arg-type]


class _Candidate(msgspec.Struct, frozen=True):
    """``prior`` is in powers of ten of inhabitants; ``point.rule`` is still what kind of place it is."""

    point: Point
    prior: float


_ROUNDS = 3
_SHARPNESS = 2.0  # of a name's vote: how much of it goes to the likeliest candidate
_COUNTRY, _REGION, _NEAR = 0.5, 0.8, 0.6  # what a doubling of such votes is worth, in powers of ten of inhabitants
_METROPOLIS = 500_000  # inhabitants from which a name alone is enough
_KNOWN_REGION, _KNOWN_COUNTRY, _CAPITAL = 6.6, 7.2, 1.0
_LOCAL = 1.0  # votes from which a weak name counts as one of the surroundings


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


# ---- candidates ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def _candidates(surface: str, known: Known | None) -> tuple[_Candidate, ...]:
    """What a folded name may mean, the likeliest first."""
    if known is not None and known.use == "nation" and surface not in adjectives():
        return (_Candidate(country_point(known.code, "demonym"), _KNOWN_COUNTRY),)
    surface = adjectives().get(surface, surface)
    found = []
    if known is not None and (known.use == "country" or known.code == "VATGOV"):
        found.append(_Candidate(country_point(known.code[:3], "country"), _KNOWN_COUNTRY))
    if (region := regions().get(surface)) is not None and not found:
        precision: PlacePrecision | None = "region" if region.lat is not None and region.country else None
        rule = "region" if region.lat is not None else "area"
        point = Point(region.name, region.country, region.lat, region.lon, precision, rule, None, region.admin1)
        found.append(_Candidate(point, _KNOWN_REGION))
    capital_of = known.code[:3] if known is not None and known.use == "capital" else None
    for form in lookups(surface):
        found += [_of_place(place, form, capital_of) for place in places(form)]
    return tuple(sorted(found, key=lambda candidate: -candidate.prior)[:60])


def _of_place(place: City, form: str, capital_of: str | None) -> _Candidate:
    prior = log10(place.population + 100)
    if place.kind == "county" and (place.country == "USA") is (form.split()[-1] not in _UNITS):
        prior -= 1.5  # a US county is seldom named without the word
    elif place.kind == "region":
        prior -= 0.5
    if place.kind == "city" and place.country == capital_of:
        prior += _CAPITAL
    precision: PlacePrecision = "city" if place.kind == "city" else "region"
    point = Point(
        place.name, place.country, place.lat, place.lon, precision, place.kind, place.geonameid, place.admin1,
        place.population,
    )  # fmt: skip
    return _Candidate(point, prior)


_UNITS = frozenset({"county", "parish", "borough"})


# ---- the article -----------------------------------------------------------------------------------------------------

_Key = tuple[str, Known | None]


class Geocoder:
    """Settles the toponyms of one article."""

    def __init__(self, document: Document, found: Sequence[Toponym]) -> None:
        self._document = document
        self._parse = document.parse
        strong = [toponym for toponym in found if toponym.evidence != "weak"]
        self._fixed: dict[int, Point] = {}
        self._votes = _Votes()
        self._chosen: dict[_Key, Point] = {}
        senses: dict[_Key, Counter[Point]] = defaultdict(Counter)
        for toponym, holder in self._held(strong):
            self._fix(toponym, holder, senses)
        counts = Counter(self._key(toponym) for toponym in strong)
        options = {key: self._options(key, senses) for key in counts}
        self._settle(options, counts)

    def _key(self, toponym: Toponym) -> _Key:
        return toponym.surface, known_at(self._parse, toponym.first, toponym.last)

    def _options(self, key: _Key, senses: dict[_Key, Counter[Point]]) -> tuple[_Candidate, ...]:
        if senses.get(key):
            point = max(senses[key].items(), key=lambda item: item[1])[0]
            return (_Candidate(point, log10(point.inhabitants + 100)),)
        return _candidates(*key)

    # ---- "City, Region" ----------------------------------------------------------------------------------------------

    def _held(self, found: Sequence[Toponym]) -> Iterable[tuple[Toponym, Toponym]]:
        """Toponyms that are directly followed, after a comma or bracket, by one that may hold them."""
        tokens = self._parse.tokens
        for one, other in pairwise(found):
            if other.first == one.last + 1 and tokens[one.last].text in {",", "("}:
                yield one, other

    def _fix(self, toponym: Toponym, holder: Toponym, senses: dict[_Key, Counter[Point]]) -> None:
        key, holder_key = self._key(toponym), self._key(holder)
        holders = [c.point for c in _candidates(*holder_key) if c.point.rule in _HOLDING]
        inner = _candidates(*key)
        if not holders or (inner and inner[0].point.rule in ("country", "demonym", "area")):
            return
        if inner and inner[0].point.rule == "region" and holders[0].rule != "country":
            return  # "Alabama, Georgia and Florida"
        pairs = [
            (candidate.prior, -number, candidate.point, outer)
            for candidate in inner
            for number, outer in enumerate(holders)
            if candidate.point.rule != "region" and _holds(outer, candidate.point)
        ]
        if pairs:
            _, _, point, outer = max(pairs, key=lambda pair: pair[:2])
            self._fixed[toponym.first] = msgspec.structs.replace(point, rule="city-region")
            senses[key][point] += 1
            if outer != holders[0] or len(holders) > 1:
                self._fixed[holder.first] = outer
                senses[holder_key][outer] += 1
        elif not inner or inner[0].point.inhabitants < _METROPOLIS:
            outer = holders[0]
            name = toponym.surface.title()
            self._fixed[toponym.first] = msgspec.structs.replace(
                outer, name=name, rule="in-region", geonameid=None, inhabitants=0
            )

    # ---- votes -------------------------------------------------------------------------------------------------------

    def _settle(self, options: dict[_Key, tuple[_Candidate, ...]], counts: Counter[_Key]) -> None:
        shares = {key: _shares([c.prior for c in listed]) for key, listed in options.items() if listed}
        home = home_of(self._document.url, self._document.outlet)
        for _ in range(_ROUNDS):
            self._votes = _Votes()
            self._votes.add_home(home)
            for key, listed in shares.items():
                self._votes.add(options[key], listed, counts[key] ** 0.5)
            shares = {
                key: _shares(
                    [c.prior + sum(self._votes.support(c, own)) for c, own in self._own(options, counts, shares, key)]
                )
                for key in shares
            }
        for key in shares:
            scored = [
                (candidate.prior, *self._votes.support(candidate, own))
                for candidate, own in self._own(options, counts, shares, key)
            ]
            best = max(range(len(scored)), key=lambda i: (sum(scored[i]), -i))
            self._chosen[key] = _named_rule(options[key], best, scored[best])

    def _own(
        self,
        options: dict[_Key, tuple[_Candidate, ...]],
        counts: Counter[_Key],
        shares: dict[_Key, list[float]],
        key: _Key,
    ) -> Iterable[tuple[_Candidate, "_Votes"]]:
        own = _Votes()
        own.add(options[key], shares[key], counts[key] ** 0.5)
        return ((candidate, own) for candidate in options[key])

    # ---- answers -----------------------------------------------------------------------------------------------------

    def is_local(self, toponym: Toponym) -> bool:
        """Whether a weak name is also a strong one of the article, or has a place where the article plays."""
        key = self._key(toponym)
        if key in self._chosen:
            return True
        if is_given_name(toponym.surface):
            return False
        return any(
            candidate.point.cell is not None and self._votes.near(candidate.point.cell) >= _LOCAL
            for candidate in _candidates(*key)
        )

    def point(self, toponym: Toponym) -> Point:
        """Where the toponym lies, or an open point under its own name."""
        if toponym.first in self._fixed:
            return self._fixed[toponym.first]
        key = self._key(toponym)
        if key in self._chosen:
            return self._chosen[key]
        listed = _candidates(*key)
        if not listed:
            return Point(toponym.surface.title(), None, None, None, None, "unresolved")
        scored = [(c.prior, *self._votes.support(c, _NOTHING)) for c in listed]
        best = max(range(len(scored)), key=lambda i: (sum(scored[i]), -i))
        return _named_rule(listed, best, scored[best])


_HOLDING = frozenset({"country", "region", "county"})


def _holds(outer: Point, inner: Point) -> bool:
    """Whether a place lies in a country, region or county, as far as the tables tell."""
    if outer.country != inner.country:
        return False
    if outer.rule == "country":
        return True
    if outer.admin1 and outer.rule == "region":
        return outer.admin1 == inner.admin1
    return _distance(outer, inner) < (80 if outer.rule == "county" else 250)


def _distance(one: Point, other: Point) -> float:
    """Kilometres, on a flat map of the surroundings."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 1e9
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cosine(radians(one.lat))) * 111.2


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [exp(_SHARPNESS * (score - top)) for score in scores]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _named_rule(listed: Sequence[_Candidate], best: int, scored: Sequence[float]) -> Point:
    """The chosen candidate's point under the name of what spoke for it most."""
    point = listed[best].point
    if point.rule not in ("city", "county"):
        return point
    _, country, region, near = scored
    if region + near > country and region + near > 0.3:
        rule = "region-vote"
    elif best > 0 or country > 0.3:
        rule = "country-vote"
    else:
        rule = "population" if point.inhabitants >= _METROPOLIS or len(listed) == 1 else "population-small"
    return msgspec.structs.replace(point, rule=rule)


class _Votes:
    """Votes for countries, first-level regions and degree squares."""

    def __init__(self) -> None:
        self.countries: dict[str | None, float] = defaultdict(float)
        self.regions: dict[tuple[str | None, str | None], float] = defaultdict(float)
        self.cells: dict[tuple[int, int], float] = defaultdict(float)

    def add(self, listed: Sequence[_Candidate], shares: Sequence[float], weight: float) -> None:
        """The vote of one name, shared out over its candidates."""
        for candidate, share in zip(listed, shares, strict=True):
            point, vote = candidate.point, weight * share
            if vote > 0.001 and point.country:
                self.countries[point.country] += vote
                if point.admin1:
                    self.regions[point.country, point.admin1] += vote
                if (cell := point.cell) is not None:
                    self.cells[cell] += vote

    def add_home(self, home: tuple[str, str | None, float | None, float | None] | None) -> None:
        """The vote of where the outlet is at home."""
        if home is not None:
            country, admin1, lat, lon = home
            self.countries[country] += 2
            if admin1:
                self.regions[country, admin1] += 2
            if lat is not None and lon is not None:
                self.cells[round(lat), round(lon)] += 2

    def near(self, cell: tuple[int, int]) -> float:
        """Votes for a degree square and the eight around it."""
        row, column = cell
        return sum(self.cells.get((row + i, column + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))

    def support(self, candidate: _Candidate, own: "_Votes") -> tuple[float, float, float]:
        """What the votes of the other names are worth to a candidate: its country's, region's, surroundings'."""
        point = candidate.point
        if not point.country:
            return 0.0, 0.0, 0.0
        country = self.countries.get(point.country, 0.0) - own.countries.get(point.country, 0.0)
        at = (point.country, point.admin1)
        region = self.regions.get(at, 0.0) - own.regions.get(at, 0.0) if point.admin1 else 0.0
        near = self.near(point.cell) - own.near(point.cell) if point.cell is not None else 0.0
        worth = [log2(1 + max(0.0, votes)) for votes in (country, region, near)]
        return _COUNTRY * worth[0], _REGION * worth[1], _NEAR * worth[2]


_NOTHING = _Votes()
