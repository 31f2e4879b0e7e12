"""Settling the toponyms of an article: which place each means."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, log10, radians

import msgspec

from onrecord.entities.lexicon import Known, fold
from onrecord.entities.outlets import Home, home_of
from onrecord.entities.place_candidates import Candidate, Point, candidates, of_place
from onrecord.entities.place_votes import Ballot, Support, best
from onrecord.entities.toponym_words import is_given_name
from onrecord.entities.toponyms import Toponym
from onrecord.model.document import Document

_Key = tuple[str, Known | None]
_HOME: _Key = ("", None)  # the outlet's home, as one more name
_HOME_WEIGHT = 2.0  # that of a name that is named four times
_HOME_PRIOR = 0.3  # how much the size of the cities that an outlet may be named after counts
_METROPOLIS = 500_000  # inhabitants from which a name alone is enough
_WELL_KNOWN = 5.5  # prior from which nothing beside a name need show that it is a place
_LOCAL = 1.0  # votes from which a weak name counts as one of the surroundings
_HOLDING = frozenset({"country", "region", "county"})
# Where "Police Department" and "High School" follow the name of a town.
_WITH_INSTITUTIONS = frozenset({"USA", "CAN", "AUS", "NZL", "PHL", "ZAF", "JAM"})
_TOLD = 0.3  # support from which it names the rule


class Geocoder:
    """Settles the toponyms of one article.

    "Paris, Kentucky" fixes both names; the others are settled together (see ``place_votes``). A name means one place
    in an article, but where it is fixed otherwise.
    """

    def __init__(self, document: Document, found: Sequence[Toponym]) -> None:
        self._parse = document.parse
        self._fixed: dict[int, Point] = {}
        self._senses: dict[_Key, Counter[Point]] = defaultdict(Counter)
        strong = [toponym for toponym in found if toponym.evidence != "weak"]
        self._fix_all(strong)
        counts = Counter(self._key(toponym) for toponym in strong)
        self._local = {self._key(toponym) for toponym in strong if toponym.has_institution}
        options = {key: self._options(key) for key in counts}
        weights = {key: count**0.5 for key, count in counts.items()}
        home = home_of(document.url, document.outlet)
        self._ballot = Ballot({**options, _HOME: _at_home(home)}, {**weights, _HOME: _HOME_WEIGHT}, home.country)
        self._chosen = {}
        for key, listed in options.items():
            if (won := self._ballot.winner(key)) is not None:
                self._chosen[key] = _with_rule(listed, *won)

    @staticmethod
    def _key(toponym: Toponym) -> _Key:
        return toponym.surface, toponym.known

    def _options(self, key: _Key) -> Sequence[Candidate]:
        if not (senses := self._senses.get(key)):
            near = [c for c in candidates(*key) if c.point.country in _WITH_INSTITUTIONS and c.point.rule != "country"]
            return near if key in self._local and near else candidates(*key)
        point = max(senses.items(), key=lambda item: item[1])[0]
        return (Candidate(point, log10(point.inhabitants + 100)),)

    # ---- "City, Region" ----------------------------------------------------------------------------------------------

    def _fix_all(self, found: Sequence[Toponym]) -> None:
        held = list(self._held(found))
        chained = {holder.first for _, holder in held} & {toponym.first for toponym, _ in held}
        for toponym, holder in held:
            is_list = not chained.isdisjoint({toponym.first, holder.first})
            self._fix(toponym, holder, is_list)

    def _held(self, found: Sequence[Toponym]) -> Iterator[tuple[Toponym, Toponym]]:
        """Toponyms that are directly followed, after a comma or bracket, by one that may hold them."""
        for one, other in pairwise(found):
            if other.first == one.last + 1 and self._parse.tokens[one.last].text in {",", "("}:
                yield one, other

    def _fix(self, toponym: Toponym, holder: Toponym, is_list: bool) -> None:
        inner, holder_key = candidates(*self._key(toponym)), self._key(holder)
        outers = [candidate.point for candidate in candidates(*holder_key) if candidate.point.rule in _HOLDING]
        kind = inner[0].point.rule if inner else "unknown"
        if not outers or kind in ("country", "demonym", "area") or (kind == "region" and outers[0].rule != "country"):
            return  # no place that holds others, or a list: "Alabama, Georgia and Florida"
        pair = _pair(inner, outers)
        if pair is not None:
            point, outer = pair
            rule = point.rule if point.rule == "region" else "city-region"
            self._fixed[toponym.first] = msgspec.structs.replace(point, rule=rule)
            self._senses[self._key(toponym)][point] += 1
            if len(outers) > 1:
                self._fixed[holder.first] = outer
                self._senses[holder_key][outer] += 1
        elif not is_list and (not inner or inner[0].point.inhabitants < _METROPOLIS):
            # A place that the gazetteer does not have there: as fine as the text tells, and no finer.
            self._fixed[toponym.first] = msgspec.structs.replace(
                outers[0], name=toponym.surface.title(), rule="in-region", geonameid=None
            )

    # ---- answers -----------------------------------------------------------------------------------------------------

    def is_local(self, toponym: Toponym) -> bool:
        """Whether a weak name is also a strong one of the article, or has a place where the article plays."""
        key = self._key(toponym)
        if key in self._chosen or is_given_name(toponym.surface):
            return key in self._chosen
        if any(candidate.prior >= _WELL_KNOWN for candidate in candidates(*key)[:1]):
            return True
        if toponym.is_person:
            return False
        cells = (candidate.point.cell for candidate in candidates(*key) if candidate.point.rule == "city")
        return any(cell is not None and self._ballot.votes.near(cell) >= _LOCAL for cell in cells)

    def point(self, toponym: Toponym) -> Point:
        """Where the toponym lies, or an open point under its own name."""
        key = self._key(toponym)
        settled = self._fixed.get(toponym.first) or self._chosen.get(key)
        if settled is not None:
            return settled
        listed = candidates(*key)
        if not listed:
            return Point(toponym.surface.title(), None, None, None, None, "unresolved")
        return _with_rule(listed, *best(listed, self._ballot.votes))


def _at_home(home: Home) -> list[Candidate]:
    found = (of_place(city, fold(city.name)) for city in home.cities)
    return [Candidate(candidate.point, _HOME_PRIOR * candidate.prior) for candidate in found]


def _pair(inner: Sequence[Candidate], outers: Sequence[Point]) -> tuple[Point, Point] | None:
    """The likeliest place together with what holds it."""
    pairs = [
        (candidate.prior, -number, candidate.point, outer)
        for candidate in inner
        for number, outer in enumerate(outers)
        if (candidate.point.rule != "region" or outer.rule == "country") and _holds(outer, candidate.point)
    ]
    return max(pairs, key=lambda pair: pair[:2])[2:] if pairs else None


def _holds(outer: Point, inner: Point) -> bool:
    """Whether a place lies in a country, region or county, as far as the tables tell."""
    if outer.country != inner.country:
        return False
    if outer.rule == "country" or (outer.rule == "region" and outer.admin1):
        return outer.rule == "country" or outer.admin1 == inner.admin1
    return _distance(outer, inner) < (80 if outer.rule == "county" else 250)


def _distance(one: Point, other: Point) -> float:
    """Kilometres, on a flat map of the surroundings."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * 111.2


def _with_rule(listed: Sequence[Candidate], number: int, support: Support) -> Point:
    """The chosen candidate's point under the name of what spoke for it most."""
    point = listed[number].point
    if point.rule not in ("city", "county"):
        return point
    if support.region + support.near > max(support.country, _TOLD):
        rule = "region-vote"
    elif number > 0 or support.country > _TOLD:
        rule = "country-vote"
    else:
        rule = "population" if point.inhabitants >= _METROPOLIS or len(listed) == 1 else "population-small"
    return msgspec.structs.replace(point, rule=rule)
