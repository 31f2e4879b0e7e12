"""``onrecord doctor`` finds what is there, and what is damaged."""

import json

import pytest
from typer.testing import CliRunner

from onrecord import resources
from onrecord.cli.app import app
from training.digests import digests

runner = CliRunner()


def test_everything_needed_is_here() -> None:
    result = runner.invoke(app, ["doctor", "--json"])
    findings = json.loads(result.stdout)
    assert result.exit_code == 0, [finding for finding in findings if finding["wrong"]]
    assert {"python", "onrecord", "spacy", "confidence.json", "reads a sentence"} <= {f["what"] for f in findings}


def test_digests_are_up_to_date() -> None:
    assert {name: wanted for name, (_, wanted) in resources.digests().items()} == digests(), (
        "run: python -m training.digests"
    )


def test_a_damaged_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.cli.doctor.digests", lambda: {"confidence.json": ("0" * 64, "1" * 64)})
    result = runner.invoke(app, ["doctor"])
    assert result.exit_code == 1
    assert "BAD confidence.json" in result.stdout
