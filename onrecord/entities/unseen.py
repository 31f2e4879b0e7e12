"""Names that the parser takes for none, or for a place in no table, told by what stands beside them."""

from collections.abc import Collection, Iterator
from functools import cache

from onrecord.entities.candidate import Candidate, surface
from onrecord.entities.lexicon import titles
from onrecord.entities.listed import is_surname
from onrecord.entities.name_spans import with_article
from onrecord.entities.roles import Role, role_of, title_in
from onrecord.gender import is_given
from onrecord.model.document import Document
from onrecord.model.token import Parse
from onrecord.resources import rows

# What the parser calls so is no name of an actor.
_OTHER = frozenset(
    {"CARDINAL", "DATE", "EVENT", "LANGUAGE", "LAW", "MONEY", "NORP", "ORDINAL", "PERCENT", "QUANTITY", "TIME"}
)


def unseen(document: Document, claimed: Collection[int]) -> Iterator[Candidate]:
    """Capitalised names outside of the tokens ``claimed``: full names, behind a title, or the subject of speech.

    A name told so at one place is one wherever it stands in the same words.
    """
    parse = document.parse
    day = (document.published or "")[:10]
    runs = list(_runs(document, claimed))
    speaking = {_words(parse, *run) for run in runs if _speaks(parse, run[1] - 1)}
    for first, last in runs:
        inner = _after_title(parse, first, last)
        if any(_is_title(token.text.lower()) for token in parse.tokens[inner:last]):
            continue
        if inner > first:
            yield _named(parse, first, inner, last, role_of(parse, range(first, inner), day))
        elif _is_full_name(parse, first, last) or _words(parse, first, last) in speaking:
            yield _named(parse, first, first, last, Role())


def _is_full_name(parse: Parse, first: int, last: int) -> bool:
    """Whether it is a given name and a surname with no article before: "Maria Adeyo", not "the Virginia Rangers"."""
    is_pair = last - first == _FULL_NAME and is_given(parse.tokens[first].text) and parse.tokens[last - 1].tag == "NNP"
    return is_pair and with_article(parse, first) == first


_FULL_NAME = 2  # words


def _is_title(word: str) -> bool:
    return word in titles() or word in _SAID_BEFORE


def _after_title(parse: Parse, first: int, last: int) -> int:
    """Where the name begins behind a title that is said with names; ``first`` where none is."""
    title = title_in([token.text for token in parse.tokens[first : last - 1]])
    is_title = title is not None and title[0] == 0 and parse.tokens[title[1] + first - 1].lemma.lower() in _SAID_BEFORE
    return first + title[1] if title is not None and is_title else first


_SAID_BEFORE = frozenset(
    "admiral ambassador archbishop bishop captain cardinal chancellor colonel commissioner congressman congresswoman "
    "constable councillor councilman councilwoman detective dr gov governor imam judge justice lieutenant lt mayor "
    "minister mr mrs ms officer pastor president professor rabbi rep representative sen senator sergeant sgt sheikh "
    "sheriff superintendent".split()
)


def _words(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """The tokens ``[first, last)`` as written."""
    return tuple(token.text for token in parse.tokens[first:last])


def _runs(document: Document, claimed: Collection[int]) -> Iterator[tuple[int, int]]:
    """The stretches of capitalised proper nouns that are nothing else."""
    parse = document.parse
    spans = [p.span for p in document.places if p.precision] + [t.span for t in document.times]
    taken = {*claimed, *(i for span in spans for i in parse.tokens_in(span))}
    taken.update(i for name in parse.names if name.label in _OTHER for i in range(name.first, name.last))
    start = None
    for index, token in enumerate(parse.tokens):
        is_part = token.tag in ("NNP", "NNPS") and token.text[:1].isupper() and index not in taken
        if is_part and start is None:
            start = index
        elif not is_part and start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(parse.tokens)


def _speaks(parse: Parse, head: int) -> bool:
    """Whether the name is the subject of a verb of speech, or stands right before one in a headline."""
    token = parse.tokens[head]
    verb = parse.tokens[token.head]
    is_subject = token.dep == "nsubj" or (token.dep == "compound" and token.head == head + 1)
    return is_subject and verb.tag in ("VBZ", "VBD") and verb.lemma.lower() in _speech()


@cache
def _speech() -> frozenset[str]:
    """Lemmas of the verbs of speech, and of one that puts questions."""
    lemmas = next(lemmas for kind, lemmas in rows("cues.tsv") if kind == "speech")
    return frozenset(lemmas.split("|")) | {"interview"}


def _named(parse: Parse, first: int, inner: int, last: int, role: Role) -> Candidate:
    start = with_article(parse, first)
    is_full = last - first > 1 and (
        is_given(parse.tokens[first].text) or is_surname(parse, parse.tokens[last - 1].text)
    )
    is_person = start == first and (inner > first or is_full)
    return Candidate(
        head=last - 1, span=parse.span(start, last), form="name", name=surface(parse, inner, last),
        kind="person" if is_person else "organization", role=role,
    )  # fmt: skip
