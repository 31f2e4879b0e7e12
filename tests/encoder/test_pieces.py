"""Word pieces and the windows they are read in."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.pieces import WINDOW, pieces, windows
from onrecord.model.span import Span
from tests.strategies import texts


@given(texts)
def test_pieces_point_into_the_text_in_order(text: str) -> None:
    found = pieces(text)
    assert len(found.ids) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)


def test_a_word_in_several_pieces_keeps_its_letters() -> None:
    text = "Ouagadougou’s 🙂 Xi"
    found = pieces(text)
    assert "".join(text[a:b] for a, b in zip(found.starts, found.ends, strict=True)) == text.replace(" ", "")


@given(st.lists(st.integers(1, 90), max_size=40), st.integers(1, WINDOW))
def test_windows_cover_every_piece_once_and_are_not_too_long(lengths: list[int], first: int) -> None:
    sentences = [" ".join(["word"] * length) for length in lengths]
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    found = pieces(text)
    cut = windows(found, text, spans, first)
    assert [index for start, stop in cut for index in range(start, stop)] == list(range(len(found.ids)))
    assert all(stop - start <= (WINDOW if number else max(first, WINDOW)) for number, (start, stop) in enumerate(cut))


def test_a_window_ends_with_a_paragraph_where_it_can() -> None:
    text = ("word " * 150).strip() + "\n" + ("word " * 150).strip()
    middle = text.index("\n")
    cut = windows(pieces(text), text, [Span(0, middle), Span(middle + 1, len(text))])
    assert cut == [(0, 150), (150, 300)]
