"""The country an article is about, for offices and forces that it names without one: "police", "the minister"."""

import re
from bisect import bisect_right
from collections import Counter

from onrecord.entities.lexicon import longest_name, names
from onrecord.model.document import Document

_LEAST = 2  # times that some country must be named
_LEAD = 300  # characters: the dateline and the first sentences
_IN_TITLE, _IN_LEAD, _NEAR = 0.35, 0.25, 0.4


class Context:
    """Countries by where they are named; the places of the document, and its title, to begin with."""

    def __init__(self, document: Document) -> None:
        self._breaks = [match.end() for match in re.finditer(r"\n+", document.text)]
        self._named: list[tuple[int, str]] = [
            (place.span.start, place.country)
            for place in document.places
            if place.use == "location" and place.country and place.precision in ("city", "region")
        ]
        self._again: list[tuple[int, str]] = []
        self._title = _countries_in(document.title or "")

    def note(self, start: int, country: str) -> None:
        """A mention at ``start`` that says a country."""
        self._named.append((start, country))

    def note_again(self, start: int, country: str) -> None:
        """A mention at ``start`` of somebody whose country was said elsewhere."""
        self._again.append((start, country))

    def names(self, country: str) -> bool:
        """Whether the article names ``country``, in its title or in its text."""
        return country in self._title or any(named == country for _, named in self._named)

    @property
    def is_silent(self) -> bool:
        """Whether the article names no country at all."""
        return not self._named and not self._title

    def country_at(self, start: int, is_of_people: bool = True) -> tuple[str, str] | None:
        """The country meant at ``start`` and the rule; null where the article names hardly any.

        Every country's share of the mentions counts, and more for one in the title, in the lead, or named last before
        ``start`` in its paragraph. With ``is_of_people``, everybody who is from there counts each time they are named,
        by which it is the country whose politics the article follows.
        """
        mentions = sorted(self._named + (self._again if is_of_people else []))
        shares = Counter(country for _, country in mentions)
        total = shares.total()
        if total < _LEAST and not self._title:
            return None
        scores = {country: count / total for country, count in shares.items()}
        for country in self._title:
            scores[country] = scores.get(country, 0.0) + _IN_TITLE / len(self._title)
        lead = next((country for at, country in mentions if at < _LEAD), None)
        near = self._nearest(start, mentions)
        for marked, weight in ((lead, _IN_LEAD), (near, _NEAR)):
            if marked is not None:
                scores[marked] += weight
        best = max(sorted(scores), key=lambda country: scores[country])
        return best, "context-near" if best == near else "context"

    def _nearest(self, start: int, mentions: list[tuple[int, str]]) -> str | None:
        """The country named last before ``start`` in the same paragraph."""
        paragraph = bisect_right(self._breaks, start)
        before = [(at, c) for at, c in mentions if at <= start and bisect_right(self._breaks, at) == paragraph]
        return max(before)[1] if before else None


def _countries_in(title: str) -> frozenset[str]:
    """Every country that a headline names by itself, by its people or by its capital."""
    words = re.findall(r"(?:[A-Z]\.)+|\w+(?:-\w+)*", title)
    found = set()
    for first in range(len(words)):
        for size in range(min(longest_name(), len(words) - first), 0, -1):
            known = names().get(" ".join(words[first : first + size]))
            if known is not None and known.use in ("country", "nation", "capital"):
                found.add(known.code[:3])
                break
    return frozenset(found)
