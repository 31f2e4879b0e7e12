"""``onrecord/1``: one article's record, the public form. Field meanings are in ``docs/reference/record.md``."""

from collections.abc import Callable
from typing import Literal

import msgspec

from onrecord.model.span import Span

SCHEMA: Literal["onrecord/1"] = "onrecord/1"

ActorKind = Literal["person", "organization", "government", "country", "group", "document"]
PlacePrecision = Literal["city", "region", "country"]
PlaceUse = Literal["location", "metonym", "demonym", "in_name"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "mixed", "indirect", "declined"]
Terms = Literal["named", "anonymous", "unnamed_group", "organization", "document", "none"]
Certainty = Literal["certain", "probable", "possible"]
Act = Literal["speech", "thought"]
Status = Literal["actual", "ongoing", "planned", "possible", "hypothetical", "negated"]
Spans = tuple[Span, ...]


# The rule of an actor that is only named within the words of others: the town or region that they belong to.
WITHIN = "within"


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks or acts: a person, body, government, country, group or document.

    ``code`` is ISO 3166 alpha-3 + PLOVER sector (``RUSGOV``), ``---`` + sector where only the sector is known, or a
    top-level code (``UNO``). ``mentions`` are names and titles, never pronouns. ``rule`` names what gave the code.
    """

    id: str
    name: str
    kind: ActorKind
    title: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    code: str | None = None
    wikidata: str | None = None
    rule: str
    mentions: Spans
    confidence: float = 1.0


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A toponym, whatever its use. ``lat`` and ``lon`` are WGS84 degrees; only a ``location`` places an event.

    A continent has a point and no ``precision``.
    """

    id: str
    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: PlacePrecision | None = None
    use: PlaceUse
    rule: str
    confidence: float = 1.0


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A TIMEX3 expression. ``anchor`` is ``published``, the id of another time, or null; ``mod`` is TIMEX3's."""

    id: str
    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    anchor: str | None = None
    rule: str
    confidence: float = 1.0


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, to whom, on what terms. Split sources, cues and contents are several spans, in order.

    ``actor_rule`` says how a source that is a pronoun was led to its ``actor``, or, where that is null, why it was not.
    """

    id: str
    content: Spans
    source: Spans
    cue: Spans
    actor: str | None = None
    code: str | None = None
    kind: StatementKind
    terms: Terms
    reason: Spans = ()
    addressee: Spans = ()
    venue: Spans = ()
    when: str | None = None
    certainty: Certainty = "certain"
    within: str | None = None
    act: Act = "speech"
    actor_rule: str | None = None
    rule: str
    confidence: float = 1.0


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """One actor on one side of an event, with the words it was read from."""

    actor: str | None = None
    code: str | None = None
    span: Span


class EventTime(msgspec.Struct, frozen=True, kw_only=True):
    """When an event took place: an ISO date, month, year or ``start/end`` period, and the words that say so."""

    value: str
    span: Span


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event took place: the id of a place of this record, and its country."""

    place: str
    country: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, in PLOVER's types; ``statement`` is the statement it rests on, null in the outlet's voice.

    ``evidence`` and each span of ``also`` lie within one sentence. ``cameo`` is the CAMEO code as deep as the text
    supports, ``goldstein`` its Goldstein score, ``quad`` PLOVER's class 1 to 4.
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    source: tuple[Participant, ...] = ()
    target: tuple[Participant, ...] = ()
    object: Spans = ()
    trigger: Spans
    status: Status
    statement: str | None = None
    when: EventTime | None = None
    where: EventPlace | None = None
    evidence: Span
    also: Spans = ()
    cameo: str | None = None
    quad: int
    goldstein: float | None = None
    rule: str
    confidence: float = 1.0


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be done: the stage, a stable code (``OR-…``) and what was found."""

    stage: str
    code: str
    message: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read from one article. Spans point into the text that was given, exactly as given."""

    schema: Literal["onrecord/1"] = SCHEMA
    id: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    failures: tuple[Failure, ...] = ()

    def at_least(self, confidence: float) -> "Record":
        """Without the values below ``confidence``; references to a value that is gone become null."""
        return self.only(lambda value: value.confidence >= confidence)

    def only(self, is_kept: Callable[[Actor | Place | Time | Statement | Event], bool]) -> "Record":
        """The values that ``is_kept``; references to a value that is gone become null."""
        actors = tuple(filter(is_kept, self.actors))
        places = tuple(filter(is_kept, self.places))
        times = tuple(filter(is_kept, self.times))
        statements = tuple(filter(is_kept, self.statements))
        events = tuple(filter(is_kept, self.events))
        kept = {value.id for layer in (actors, places, times, statements, events) for value in layer}
        return msgspec.structs.replace(
            self,
            actors=actors,
            places=places,
            times=tuple(
                time if time.anchor in kept | {"published"} else msgspec.structs.replace(time, anchor=None)
                for time in times
            ),
            statements=tuple(
                msgspec.structs.replace(
                    statement,
                    actor=statement.actor if statement.actor in kept else None,
                    within=statement.within if statement.within in kept else None,
                )
                for statement in statements
            ),
            events=tuple(_without(event, kept) for event in events),
        )


def _without(event: Event, kept: set[str]) -> Event:
    def side(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(
            participant if participant.actor in kept else msgspec.structs.replace(participant, actor=None)
            for participant in participants
        )

    return msgspec.structs.replace(
        event,
        source=side(event.source),
        target=side(event.target),
        statement=event.statement if event.statement in kept else None,
        where=event.where if event.where and event.where.place in kept else None,
    )
