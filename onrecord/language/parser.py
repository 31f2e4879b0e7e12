"""Sentences, tokens, dependencies and names by spaCy, paragraph by paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from onrecord.errors import ResourceError
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.token import Name, Parse, Token

# A line break ends a paragraph unless the next line goes on in lower case, as in hard-wrapped text.
_BREAK = re.compile(r"\s*\n\s*\n\s*|\s*\n\s*(?![a-z])")
_LONGEST = 20_000  # code points parsed at once; a longer paragraph is cut at white space
_MOST_CHARACTERS = 100_000  # code points of a batch
_MOST_PIECES = 400
# The tokenizer takes a word's marks off one by one and looks at all of the rest each time: of 20,000 for minutes.
_ENDLESS = re.compile(r"\S{500}")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Parser:
    """The stage that adds ``parse``. What it makes of a text depends on that text alone.

    ``without`` names parts of the model that are not needed ("ner"), to save their time.

    Raises:
        ResourceError: the model package is not installed.
    """

    name = "parse"
    requires = frozenset[str]()
    provides = frozenset({"parse"})

    def __init__(self, model: str, without: Sequence[str] = ()) -> None:
        try:
            self._nlp = import_module(model).load(exclude=list(without))
        except (ImportError, OSError) as error:
            raise ResourceError(f"language model {model} cannot be loaded ({error}); install the package") from error

    def __call__(self, document: Document) -> Document:
        return document.with_layers(parse=self.parse(document.text))

    def parse(self, text: str) -> Parse:
        """The parse of ``text``; offsets are code points of ``text`` as given."""
        readable = _SURROGATE.sub("\ufffd", text)
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        names: list[Name] = []
        for pieces in _batches(_pieces(text)):
            docs = self._nlp.pipe([piece.of(readable) for piece in pieces], batch_size=len(pieces))
            for piece, doc in zip(pieces, docs, strict=True):
                _add(doc, piece.start, tokens, sentences, names)
        return Parse(tokens, sentences, names)


def _batches(pieces: Iterable[Span]) -> Iterator[list[Span]]:
    """What is parsed together: of one document, so that no other can change a result by a rounding error.

    All of it, unless it is far longer than an article: what is parsed together is in memory together.
    """
    batch: list[Span] = []
    for piece in pieces:
        if len(batch) == _MOST_PIECES or (batch and piece.end - batch[0].start > _MOST_CHARACTERS):
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    for match in _BREAK.finditer(text):
        yield from _broken(text, Span(start, match.start()))
        start = match.end()
    yield from _broken(text, Span(start, len(text)))


def _broken(text: str, span: Span) -> Iterator[Span]:
    """A paragraph cut within words that are too long to be any."""
    start = span.start
    for match in _ENDLESS.finditer(text, span.start, span.end):
        yield from _cut(text, Span(start, match.end()))
        start = match.end()
    yield from _cut(text, Span(start, span.end))


def _cut(text: str, span: Span) -> Iterator[Span]:
    span = span.trim(text)
    while span.end - span.start > _LONGEST:
        cut = span.start + _LONGEST
        space = max(text.rfind(" ", span.start, cut), text.rfind("\t", span.start, cut))
        cut = space if space > span.start else cut
        yield Span(span.start, cut)
        span = Span(cut, span.end).trim(text)
    if span.start < span.end:
        yield span


def _add(doc: Any, offset: int, tokens: list[Token], sentences: list[tuple[int, int]], names: list[Name]) -> None:
    """Appends the tokens of a spaCy ``doc`` that starts at ``offset``, leaving out those that are white space."""
    index_of: dict[int, int] = {}
    for word in doc:
        if not word.is_space:
            index_of[word.i] = len(tokens) + len(index_of)
    for word in doc:
        if word.i in index_of:
            start = offset + word.idx
            tokens.append(
                Token(
                    start,
                    start + len(word.text),
                    word.text,
                    word.lemma_,
                    word.pos_,
                    word.tag_,
                    word.dep_,
                    _head(word, index_of),
                )
            )
    for sentence in doc.sents:
        inside = [index_of[word.i] for word in sentence if word.i in index_of]
        if inside:
            sentences.append((inside[0], inside[-1] + 1))
    for entity in doc.ents:
        inside = [index_of[word.i] for word in entity if word.i in index_of]
        if inside:
            span = Span(tokens[inside[0]].start, tokens[inside[-1]].end)
            names.append(Name(span, inside[0], inside[-1] + 1, entity.label_))


def _head(word: Any, index_of: dict[int, int]) -> int:
    head = word.head
    while head.i not in index_of and head.head.i != head.i:
        head = head.head
    return index_of.get(head.i, index_of[word.i])
