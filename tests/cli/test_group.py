"""``onrecord group``: a line out for each line in, the same in any order."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

REPORT = (
    "Dockers of Port Amsel walked out again on Thursday and left nine ferries at their piers. The harbour master, Ida "
    "Brandt, called the strike reckless; the union wants higher wages for night shifts and a pension at sixty."
)
OTHER = (
    "Voters in Lubenia queued until late in the evening to choose a parliament. The electoral board counted ballots "
    "by hand because power had failed in four districts, its chairman, Tomas Keller, told journalists."
)
LINES: list[dict[str, Any]] = [
    {"id": "copy", "text": f"Share this. {REPORT}", "published": "2024-03-03"},
    {"id": "first", "text": REPORT, "title": "Port shut", "published": "2024-03-02"},
    {"id": "other", "text": OTHER},
]  # fmt: skip


def _grouped(command: Command, folder: Path, lines: list[str], code: int = 0) -> list[dict[str, Any]]:
    source, out = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert command("group", source, "--out", out).code == code
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_copies_and_stories_in_the_order_of_the_input(command: Command, tmp_path: Path) -> None:
    copy, first, other = _grouped(command, tmp_path, [json.dumps(line) for line in LINES])
    assert [copy["id"], first["id"], other["id"]] == ["copy", "first", "other"]
    assert (copy["duplicate_of"], first["duplicate_of"], other["duplicate_of"]) == ("first", None, None)
    assert copy["story"] == first["story"] != other["story"]


def test_order_of_the_lines_changes_no_answer(command: Command, tmp_path: Path) -> None:
    lines = [json.dumps(line) for line in LINES]
    there, back = _grouped(command, tmp_path, lines), _grouped(command, tmp_path, lines[::-1])
    assert there == back[::-1]


@pytest.mark.parametrize("bad", ["{", "[]", "5", '{"id": "x"}', '{"id": "x", "text": 4}', '{"text": null}'])
def test_a_bad_line_is_answered_with_an_error(command: Command, tmp_path: Path, bad: str) -> None:
    first, second = _grouped(command, tmp_path, [bad, json.dumps(LINES[0])], code=1)
    assert first["error"]
    assert (first["duplicate_of"], first["story"]) == (None, None)
    assert second["id"] == "copy" and "error" not in second


def test_nothing_in_nothing_out(command: Command, tmp_path: Path) -> None:
    assert _grouped(command, tmp_path, []) == []


def test_two_texts_alone_are_one_story(command: Command, tmp_path: Path) -> None:
    copy, first = _grouped(command, tmp_path, [json.dumps(line) for line in LINES[:2]])
    assert copy["story"] == first["story"]


def test_a_copy_is_always_of_its_originals_story(command: Command, tmp_path: Path) -> None:
    lines = [{"id": str(n), "text": REPORT if n % 2 else OTHER} for n in range(8)]
    answers = {line["id"]: line for line in _grouped(command, tmp_path, [json.dumps(line) for line in lines])}
    for line in answers.values():
        assert line["duplicate_of"] is None or answers[line["duplicate_of"]]["story"] == line["story"]


def test_timings_are_written(command: Command, tmp_path: Path) -> None:
    source, timings = tmp_path / "in.jsonl", tmp_path / "timings.json"
    source.write_text(json.dumps(LINES[0]) + "\n", encoding="utf-8")
    assert command("group", source, "--out", tmp_path / "out.jsonl", "--timings", timings).code == 0
    assert json.loads(timings.read_text(encoding="utf-8"))["articles"] == 1
