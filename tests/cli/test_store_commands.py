"""``onrecord store``, ``reread``, ``forget``, ``why``, ``import`` and ``read --no-text`` as from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def first(command: Command, record: Path, kind: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(command(kind, record, "--format", "jsonl").out.splitlines()[0])
    return found


def test_a_store_is_checked_verified_and_copied(record: Path, command: Command, tmp_path: Path) -> None:
    assert command("store", "check", record).err.endswith("2 articles, 0 faults\n")
    assert command("store", "verify", record, "--workers", "1").code == 0
    copied = tmp_path / "copy.db"
    assert command("store", "backup", record, copied).code == 0
    assert command("events", copied, "--format", "csv").out == command("events", record, "--format", "csv").out
    assert command("store", "backup", record, copied).code == 2


def test_reread_brings_up_to_date_what_another_version_read(
    record: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "2 up to date" in command("reread", record).err
    monkeypatch.setattr("onrecord.cli.reread.__version__", "99.0")
    outcome = command("reread", record, "--workers", "1")
    assert "2 read again" in outcome.err
    assert "0 of them changed" in outcome.err
    assert "2 up to date" in command("reread", record).err


def test_reread_of_what_is_older_than_a_version(
    record: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "2 up to date" in command("reread", record, "--older-than", "0.1").err
    assert "2 up to date" in command("reread", record, "--older-than", "0.0.9").err
    monkeypatch.setattr("onrecord.cli.reread.__version__", "0.10.0")
    assert "2 read again" in command("reread", record, "--older-than", "0.9", "--workers", "1").err
    assert "2 up to date" in command("reread", record, "--older-than", "0.10").err
    assert command("reread", record, "--older-than", "newest").code == 2


def test_verify_reads_with_the_settings_of_each_reading(
    record: Path, command: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_CHARACTERS", "10")  # with this every article would be a failure
    assert command("store", "verify", record, "--workers", "1") == (
        0,
        "",
        "2 compared, 0 differ, 0 without text to compare\n",
    )
    failed = tmp_path / "failed.db"
    command("read", folder, "--into", failed)
    monkeypatch.delenv("ONRECORD_MAX_CHARACTERS")
    assert "2 compared, 0 differ" in command("store", "verify", failed, "--workers", "1").err
    monkeypatch.setenv("ONRECORD_MAX_CHARACTERS", "10")
    assert "2 of them changed" in command("reread", record, "--all", "--workers", "1").err
    assert "2 compared, 0 differ" in command("store", "verify", record, "--workers", "1").err


def test_verify_says_that_it_compared_nothing(folder: Path, command: Command, tmp_path: Path) -> None:
    record = tmp_path / "bare.db"
    assert command("read", folder, "--into", record, "--no-text").code == 0
    assert command("store", "verify", record) == (1, "", "0 compared, 0 differ, 2 without text to compare\n")


def test_why_leads_from_the_value_to_the_page(record: Path, command: Command) -> None:
    row = first(command, record, "events")
    shown = command("why", record, f"{row['article']}/{row['id']}").out
    for part in (row["trigger"], row["type"], row["rule"], "SHA-256", "lima.txt", "stored in run 1"):
        assert part in shown, part
    row = first(command, record, "statements")
    assert row["cue"] in command("why", record, f"{row['article']}/{row['id']}").out
    for wrong in (row["article"], f"{row['article']}/x9", "none/e1"):
        assert command("why", record, wrong).code == 2


def test_forget_is_meant(record: Path, command: Command) -> None:
    identity = first(command, record, "articles")["article"]
    told = ("forget", record, "article", identity, "--author", "me", "--reason", "asked to")
    assert command(*told).code == 2
    assert command(*told, "--yes").err == "1 articles forgotten\n"
    assert command("articles", record, "--count").out == "1\n"
    assert command(*told, "--yes").err == "0 articles forgotten\n"
    assert "OR-STORE" in command("forget", record, "actor", "Nobody", *told[4:], "--yes").err


def test_values_are_kept_without_text(folder: Path, command: Command, tmp_path: Path) -> None:
    record = tmp_path / "bare.db"
    assert command("read", folder, "--into", record, "--no-text").code == 0
    row = first(command, record, "events")
    assert set(row["evidence"]) <= {"█", " "}
    assert row["type"]
    assert command("store", "check", record).code == 0
    assert "2 without text" in command("reread", record, "--all").err
    assert b"help" not in record.read_bytes()


def test_what_was_exported_is_imported(record: Path, command: Command, tmp_path: Path) -> None:
    kept, again = tmp_path / "record.jsonl", tmp_path / "again.db"
    assert command("export", record, "--as", "records", "--what", "articles", "--out", kept).code == 0
    assert command("import", kept, "--into", again).code == 0
    assert command("statements", again, "--format", "csv").out == command("statements", record, "--format", "csv").out
    kept.write_text("nonsense\n" + kept.read_text())
    assert "1 rejected" in command("import", kept, "--into", again).err


def test_export_by_a_question(record: Path, command: Command, tmp_path: Path) -> None:
    assert command("export", record, "--as", "csv", "--out", tmp_path / "a.csv", "--type", "REQUEST").code == 0
    assert (tmp_path / "a.csv").read_bytes().count(b"\r\n") == 2
    assert "gdelt-events" in command("export", record, "--list").out
    (tmp_path / "p.toml").write_text('without = ["names"]')
    shared = ("export", record, "--as", "jsonl", "--out", tmp_path / "b", "--profile", tmp_path / "p.toml")
    assert command(*shared).code == 0
    assert "Quispe" not in (tmp_path / "b").read_text()
    for wrong in (
        ("--as", "csv"),
        ("--as", "x", "--out", tmp_path / "c"),
        ("--what", "x", "--as", "csv", "--out", "c"),
    ):
        assert command("export", record, *wrong).code == 2
    assert "type" in command("export", record, "--what", "articles", "--type", "AID", "--as", "csv", "--out", "c").err


def test_counts_pages_and_dyads(record: Path, command: Command) -> None:
    total = int(command("events", record, "--count").out)
    assert total > 1
    assert command("events", record, "--over", "year", "--format", "csv").out.startswith("value,count\n")
    assert command("events", record, "--by", "type", "--format", "csv").out.count("\n") > 1
    page = command("events", record, "--page", "--limit", "1", "--format", "jsonl")
    cursor = page.err.split("--cursor ")[1].split()[0]
    rest = command("events", record, "--cursor", cursor, "--limit", "100", "--format", "jsonl").out
    assert page.out + rest == command("events", record, "--format", "jsonl").out
    assert "PER,CHL," in command("dyads", record, "--format", "csv").out
    assert command("who", record, "--country", "PER", "--count").out != "0\n"
    assert command("places", record, "--name", "oslo", "--count").out == "1\n"
    assert command("times", record, "--type", "DATE", "--count").out != "0\n"
    assert command("articles", record, "--words", "protesters -army", "--count").out == "1\n"
