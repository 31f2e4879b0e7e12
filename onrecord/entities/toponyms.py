"""Finding toponyms: names that the parser or the tables know, and gazetteer names that their surroundings give away."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from onrecord.entities.lexicon import fold, longest_name, regions
from onrecord.entities.roles import known_at
from onrecord.entities.toponym_words import (
    DASHES,
    DIRECTIONS,
    FEATURES,
    FOLLOWING,
    GENERIC,
    JOINING,
    LANGUAGE,
    LANGUAGES,
    OF,
    OTHER,
    PREPOSITIONS,
    TITLES,
    TRAILING,
    UNITS,
    WRITTEN_OUT,
    adjectives,
    common,
)
from onrecord.model.document import Document
from onrecord.model.token import Name, Parse
from onrecord.resources.gazetteer import places

Evidence = Literal["listed", "tagged", "cue", "county", "weak"]
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 5  # words in a gazetteer name that is looked for
_SHORTEST = 4  # letters of one without more to go by


class Toponym(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` that name a place, what is looked up for them, and what showed it.

    A ``weak`` one is a gazetteer name that nothing beside it shows to be a place.
    """

    first: int
    last: int
    surface: str
    evidence: Evidence


def surface_of(document: Document, first: int, last: int) -> str:
    """The folded text of the tokens ``[first, last)``, white space collapsed."""
    span = document.parse.span(first, last)
    return fold(" ".join(span.of(document.text).split()))


def find(document: Document) -> list[Toponym]:
    """Toponyms in text order, none overlapping another; weak ones too."""
    return _Finder(document).found()


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._parse: Parse = document.parse
        self._tokens = document.parse.tokens
        self._tagged = {name.first: name for name in self._parse.names if name.label in _PLACES}
        self._named: dict[int, Name] = {i: name for name in self._parse.names for i in range(name.first, name.last)}
        people = [name for name in self._parse.names if name.label == "PERSON" and name.last - name.first > 1]
        self._people = {i for name in people for i in range(name.first, name.last)}
        self._person_words = {self._tokens[i].text.lower() for i in self._people}
        self._placed: set[int] = set()
        self._lower = {token.text for token in self._tokens if token.text.islower()}

    def found(self) -> list[Toponym]:
        out: list[Toponym] = []
        at = 0
        while at < len(self._tokens):
            here = list(self._at(at))
            out += here
            self._placed |= {i for toponym in here for i in range(toponym.first, toponym.last)}
            at = here[-1].last if here else at + 1
        return self._with_counties(out)

    def _toponym(self, first: int, last: int, evidence: Evidence) -> Toponym:
        return Toponym(first, last, surface_of(self._document, first, last), evidence)

    def _at(self, at: int) -> Iterator[Toponym]:
        if not self._tokens[at].text[:1].isupper():
            if at in self._tagged and self._tagged[at].last - at > 1:
                yield from self._within(at, self._tagged[at].last)
            return
        if self._is_number_of_road(at):
            return
        if (last := self._listed(at)) is not None:
            last = max(last, self._in_gazetteer(at, len(self._tokens)) or last)
            if not self._is_of_feature(last):
                yield self._toponym(at, last, "listed")
            elif at in self._tagged:
                yield self._toponym(at, max(last, self._tagged[at].last), "tagged")
        elif self._body_ends(at):
            return
        elif at in self._tagged:
            yield from self._within(at, self._tagged[at].last)
        elif (last := self._in_gazetteer(at, len(self._tokens))) is not None:
            yield from self._untagged(at, last)

    # ---- what the tables know ----------------------------------------------------------------------------------------

    def _listed(self, at: int) -> int | None:
        """End of the longest country, nationality, capital, region or word for one that starts at ``at``."""
        for size in range(min(longest_name(), len(self._tokens) - at), 0, -1):
            known = known_at(self._parse, at, at + size)
            is_place = known is not None and known.use in ("country", "nation", "capital")
            if not is_place:
                surface = surface_of(self._document, at, at + size)
                is_place = surface in regions() or surface in adjectives()
            if is_place and self._tokens[at].text.lower() != "the":
                is_inside_person = at in self._people and (at - 1 in self._people or at + size in self._people)
                refused = is_inside_person or self._is_common(at, size) or self._is_language(at, size)
                return None if refused else at + size
            if known is not None and known.use == "body":
                return None
        return None

    def _body_ends(self, at: int) -> bool:
        """Whether a body of the tables starts here: "NATO" is no town."""
        known = known_at(self._parse, at, at + 1)
        return known is not None and known.use in ("body", "metonym")

    def _is_number_of_road(self, at: int) -> bool:
        """ "U.S. 60", "W.Va. 2": a road."""
        after = self._text(at + 1)
        return self._tokens[at].text.endswith(".") and after.isdigit() and len(after) < 4

    def _is_common(self, at: int, size: int) -> bool:
        """A short abbreviation that is also a word: "Ore." or "Mo." only after a comma or inside brackets."""
        text = self._tokens[at].text
        is_short = size == 1 and text.endswith(".") and len(text) <= 6 and text.count(".") == 1
        return is_short and (at == 0 or self._tokens[at - 1].text not in {",", "("})

    def _is_language(self, at: int, size: int) -> bool:
        """ "In English", "speaks French": a language, not a country."""
        token = self._tokens[at]
        if size > 1 or token.text not in LANGUAGES:
            return False
        after = self._text(at + 1).lower()
        before = self._tokens[at - 1].text.lower() if at else ""
        is_bare = token.dep in ("pobj", "dobj", "conj") and token.tag in ("NNP", "NN") and before != "the"
        return after in LANGUAGE or is_bare

    # ---- what the parser has tagged ----------------------------------------------------------------------------------

    def _within(self, first: int, last: int) -> Iterator[Toponym]:
        """A tagged name whole, or the known names in it where it is not known whole."""
        while last - first > 1 and self._tokens[last - 1].text in TRAILING:
            last -= 1
        if self._tokens[first].text.lower() == "the" and last > first + 1:
            first += 1
        if is_known(surface_of(self._document, first, last)):
            doubtful = self._is_surname(first, last) and not self._is_cued(first, last)
            yield self._toponym(first, last, "weak" if doubtful else "tagged")
            return
        parts = list(self._parts(first, last))
        if not parts or (len(parts) == 1 and _is_direction(self._tokens[first].text) and parts[0].last == last):
            surface = parts[0].surface if parts else surface_of(self._document, first, last)
            yield Toponym(first, last, surface, "tagged")
        else:
            yield from parts

    def _parts(self, first: int, last: int) -> Iterator[Toponym]:
        at = first
        while at < last:
            end = self._listed(at) if self._tokens[at].text[:1].isupper() else None
            end = end if end is not None and end <= last else self._in_gazetteer(at, last)
            if end is not None and not self._is_in_longer(at, end, first):
                yield self._toponym(at, end, "tagged")
            at = end or at + 1

    # ---- what only the gazetteer knows -------------------------------------------------------------------------------

    def _in_gazetteer(self, at: int, limit: int) -> int | None:
        """End of the longest capitalised gazetteer name that starts at ``at``, no person's name and no common word."""
        end = at
        while end < min(at + _LONGEST, limit) and (self._tokens[end].text[:1].isupper() or self._joins(at, end)):
            end += 1
        while end > at:
            surface = surface_of(self._document, at, end)
            if self._tokens[end - 1].text[:1].isupper() and is_known(surface) and not self._is_word(at, end, surface):
                return end
            end -= 1
        return None

    def _joins(self, at: int, index: int) -> bool:
        return index > at and self._tokens[index].text in JOINING

    def _is_word(self, first: int, last: int, surface: str) -> bool:
        """A common word, an acronym, a date: no name of a place without more to go by."""
        if last - first > 1:
            return False
        token = self._tokens[first]
        is_plain = token.pos not in ("PROPN", "NOUN", "ADJ", "X") or surface in self._lower
        is_acronym = token.text.isupper() and len(token.text) <= 5 and not self._is_dateline(first, last)
        name = self._named.get(first)
        is_other = name is not None and name.label in OTHER
        is_short = len(surface) < _SHORTEST
        return is_plain or is_acronym or is_other or is_short or common().get(surface, "person") != "person"

    def _untagged(self, first: int, last: int) -> Iterator[Toponym]:
        if first in self._people and last - 1 in self._people and (first - 1 in self._people or last in self._people):
            return  # a part of a person's name
        if self._is_followed_by_region(last):
            yield self._toponym(first, last, "cue")
        elif not self._has_title(first) and not self._is_in_longer(first, last):
            cued = not self._is_surname(first, last) and self._is_cued(first, last)
            yield self._toponym(first, last, "cue" if cued else "weak")

    def _is_surname(self, first: int, last: int) -> bool:
        return last - first == 1 and self._tokens[first].text.lower() in self._person_words

    def _is_in_longer(self, first: int, last: int, least: int = 0) -> bool:
        """Whether a longer capitalised name or a street goes on before or after it: "Anglesey Abbey", "Memphis St."."""
        before = self._tokens[first - 1] if first > least else None
        is_started = before is not None and before.text[:1].isupper() and before.pos in ("PROPN", "ADJ")
        is_told = first - 1 in self._placed or (before is not None and _is_direction(before.text))
        is_saint = self._tokens[first].text in ("St.", "St", "Saint") and self._text(last) in ("'s", "’s")
        return (is_started and not is_told) or is_saint or self._is_of_feature(last)

    def _is_of_feature(self, last: int) -> bool:
        """ "Kish River", "Memphis Street": a river or street of that name."""
        return self._text(last)[:1].isupper() and self._text(last).lower().rstrip(".") in FEATURES

    def _text(self, index: int) -> str:
        return self._tokens[index].text if index < len(self._tokens) else ""

    def _has_title(self, first: int) -> bool:
        return first > 0 and self._tokens[first - 1].text.lower().rstrip(".") in TITLES

    def _is_cued(self, first: int, last: int) -> bool:
        before = self._tokens[first - 1].text.lower() if first else ""
        after = self._text(last).lower()
        if before == "the" and first > 1 and after not in FOLLOWING:
            return False
        if self._tokens[last - 1].text in ("County", "Parish", "Township") and last - first > 1:
            return True
        if before == "of":
            return first > 1 and (first - 2 in self._people or self._tokens[first - 2].text.lower() in OF)
        name = self._named.get(first)
        is_whole = (
            name is None or (name.first >= first - 1 and name.last <= last) or name.label not in ("ORG", "PERSON")
        )
        return (before in PREPOSITIONS and is_whole) or after in FOLLOWING or self._is_dateline(first, last)

    def _is_dateline(self, first: int, last: int) -> bool:
        start = self._tokens[first].start
        is_opening = start == 0 or self._document.text[start - 1] == "\n" or self._tokens[first - 1].text == "."
        after = self._text(last)
        return is_opening and self._tokens[first].text.isupper() and after in DASHES

    def _is_followed_by_region(self, last: int) -> bool:
        if last + 1 >= len(self._tokens) or self._tokens[last].text not in {",", "("}:
            return False
        return self._listed(last + 1) is not None

    def _with_counties(self, found: list[Toponym]) -> list[Toponym]:
        """ "Clark, Madison and Oconee counties": each of the names before is a county's."""
        by_last = {toponym.last: toponym for toponym in found}
        counties: dict[int, Toponym] = {}
        for index, token in enumerate(self._tokens):
            unit = UNITS.get(token.text.lower())
            at = index
            while unit and at > 0:
                while at > 0 and self._tokens[at - 1].text.lower() in {",", "and", "or", "&"}:
                    at -= 1
                first = at
                while first > 0 and self._tokens[first - 1].text[:1].isupper() and at - first < 3:
                    first -= 1
                surface = f"{surface_of(self._document, first, at)} {unit}" if first < at else ""
                if not places(surface):
                    break
                counties[first] = Toponym(first, at, surface, "county")
                at = first
        if not counties:
            return found
        taken = {i for county in counties.values() for i in range(county.first, county.last)}
        kept = [t for t in by_last.values() if not taken & set(range(t.first, t.last))]
        return sorted([*kept, *counties.values()], key=lambda toponym: toponym.first)


def is_known(surface: str) -> bool:
    """Whether the tables or the gazetteer have a place of that folded name."""
    return bool(surface in regions() or surface in adjectives() or lookups(surface))


def lookups(surface: str) -> tuple[str, ...]:
    """The forms of ``surface`` that the gazetteer has: itself, else with abbreviations written out, else cut short."""
    if places(surface):
        return (surface,)
    forms = []
    words = surface.split()
    if words[:1] and words[0] in WRITTEN_OUT:
        forms.append(" ".join([WRITTEN_OUT[words[0]], *words[1:]]))
    if len(words) > 1 and words[-1] in GENERIC:
        forms.append(" ".join(words[:-1]))
    if len(words) > 2 and words[1] == "of" and words[0] in GENERIC:
        forms.append(" ".join(words[2:]))
    return tuple(form for form in forms if any(fold(place.name) == form for place in places(form)))


def _is_direction(word: str) -> bool:
    return word.lower().removesuffix("ern") in DIRECTIONS
