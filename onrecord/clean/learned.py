"""Furniture that an outlet repeats: lines learned over many of its pages, and left out of its articles."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import msgspec

from onrecord.clean.repair import apply, compose
from onrecord.errors import EmptyError
from onrecord.model.page import CleanPage
from onrecord.model.span import Span

_LONGEST = 220  # characters; a longer line is an article's, though it be repeated
_PAGES = 5  # of an outlet that have a line, at least
_SHARE = 0.25  # of an outlet's pages that have it, at least
_LINE = re.compile(r"[^\n]+")

Learned = Mapping[str, Collection[str]]  # folded outlet → folded lines


def learn(articles: Iterable[CleanPage]) -> dict[str, tuple[str, ...]]:
    """Outlet → the lines that many of its pages have, sorted; of articles none of which is a copy of another."""
    pages: Counter[str] = Counter()
    held: dict[str, Counter[str]] = {}
    for article in articles:
        if article.outlet:
            outlet = _fold(article.outlet)
            pages[outlet] += 1
            lines = {_fold(line) for line in article.text.split("\n") if len(line) <= _LONGEST}
            held.setdefault(outlet, Counter()).update(lines - {""})
    repeated = {outlet: _repeated(counts, pages[outlet]) for outlet, counts in held.items()}
    return {outlet: lines for outlet, lines in sorted(repeated.items()) if lines}


def _repeated(counts: Counter[str], pages: int) -> tuple[str, ...]:
    least = max(_PAGES, _SHARE * pages)
    return tuple(sorted(line for line, number in counts.items() if number >= least))


def without(article: CleanPage, learned: Learned) -> CleanPage:
    """The article less the lines learned of its outlet.

    Raises:
        EmptyError: nothing is left of it.
    """
    lines = learned.get(_fold(article.outlet or ""), ())
    gone = [Span(*found.span()) for found in _LINE.finditer(article.text) if lines and _fold(found[0]) in lines]
    if not gone:
        return article
    kept, step = apply(article.text, [(start, _end(article.text, end), "") for start, end in gone])
    edges = Span(0, len(kept)).trim(kept)
    text, last = apply(kept, [(0, edges.start, ""), (edges.end, len(kept), "")])
    if not text:
        raise EmptyError("nothing is left of it but lines that its outlet repeats")
    return msgspec.structs.replace(article, text=text, offsets=compose(article.offsets, compose(step, last)))


def _end(text: str, at: int) -> int:
    """Past the line breaks that follow a line."""
    while at < len(text) and text[at] == "\n":
        at += 1
    return at


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
