"""Names in a text that the tables know, and whether they stand for an actor there."""

from collections.abc import Iterator

from onrecord.entities.lexicon import Known, longest_name, titles
from onrecord.entities.name_spans import ends_name
from onrecord.entities.roles import actor_at, is_cut_short
from onrecord.model.document import Document
from onrecord.model.token import Name, Parse

_SEIZED = frozenset(
    "take capture seize enter leave visit reach shell bomb bombard encircle besiege strike hit flee retake recapture "
    "defend liberate storm surround control hold approach overrun tour rock".split()
)


def listed(parse: Parse) -> Iterator[tuple[int, int, Known]]:
    """First token, last + 1 and entry of the names that the tables know, longest first at each place."""
    at = 0
    while at < len(parse.tokens):
        length = 1
        if parse.tokens[at].text[:1].isupper() or parse.tokens[at].text.startswith("al-"):
            for size in range(min(longest_name(), len(parse.tokens) - at), 0, -1):
                known = actor_at(parse, at, at + size)
                if known is not None and not _is_other(parse, at, at + size, known):
                    yield at, at + size, known
                    length = size
                    break
        at += length


def _is_other(parse: Parse, first: int, last: int, known: Known) -> bool:
    """Whether the words are a name that only looks like it, or part of a longer one."""
    if known.use == "people" and is_cut_short(parse, last):
        return True
    if known.use in ("country", "capital") and ends_name(parse, first, last):
        return True
    return _is_title(parse, last, known) or (last - first == 1 and _is_other_word(parse, first))


def _is_title(parse: Parse, after: int, known: Known) -> bool:
    """Whether a party's name is the first word of a title: "Labour Minister"."""
    follows = parse.tokens[after].text if known.code.endswith("PTY") and after < len(parse.tokens) else ""
    return follows[:1].isupper() and follows.lower() in titles()


def _is_other_word(parse: Parse, at: int) -> bool:
    """A word that only looks like a name: "US" in capitals apart, a pronoun, or part of a longer name."""
    token = parse.tokens[at]
    if token.text in {
        "IS",
        "AU",
        "US",
        "ICE",
        "AP",
        "RT",
        "Fox",
        "Shell",
        "Apple",
        "Meta",
        "Wagner",
        "Bild",
        "Guardian",
    }:
        return token.pos not in {"PROPN", "NOUN"}
    follows = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
    return (token.text in {"Georgia", "Jordan", "Chad"} and _is_person_at(parse, at)) or (
        token.text == "Washington" and follows is not None and follows.text in {"Post", "Times", "state"}
    )


def _is_person_at(parse: Parse, at: int) -> bool:
    return any(name.first <= at < name.last and name.label == "PERSON" for name in parse.names)


def is_actor(document: Document, first: int, last: int, known: Known) -> bool:
    """Whether a name of the tables may stand for an actor: it is no mere place, and not part of a person's name."""
    parse = document.parse
    is_place = _is_place_only(parse, first, last, known) or _is_address(document, first, last, known)
    return not is_place and not _inside_person(parse, first, last)


def _inside_person(parse: Parse, first: int, last: int) -> bool:
    """Whether the words are part of a longer name of a person ("Michael Jordan", "Jack London")."""
    return any(
        name.label == "PERSON" and name.first <= first and last <= name.last and name.last - name.first > last - first
        and parse.tokens[name.last - 1].dep != "poss" and last == name.last and first > name.first
        for name in parse.names
    )  # fmt: skip


def _is_place_only(parse: Parse, first: int, last: int, known: Known) -> bool:
    """Whether a capital is where something happens and not who does it."""
    if known.use != "capital":
        return False
    head = parse.head_of(parse.span(first, last))
    if head is None:
        return True
    token = parse.tokens[head]
    governor = parse.tokens[token.head]
    if token.dep in {"nsubj", "poss", "nsubjpass", "dative", "agent"}:
        return token.dep == "nsubjpass" and governor.lemma in _SEIZED
    if token.dep == "dobj":
        return governor.lemma in _SEIZED
    if token.dep == "pobj":
        return governor.text.lower() not in {"with", "by", "between", "against", "to", "for", "on"} or (
            governor.text.lower() in {"to", "for", "on"} and parse.tokens[governor.head].lemma in _MOTION
        )
    if token.dep in {"conj", "compound", "nmod"} and token.head != head:
        return token.dep != "compound" and _is_place_only(parse, token.head, token.head + 1, known)
    return True


def _is_address(document: Document, first: int, last: int, known: Known) -> bool:
    """Whether a country or capital only says where the place before it lies ("Aceh, Indonesia"), or names a region."""
    parse = document.parse
    here = parse.span(first, last)
    if known.use not in ("country", "capital"):
        return False
    if known.use == "capital" and any(p.span == here and p.precision == "region" for p in document.places):
        return True
    head = parse.head_of(here)
    if first < 2 or parse.tokens[first - 1].text != "," or head is None or parse.tokens[head].dep in _ACTS:
        return False
    before = parse.tokens[first - 2].end
    there = (p for p in document.places if p.span.end == before and p.precision in ("city", "region"))
    return any(place.country == known.code[:3] for place in there)


def is_place(document: Document, name: Name) -> bool:
    """Whether what the parser takes for a person or body is a town or region that says where: "in Tuscany"."""
    parse = document.parse
    place = next((p for p in document.places if p.span == name.span and p.precision in ("city", "region")), None)
    if place is None or is_surname(parse, parse.tokens[name.last - 1].text):
        return False
    head = parse.head_of(name.span)
    token = parse.tokens[name.last - 1 if head is None else head]
    before = parse.tokens[name.first - 1] if name.first else None
    is_behind = before is not None and before.text == "," and any(p.span.end == before.start for p in document.places)
    is_in = token.dep == "pobj" and parse.tokens[token.head].text in _WHERE
    return place.rule == "region" or is_behind or is_in


def is_surname(parse: Parse, word: str) -> bool:
    """Whether somebody's full name in the article ends in it."""
    people = (name for name in parse.names if name.label == "PERSON" and name.last - name.first > 1)
    return any(parse.tokens[name.last - 1].text == word for name in people)


_WHERE = frozenset({"in", "near", "at", "outside", "across", "throughout"})
_ACTS = frozenset({"nsubj", "nsubjpass", "poss", "csubj"})


_MOTION = frozenset(
    "go travel fly march drive move come return head advance trip visit flight road march withdraw arrive".split()
)
