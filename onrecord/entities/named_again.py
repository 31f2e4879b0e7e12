"""Names that stand again where no mention of their own does: within a longer name, or where the parser saw none."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.entities.candidate import Candidate, name_of
from onrecord.entities.lexicon import names, titles
from onrecord.entities.name_forms import acronyms
from onrecord.entities.roles import actor_at
from onrecord.model.token import Parse

# Behind these a name begins within a name.
_BEFORE = frozenset({"of", "for", "in", "at", "and", "&", "'s", "’s", "the", "a", "an"})
_SHORTEST = 3  # letters of one word, unless it is an acronym


def named_again(parse: Parse, placed: Sequence[tuple[Candidate, int]]) -> Iterator[tuple[int, int, int]]:
    """First token, last + 1, and actor of every name of an actor that none of its mentions covers.

    ``placed`` are the mentions found, each with the number of its actor. A form that means two actors means nobody,
    and within a person's name nobody else is named.
    """
    forms = _forms(parse, placed)
    longest = max(map(len, forms), default=0)
    lands = {c.known.name: actor for c, actor in placed if c.known is not None and c.known.use == "country"}
    over = _covering(parse, placed)
    for first, token in enumerate(parse.tokens):
        if not token.text[:1].isupper():
            continue
        for last in range(min(first + longest, len(parse.tokens)), first, -1):
            words = _words(parse, first, last)
            actor = forms.get(words, lands.get(_country(words)))
            if actor is not None and _is_name(parse, first, last, over[first], actor):
                yield first, last, actor
                break


def _words(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.text for token in parse.tokens[first:last])


def _country(words: tuple[str, ...]) -> str:
    """The name of the country that the words name, in whatever form: "U.S."."""
    known = names().get(" ".join(words))
    return known.name if known is not None and known.use == "country" else ""


def _forms(parse: Parse, placed: Sequence[tuple[Candidate, int]]) -> dict[tuple[str, ...], int]:
    """The words of every name that means one actor only; a single word if it stands twice or ends a full name."""
    meant: dict[tuple[str, ...], list[int]] = defaultdict(list)
    surnames: set[tuple[str, int]] = set()
    for candidate, actor in placed:
        if (short := _bracketed(parse, candidate)) is not None:
            meant[short,] += [actor, actor]
        if candidate.form == "name" and (candidate.known is None or candidate.known.use not in _STANDS_FOR):
            words = _words(parse, *name_of(parse, candidate))
            meant[words].append(actor)
            if candidate.kind != "person":
                for short in acronyms(candidate.name):
                    if len(short) >= _SHORTEST:
                        meant[short,] += [actor, actor]
            if len(words) > 1 and candidate.kind == "person":
                surnames.add((words[-1], actor))
    return {
        words: actors[0]
        for words, actors in meant.items()
        if len(set(actors)) == 1
        and _tells(words)
        and (len(words) > 1 or len(actors) > 1 or (words[0], actors[0]) in surnames)
    }


def _bracketed(parse: Parse, candidate: Candidate) -> str | None:
    """The acronym in brackets behind a body's name, which is a name from there on."""
    if candidate.form != "name" or candidate.kind == "person":
        return None
    at = parse.tokens_in(candidate.span).stop
    opening, short, closing = (*(token.text for token in parse.tokens[at : at + 3]), "", "", "")[:3]
    is_short = opening == "(" and closing == ")" and short.isupper() and len(short) > 1
    return short if is_short else None


_STANDS_FOR = frozenset({"capital", "metonym", "nation", "people"})  # "The Washington Post" is no word of a government.


def _tells(words: tuple[str, ...]) -> bool:
    """Whether the words alone tell whose name they are: no single common word, as "Council"."""
    if not words or not words[0][:1].isupper():
        return False
    one = words[0].replace(".", "")
    is_long = len(one) >= _SHORTEST or one.isupper()
    return len(words) > 1 or (is_long and one.isalpha() and one.lower() not in titles())


def _covering(parse: Parse, placed: Sequence[tuple[Candidate, int]]) -> list[list[tuple[Candidate, int]]]:
    """For every token the mentions that cover it."""
    over: list[list[tuple[Candidate, int]]] = [[] for _ in parse.tokens]
    for candidate, actor in placed:
        for index in parse.tokens_in(candidate.span):
            over[index].append((candidate, actor))
    return over


def _is_name(parse: Parse, first: int, last: int, over: list[tuple[Candidate, int]], actor: int) -> bool:
    """Whether the words stand for themselves there: alone, or within a body's name where a name may begin."""
    if any(number == actor for _, number in over) or parse.tokens[first].pos != "PROPN":
        return False
    for outer, _ in over:
        if outer.kind == "person" and outer.form == "name" and first >= name_of(parse, outer)[0]:
            return False
    before, after = _beside(parse, first, last)
    if last - first == 1 and after[:1].isupper() and not any(_is_body(outer) for outer, _ in over):
        return False  # "Russia Today"
    if over:
        starts = {parse.tokens_in(outer.span).start for outer, _ in over}
        ends = {parse.tokens_in(outer.span).stop for outer, _ in over if _is_body(outer) and outer.known is None}
        is_land = last in ends and actor_at(parse, first, last) is not None
        return is_land or first in starts or before.lower() in _BEFORE
    if actor_at(parse, first, last) is not None:
        return False  # A name of the tables that was judged to mean nobody there: "Aceh, Indonesia".
    return not (before[:1].isupper() and parse.tokens[first - 1].pos == "PROPN")


def _is_body(candidate: Candidate) -> bool:
    return candidate.form == "name" and candidate.kind != "person"


def _beside(parse: Parse, first: int, last: int) -> tuple[str, str]:
    """The words before and behind; empty where there is none in the sentence."""
    start, end = parse.sentences[parse.sentence_index(first)]
    before = parse.tokens[first - 1].text if first > start else ""
    return before, parse.tokens[last].text if last < end else ""
