"""Repairs: what they mend, what they leave, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.repair import repair

MENDED = {
    "entity-remnant": ("She wasn”;t sure. “;No,”; he said –; twice.", "She wasn't sure. “No,” he said – twice."),
    "entity": ("Smith &amp;amp; Sons said it&rsquo;s &quot;done&quot;.", 'Smith & Sons said it’s "done".'),
    "mojibake": ("The cafÃ© isnâ€™t open.", "The café isn’t open."),
    "invisible": ("a long\u00ad word\u200b here", "a long word here"),
    "space-kind": ("ten\u00a0people", "ten people"),
    "line-break": ("one\r\ntwo", "one\ntwo"),
    "double-space": ("two  spaces", "two spaces"),
    "hyphenation": ("a govern-\nment", "a government"),
    "trailing-space": ("end \nnext", "end\nnext"),
}
PIECES = st.sampled_from(
    [*"aS “”‘’–;&é\n\r\u00a0\u200b", "wasn”;t", "“;", "”;", "&rsquo;", "Ã©", "â€™", "-\nx", "\ud800"]
)


@pytest.mark.parametrize("rule", MENDED)
def test_each_rule_mends_and_is_listed(rule: str) -> None:
    found, wanted = MENDED[rule]
    repaired = repair(found)
    assert repaired.text == wanted
    assert {one.rule for one in repaired.repairs} == {rule}
    assert all(found[one.span.start : one.span.end] == one.before for one in repaired.repairs)


def test_the_mark_of_a_remnant_is_decided_by_its_neighbours() -> None:
    text = "“;We will,”; the minister said. The officials”; plan didn”;t pass."
    assert repair(text).text == "“We will,” the minister said. The officials' plan didn't pass."


@pytest.mark.parametrize(
    "text",
    [
        "He said “no”; she said “yes”; nobody asked.",
        "It’s 5 p.m.; they – the two – wait.",
        "“Où est la pâte ?”",
        "AT&T & Co; R&D;",
    ],
)
def test_a_clean_text_stays(text: str) -> None:
    assert repair(text).text == text
    assert not repair(text).repairs


@given(st.lists(PIECES, max_size=40).map("".join))
def test_what_was_kept_is_found_where_the_map_says(text: str) -> None:
    repaired = repair(text)
    for start, found, length in repaired.offsets.pieces:
        assert repaired.text[start : start + length] == text[found : found + length]
    for one in repaired.repairs:
        assert 0 <= one.span.start <= one.span.end <= len(text)


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    repaired = repair(text)
    assert all(
        offset is None or 0 <= offset < len(text) for offset in map(repaired.offsets.found, range(len(repaired.text)))
    )


@given(st.lists(st.sampled_from(["Prices rose.", "“Yes,” he said.", "It’s – as ever – late."]), max_size=6))
def test_clean_sentences_come_out_as_they_went_in(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    assert repair(text).text == text
