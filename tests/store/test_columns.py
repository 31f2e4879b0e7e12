"""Texts come back from the database as they were, whatever they hold."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.columns import Words, storable
from tests.strategies import words


@given(words | st.text())
def test_what_is_stored_can_be_stored_and_comes_back(text: str) -> None:
    kept = storable(text)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert Words().process_result_value(kept, None) == text  # type: ignore[arg-type]


def test_plain_text_is_kept_as_it_is() -> None:
    assert storable("Zoë said “no” 😀") == "Zoë said “no” 😀"
