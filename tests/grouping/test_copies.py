"""Copies against what a store keeps: sketches as bytes give the answers that the texts gave."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.grouping import Copies, packed, sketched, unpacked

_VOCABULARY = [f"word{at}" for at in range(12)]
_texts = st.lists(st.lists(st.sampled_from(_VOCABULARY), max_size=40), max_size=8)


@given(st.lists(st.text(max_size=8), max_size=300))
def test_a_sketch_comes_back_from_its_bytes(words: list[str]) -> None:
    sketch = sketched(words)
    assert unpacked(packed(sketch)).tolist() == sketch.tolist()
    assert len(packed(sketch)) == 8 * len(sketch)


def test_bytes_that_are_no_sketch_are_refused() -> None:
    with pytest.raises(ValueError, match="multiple"):
        unpacked(b"1234567")


@settings(max_examples=50)
@given(_texts, _texts)
def test_a_restored_index_answers_as_the_one_that_saw_the_texts(
    stored: list[list[str]], later: list[list[str]]
) -> None:
    seen, restored = Copies(), Copies()
    for words in stored:
        seen.add(words)
    for number, words in enumerate(stored):
        first = seen.first(number)
        restored.restore(unpacked(packed(sketched(words))), first if first < number else None)
    assert [restored.add(words) for words in later] == [seen.add(words) for words in later]


def test_a_group_that_begins_with_an_unknown_text_is_refused() -> None:
    with pytest.raises(IndexError, match="text 3"):
        Copies().restore(sketched(["a"]), 3)


def test_a_sketch_of_a_long_article_stays_small() -> None:
    words = [f"word{at}" for at in range(4000)]
    assert len(packed(sketched(words))) < 8 * 4000 / 3
