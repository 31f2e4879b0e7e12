"""How often a rule is right, as measured on gold: the confidence of every value it gives."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from onrecord.model.document import Document
from onrecord.model.record import Actor, Event, Place, Statement, Time
from onrecord.resources import confidence_table

Value = TypeVar("Value", Actor, Place, Time, Statement, Event)


class Confidence:
    """The stage that gives each value the measured share of right answers of its rule.

    The table (``resources/confidence.json``) is made by ``training/calibrate``: kind → rule → share, smoothed towards
    the share of the kind (``*``), which also stands for a rule that the gold never showed.
    """

    name = "confidence"
    requires = frozenset({"actors", "places", "times", "statements", "events"})
    provides = frozenset[str]()

    def __init__(self) -> None:
        self._table = confidence_table()

    def __call__(self, document: Document) -> Document:
        return document.with_layers(
            actors=self._rated("actors", document.actors),
            places=self._rated("places", document.places),
            times=self._rated("times", document.times),
            statements=self._rated("statements", document.statements),
            events=self._rated("events", document.events),
        )

    def _rated(self, kind: str, values: Iterable[Value]) -> tuple[Value, ...]:
        shares = self._table[kind]
        return tuple(msgspec.structs.replace(value, confidence=shares.get(value.rule, shares["*"])) for value in values)
