"""Settling names together: each votes for the countries, regions and surroundings of the places it may mean.

In the manner of relaxation labelling (Rosenfeld, Hummel and Zucker 1976): a name's vote is shared out over its
candidates, the votes of the others move the shares, and after a few rounds each name takes the candidate that its own
prior and the others speak for most.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from math import exp, log2
from typing import Generic, TypeVar

import msgspec

from onrecord.entities.place_candidates import Candidate

_ROUNDS = 3
_SHARPNESS = 1.0  # how much of a name's vote goes to its likeliest candidate
# What a doubling of such votes is worth, in powers of ten of inhabitants.
_COUNTRY, _REGION, _NEAR = 0.7, 1.0, 0.6
_LEAST = 0.001  # of a vote that is counted

Name = TypeVar("Name", bound=Hashable)


class Support(msgspec.Struct, frozen=True):
    """What the votes of other names are worth to a candidate: its country's, its region's, its surroundings'."""

    country: float
    region: float
    near: float

    @property
    def whole(self) -> float:
        """All three together."""
        return self.country + self.region + self.near


class Votes:
    """Votes for countries, first-level regions and degree squares."""

    def __init__(self) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._regions: dict[tuple[str, str], float] = defaultdict(float)
        self._cells: dict[tuple[int, int], float] = defaultdict(float)

    def add(self, listed: Sequence[Candidate], shares: Sequence[float], weight: float) -> None:
        """Counts the vote of one name, shared out over its candidates; a negative weight takes it back."""
        for candidate, share in zip(listed, shares, strict=True):
            point, vote = candidate.point, weight * share
            if share > _LEAST and point.country:
                self._countries[point.country] += vote
                if point.admin1:
                    self._regions[point.country, point.admin1] += vote
                if (cell := point.cell) is not None:
                    self._cells[cell] += vote

    def add_country(self, country: str, weight: float) -> None:
        """Counts a vote for a country."""
        self._countries[country] += weight

    def near(self, cell: tuple[int, int]) -> float:
        """Votes for a degree square and the eight around it."""
        row, column = cell
        return sum(self._cells.get((row + i, column + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))

    def support(self, candidate: Candidate) -> Support:
        """What the votes are worth to a candidate."""
        point = candidate.point
        if not point.country:
            return _NONE
        region = self._regions.get((point.country, point.admin1), 0.0) if point.admin1 else 0.0
        near = self.near(point.cell) if point.cell is not None else 0.0
        return Support(
            _COUNTRY * _doublings(self._countries.get(point.country, 0.0)),
            _REGION * _doublings(region),
            _NEAR * _doublings(near),
        )


_NONE = Support(0.0, 0.0, 0.0)


def _doublings(votes: float) -> float:
    return log2(1 + max(0.0, votes))


def best(listed: Sequence[Candidate], votes: Votes) -> tuple[int, Support]:
    """Which candidate its prior and the votes speak for most, and what the votes are worth to it."""
    supports = [votes.support(candidate) for candidate in listed]
    number = max(range(len(listed)), key=lambda i: (listed[i].prior + supports[i].whole, -i))
    return number, supports[number]


class Ballot(Generic[Name]):
    """The names of an article with their candidates and weights, and the votes as they stand after the last round."""

    def __init__(
        self, options: Mapping[Name, Sequence[Candidate]], weights: Mapping[Name, float], country: str | None
    ) -> None:
        self._options = {name: listed for name, listed in options.items() if listed}
        self._weights = weights
        self._shares = {name: _shares([c.prior for c in listed]) for name, listed in self._options.items()}
        self.votes = Votes()
        for _ in range(_ROUNDS):
            self.votes = self._counted(country)
            self._shares = {name: self._moved(name) for name in self._options}

    def _counted(self, country: str | None) -> Votes:
        votes = Votes()
        if country is not None:
            votes.add_country(country, 2.0)
        for name, listed in self._options.items():
            votes.add(listed, self._shares[name], self._weights[name])
        return votes

    def _moved(self, name: Name) -> list[float]:
        listed, weight = self._options[name], self._weights[name]
        self.votes.add(listed, self._shares[name], -weight)
        moved = _shares([candidate.prior + self.votes.support(candidate).whole for candidate in listed])
        self.votes.add(listed, self._shares[name], weight)
        return moved

    def winner(self, name: Name) -> tuple[int, Support] | None:
        """Which candidate of a name wins, and what the votes of the other names are worth to it."""
        if name not in self._options:
            return None
        listed, weight = self._options[name], self._weights[name]
        self.votes.add(listed, self._shares[name], -weight)
        won = best(listed, self.votes)
        self.votes.add(listed, self._shares[name], weight)
        return won


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [exp(_SHARPNESS * (score - top)) for score in scores]
    whole = sum(weights)
    return [weight / whole for weight in weights]
