"""From a value of a record to what names it in a decision, and back, also after a rereading."""

from collections.abc import Sequence
from typing import Any

from onrecord.decisions.decision import Subject
from onrecord.errors import InputError
from onrecord.model.record import Actor, Event, Place, Record, Spans, Statement, Time
from onrecord.model.span import Span

Value = Actor | Place | Time | Statement | Event
LAYERS = {"actor": "actors", "place": "places", "time": "times", "statement": "statements", "event": "events"}
TYPES: dict[str, type[Value]] = {
    "actor": Actor, "place": Place, "time": Time, "statement": Statement, "event": Event,
}  # fmt: skip
_LEAST_SHARED = 0.5  # share of the characters of either side that a reread value must have in common with its name


def subject_of(article: str, value: Value) -> Subject:
    """What names ``value`` of an article."""
    kind = next(kind for kind, type_ in TYPES.items() if isinstance(value, type_))
    return Subject(kind, article, _spans(value), value.type if isinstance(value, Event) else None)  # type: ignore[arg-type]


def named(record: Record, identity: str) -> Value:
    """The value of ``record`` with this id.

    Raises:
        InputError: there is none.
    """
    for layer in LAYERS.values():
        for value in getattr(record, layer):
            if value.id == identity:
                found: Value = value
                return found
    raise InputError(f"article {record.id!r} has no value {identity!r}; onrecord show RECORD --article ID lists them")


def find(record: Record, subject: Subject, *, of_type: bool) -> Value | None:
    """The value that ``subject`` names: the one with its very spans, else the one that shares most with them.

    ``of_type``: an event of another type is another event.
    """
    values: Sequence[Any] = getattr(record, LAYERS[subject.kind])
    fitting = [value for value in values if not of_type or subject.type in (None, getattr(value, "type", None))]
    exact: list[Value] = [value for value in fitting if _spans(value) == subject.spans]
    if exact:
        return max(exact, key=lambda value: getattr(value, "type", None) == subject.type)
    shares = [(_shared(_spans(value), subject.spans), -at) for at, value in enumerate(fitting)]
    best, at = max(shares, default=(0.0, 0))
    nearest: Value | None = fitting[-at] if best >= _LEAST_SHARED else None
    return nearest


def is_near(one: Subject, other: Subject) -> bool:
    """Whether both name something at the same words of an article, as far as a rereading may have moved them."""
    return one.article == other.article and _shared(one.spans, other.spans) >= _LEAST_SHARED


def _spans(value: Any) -> Spans:
    if isinstance(value, Actor):
        return value.mentions
    if isinstance(value, Statement):
        return (*value.content, *value.cue)
    if isinstance(value, Event):
        return value.trigger
    return (value.span,)


def _shared(one: Spans, other: Spans) -> float:
    common = sum(a.shared(b) for a in map(Span._make, one) for b in map(Span._make, other))
    longest = max(sum(end - start for start, end in spans) for spans in (one, other))
    return common / longest if longest else 0.0
