"""The shapes of the answers of ``/api/v1``, where they are not those of the questions or of the pages."""

from typing import Generic, TypeVar

import msgspec

from onrecord.query import Count, Dyad
from onrecord.query.counting import Spot
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
    href: str | None


class Timeline(msgspec.Struct, frozen=True):
    """Events over time."""

    unit: str
    counts: tuple[Bar, ...]


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


class Network(msgspec.Struct, frozen=True):
    """Who acts on whom: ``shown`` of ``of`` actors."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shown: int
    of: int


class Spots(msgspec.Struct, frozen=True):
    """Where events were."""

    places: tuple[Spot, ...]


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
