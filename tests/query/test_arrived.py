"""Stories and states of an address, asked for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.linking.passes import arrived, link
from onrecord.query import StoryQuestion, ask_stories, ask_versions
from onrecord.store import open_store
from tests.linking.telling import put
from tests.linking.test_arriving import affair, article


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    url, text = "https://post.example/port", affair(0, 1, 60)
    corrected = f"Two, not three: {text}"
    with open_store(path, create=True) as store:
        put(
            store,
            article("first", text, published="2024-05-01", url=url, updated="2024-05-01"),
            article("corrected", corrected, published="2024-05-02", url=f"{url}/", updated="2024-05-02"),
            article("later", affair(0, 2, of_it=13), published="2024-05-03"),
            article("vote", affair(1, 3), published="2024-06-20"),
        )
        assert arrived(store, "2024-07-01") == 4
        assert arrived(store, "2024-07-01") == 0
        link(store, "2024-07-01")
    return path


def test_a_story_tells_its_first_report_its_outlets_and_its_copies(record: Path) -> None:
    with open_store(record) as store:
        rows = list(ask_stories(store, StoryQuestion()))
        found = next(row for row in rows if row.first == "first")
        assert (found.copies, found.outlets, found.first_day) == (("corrected",), ("The Post",), "2024-05-01")
        assert {report.article for report in found.reports} >= {"first", "corrected"}
        assert [row.articles for row in rows] == sorted((row.articles for row in rows), reverse=True)
        (mine,) = ask_stories(store, StoryQuestion(article="vote"))
        assert mine.first == "vote"
        assert [row.id for row in ask_stories(store, StoryQuestion(since="2024-06"))] == [mine.id]
        assert list(ask_stories(store, StoryQuestion(as_of="2024-06-30"))) == []


@pytest.mark.parametrize("what", ["http://www.post.example/port?utm_source=x", "first", "corrected", None])
def test_what_was_changed_at_an_address_is_shown(record: Path, what: str | None) -> None:
    with open_store(record) as store:
        (row,) = ask_versions(store, what)
    assert (row.earlier, row.article, row.address) == ("first", "corrected", "https://post.example/port")
    assert [(one.removed.strip(), one.added.strip()) for one in row.changes] == [("", "Two, not three:")]


def test_an_address_with_one_state_has_no_later_one(record: Path) -> None:
    with open_store(record) as store:
        assert list(ask_versions(store, "vote")) == []


def test_the_commands_give_the_same(record: Path) -> None:
    run = CliRunner()
    told = run.invoke(app, ["stories", str(record), "--article", "first", "--format", "jsonl"])
    row = json.loads(told.stdout)
    assert row["first"] == "first"
    reports = run.invoke(app, ["stories", str(record), "--story", row["id"], "--format", "jsonl"])
    assert [json.loads(line)["article"] for line in reports.stdout.splitlines()][:2] == ["first", "corrected"]
    assert run.invoke(app, ["stories", str(record), "--story", row["id"], "--moved"]).exit_code == 0
    changed = run.invoke(app, ["versions", str(record), "--format", "jsonl"])
    assert json.loads(changed.stdout)["article"] == "corrected"
