"""How sure an event is: the chance that its type, its sides and its status are all right.

Three logistic models over :mod:`onrecord.events.grounds`, one for each of the three, multiplied and then bent to the
shares that were measured. Their weights are a table (``resources/event_confidence.tsv``: head, ground, weight) that
``training/event_confidence.py`` makes from events judged one by one.
"""

from functools import cache
from math import exp, log

from onrecord.errors import ResourceError
from onrecord.events.grounds import HEADS, grounds
from onrecord.model.document import Document
from onrecord.model.record import Event
from onrecord.resources import rows

TABLE = "event_confidence.tsv"
BIAS = "always"
ALL = "all"  # the head that bends the product; its grounds are BIAS and PRODUCT
PRODUCT = "log-odds of the product"
_LEAST = 1e-4  # nothing is all but impossible
Weights = dict[str, dict[str, float]]


def confidence(document: Document, event: Event) -> float:
    """The chance, 0 to 1, that all of ``event`` is right, to three digits."""
    return round(_bent(parts(document, event, weights()), weights()), 3)


def parts(document: Document, event: Event, table: Weights) -> tuple[float, ...]:
    """The chances that the type, the sides and the status are right, each taken alone."""
    found = grounds(document, event)
    return tuple(_chance(_odds(table[head], names)) for head, names in zip(HEADS, found, strict=True))


def _odds(known: dict[str, float], names: frozenset[str]) -> float:
    # In one order: a sum of floats depends on it.
    return known[BIAS] + sum(known[name] for name in sorted(names) if name in known)


def _bent(each: tuple[float, ...], table: Weights) -> float:
    product = 1.0
    for one in each:
        product *= one
    return _chance(table[ALL][BIAS] + table[ALL][PRODUCT] * log_odds(product))


def log_odds(chance: float) -> float:
    """A chance as log-odds, neither end of it certain."""
    kept = min(1 - _LEAST, max(_LEAST, chance))
    return log(kept / (1 - kept))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


@cache
def weights() -> Weights:
    """Head → ground → weight.

    Raises:
        ResourceError: the table is missing, damaged, or lacks a head.
    """
    table: Weights = {head: {} for head in (*HEADS, ALL)}
    for head, ground, weight in rows(TABLE):
        try:
            table[head][ground] = float(weight)
        except (KeyError, ValueError) as error:
            raise ResourceError(f"resource {TABLE}, row {head} {ground!r} {weight!r}: {error}") from error
    lacking = [head for head, known in table.items() if BIAS not in known]
    if lacking or PRODUCT not in table[ALL]:
        raise ResourceError(f"resource {TABLE}: no row {BIAS!r} of {lacking or ALL}; run training.event_confidence")
    return table
