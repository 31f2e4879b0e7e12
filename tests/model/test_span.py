"""Spans: half-open ranges of code points."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span, cover, merge

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))
texts = st.text(alphabet="ab “”’\n😀é", max_size=60)


def test_a_span_slices() -> None:
    assert Span(3, 4).of("a “b” c") == "b"
    assert Span(2, 5).of("a “b” c") == "“b”"
    assert Span(1, 2).of("😀é") == "é"


@given(texts, spans)
def test_trim_leaves_no_space_at_the_edges(text: str, span: Span) -> None:
    trimmed = span.trim(text)
    assert trimmed.of(text) == span.of(text).strip()


@given(spans, spans)
def test_overlap_is_a_shared_character(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(set(range(*one)) & set(range(*other)))
    assert one.shared(other) == len(set(range(*one)) & set(range(*other)))


@given(st.lists(spans, min_size=1))
def test_cover_contains_all(many: list[Span]) -> None:
    assert all(cover(many).contains(span) for span in many)


@given(st.lists(spans))
def test_merge_keeps_every_character_and_leaves_gaps(many: list[Span]) -> None:
    merged = merge(many)
    kept = [span for span in many if span.start < span.end]
    assert {at for span in merged for at in range(*span)} == {at for span in kept for at in range(*span)}
    assert all(one.end < other.start for one, other in pairwise(merged))
