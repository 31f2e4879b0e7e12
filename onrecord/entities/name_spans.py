"""Where the name of a body begins and ends, which the parser often cuts short."""

from onrecord.entities.lexicon import titles
from onrecord.entities.roles import actor_at
from onrecord.model.token import Parse

_SEATED = frozenset({"University", "College"})  # "University of the North | at Portville"
_MARKS = frozenset({"'s", "’s", "'", "’"})


def body_range(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The tokens of a body's name: without article and possessive, with the "of …" and "for …" that belong to it."""
    while last - first > 1 and parse.tokens[last - 1].text in _MARKS:
        last -= 1
    while last - first > 1 and parse.tokens[first].text.lower() in {"the", "a"}:
        first += 1
    while last - first > 1 and (end := run_on(parse, first, last)) > last:
        last = end
    return first, last


def run_on(parse: Parse, first: int, last: int) -> int:
    """The end of the name with the phrase behind ``last``; ``last`` where none belongs to it."""
    tokens = parse.tokens
    link = tokens[last].text if last < len(tokens) else ""
    is_seat = link == "at" and any(token.text in _SEATED for token in tokens[first:last])
    has_article = last + 1 < len(tokens) and tokens[last + 1].text == "the"
    # "Joint Council | for the Welfare of Settlers"; a party for Ana Ruiz is no name.
    if link != "of" and not is_seat and not (link == "for" and has_article):
        return last
    start = last + 1 + has_article
    end = start
    while end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    is_country = end > start and actor_at(parse, start, end) is not None
    return last if end == start or is_country or _is_person(parse, start) else end


def ends_name(parse: Parse, first: int, last: int) -> bool:
    """Whether a country's name or capital is the last word of a longer name: "Team Norway", "Radio Lima"."""
    if not first:
        return False
    token = parse.tokens[first - 1]
    title = titles().get(token.text.lower())
    is_part = (token.pos, token.dep) == ("PROPN", "compound") and first <= token.head < last
    return is_part and token.text[:1].isupper() and (title is None or title.kind != "person")


def _is_person(parse: Parse, index: int) -> bool:
    return any(name.first <= index < name.last and name.label == "PERSON" for name in parse.names)


def left_edge(parse: Parse, head: int, first: int) -> int:
    """Where the phrase of a body's name begins: with the article and the words of a country before it.

    "The British | Red Cross", "the United States | National Security Council".
    """
    edge = parse.nominal(head)[0]
    while size := next((n for n in (1, 2, 3) if first - n >= edge and _is_country(parse, first - n, first)), 0):
        first -= size
    return with_article(parse, first)


def with_article(parse: Parse, first: int) -> int:
    """``first``, or the "the" before it."""
    return first - 1 if first and parse.tokens[first - 1].text.lower() == "the" else first


def _is_country(parse: Parse, first: int, last: int) -> bool:
    """Whether the words are those of a country, as a part of the phrase."""
    known = actor_at(parse, first, last)
    is_country = known is not None and known.use in ("country", "nation")
    return is_country and parse.tokens[last - 1].dep in {"amod", "compound", "nmod"}
