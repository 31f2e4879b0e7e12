"""What a question brings: one frozen row a value, with its article and the words that bear it out."""

import msgspec

from onrecord.model.record import Spans
from onrecord.model.span import Span


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One actor on a side of an event: its name in the record, its code, and the words it was read from."""

    name: str | None
    code: str | None
    words: str
    span: Span

    @property
    def shown(self) -> str:
        """Name or words, with the code."""
        name = self.name or self.words
        return f"{name} [{self.code}]" if self.code else name


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with its article.

    ``first_day`` to ``last_day`` is when it was said as far as is known; ``dated_from`` says from what: ``text``, or
    ``published`` where the text names no time. Spans point into the article's text.
    """

    article: str
    id: str
    first_day: str | None
    last_day: str | None
    dated_from: str | None
    said: str | None
    code: str | None
    actor: str | None
    actor_name: str | None
    source: str
    cue: str
    kind: str
    terms: str
    reason: str | None
    content: str
    addressee: str | None
    venue: str | None
    certainty: str
    act: str
    confidence: float
    rule: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    source_spans: Spans
    cue_spans: Spans
    content_spans: Spans


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event with its article.

    Its days as in :class:`StatementRow`. ``by`` is whose word it rests on, on which ``terms``; null in the outlet's
    own voice. ``evidence`` is the sentence or clause that shows it, ``evidence_span`` its place in the article's text.
    """

    article: str
    id: str
    first_day: str | None
    last_day: str | None
    dated_from: str | None
    happened: str | None
    source: tuple[Side, ...]
    type: str
    mode: str | None
    target: tuple[Side, ...]
    object: str | None
    status: str
    by: str | None
    terms: str | None
    place: str | None
    country: str | None
    evidence: str
    trigger: str
    cameo: str | None
    quad: int
    goldstein: float | None
    confidence: float
    rule: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    evidence_span: Span
    trigger_spans: Spans
