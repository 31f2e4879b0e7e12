"""What stands around a capitalised name and shows that it is a place, a person or part of something longer."""

from onrecord.entities.toponym_words import (
    DASHES,
    DIRECTIONS,
    FEATURES,
    FOLLOWING,
    INSTITUTIONS,
    MOVING,
    NO_PERSON,
    OF,
    OTHER,
    PARTIES,
    PREPOSITIONS,
    TITLES,
    common,
)
from onrecord.model.document import Document
from onrecord.model.token import Name, Parse

_SHORTEST = 4  # letters of a name of one word


class Surroundings:
    """Answers questions about token ranges ``[first, last)`` of one article."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._tokens = document.parse.tokens
        self._named: dict[int, Name] = {i: name for name in document.parse.names for i in range(name.first, name.last)}
        self.people = _people(document.parse)
        self._surnames = {self._tokens[i].text.lower() for i in self.people}
        alone = (name for name in document.parse.names if name.label == "PERSON" and name.last - name.first == 1)
        self._called = self._surnames | {self._tokens[name.first].text.lower() for name in alone}
        self._lower = {token.text for token in self._tokens if token.text.islower()}

    def word(self, index: int) -> str:
        """The text of a token; empty before the first and after the last."""
        return self._tokens[index].text if 0 <= index < len(self._tokens) else ""

    # ---- not a place -------------------------------------------------------------------------------------------------

    def is_word(self, first: int, last: int, surface: str) -> bool:
        """A common word, an acronym, a date: no name of a place, whatever stands beside it."""
        if last - first > 1:
            return False
        token = self._tokens[first]
        is_plain = token.pos not in ("PROPN", "NOUN", "X") or surface in self._lower
        is_acronym = token.text.isupper() and len(token.text) <= 5 and not self.is_dateline(first, last)
        name = self._named.get(first)
        is_other = name is not None and name.label in OTHER
        is_short = len(surface) < _SHORTEST
        return is_plain or is_acronym or is_other or is_short or common().get(surface, "person") != "person"

    def is_inside_person(self, first: int, last: int) -> bool:
        """Whether the range is a part, and only a part, of a person's name."""
        is_person = first in self.people and last - 1 in self.people
        return is_person and (first - 1 in self.people or last in self.people)

    def is_surname(self, first: int, last: int) -> bool:
        """Whether somebody in the article is called so, and people generally where only a single tag says it."""
        word = self._tokens[first].text.lower()
        return last - first == 1 and (
            word in self._surnames or (word in self._called and common().get(word) == "person")
        )

    def is_person(self, first: int, last: int) -> bool:
        """Whether the parser takes exactly this for a person."""
        name = self._named.get(first)
        return name is not None and name.label == "PERSON" and name.last >= last

    def has_title(self, first: int) -> bool:
        """ "Sen. Clinton", "coach Ripley"."""
        return self.word(first - 1).lower().rstrip(".") in TITLES

    def is_in_longer(self, first: int, last: int, is_told: bool) -> bool:
        """Whether a longer name or a street goes on before or after it: "Anglesey Abbey", "Memphis St.".

        ``is_told`` says that what stands before is known to be another name.
        """
        before = self._tokens[first - 1] if first else None
        is_started = before is not None and before.text[:1].isupper() and before.pos in ("PROPN", "ADJ")
        is_told = is_told or (before is not None and is_direction(before.text))
        is_saint = self.word(first) in ("St.", "St", "Saint") and self.word(last) in ("'s", "’s")
        return (is_started and not is_told) or is_saint or self.is_of_feature(last)

    def is_of_feature(self, last: int) -> bool:
        """ "Kish River", "Memphis Street": a river or street of that name."""
        return self.word(last)[:1].isupper() and self.word(last).lower().rstrip(".") in FEATURES

    # ---- a place -----------------------------------------------------------------------------------------------------

    def is_cued(self, first: int, last: int) -> bool:
        """Whether the words beside a name show a place: "in X", "X police", "mayor of X", "R-X", a dateline."""
        before, after = self.word(first - 1).lower(), self.word(last).lower()
        if before == "the" and first > 1 and after not in FOLLOWING:
            return False
        if self.word(last - 1) in ("County", "Parish", "Township") and last - first > 1:
            return True
        if before == "of":
            return first - 2 in self.people or self.word(first - 2).lower() in OF
        name = self._named.get(first)
        is_whole = (
            name is None or (name.first >= first - 1 and name.last <= last) or name.label not in ("ORG", "PERSON")
        )
        is_called = common().get(self.word(first).lower()) == "person"
        is_moving = before in MOVING and is_called and name is not None and name.label == "PERSON"
        is_seat = before == "-" and self.word(first - 2) in PARTIES
        is_led = before in PREPOSITIONS and is_whole and not is_moving
        return is_led or after in FOLLOWING or is_seat or self.is_dateline(first, last)

    def is_dateline(self, first: int, last: int) -> bool:
        """ "CHICAGO (AP) —" where a paragraph begins."""
        start = self._tokens[first].start
        is_opening = start == 0 or self._text[start - 1] == "\n" or self.word(first - 1) == "."
        return is_opening and self._tokens[first].text.isupper() and self.word(last) in DASHES

    def has_institution(self, first: int, last: int) -> bool:
        """ "Paris High School", "Lebanon Police Department": what follows is what towns of some countries have."""
        return f"{self.word(last)} {self.word(last + 1)}".lower() in INSTITUTIONS and self.word(last)[:1].isupper()


def _people(parse: Parse) -> set[int]:
    """Indices of the tokens of full names of people; a tag over "Clark County 's" or "Tega Cay Fire" is a mistake."""
    out: set[int] = set()
    for name in parse.names:
        last = name.last - (parse.tokens[name.last - 1].text in ("'s", "’s", "'", "’"))
        words = [token.text for token in parse.tokens[name.first : last]]
        is_other = any(word.lower() in NO_PERSON or word.isdigit() for word in words)
        if name.label == "PERSON" and len(words) > 1 and not is_other:
            out.update(range(name.first, last))
    return out


def is_direction(word: str) -> bool:
    """ "North", "central", "southern"."""
    return word.lower().removesuffix("ern") in DIRECTIONS
