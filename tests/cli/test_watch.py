"""``onrecord watch`` and ``onrecord follow`` as from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLES, Command


def test_a_watch_from_setting_to_feed(record: Path, command: Command, tmp_path: Path) -> None:
    assert command("watch", "add", "PER* > CHL* REQUEST", "--name", "help", "--into", record).code == 0
    feed = tmp_path / "feed.json"
    first = command("watch", "run", "--into", record, "--json-feed", feed)
    assert first.code == 0
    assert first.out.startswith("help: ")
    assert "asked Chile for help" in first.out
    assert [item["tags"][0] for item in json.loads(feed.read_text())["items"]] == ["help"]
    assert command("watch", "run", "--into", record).out == ""
    found = command("watch", "matches", "--into", record, "--format", "jsonl").out
    assert json.loads(found)["watch"] == "help"
    assert "help" in command("watch", "list", "--into", record).out
    assert command("watch", "remove", "help", "--into", record).code == 0
    assert command("watch", "matches", "--into", record, "--format", "jsonl").out == ""


def test_what_is_asked_wrongly_is_said(record: Path, command: Command, tmp_path: Path) -> None:
    assert "REQEST" in command("watch", "add", "PER > CHL REQEST", "--name", "x", "--into", record).err
    assert command("watch", "add", "PER > CHL", "--into", record).code == 2
    assert "TOML" in command("watch", "add", "--file", _file(tmp_path, "["), "--into", record).err
    assert "QUIET" in command("watch", "run", "--secret", "QUIET", "--into", record).err
    assert command("watch", "remove", "x", "--into", record).code == 2


def test_follow_reads_again_and_tells_what_is_new(folder: Path, tmp_path: Path, command: Command) -> None:
    record, lines = tmp_path / "record.db", tmp_path / "lines.jsonl"
    followed = ("follow", folder, "--into", record, "--every", "0", "--lines", lines, "--workers", "1")
    assert command(*followed, "--times", "1").code == 0
    assert command("watch", "add", "--file", _file(tmp_path), "--into", record).code == 0
    (folder / "again.txt").write_text(ARTICLES["lima.txt"].replace("Friday", "Sunday"), encoding="utf-8")
    outcome = command(*followed, "--times", "2")
    assert "1 stored, 2 duplicate" in outcome.err
    assert "0 stored, 3 duplicate" in outcome.err
    found = [json.loads(line) for line in lines.read_text().splitlines()]
    assert [match["watch"] for match in found] == ["help", "help"]
    assert outcome.out.count("asked Chile for help") == 2


def _file(folder: Path, text: str = '[[watch]]\nname = "help"\nrule = "PER* > CHL* REQUEST"\n') -> Path:
    path = folder / "watches.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["add", "list", "remove", "run", "matches"])
def test_each_has_help_with_an_example(name: str, command: Command) -> None:
    assert f"onrecord watch {name}" in command("watch", name, "--help").out
