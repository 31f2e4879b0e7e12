"""One function over many inputs: the same answers in the same order, in one process or in several."""

from collections.abc import Callable

from onrecord.config import Settings
from onrecord.engine import Result, run


def doubling(settings: Settings) -> Callable[[int], Result[int]]:
    return lambda number: Result(2 * number, failed=number == 3)


def test_order_and_workers_change_nothing() -> None:
    alone = list(run(doubling, Settings(), range(60), workers=1))
    together = list(run(doubling, Settings(), range(60), workers=2))
    assert alone == together
    assert [result.answer for result in alone] == [2 * number for number in range(60)]
    assert [number for number, result in enumerate(alone) if result.failed] == [3]


def test_nothing_in_nothing_out() -> None:
    assert list(run(doubling, Settings(), [], workers=2)) == []
