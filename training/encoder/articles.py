"""PolNeAR's articles as the encoder sees them: windows with the attributions in them."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from bench.quality import gold as data
from onrecord.config import Settings
from onrecord.encoder.pieces import WINDOW, Ints, Pieces, pieces, windows
from onrecord.encoder.traits import traits
from onrecord.language import Parser
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.token import Parse
from onrecord.quotations import quotations
from training.encoder.network import LINKS

Floats = npt.NDArray[np.float32]


class Attribution(msgspec.Struct, frozen=True):
    """One attribution in pieces of its article: where its cue begins and ends, what is content, what is source."""

    first: int
    last: int
    content: Ints
    source: Ints


class Article(msgspec.Struct, frozen=True):
    """An article in pieces, with the sentences that its windows may be cut at and its attributions."""

    text: str
    pieces: Pieces
    traits: Ints
    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]


class Window(msgspec.Struct, frozen=True):
    """A stretch of an article.

    Attributes:
        ids: ``(n,)`` pieces.
        traits: ``(n, 4)``.
        tags: ``(n,)`` cue tags: 0 none, 1 begins, 2 goes on.
        cues: ``(k, 2)`` first and last piece of each cue.
        flags: ``(k, LINKS, n)``: inside, first, last of the content, then of the source.
    """

    ids: Ints
    traits: Ints
    tags: Ints
    cues: Ints
    flags: Floats


def articles(rows: Sequence[data.Row]) -> Iterator[Article]:
    """Rows of PolNeAR, parsed and in pieces."""
    parse = Parser(Settings().model, without=("ner",))
    for row in rows:
        yield article(row, parse(Document(id="", text=row["text"])).parse)


def article(row: data.Row, parse: Parse) -> Article:
    """One row in pieces."""
    text = row["text"]
    found = pieces(text)
    attributions = tuple(a for given in row["attributions"] if (a := _attribution(given, found, text)) is not None)
    quoted = [quotation.outer for quotation in quotations(text)]
    return Article(text, found, traits(text, found, quoted, parse), parse.sentence_spans(), attributions)


def _attribution(given: dict[str, Any], found: Pieces, text: str) -> Attribution | None:
    cue, content, source = (_covered(given[role], found, text) for role in ("cue", "content", "source"))
    if not len(cue) or not len(content):
        return None
    return Attribution(int(cue[0]), int(cue[-1]), content, source)


def _covered(spans: list[list[int]], found: Pieces, text: str) -> Ints:
    """Pieces inside the spans, marks at the end of a span left out unless they close a quotation."""
    flags = np.zeros(len(text) + 1, dtype=bool)
    for start, end in spans:
        while end > start and not text[end - 1].isalnum() and text[end - 1] not in "”’\"'":
            end -= 1
        flags[start:end] = True
    return np.flatnonzero(flags[found.starts])


def cut(given: Article, chance: random.Random | None) -> Iterator[Window]:
    """The windows of an article; with ``chance``, the first of some other length, so that no two passes are alike."""
    first = chance.randrange(WINDOW // 4, WINDOW) if chance else WINDOW
    for start, stop in windows(given.pieces, given.text, given.sentences, first):
        inside = [a for a in given.attributions if start <= a.first and a.last < stop]
        tags = np.zeros(stop - start, dtype=np.int64)
        flags = np.zeros((len(inside), LINKS, stop - start), dtype=np.float32)
        for found in inside:
            tags[found.first - start : found.last - start + 1] = 2
        for number, found in enumerate(inside):
            tags[found.first - start] = 1
            for row, part in enumerate((found.content, found.source)):
                here = part[(part >= start) & (part < stop)] - start
                _flag(flags[number, 3 * row : 3 * row + 3], here)
        cues = np.array([(a.first - start, a.last - start) for a in inside], dtype=np.int64).reshape(-1, 2)
        yield Window(given.pieces.ids[start:stop], given.traits[start:stop], tags, cues, flags)


def _flag(flags: Floats, here: Ints) -> None:
    """Marks what is inside, and the first and last piece of each unbroken stretch of it."""
    if len(here):
        breaks = np.flatnonzero(np.diff(here) > 1)
        flags[0, here] = 1
        flags[1, [here[0], *here[breaks + 1]]] = 1
        flags[2, [*here[breaks], here[-1]]] = 1
