"""A text cut where values begin and end."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.web.lighting import marks, segments
from tests.strategies import articles

spans = st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from("abc"))


@given(st.text(max_size=12), st.lists(spans, max_size=8))
def test_the_pieces_are_the_text_and_cover_each_value_exactly(text: str, found: list[tuple[int, int, str]]) -> None:
    given_ = [(Span(min(a, b), max(a, b)), "said", value) for a, b, value in found]
    pieces = segments(text, iter(given_))
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        covering = {v for span, _, v in given_ if span.start <= at and at + len(piece.text) <= min(span.end, len(text))}
        assert set(piece.values) == covering
        at += len(piece.text)


@given(articles())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_value_of_a_record_is_lit(pair: tuple[CleanPage, Record]) -> None:
    page, record = pair
    lit = {value for piece in segments(page.text, marks(record)) for value in piece.values}
    wanted = {event.id for event in record.events if event.evidence.start < min(event.evidence.end, len(page.text))}
    assert wanted <= lit


def test_nested_and_overlapping_right_to_left_and_emoji() -> None:
    text = "שלום 😀 abc"
    pieces = segments(text, iter([(Span(0, 6), "said", "s"), (Span(5, 6), "act", "e"), (Span(4, 9), "who", "a")]))
    assert [(piece.text, piece.values) for piece in pieces] == [
        ("שלום", ("s",)), (" ", ("s", "a")), ("😀", ("s", "a", "e")), (" ab", ("a",)), ("c", ()),
    ]  # fmt: skip
