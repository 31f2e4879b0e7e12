"""Attributions as they are found: a cue, whose it is, and what it holds; not yet coded."""

import msgspec

from onrecord.attribution.reasons import reasons_in
from onrecord.model.document import Document
from onrecord.model.span import Span, merge
from onrecord.model.token import Parse
from onrecord.quotations import Quotation

_EDGES = " \t\n,;:—–-"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution.

    ``verb`` is the index of its cue's head token; ``source`` the head token of its source, and ``words`` the words of
    that source where more than its noun phrase is known.
    """

    verb: int
    cue: Span
    source: int | None
    content: tuple[Span, ...]
    rule: str
    words: tuple[Span, ...] = ()
    is_declined: bool = False


class Sheet:
    """A document with its quotations, looked up by token."""

    def __init__(self, document: Document, quotations: tuple[Quotation, ...]) -> None:
        self.document = document
        self.parse: Parse = document.parse
        self.text = document.text
        self.quotations = quotations
        self.speech = tuple(q for q in quotations if q.is_speech)
        self.reasons = reasons_in(document.text)
        self._inside = {i: q for q in quotations for i in self.parse.tokens_in(q.outer)}

    def quotation_of(self, index: int) -> Quotation | None:
        """The quotation that the token ``index`` stands in."""
        return self._inside.get(index)

    def is_spoken(self, index: int) -> bool:
        """Whether the token stands in somebody's direct speech: what is said in there is theirs to say."""
        quotation = self._inside.get(index)
        return quotation is not None and quotation.is_speech

    def spans(self, indices: list[int]) -> tuple[Span, ...]:
        """The text of tokens, unbroken runs joined, without punctuation at the edges of each run."""
        runs = merge((Span(self.parse.tokens[i].start, self.parse.tokens[i].end) for i in indices), gap=1)
        trimmed = (_trim(run, self.text) for run in runs)
        return tuple(run for run in trimmed if any(c.isalnum() for c in run.of(self.text)))


def _trim(span: Span, text: str) -> Span:
    span = span.trim(text, _EDGES)
    # A full stop ends the sentence, not the content; inside quotation marks it belongs to what was said.
    if span.end > span.start and text[span.end - 1] == "." and text[span.end - 3 : span.end - 2] != ".":
        word = text[: span.end - 1].rsplit(None, 1)[-1] if span.end > 1 else ""
        if "." not in word and len(word) > 2:
            span = Span(span.start, span.end - 1)
    return span
