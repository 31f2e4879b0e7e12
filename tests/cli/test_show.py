"""``onrecord show``: an article with its values marked, of a store or read on the spot."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cli import terminal
from onrecord.cli.marking import coloured, event_line, lettered, statement_line
from onrecord.cli.terminal import harmless
from onrecord.model.record import Event, Record, Statement
from onrecord.model.span import Span
from tests.cli.conftest import Command
from tests.strategies import records, words


def test_first_article_by_default_others_by_number_or_id(record: Path, command: Command) -> None:
    first = command("show", record)
    assert first.code == 0
    # Undated articles come by their ids.
    texts = {number: command("show", record, number).out for number in (1, 2)}
    assert first.out == texts[1] != texts[2]
    assert any("[S1 " in text and "Who said what" in text and "E1 " in text for text in texts.values())
    assert "\x1b" not in "".join(texts.values())


def test_a_file_is_read_on_the_spot(folder: Path, command: Command) -> None:
    outcome = command("show", folder / "lima.txt", "--published", "2024-05-04")
    assert outcome.code == 0
    assert outcome.out.startswith("Peru asks Chile for help\n")
    assert "2024-05-03" in outcome.out


def test_only_values_sure_enough(folder: Path, command: Command) -> None:
    outcome = command("show", folder / "lima.txt", "--min-confidence", "1")
    assert "Who said what: nothing found" in outcome.out


@pytest.mark.parametrize("article", ["3", "0", "no-such-id"])
def test_an_article_that_is_not_there(record: Path, command: Command, article: str) -> None:
    outcome = command("show", record, article)
    assert outcome.code == 2
    assert outcome.err.startswith("onrecord: [OR-STORE]")


@pytest.mark.parametrize("arguments", [("missing.txt",), ("lima.txt", "2"), ("lima.txt", "some-id")])
def test_what_cannot_be_shown(folder: Path, command: Command, arguments: tuple[str, ...]) -> None:
    outcome = command("show", folder / arguments[0], *arguments[1:])
    assert outcome.code == 2
    assert outcome.err.startswith("onrecord: [OR-INPUT]")


def test_no_control_sequence_reaches_the_terminal(folder: Path, command: Command) -> None:
    (folder / "bad.txt").write_text("A title\x1b]0;x\x07\n\nThe mayor \x1b[31msaid\u202e no.", encoding="utf-8")
    outcome = command("show", folder / "bad.txt")
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", outcome.out)


@pytest.mark.parametrize(
    ("is_terminal", "no_color", "expected"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colours_only_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, no_color: str, expected: bool
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal.has_colours() is expected


def test_marks_nest() -> None:
    text = "She said the army attacked the port."
    said = Statement(
        id="s1", content=(Span(9, 35),), source=(Span(0, 3),), cue=(), kind="indirect", terms="named", rule="x"
    )
    done = Event(
        id="e1", type="ASSAULT", trigger=(Span(18, 26),), status="actual", evidence=Span(0, 36), quad=4, rule="x"
    )
    record = Record(id="a", statements=(said,), events=(done,))
    assert str(lettered(text, record)) == "She said [S1 the army {E1 attacked} the port]."
    assert str(coloured(text, record)) == "She said S1 the army E1 attacked the port."
    assert statement_line(1, said, text, record)[0] == "S1 She: the army attacked the port"
    assert event_line(1, done, text, record)[0] == "E1 ? → ?: ASSAULT “attacked”"


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_record_is_shown_with_its_whole_text(data: st.DataObject) -> None:
    text = data.draw(words.map(lambda value: re.sub(r"[\[\]{}]", "", value)))
    record = data.draw(records(text))
    shown = str(lettered(text, record))
    assert re.sub(r"[\[{][SE]\d+ |[\]}]", "", shown) == harmless(text)
    assert shown.count("[") == shown.count("]")
    assert len(coloured(text, record)) >= len(text)
    for number, statement in enumerate(record.statements, 1):
        assert all(statement_line(number, statement, text, record))
    for number, event in enumerate(record.events, 1):
        assert all(event_line(number, event, text, record))
