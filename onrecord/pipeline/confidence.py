"""The confidence of every value: how often its rule is right, or, for an event, what speaks for it and against it."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from onrecord.events.trust import confidence
from onrecord.model.document import Document
from onrecord.model.record import Actor, Event, Place, Statement, Time
from onrecord.resources import confidence_table
from onrecord.resources.plover import quads

Value = TypeVar("Value", Actor, Place, Time, Statement)


class Confidence:
    """The stage that gives each value its confidence, and holds back the events that have too little.

    The table (``resources/confidence.json``) is made by ``training/confidence``: kind → rule → share, smoothed towards
    the share of the kind (``*``), which also stands for a rule that the gold never showed. Events have a model of their
    own (:mod:`onrecord.events.trust`). One of a user's own types is kept however unsure: nothing was learned of it.
    """

    name = "confidence"
    requires = frozenset({"actors", "places", "times", "statements", "events"})
    provides = frozenset[str]()

    def __init__(self, least_event: float = 0.0) -> None:
        self._least_event = least_event
        self._table = confidence_table()

    def __call__(self, document: Document) -> Document:
        events = [msgspec.structs.replace(event, confidence=confidence(document, event)) for event in document.events]
        return document.with_layers(
            actors=self._rated("actors", document.actors),
            places=self._rated("places", document.places),
            times=self._rated("times", document.times),
            statements=self._rated("statements", document.statements),
            events=tuple(event for event in events if self._is_kept(event)),
            withheld=tuple(event for event in events if not self._is_kept(event)),
        )

    def _is_kept(self, event: Event) -> bool:
        return event.confidence >= self._least_event or event.type not in quads()

    def _rated(self, kind: str, values: Iterable[Value]) -> tuple[Value, ...]:
        shares = self._table[kind]
        return tuple(msgspec.structs.replace(value, confidence=shares.get(value.rule, shares["*"])) for value in values)
