"""The shapes of the answers of ``/api/v1``, where they are not those of the questions or of the pages."""

from typing import Any, Generic, TypeVar

import msgspec

from onrecord.query import Count, Dyad
from onrecord.query.agreeing import AgreementRow, VerdictRow
from onrecord.store.watching import Match, WatchRow

R = TypeVar("R")


class Rows(msgspec.Struct, Generic[R], frozen=True):
    """All there are, or as many as were asked for."""

    rows: tuple[R, ...]


class Total(msgspec.Struct, frozen=True):
    """How many there are."""

    count: int


class Counts(msgspec.Struct, frozen=True):
    """How many there are of each value."""

    counts: tuple[Count, ...]


class Dyads(msgspec.Struct, frozen=True):
    """Between whom events are, those with most first."""

    dyads: tuple[Dyad, ...]


class Watches(msgspec.Struct, frozen=True):
    """Rules, and what they found, the last first."""

    rules: tuple[WatchRow, ...]
    found: tuple[Match, ...]


class Bar(msgspec.Struct, frozen=True):
    """A bar of the timeline, and the page behind it."""

    value: str
    count: int
    href: str


class Stretch(msgspec.Struct, frozen=True):
    """Events of which no more is known than that they were from ``first`` to ``last``, both days; and their page."""

    first: str
    last: str
    count: int
    href: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Events over time. ``chosen``: the unit was asked for. ``less_exact`` and ``undated`` ones have no bar.

    ``ranges`` are those with most events, of ``ranges_of`` in all.
    """

    unit: str
    chosen: bool
    counts: tuple[Bar, ...]
    less_exact: int
    undated: int
    ranges: tuple[Stretch, ...]
    ranges_of: int


class Node(msgspec.Struct, frozen=True):
    """A country or kind of body, its events, and its page."""

    id: str
    label: str
    count: int
    href: str


class Edge(msgspec.Struct, frozen=True):
    """The events from one to another: how many, and of which of PLOVER's classes.

    ``quads`` counts cooperation in words and in deeds, conflict in words and in deeds; ``quad``, 1 to 4, is the class
    of most, and ``label`` says it. ``href`` is their page.
    """

    source: str
    target: str
    count: int
    quad: int
    quads: tuple[int, int, int, int]
    label: str
    href: str


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts on whom: ``shown`` of ``of`` actors, ``edges_shown`` of ``edges_of`` pairs."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shown: int
    of: int
    edges_shown: int
    edges_of: int


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of events; ``precision``: whether that is a city, a region or a country. ``href`` is their page."""

    name: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    count: int
    href: str | None


class Spots(msgspec.Struct, frozen=True, kw_only=True):
    """Where events were: ``shown`` of ``of`` places, those with most events."""

    places: tuple[Place, ...]
    shown: int
    of: int


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A question under its name: its fields that ask for something, and the address under which it is asked."""

    person: str
    name: str
    kind: str
    made: str
    question: dict[str, Any]
    address: str


class Removed(msgspec.Struct, frozen=True):
    """The name of what was taken away."""

    removed: str


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far reviewers agree, by kind and pair, and every value that somebody judged, with each one's verdict."""

    rows: tuple[AgreementRow, ...]
    values: tuple[VerdictRow, ...]


class Voted(msgspec.Struct, frozen=True):
    """A vote as it was taken."""

    what: str
    cast: str


class Decided(msgspec.Struct, frozen=True):
    """The ids of the decisions that were taken."""

    ids: tuple[str, ...]


class FeedAddress(msgspec.Struct, frozen=True):
    """The addresses of a feed on this server, for programs that read feeds, and the key by which it is taken back."""

    key: str
    atom: str
    json: str


class Fault(msgspec.Struct, frozen=True):
    """What went wrong: a code that does not change, and words."""

    code: str
    message: str


class Error(msgspec.Struct, frozen=True):
    """The one shape of every error."""

    error: Fault
