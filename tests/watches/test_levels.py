"""A week against the weeks before it."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.watches.levels import change

counts = st.lists(st.integers(0, 60), min_size=4, max_size=4)


def test_a_jump_and_a_fall_are_told() -> None:
    assert change(20, [4, 5, 3, 4]) == "more"
    assert change(0, [12, 15, 11, 14]) == "fewer"
    assert change(200, [30] * 52) == "more"


def test_small_numbers_are_no_news() -> None:
    assert change(3, [0, 0, 0, 0]) is None
    assert change(1, [0] * 52) is None
    assert change(0, [1, 2, 1, 0]) is None
    assert change(9, []) is None


@given(counts, st.integers(0, 60))
def test_more_is_above_the_mean_and_fewer_below(before: list[int], week: int) -> None:
    found = change(week, before)
    assert found != "more" or week > sum(before) / 4
    assert found != "fewer" or week < sum(before) / 4


@given(counts, st.integers(0, 60))
def test_a_higher_week_is_never_less_of_a_jump(before: list[int], week: int) -> None:
    if change(week, before) == "more":
        assert change(week + 1, before) == "more"
