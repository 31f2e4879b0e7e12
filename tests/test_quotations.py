"""Quotation marks paired: straight and curly, re-opened and left open, apostrophes left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quotations import quotations, share_inside


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We are ready,” she said.", ["We are ready,"]),
        ('"We are ready," she said. "Come now."', ["We are ready,", "Come now."]),
        (
            "“The first paragraph goes on.\n\n“The second ends,” he said.",
            ["The first paragraph goes on.", "The second ends,"],
        ),
        ("It wasn't the ministers' fault.", []),
        ('A 6" pipe and a 12" pipe.', []),
        ("“Nobody closed this.", ["Nobody closed this."]),
        ("“”", [""]),
        ("''We are ready,'' she said of the workers'' plan.", ["We are ready,"]),
        ("''We are'' late, the ''old man'' said.", ["We are", "old man"]),
    ],
)
def test_pairs(text: str, inner: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in quotations(text)] == inner


@pytest.mark.parametrize(
    ("text", "is_speech"),
    [
        ("“We will not go there again.”", True),
        ("“Good Morning Nairobi”", False),
        ("“reform”", False),
        ("“Never.”", True),
    ],
)
def test_speech_is_told_from_titles(text: str, is_speech: bool) -> None:
    assert [quotation.is_speech for quotation in quotations(text)] == [is_speech]


@given(st.text(alphabet="ab '\"“”„«»\n.5", max_size=60))
def test_any_marks_give_ordered_spans_that_do_not_overlap(text: str) -> None:
    found = quotations(text)
    for one, other in pairwise(found):
        assert one.outer.end <= other.outer.start
    for quotation in found:
        assert quotation.outer.contains(quotation.inner)
        assert 0.0 <= share_inside(found, (quotation.outer,), text) <= 1.0
