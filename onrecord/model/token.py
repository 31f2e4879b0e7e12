"""Tokens, dependencies and sentences of a text, independent of the parser that found them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.model.span import Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word or mark.

    ``pos`` is a Universal POS tag, ``tag`` a Penn Treebank tag, ``dep`` a ClearNLP dependency label as spaCy's English
    models give it (``nsubj``, ``nsubjpass``, ``dobj``, ``ccomp``, ``prep``, ``pobj``, …), ``head`` the index of the
    governing token in the document (its own index for the root of a sentence).
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Name(msgspec.Struct, frozen=True, gc=False):
    """A named entity: its span, its first and last + 1 token, and its OntoNotes label (``PERSON``, ``GPE``, …)."""

    span: Span
    first: int
    last: int
    label: str


class Parse:
    """The tokens of a document with its sentences and names, and ways to walk the dependency trees.

    Tokens cover no white space. ``sentences`` are half-open ranges of token indices. Built once, never changed.
    """

    __slots__ = ("_children", "_sentence_starts", "_starts", "names", "sentences", "tokens")

    def __init__(
        self, tokens: Sequence[Token], sentences: Sequence[tuple[int, int]], names: Sequence[Name] = ()
    ) -> None:
        self.tokens = tuple(tokens)
        self.sentences = tuple(sentences)
        self.names = tuple(names)
        self._starts = [token.start for token in self.tokens]
        self._sentence_starts = [first for first, _ in self.sentences]
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        self._children = tuple(tuple(below) for below in children)

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """Indices of the tokens governed by ``index``, in text order; only those with one of ``deps`` if given."""
        below = self._children[index]
        return tuple(child for child in below if self.tokens[child].dep in deps) if deps else below

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Sorted indices of ``index`` and all below it, leaving out subtrees whose dependency is in ``without``."""
        out, queue = [index], [index]
        while queue:
            for child in self._children[queue.pop()]:
                if self.tokens[child].dep not in without:
                    out.append(child)
                    queue.append(child)
        return sorted(out)

    def ancestors(self, index: int) -> list[int]:
        """Indices of the governors of ``index``, nearest first, up to the root."""
        out: list[int] = []
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            out.append(index)
        return out

    def nominal(self, index: int) -> tuple[int, int]:
        """Token range ``[first, last)`` of the noun phrase headed by ``index``: determiners, modifiers and the head.

        Prepositional phrases, appositions and clauses after the head are left out; a possessor is kept.
        """
        first = index
        for child in self._children[index]:
            if child < index and self.tokens[child].dep not in _NOT_IN_NOMINAL:
                first = min(first, self.subtree(child)[0])
        return first, index + 1

    def span(self, first: int, last: int) -> Span:
        """Code points of the tokens ``[first, last)``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that overlap ``span``."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def head_of(self, span: Span) -> int | None:
        """Index of the token of ``span`` that governs the others: the one whose own governor lies outside."""
        inside = self.tokens_in(span)
        tops = [
            index
            for index in inside
            if self.tokens[index].pos != "PUNCT"
            and (self.tokens[index].head == index or self.tokens[index].head not in inside)
        ]
        return next((index for index in tops if self.tokens[index].pos in _NOMINAL_POS), next(iter(tops), None))

    def sentence_index(self, index: int) -> int:
        """Which sentence the token ``index`` is in."""
        return bisect_right(self._sentence_starts, index) - 1

    def sentence_of(self, index: int) -> Span:
        """Code points of the sentence that the token ``index`` is in."""
        return self.span(*self.sentences[self.sentence_index(index)])

    def sentence_spans(self) -> tuple[Span, ...]:
        """Code points of every sentence, in order."""
        return tuple(self.span(first, last) for first, last in self.sentences)


_NOT_IN_NOMINAL = frozenset(
    {"punct", "cc", "preconj", "mark", "advcl", "intj", "prep", "nsubj", "nsubjpass", "aux", "auxpass"}
)
_NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
EMPTY = Parse((), ())
