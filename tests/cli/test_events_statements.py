"""``onrecord events`` and ``onrecord statements``: the filters, and the three forms."""

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.cli.tables import Format, write
from onrecord.query import EventRow, StatementRow
from tests.cli.conftest import Command


@pytest.mark.parametrize(("name", "kind"), [("events", EventRow), ("statements", StatementRow)])
def test_three_forms_of_the_same_rows(record: Path, command: Command, name: str, kind: type) -> None:
    lines = [json.loads(line) for line in command(name, record, "--format", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(command(name, record, "--format", "csv").out)))
    table = command(name, record)
    assert lines
    assert list(lines[0]) == list(rows[0]) == list(kind.__struct_fields__)
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert table.err == f"{len(lines)} found\n"
    assert "confidence" in table.out.splitlines()[0]


def test_filters_reach_the_question(record: Path, command: Command) -> None:
    def types(*arguments: str) -> set[str]:
        out = command("events", record, "--format", "jsonl", *arguments).out
        return {json.loads(line)["type"] for line in out.splitlines()}

    assert "COERCE" in types()
    assert types("--type", "coerce") == types("--type", "COERCE", "--country", "NOR") == {"COERCE"}
    assert "COERCE" in types("--since", "2023-05", "--until", "2023-05", "--status", "actual", "--status", "ongoing")
    assert types("--type", "COERCE", "--until", "2022") == set()
    assert len(command("events", record, "--format", "jsonl", "--limit", "1").out.splitlines()) == 1


def test_statements_by_terms(record: Path, command: Command) -> None:
    out = command("statements", record, "--terms", "anonymous", "--format", "jsonl").out
    assert {json.loads(line)["terms"] for line in out.splitlines()} == {"anonymous"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--status", "perhaps"), "hypothetical"),
        (("--terms", "secret"), "anonymous"),
        (("--since", "yesterday"), "OR-INPUT"),
        (("--dyad", "RUS*"), "SOURCE>TARGET"),
        (("--format", "xml"), "jsonl"),
        (("--min-confidence", "2"), "min-confidence"),
    ],
)
def test_wrong_usage(record: Path, command: Command, arguments: tuple[str, ...], message: str) -> None:
    outcome = command("events", record, *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("name", ["events", "statements"])
def test_no_store(tmp_path: Path, command: Command, name: str) -> None:
    outcome = command(name, tmp_path / "missing.db")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no such store" in outcome.err
    assert not (tmp_path / "missing.db").exists()


def test_an_empty_answer_has_its_header(record: Path, command: Command) -> None:
    outcome = command("events", record, "--actor", "ZZZ*", "--format", "csv")
    assert outcome.out.startswith("article,id,title")
    assert outcome.out.count("\n") == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_never_a_formula(capsys: pytest.CaptureFixture[str], start: str) -> None:
    row = StatementRow(
        **dict.fromkeys(StatementRow.__struct_fields__) | {"content": f"{start}1+1", "confidence": -1.0}  # type: ignore[arg-type]
    )
    write([row], StatementRow, (), Format.CSV)
    cell = next(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert cell["content"].startswith("'")
    assert cell["confidence"] == "-1.0"
