"""The parse: offsets into the text as given, whatever it holds."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import Parser


def test_paragraphs_are_parsed_apart(parser: Parser) -> None:
    text = "Bridge to open in May\n\nThe minister spoke on Monday. She left.\nHard-wrapped\nlines go on."
    sentences = [span.of(text) for span in parser.parse(text).sentence_spans()]
    assert sentences[:3] == ["Bridge to open in May", "The minister spoke on Monday.", "She left."]


@given(st.text(alphabet=st.characters(max_codepoint=0x1FFFF), max_size=80))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tokens_slice_to_themselves_and_trees_end(parser: Parser, text: str) -> None:
    parse = parser.parse(text)
    for index, token in enumerate(parse.tokens):
        given = text[token.start : token.end]
        assert "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in given) == token.text
        assert token.text.strip()
        assert len(parse.ancestors(index)) <= len(parse.tokens)


def test_a_lone_surrogate_keeps_the_offsets(parser: Parser) -> None:
    parse = parser.parse("a \ud800 b")
    assert [(token.start, token.end) for token in parse.tokens][-1] == (4, 5)


@pytest.mark.parametrize("mark", ["[", "“", "&", "a", "http://a.example/?"])
def test_a_word_without_end_takes_no_time(parser: Parser, mark: str) -> None:
    text = f"The port is shut. {mark * 4000} It may open on Monday."
    started = time.monotonic()
    parse = parser.parse(text)
    assert time.monotonic() - started < 20
    assert "".join(token.text for token in parse.tokens) == "".join(text.split())
    assert [token.text for token in parse.tokens[-5:]] == ["may", "open", "on", "Monday", "."]


@pytest.mark.parametrize("text", ["Ship came.\n" * 3000, f"{'The port is shut. ' * 200}\n" * 30])
def test_a_long_text_is_not_in_memory_at_once(parser: Parser, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    together: list[list[str]] = []
    pipe = parser._nlp.pipe

    def spy(texts: list[str], batch_size: int) -> Iterator[Any]:
        together.append(texts)
        return pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(parser._nlp, "pipe", spy)
    parse = parser.parse(text)
    assert max(map(len, together)) <= 400
    assert max(sum(map(len, texts)) for texts in together) <= 120_000
    assert "".join(token.text for token in parse.tokens) == "".join(text.split())
