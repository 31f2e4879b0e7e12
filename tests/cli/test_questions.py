"""``onrecord questions``, and ``--save`` of the commands that ask."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_a_question_is_kept_run_watched_and_carried_on(command: Command, record: Path, tmp_path: Path) -> None:
    asked = command("events", record, "--type", "REQUEST", "--format", "jsonl", "--save", "help", "--person", "Ana")
    assert asked.code == 0
    run = command("questions", record, "--run", "help", "--person", "Ana", "--format", "jsonl")
    assert run.out == asked.out != ""
    assert command("questions", record, "--run", "help").code == 2  # nobody's but Ana's
    assert command("questions", record, "--rename", "help", "aid wanted", "--person", "Ana").code == 0
    listed = json.loads(command("questions", record, "--format", "jsonl").out)
    assert (listed["person"], listed["name"], listed["asked"]) == ("Ana", "aid wanted", "type REQUEST")
    assert command("questions", record, "--watch", "aid wanted", "--person", "Ana").code == 0
    assert "aid wanted" in command("watch", "matches", "--into", record).out
    lines = tmp_path / "questions.jsonl"
    lines.write_text(command("questions", record, "--json").out)
    assert command("questions", record, "--remove", "aid wanted", "--person", "Ana").code == 0
    assert command("questions", record, "--json").out == ""
    assert command("questions", record, "--import", lines).code == 0
    assert command("questions", record, "--json").out == lines.read_text()
    assert command("questions", record, "--json", "--run", "x").code == 2
