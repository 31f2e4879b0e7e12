"""From what the encoder gives to cues, contents and sources, on readings made by hand."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.tagging import _runs, _taken, attributions
from onrecord.encoder.network import Reading
from onrecord.encoder.pieces import pieces
from onrecord.encoder.traits import DISTANCES

odds = st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=40)


@given(odds, st.floats(0, 6))
def test_runs_are_apart_in_order_and_inside(values: list[float], gain: float) -> None:
    runs = _runs(np.array(values, dtype=np.float32), gain)
    edges = [edge for run in runs for edge in run]
    assert edges == sorted(edges)
    assert all(0 <= start < stop <= len(values) for start, stop in runs)


@given(st.lists(st.tuples(*[st.floats(-9, 9, width=32)] * 3), min_size=1, max_size=40))
def test_moved_edges_leave_no_run_empty_or_upon_another(rows: list[tuple[float, float, float]]) -> None:
    taken = _taken(np.array(rows, dtype=np.float32).T, 2.0)
    assert all(start < stop for start, stop in taken)
    assert all(before[1] <= after[0] for before, after in pairwise(taken))
    assert all(start >= 0 and stop <= len(rows) for start, stop in taken)


def test_a_cue_takes_what_is_linked_to_it() -> None:
    text = "The envoy said talks failed"
    found = pieces(text)
    count = len(found.ids)
    cue = np.full((count, 3), (6.0, 0.0, 0.0), dtype=np.float32)
    cue[2] = (0.0, 6.0, 0.0)
    own = np.full((count, 6), -6.0, dtype=np.float32)
    own[3:, 0], own[:2, 3] = 6.0, 6.0
    none = np.zeros((count, 6, 4), dtype=np.float32)
    far = np.zeros((DISTANCES, 6), dtype=np.float32)
    (tagged,) = attributions(text, found, Reading(0, cue, none, none, none, own), far)
    assert tagged.cue.of(text) == "said"
    assert [span.of(text) for span in tagged.content] == ["talks failed"]
    assert [span.of(text) for span in tagged.source] == ["The envoy"]
    assert 0.9 < tagged.chance <= 1
