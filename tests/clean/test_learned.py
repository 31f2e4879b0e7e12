"""Furniture learned over an outlet's pages."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord.clean.learned import learn, without
from onrecord.cli.app import app
from onrecord.config import RepairRule, Settings
from onrecord.errors import EmptyError, SettingsError
from onrecord.model.page import CleanPage, OffsetMap, Page
from onrecord.pipeline.intake import cleaned
from onrecord.resources.learned import shown
from tests.strategies import texts

_GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "cleaning.md").read_text(encoding="utf-8")
_LINE = "The Harbour Post is read in forty towns"
_WORDS = "pier crane lorry ferry council union night wage pension dock storm bridge tram school vote budget".split()


def _page(at: int, outlet: str | None = "Harbour Post", line: str = _LINE) -> CleanPage:
    text = f"Report {at} tells of the {_WORDS[at]}.\n\n{line}\n\nThe end of report {at} is near."
    return CleanPage(text=text, outlet=outlet, offsets=OffsetMap(((0, 0, len(text)),)))


def test_a_line_of_many_pages_is_learned_for_its_outlet_alone() -> None:
    pages = [_page(at) for at in range(6)] + [_page(at, "Daily Quay", f"Line {at}") for at in range(6)]
    assert learn(pages) == {"harbour post": (_LINE.casefold(),)}


def test_a_line_of_few_pages_or_of_a_small_share_is_not() -> None:
    assert learn([_page(at) for at in range(4)]) == {}
    many = [_page(at % 16, line=_LINE if at < 6 else f"Line {at}") for at in range(40)]
    assert learn(many) == {}
    assert learn([_page(at, outlet=None) for at in range(9)]) == {}


def test_a_long_line_is_an_article_s() -> None:
    assert learn([_page(at, line="word " * 60) for at in range(9)]) == {}


def test_what_was_learned_is_left_out_and_the_rest_is_found_again() -> None:
    page = _page(3)
    left = without(page, {"harbour post": [_LINE.casefold()]})
    assert left.text == "Report 3 tells of the ferry.\n\nThe end of report 3 is near."
    for at, character in enumerate(left.text):
        found = left.offsets.found(at)
        assert found is not None
        assert page.text[found] == character


def test_nothing_left_is_an_error() -> None:
    with pytest.raises(EmptyError):
        without(CleanPage(text=_LINE, outlet="Harbour Post"), {"harbour post": [_LINE.casefold()]})


@given(texts, st.sampled_from(["Harbour Post", None]))
def test_without_what_was_learned_of_it_a_page_stays(text: str, outlet: str | None) -> None:
    page = CleanPage(text=text, outlet=outlet)
    assert without(page, {"daily quay": [" ".join(text.casefold().split())]}) is page


def _saved(folder: Path, at: int) -> Path:
    story = " ".join(f"{word}{at} {_WORDS[at]} on day {at * number}" for number, word in enumerate(_WORDS))
    path = folder / f"{at}.jsonl"
    text = f"{story}.\n\n{_LINE}\n\nReport {at} ends here, says the {_WORDS[at]} master."
    path.write_bytes(msgspec.json.encode({"id": str(at), "text": text, "title": f"No {at}", "outlet": "Harbour Post"}))
    return path


def test_the_command_makes_what_the_setting_takes(tmp_path: Path) -> None:
    for at in range(6):
        _saved(tmp_path, at)
    table = tmp_path / "out" / "lines.json"
    table.parent.mkdir()
    files = [str(path) for path in sorted(tmp_path.glob("*.jsonl"))]
    assert CliRunner().invoke(app, ["furniture", *files, "--out", str(table)]).exit_code == 0
    assert msgspec.json.decode(table.read_bytes()) == {"harbour post": [_LINE.casefold()]}
    raw = f"The pier is open.\n\n{_LINE}\n\nFerries sail.".encode()
    page = Page(
        location="a",
        raw=raw,
        digest="0" * 64,
        media_type="text/plain",
        metadata={"outlet": "Harbour Post", "title": "x"},
    )
    assert _LINE in cleaned(page).text
    assert cleaned(page, Settings(furniture=str(table))).text == "The pier is open.\n\nFerries sail."


@pytest.mark.parametrize("content", [b"{", b'{"a": 1}', b"\xff"])
def test_a_table_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    table = tmp_path / "lines.json"
    table.write_bytes(content)
    page = Page(location="a", raw=b"The pier is open.", digest="0" * 64, media_type="text/plain")
    with pytest.raises(SettingsError, match=r"lines\.json"):
        cleaned(page, Settings(furniture=str(table)))


def test_the_guide_shows_the_table_as_it_is_made() -> None:
    shown_there = re.search(r"```json\n(.*?)```", _GUIDE, re.DOTALL)
    assert shown_there is not None
    assert shown_there[1] == shown(learn(_page(at) for at in range(6)))


def test_the_guide_names_every_repair() -> None:
    assert re.findall(r"^\| `([\w-]+)` \|", _GUIDE, re.MULTILINE) == list(get_args(RepairRule))
