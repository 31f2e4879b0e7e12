"""The commands of docs/how-to/correct.md run as they stand there, one after the other, and do what it says."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Command, command  # noqa: F401

GUIDE = (Path(__file__).parents[1] / "docs" / "how-to" / "correct.md").read_text(encoding="utf-8")
FILE = re.search(r"```json file=(\S+)\n(.*?)```", GUIDE, re.DOTALL)
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]


def test_the_commands_do_what_the_guide_says(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Command,  # noqa: F811
) -> None:
    monkeypatch.chdir(tmp_path)
    assert FILE is not None
    Path(FILE[1]).write_text(FILE[2], encoding="utf-8")

    def rows(*arguments: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in command(*arguments, "--format", "jsonl").out.splitlines()]

    names: dict[str, object] = {}
    for line in COMMANDS:
        for name, value in names.items():
            line = line.replace(f"${name}", str(value))
        assert "$" not in line, line
        outcome = command(*shlex.split(line)[1:])
        assert outcome.code == 0, (line, outcome.err)
        if "decide" in line and "undo" not in line:
            names["DECISION"] = outcome.out.strip()
        if "--json" in line:
            Path("decisions.jsonl").write_text(outcome.out, encoding="utf-8")
            assert len(outcome.out.splitlines()) == 6
        if line == "onrecord facts record.db":
            (fact,) = [row for row in rows("facts", "record.db") if row["reports"] == 2]
            assert (fact["outlets"], fact["contradictions"]) == (2, 1)
            told = fact["told"][0]  # type: ignore[index]
            names |= {"FACT": fact["id"], "ARTICLE": told["article"], "EVENT": told["event"]}
            events = rows("events", "record.db", "--article", str(told["article"]))
            names["OTHER"] = next(event["id"] for event in events if event["id"] != told["event"])
            names["ACTOR"] = rows("entities", "record.db", "--name", "Kolev")[0]["mentions"][0]["actor"]  # type: ignore[index]
        if "reject" in line:
            assert names["OTHER"] not in [row["id"] for row in rows("events", "record.db")]
        if "split" in line:
            command("link", "record.db")
            assert {row["reports"] for row in rows("facts", "record.db")} == {1}
            names["FACT"] = rows("facts", "record.db")[0]["id"]
        if "undo" in line:
            command("link", "record.db")
            (fact,) = [row for row in rows("facts", "record.db") if row["reports"] == 2]
            names["FACT"] = fact["id"]
        if "bench" in line:
            table = rows("bench", "--from-decisions", "record.db")
            assert {row["kind"]: row["judged"] for row in table}["actor"] == 1
            assert sum(int(str(row["accepted"])) for row in table) == 0  # what was accepted was edited later
        if "rank record.db --now" in line:
            first = rows("rank", "record.db", "--now", "2024-05-08")[0]
            assert (first["id"], first["points"], first["up"]) == (names["FACT"], 1, 1)


def test_every_way_to_decide_stands_in_the_guide() -> None:
    for action in ("accept", "reject", "edit", "add", "merge", "split", "undo"):
        assert re.search(rf"\b{action}\b", GUIDE), action
