"""``onrecord code``: one line out for every line in, each read alone."""

import json

import pytest

from onrecord.cli.code import work
from onrecord.config import Settings
from onrecord.engine import Result

LINE = {"id": "a", "text": "Kenya accused Sudan of lying.", "source_spans": [[0, 5]], "target_spans": [[14, 19]]}


@pytest.fixture(scope="module")
def code():  # type: ignore[no-untyped-def]
    return work(Settings())


def test_spans_or_their_text_give_the_same_answer(code) -> None:  # type: ignore[no-untyped-def]
    told = {"id": "a", "text": LINE["text"], "source": "Kenya", "target": "Sudan", "source_spans": None}
    one, other = (code((1, json.dumps(line).encode())) for line in (LINE, told))
    assert one.answer == other.answer
    assert one.answer["type"] == "ACCUSE"
    assert one.answer["quad"] == 3
    assert set(one.answer) == {"id", "type", "mode", "status", "quad", "scores"}


@pytest.mark.parametrize(
    "raw",
    [
        b"no json",
        b'{"id": "a"}',
        b'{"text": "Peru", "source_spans": [[0, 99]]}',
        b'{"text": "Peru", "source_spans": [["a", 1]]}',
        b'{"text": "Peru", "target_spans": 3}',
    ],
)
def test_a_faulty_line_fails_alone(code, raw: bytes) -> None:  # type: ignore[no-untyped-def]
    result: Result[dict[str, object]] = code((7, raw))
    assert result.failed
    assert result.answer["type"] is None
    assert result.answer["error"]


def test_any_text_has_a_type(code) -> None:  # type: ignore[no-untyped-def]
    for text in ("", "“”", "😀", "\ud800", "x " * 300):
        assert code((1, json.dumps({"text": text}).encode())).answer["type"]
