"""Sentences with their two actors marked."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.pairs import CLOSING, OPENING, marked
from onrecord.encoder.pieces import WINDOW, pieces
from onrecord.model.span import Span
from onrecord.model.token import EMPTY
from tests.strategies import texts


def test_marks_stand_around_each_actor() -> None:
    text = "Iran warned Iraq and Oman."
    read = marked(text, [Span(0, 4)], [Span(12, 16), Span(21, 25)], [], EMPTY)
    ids = read.ids.tolist()
    assert ids[0] == OPENING[0] and ids[2] == CLOSING[0]
    assert ids.count(OPENING[1]) == ids.count(CLOSING[1]) == 2
    assert read.marks == (0, ids.index(OPENING[1]))
    assert len(read.traits) == len(ids) == len(pieces(text).ids) + 6


@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_any_text_and_any_actor_can_be_marked(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    read = marked(text, [span], [], [], EMPTY)
    assert len(read.ids) == len(read.traits) <= WINDOW
    assert read.marks[1] == -1
    assert read.marks[0] == -1 or read.ids[read.marks[0]] == OPENING[0]
