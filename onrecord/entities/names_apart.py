"""The parser's names, those that hold the names of two actors fallen apart into both."""

from collections.abc import Iterator

from onrecord.entities.roles import title_in
from onrecord.gender import is_given
from onrecord.model.token import Name, Parse

_MARKS = frozenset({"'s", "’s", "'", "’"})
_BODY = frozenset({"organization", "government"})
_FULL_NAME = 2  # words


def names_apart(parse: Parse) -> Iterator[Name]:
    """Every name in text order; of "Okoro College's Ana Ruiz" the college and the person.

    Of "School of Law at Okoro College" the whole, and the college; and a person whose last name is what only a body is
    called is one.
    """
    for name in parse.names:
        if (
            name.label == "PERSON"
            and _is_body(parse, name.first, name.last)
            and not is_given(parse.tokens[name.first].text)
        ):
            yield _name(parse, name.first, name.last, "ORG")
        elif name.last - name.first > _FULL_NAME and name.label in ("ORG", "PERSON", "NORP", "FAC"):
            yield from _parts(parse, name)
        else:
            yield name


def _parts(parse: Parse, name: Name) -> Iterator[Name]:
    for at in range(name.first + 1, name.last - 1):
        link = parse.tokens[at].text
        is_someone, is_body = _is_person(parse, at + 1, name.last), _is_body(parse, name.first, at)
        if link in _MARKS and (is_someone or is_body):
            yield _name(parse, name.first, at, "ORG")
            yield _name(parse, at + 1, name.last, "PERSON" if is_someone else "ORG")
            return
        if link == "for" and _is_person(parse, name.first, at):
            yield _name(parse, name.first, at, "PERSON")
            yield _name(parse, at + 1, name.last, "ORG")
            return
        if link == "at" and _is_body(parse, at + 1, name.last):
            yield _name(parse, at + 1, name.last, "ORG")
            break
    yield name


def _name(parse: Parse, first: int, last: int, label: str) -> Name:
    return Name(parse.span(first, last), first, last, label)


def shared_surname(parse: Parse, first: int, last: int) -> str | None:
    """The full name of who is told by the given name alone before "and" and a full name: "Ada and Leo Okoro".

    Null where somebody else of that given name is told in full.
    """
    words = [token.text for token in parse.tokens[first : last + 1]]
    is_pair = last - first == 1 and words[-1] in ("and", "&") and is_given(words[0])
    if not is_pair or not _is_person(parse, last + 1, last + 1 + _FULL_NAME):
        return None
    others = (name for name in parse.names if name.last - name.first > 1 and parse.tokens[name.first].text == words[0])
    return None if any(others) else f"{words[0]} {parse.tokens[last + _FULL_NAME].text}"


def _is_person(parse: Parse, first: int, last: int) -> bool:
    """Whether the words are a given name and another: a full name."""
    words = [token.text for token in parse.tokens[first:last]]
    is_name = len(words) == _FULL_NAME and is_given(words[0]) and all(word[:1].isupper() for word in words)
    return is_name and title_in(words[1:]) is None


def _is_body(parse: Parse, first: int, last: int) -> bool:
    """Whether the words end in what a body is called, and do not only say that: "Okoro College"."""
    words = [token.text for token in parse.tokens[first:last]]
    title = title_in(words)
    is_name = len(words) > 1 and words[-1][:1].isupper()
    return is_name and title is not None and title[1] == len(words) and title[2].kind in _BODY
