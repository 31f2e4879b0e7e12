"""The counting behind the figures, on values made by hand."""

from collections import Counter

from bench.gazetteer.__main__ import measure, over
from bench.quality.judged import Judged, curve
from bench.quality.statuses import Tally, table


def test_the_curve_gives_precision_and_recall_from_the_surest_down() -> None:
    values = [
        Judged("events", "d", "verb", confidence, right)
        for confidence, right in ((0.9, True), (0.9, True), (0.5, False), (0.5, True))
    ]
    assert curve(values) == [(0.9, 1.0, 2 / 3), (0.5, 0.75, 1.0)]


def test_only_what_did_not_happen_can_be_made_a_fact() -> None:
    read = Counter({("hypothetical", "actual"): 2, ("negated", "planned"): 1, ("actual", "ongoing"): 5})
    result = Tally(Counter({"hypothetical": 3, "negated": 1, "actual": 5}), read)
    assert result.false_facts() == 2
    assert "facts out of what did not happen: 2 of 3, 66.7 %" in table(result)


def test_the_index_of_places_is_over_its_bounds_or_not() -> None:
    assert over({"start_up_s": 0.1, "resident_bytes": 50e6, "lookups_per_s": 1.0}) == []
    assert over({"start_up_s": 0.3, "resident_bytes": 70e6, "lookups_per_s": 1.0}) == ["start_up_s", "resident_bytes"]


def test_the_index_of_places_keeps_its_bound_of_memory() -> None:
    assert "resident_bytes" not in over(measure())
