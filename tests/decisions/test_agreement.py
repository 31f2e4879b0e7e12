"""Figures of agreement: against published examples, and what must hold of any verdicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.decisions.agreement import alpha, kappa, share

verdicts = st.sampled_from(["accept", "reject", "edit status → planned"])
pairs = st.lists(st.tuples(verdicts, verdicts), min_size=1, max_size=30)

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units, some unobserved.
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
TWO = ("0100000010", "1110010000")


def units(rows: tuple[str, ...]) -> list[list[str]]:
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


def test_alpha_is_that_of_its_author() -> None:
    assert alpha(units(FOUR)) == pytest.approx(0.743, abs=0.0005)
    assert alpha(units(TWO)) == pytest.approx(0.095, abs=0.0005)


def test_kappa_takes_chance_away() -> None:
    found = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert share(found) == 0.7
    assert kappa(found) == pytest.approx(0.4)


def test_what_says_nothing_is_null() -> None:
    assert (share([]), kappa([]), alpha([])) == (None, None, None)
    assert kappa([("a", "a")] * 5) is None
    assert alpha([["a", "a"], ["a"]]) is None
    assert alpha([["a"], ["b"]]) is None


@given(pairs)
def test_whose_verdict_comes_first_does_not_matter(found: list[tuple[str, str]]) -> None:
    turned = [(other, one) for one, other in found]
    assert kappa(found) == pytest.approx(kappa(turned)) if kappa(found) is not None else kappa(turned) is None
    assert alpha(found) == alpha(turned)


@given(pairs)
def test_no_figure_is_above_full_agreement(found: list[tuple[str, str]]) -> None:
    for figure in (kappa(found), alpha(found)):
        assert figure is None or figure <= 1
        if figure is not None and share(found) == 1:
            assert figure == pytest.approx(1)
