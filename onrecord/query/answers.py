"""What a question brings: one frozen row a value, with its article and the words that bear it out.

``first_day`` to ``last_day`` is when a thing was as far as is known; ``dated_from`` says from what: ``text``, or
``published`` where the text names no time. Spans point into the article's text. ``ref`` names a value for ever:
article, reading, kind and place in it.
"""

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


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A value with its article."""

    article: str
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    confidence: float
    rule: str

    @property
    def ref(self) -> str:
        """What ``onrecord why`` and the pages take: the article and the value's id in it."""
        return f"{self.article}/{self.id}"


class StatementRow(Row, frozen=True, kw_only=True):
    """One statement."""

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
    source_spans: Spans
    cue_spans: Spans
    content_spans: Spans


class EventRow(Row, frozen=True, kw_only=True):
    """One event.

    ``by`` is whose word it rests on, on which ``terms`` and with which ``certainty``; null in the outlet's own voice.
    ``evidence`` is the sentence or clause that shows it, ``evidence_span`` its place in the article's text.
    """

    first_day: str | None
    last_day: str | None
    dated_from: str | None
    happened: str | None
    source: tuple[Side, ...]
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    target: tuple[Side, ...]
    object: str | None
    status: str
    statement: str | None
    by: str | None
    terms: str | None
    certainty: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    evidence: str
    trigger: str
    cameo: str | None
    quad: int
    goldstein: float | None
    evidence_span: Span
    trigger_spans: Spans


class ActorRow(Row, frozen=True, kw_only=True):
    """One actor of one article; ``role`` is its title or role as printed."""

    name: str
    role: str | None
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    code: str | None
    wikidata: str | None
    mentions: Spans


class PlaceRow(Row, frozen=True, kw_only=True):
    """One toponym."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    precision: str | None
    use: str
    span: Span


class TimeRow(Row, frozen=True, kw_only=True):
    """One expression of time."""

    type: str
    value: str
    mod: str | None
    anchor: str | None
    span: Span


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article, without its text."""

    article: str
    title: str | None
    outlet: str | None
    original_outlet: str | None
    published: str | None
    published_from: str | None
    language: str | None
    url: str | None
    location: str
    recorded: str

    @property
    def ref(self) -> str:
        """The article's id."""
        return self.article
