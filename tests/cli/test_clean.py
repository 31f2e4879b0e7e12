"""``onrecord clean``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app

TEXT = "Port reopens at last\n\nThe port reopened on Monday, and the ships came in at once, a spokesman said."


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text(TEXT.replace("Port", "Harbour"), encoding="utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]


def test_one_line_a_file_in_order_and_failures_among_them(files: list[str]) -> None:
    result = CliRunner().invoke(app, ["clean", *files, "--json", "--workers", "1"])
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer["file"] for answer in answers] == files
    assert answers[1]["error"]["code"] == "OR-NOT-TEXT"
    assert answers[0]["title"] == "Port reopens at last"
    assert answers[0]["language"] == "en"
    assert answers[0]["text"].startswith("The port reopened")
    assert set(answers[0]) >= {
        "authors", "published", "published_from", "outlet", "original_outlet", "page", "repairs",
    }  # fmt: skip


def test_it_is_readable_without_json_and_keeps_time(files: list[str], tmp_path: Path) -> None:
    timings = tmp_path / "timings.json"
    result = CliRunner().invoke(app, ["clean", files[0], "--timings", str(timings)])
    assert result.exit_code == 0
    assert "title: Port reopens at last" in result.stdout
    assert json.loads(timings.read_text())["articles"] == 1
