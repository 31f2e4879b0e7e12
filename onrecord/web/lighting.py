"""A text cut where values begin and end, so that any number of them can be lit up at once."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from onrecord.model.record import Record
from onrecord.model.span import Span

Mark = tuple[Span, str, str]  # where, what form it takes, id of the value


class Segment(msgspec.Struct, frozen=True):
    """A piece of text with the forms and the values that lie over all of it."""

    text: str
    forms: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


def marks(record: Record) -> Iterator[Mark]:
    """Everything of a record that is lit up, with its form: said, source, cue, act, evidence, who, where, when."""
    for statement in record.statements:
        yield from ((span, "said", statement.id) for span in statement.content)
        yield from ((span, "source", statement.id) for span in statement.source)
        yield from ((span, "cue", statement.id) for span in statement.cue)
        yield from ((span, "reason", statement.id) for span in statement.reason)
    for event in record.events:
        yield event.evidence, "evidence", event.id
        yield from ((span, "act", event.id) for span in event.trigger)
        yield from ((each.span, "side", event.id) for each in (*event.source, *event.target))
    for actor in record.actors:
        yield from ((span, "who", actor.id) for span in actor.mentions)
    yield from ((place.span, "where", place.id) for place in record.places)
    yield from ((time.span, "when", time.id) for time in record.times)


def segments(text: str, found: Iterator[Mark]) -> list[Segment]:
    """``text`` in pieces, in order; put together they are the text. Marks outside of it are cut to it."""
    starts: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for span, form, value in found:
        start, end = max(0, span.start), min(len(text), span.end)
        if start < end:
            mark = (Span(start, end), form, value)
            starts[start].append(mark)
            ends[end].append(mark)
    cuts = sorted({0, len(text), *starts, *ends})
    over: list[Mark] = []
    pieces = []
    for start, end in pairwise(cuts):
        over = [mark for mark in over if mark not in ends[start]] + starts[start]
        forms = tuple(dict.fromkeys(form for _, form, _ in over))
        pieces.append(Segment(text[start:end], forms, tuple(dict.fromkeys(value for _, _, value in over))))
    return pieces
