"""What a question brings: one frozen row a value, with the words that bear it out."""

import msgspec


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with its article. ``said`` falls back to the day of publication."""

    article: str
    id: str
    said: str | None
    outlet: str | None
    code: str | None
    actor: str | None
    source: str
    kind: str
    terms: str
    reason: str | None
    content: str
    addressee: str | None
    confidence: float
    title: str | None


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event with its article; several actors on a side are joined by ``;``. ``date`` falls back to publication."""

    article: str
    id: str
    date: str | None
    outlet: str | None
    source: str
    type: str
    mode: str | None
    target: str
    status: str
    by: str | None
    place: str | None
    country: str | None
    evidence: str
    confidence: float
    title: str | None
