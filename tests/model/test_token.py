"""Walking a parse built by hand."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span
from onrecord.model.token import Parse
from tests.builders import document

TEXT = "The new minister of justice resigned ."
PARSE = document(
    TEXT, "The/DET/det/2", "new/ADJ/amod/2", "minister/NOUN/nsubj/5", "of/ADP/prep/2", "justice/NOUN/pobj/3",
    "resigned/VERB/ROOT/5", "./PUNCT/punct/5",
).parse  # fmt: skip


def test_children_by_dependency() -> None:
    assert PARSE.children(2) == (0, 1, 3)
    assert PARSE.children(2, "prep") == (3,)


def test_subtree_and_what_is_left_out() -> None:
    assert PARSE.subtree(2) == [0, 1, 2, 3, 4]
    assert PARSE.subtree(2, without=frozenset({"prep"})) == [0, 1, 2]


def test_nominal_stops_at_its_head() -> None:
    assert PARSE.span(*PARSE.nominal(2)).of(TEXT) == "The new minister"


def test_ancestors_lead_to_the_root() -> None:
    assert PARSE.ancestors(4) == [3, 2, 5]


def test_head_of_a_span_governs_it() -> None:
    assert PARSE.head_of(Span(0, 27)) == 2
    assert PARSE.head_of(Span(37, 38)) is None


def test_sentence_of_a_token() -> None:
    assert PARSE.sentence_of(3).of(TEXT) == TEXT


@given(st.integers(0, 40), st.integers(0, 40))
def test_tokens_in_a_span_are_those_that_overlap(one: int, other: int) -> None:
    span = Span(min(one, other), max(one, other))
    expected = [i for i, token in enumerate(PARSE.tokens) if Span(token.start, token.end).overlaps(span)]
    assert list(PARSE.tokens_in(span)) == expected or span.start == span.end


def test_an_empty_parse_has_nothing() -> None:
    empty = Parse((), ())
    assert list(empty.tokens_in(Span(0, 5))) == []
    assert empty.sentence_spans() == ()
