"""Single changes of a record. Each gives the changed record, or in words why it cannot be made."""

from collections.abc import Sequence
from typing import Any

import msgspec

from onrecord.decisions.subjects import LAYERS, TYPES
from onrecord.model.record import Actor, Event, Participant, Record, Spans, Statement
from onrecord.model.span import Span
from onrecord.resources.plover import modes, quads

_RULE = "decision"
_FIXED = frozenset({"id", "rule", "confidence"})  # what nobody decides on


def edited(record: Record, kind: str, identity: str, field: str, new: Any, length: int | None) -> Record | str:
    """With another value in ``field``, and what hangs on it.

    A new code of an actor is that of its statements and deeds too. A new type of an event brings its class, and takes
    away the codes and scores of the old one, and its mode, where the new type has no such mode.
    """
    layer, type_ = LAYERS[kind], TYPES[kind]
    if field in _FIXED or field not in type_.__struct_fields__:
        return f"{field!r} of {kind} cannot be edited"
    old = next(value for value in getattr(record, layer) if value.id == identity)
    plain = msgspec.to_builtins(old) | {field: new, "rule": _RULE, "confidence": 1.0}
    if kind == "event" and field == "type" and isinstance(new, str) and new != old.type:
        plain |= _retyped(old, new)
    value = _converted(plain, type_, length)
    if isinstance(value, str):
        return value
    record = _with(record, layer, [value if one.id == identity else one for one in getattr(record, layer)])
    return _recoded(record, identity, old.code, value.code) if kind == "actor" and field == "code" else record


def _retyped(old: Event, new: str) -> dict[str, Any]:
    has_mode = (new, old.mode) in modes()
    return {
        "mode": old.mode if has_mode else None,
        "quad": quads().get(new, old.quad),  # a type of the user's own keeps the class
        "cameo": None,
        "goldstein": None,
    }


def added(record: Record, kind: str, identity: str, new: Any, length: int | None) -> Record | str:
    """With a value that the machine did not find."""
    layer = LAYERS[kind]
    if not isinstance(new, dict):
        return f"no {kind} was given"
    value = _converted({**new, "id": identity, "rule": _RULE, "confidence": 1.0}, TYPES[kind], length)
    if isinstance(value, str):
        return value
    kept = [one for one in getattr(record, layer) if one.id != identity]
    return _with(record, layer, [*kept, value])


def split(record: Record, identity: str, new: str, mentions: Any) -> Record | str:
    """The actor ``identity`` without the ``mentions`` (pairs of offsets), which become the actor ``new``."""
    try:
        going = set(msgspec.convert(mentions, Spans))
    except msgspec.ValidationError as error:
        return str(error)
    actor = next((actor for actor in record.actors if actor.id == identity), None)
    if actor is None:
        return "only an actor can be split within an article"
    leaving = tuple(span for span in actor.mentions if span in going)
    staying = tuple(span for span in actor.mentions if span not in going)
    if not leaving or not staying:
        return "the mentions that go are none or all of the actor's"
    replace = msgspec.structs.replace
    one = replace(actor, mentions=staying, rule=_RULE)
    other = replace(actor, id=new, mentions=leaving, rule=_RULE)
    at = record.actors.index(actor)
    record = replace(record, actors=(*record.actors[:at], one, other, *record.actors[at + 1 :]))
    return _redirected(record, lambda old, spans: new if old == identity and _touch(spans, leaving) else old)


def merged(record: Record, groups: Sequence[set[str]]) -> Record:
    """Each group of actors as the first of them, with the mentions of all and what only another one knows."""
    into: dict[str, str] = {}
    for actor in record.actors:
        into[actor.id] = actor.id
    for group in groups:
        roots = {into[identity] for identity in group}
        first = next(actor.id for actor in record.actors if actor.id in roots)
        into = {identity: first if root in roots else root for identity, root in into.items()}
    if all(identity == root for identity, root in into.items()):
        return record
    actors = [
        _joined([a for a in record.actors if into[a.id] == actor.id])
        for actor in record.actors
        if into[actor.id] == actor.id
    ]
    record = msgspec.structs.replace(record, actors=tuple(actors))
    return _redirected(record, lambda old, _: into.get(old, old) if old else old)


def _joined(actors: Sequence[Actor]) -> Actor:
    first = actors[0]
    if len(actors) == 1:
        return first
    mentions = tuple(sorted({span for actor in actors for span in actor.mentions}))
    filled = {
        name: next((found for actor in actors if (found := getattr(actor, name))), getattr(first, name))
        for name in ("title", "country", "sectors", "code", "wikidata")
    }
    return msgspec.structs.replace(first, mentions=mentions, rule=_RULE, **filled)


def _converted(plain: dict[str, Any], type_: type[Any], length: int | None) -> Any:
    try:
        value = msgspec.convert(plain, type_)
    except msgspec.ValidationError as error:
        return str(error)
    bad = [
        span for span in _spans_in(value) if not 0 <= span.start <= span.end <= (span.end if length is None else length)
    ]
    return f"{bad[0].start} to {bad[0].end} is no place in the text" if bad else value


def _spans_in(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for part in value for span in _spans_in(part)]
    if isinstance(value, msgspec.Struct):
        return [span for part in msgspec.structs.astuple(value) for span in _spans_in(part)]
    return []


def _with(record: Record, layer: str, values: Sequence[Any]) -> Record:
    return msgspec.structs.replace(record, **{layer: tuple(values)})


def _touch(spans: Spans, others: Spans) -> bool:
    return any(one.overlaps(other) for one in spans for other in others)


def _redirected(record: Record, lead: Any) -> Record:
    """``lead``: the actor that a statement or participant refers to, and its spans → the one it refers to now."""

    def side(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(msgspec.structs.replace(p, actor=lead(p.actor, (p.span,))) for p in participants)

    def statement(one: Statement) -> Statement:
        return msgspec.structs.replace(one, actor=lead(one.actor, one.source))

    def event(one: Event) -> Event:
        return msgspec.structs.replace(one, source=side(one.source), target=side(one.target))

    return msgspec.structs.replace(
        record, statements=tuple(map(statement, record.statements)), events=tuple(map(event, record.events))
    )


def _recoded(record: Record, identity: str, old: str | None, new: str | None) -> Record:
    def one(value: Any) -> Any:
        is_his = value.actor == identity and value.code == old
        return msgspec.structs.replace(value, code=new) if is_his else value

    events = tuple(
        msgspec.structs.replace(event, source=tuple(map(one, event.source)), target=tuple(map(one, event.target)))
        for event in record.events
    )
    return msgspec.structs.replace(record, statements=tuple(map(one, record.statements)), events=events)
