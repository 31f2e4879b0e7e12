"""Finding toponyms: names that the parser or the tables know, and gazetteer names that their surroundings give away."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from onrecord.entities.lexicon import Known, fold, longest_name, names, regions
from onrecord.entities.roles import known_at
from onrecord.entities.toponym_cues import Surroundings, is_direction
from onrecord.entities.toponym_words import (
    DIRECTIONS,
    FEATURES,
    GENERIC,
    JOINING,
    LANGUAGE,
    LANGUAGES,
    LISTING,
    TRAILING,
    UNITS,
    WRITTEN_OUT,
    adjectives,
)
from onrecord.model.document import Document
from onrecord.model.token import Parse
from onrecord.resources.gazetteer import places

Evidence = Literal["listed", "tagged", "cue", "county", "weak"]
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 5  # words in a gazetteer name that is looked for


class Toponym(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` that name a place, what is looked up for them, and what showed it.

    A ``weak`` one is a gazetteer name that nothing beside it shows to be a place. ``has_institution``: what follows is
    what towns of some countries have ("Paris High School"). ``is_person``: the parser takes it for one.
    """

    first: int
    last: int
    surface: str
    evidence: Evidence
    known: Known | None = None
    has_institution: bool = False
    is_person: bool = False


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
        self._around = Surroundings(document)
        self._placed: set[int] = set()

    def found(self) -> list[Toponym]:
        out: list[Toponym] = []
        at = 0
        while at < len(self._tokens):
            here = list(self._at(at))
            out += here
            self._placed |= {i for toponym in here for i in range(toponym.first, toponym.last)}
            at = here[-1].last if here else at + 1
        return self._with_counties(self._with_listed(out))

    def _toponym(self, first: int, last: int, evidence: Evidence) -> Toponym:
        surface = surface_of(self._document, first, last)
        around = self._around
        return Toponym(
            first, last, surface, evidence, known_at(self._parse, first, last),
            around.has_institution(first, last), around.is_person(first, last),
        )  # fmt: skip

    def _at(self, at: int) -> Iterator[Toponym]:
        if not self._tokens[at].text[:1].isupper():
            if at in self._tagged and self._tagged[at].last - at > 1:
                yield from self._within(at, self._tagged[at].last)
        elif (last := self._listed(at)) is not None:
            last = self._longest(at, len(self._tokens)) or last
            if not self._around.is_of_feature(last):
                yield self._toponym(at, last, "listed")
            elif at in self._tagged:
                yield self._toponym(at, max(last, self._tagged[at].last), "tagged")
        elif self._is_body(at):
            return
        elif at in self._tagged:
            yield from self._within(at, self._tagged[at].last)
        elif (last := self._in_gazetteer(at, len(self._tokens))) is not None:
            yield from self._untagged(at, last)

    # ---- what the tables know ----------------------------------------------------------------------------------------

    def _listed(self, at: int) -> int | None:
        """End of the longest country, nationality, capital, region or word for one that starts at ``at``."""
        if fold(self._tokens[at].text) not in _openings():
            return None
        for size in range(min(longest_name(), len(self._tokens) - at), 0, -1):
            known = known_at(self._parse, at, at + size)
            is_place = known is not None and (known.use in ("country", "nation", "capital") or known.code == "VATGOV")
            if not is_place:
                surface = surface_of(self._document, at, at + size)
                is_place = surface in regions() or surface in adjectives()
            if is_place and self._tokens[at].text.lower() != "the":
                is_inside_person = size == 1 and self._around.is_inside_person(at, at + size)
                refused = is_inside_person or self._is_common(at, size) or self._is_language(at, size)
                return None if refused else at + size
            if known is not None and known.use == "body":
                return None
        return None

    def _is_body(self, at: int) -> bool:
        """ "NATO" is no town."""
        known = known_at(self._parse, at, at + 1)
        return known is not None and known.use in ("body", "metonym")

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
        before, after = self._around.word(at - 1).lower(), self._around.word(at + 1).lower()
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
            yield from self._whole(first, last)
            return
        parts = list(self._parts(first, last))
        if not parts or (len(parts) == 1 and is_direction(self._tokens[first].text) and parts[0].last == last):
            whole = parts[0] if parts else self._toponym(first, last, "tagged")
            yield msgspec.structs.replace(whole, first=first, last=last)
        else:
            yield from parts

    def _whole(self, first: int, last: int) -> Iterator[Toponym]:
        around, token = self._around, self._tokens[first]
        is_compound = token.dep == "compound" or self._tokens[first - 1].dep == "compound"
        if last - first == 1 and token.text.lower() in FEATURES | GENERIC | DIRECTIONS:
            return
        if first and is_compound and around.is_in_longer(first, last, first - 1 in self._placed):
            return  # "Grove" of "Meadow Grove"
        doubtful = around.is_surname(first, last) and not around.is_cued(first, last)
        yield self._toponym(first, last, "weak" if doubtful else "tagged")

    def _parts(self, first: int, last: int) -> Iterator[Toponym]:
        at = first
        while at < last:
            end = self._longest(at, last) if self._tokens[at].text[:1].isupper() else None
            if end is not None and not self._around.is_in_longer(at, end, at == first or at - 1 in self._placed):
                yield self._toponym(at, end, "tagged")
            at = end or at + 1

    def _longest(self, at: int, limit: int) -> int | None:
        """End of the longest name of the tables or the gazetteer that starts at ``at``."""
        ends = (self._listed(at), self._in_gazetteer(at, limit))
        return max((end for end in ends if end is not None and end <= limit), default=None)

    # ---- what only the gazetteer knows -------------------------------------------------------------------------------

    def _in_gazetteer(self, at: int, limit: int) -> int | None:
        """End of the longest capitalised gazetteer name that starts at ``at``, no person's name and no common word."""
        if self._tokens[at].text.lower() == "the":
            return None
        end = at
        while end < min(at + _LONGEST, limit) and (self._tokens[end].text[:1].isupper() or self._joins(at, end)):
            end += 1
        for last in range(end, at, -1):
            surface = surface_of(self._document, at, last)
            is_name = self._tokens[last - 1].text[:1].isupper() and is_known(surface)
            if is_name and not self._around.is_word(at, last, surface):
                return last
        return None

    def _joins(self, at: int, index: int) -> bool:
        return index > at and self._tokens[index].text in JOINING

    def _untagged(self, first: int, last: int) -> Iterator[Toponym]:
        around = self._around
        if around.is_inside_person(first, last):
            return
        if self._is_followed_by_region(last):
            yield self._toponym(first, last, "cue")
        elif not around.has_title(first) and not around.is_in_longer(first, last, first - 1 in self._placed):
            cued = not around.is_surname(first, last) and around.is_cued(first, last)
            yield self._toponym(first, last, "cue" if cued else "weak")

    def _is_followed_by_region(self, last: int) -> bool:
        return self._around.word(last) in {",", "("} and last + 1 < len(self._tokens) and bool(self._listed(last + 1))

    def _with_listed(self, found: list[Toponym]) -> list[Toponym]:
        """ "Moonbi, Parkes and Berry": a weak name in a list with a strong one is a strong one."""
        out = list(found)
        for order in (range(1, len(out)), range(len(out) - 2, -1, -1)):
            step = -1 if order.step > 0 else 1
            for number in order:
                one, other = out[number], out[number + step]
                if (
                    one.evidence == "weak"
                    and other.evidence in _STRONG
                    and self._are_listed(*sorted((one, other), key=_start))
                ):
                    out[number] = msgspec.structs.replace(one, evidence="cue")
        return out

    def _are_listed(self, one: Toponym, other: Toponym) -> bool:
        between = [token.text.lower() for token in self._tokens[one.last : other.first]]
        is_name = self._around.is_surname(one.first, one.last) or self._around.is_surname(other.first, other.last)
        return 0 < len(between) <= 2 and set(between) <= LISTING and not is_name

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
                if not places(surface) or self._listed(first) == at:
                    break  # "Indiana counties" are not all called Indiana
                counties[first] = Toponym(first, at, surface, "county")
                at = first
        if not counties:
            return found
        taken = {i for county in counties.values() for i in range(county.first, county.last)}
        kept = [t for t in by_last.values() if not taken & set(range(t.first, t.last))]
        return sorted([*kept, *counties.values()], key=lambda toponym: toponym.first)


_STRONG = frozenset({"tagged", "cue", "county"})


def _start(toponym: Toponym) -> int:
    return toponym.first


@cache
def _openings() -> frozenset[str]:
    """Folded first words of all names in the tables, also cut at a hyphen, as the parser may cut them."""
    listed = (*names(), *regions(), *adjectives())
    return frozenset(re.split(cut, fold(name), maxsplit=1)[0] for name in listed for cut in (" ", "[ -]"))


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
