"""``onrecord runs``, and continuing a run."""

import json
from pathlib import Path

import pytest

from onrecord.store import Run, open_store
from tests.cli.conftest import ARTICLES, Command
from tests.ingest.test_web import Site, reply


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_run_that_was_stopped_is_continued(
    folder: Path, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "zz.jpg").write_bytes(b"\xff\xd8")
    (folder / "table.csv").write_text(f'hl,story\nA,"{ARTICLES["oslo.txt"]} Then it rained."\n', encoding="utf-8")
    path = tmp_path / "record.db"
    add, count = Run.add, 0

    def stop(run: Run, *arguments: object) -> object:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return add(run, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Run, "add", stop)
    command("read", folder, "--map", "text=story", "--into", path)
    (stopped,) = rows(command("runs", path, "--format", "jsonl").out)
    assert (stopped["state"], stopped["stored"]) == ("stopped", 1)
    monkeypatch.setattr(Run, "add", add)
    outcome = command("read", "--resume", "--into", path, "--json")
    found = json.loads(outcome.out)
    assert (outcome.code, found["inputs"], found["stored"], found["rejected"]) == (1, 4, 3, 1)
    (run,) = rows(command("runs", path, "--format", "jsonl").out)
    assert (run["state"], run["inputs"], run["reasons"]) == ("done", 4, {"OR-KIND": 1})
    assert command("read", "--resume", "--into", path).code == 2


def test_the_inputs_of_a_run(folder: Path, tmp_path: Path, command: Command) -> None:
    (folder / "zz.jpg").write_bytes(b"\xff\xd8")
    path = tmp_path / "record.db"
    command("read", folder, "--into", path)
    found = rows(command("runs", path, "--run", 1, "--format", "jsonl").out)
    assert [row["outcome"] for row in found] == ["stored", "stored", "rejected"]
    (refused,) = rows(command("runs", path, "--run", 1, "--outcome", "rejected", "--format", "jsonl").out)
    assert (refused["location"], refused["code"]) == (str(folder / "zz.jpg"), "OR-KIND")
    shown = command("runs", path)
    assert "OR-KIND 1" in shown.out
    assert command("runs", path, "--run", 7).code == 2


def test_sources_or_resume_not_both(folder: Path, tmp_path: Path, command: Command) -> None:
    assert command("read", "--into", tmp_path / "record.db").code == 2
    assert command("read", folder, "--resume", "--into", tmp_path / "record.db").code == 2
    assert command("read", folder, "--map", "mood=grim", "--into", tmp_path / "record.db").code == 2
    assert not (tmp_path / "record.db").exists()


def test_an_address_that_has_not_changed_is_a_duplicate(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site()
    page = f"<html><body><article><p>{ARTICLES['oslo.txt']}</p></article></body></html>".encode()
    site.replies["/a"] = [reply(page, etag='"1"'), reply(b"", 304)]
    path = tmp_path / "record.db"
    assert command("read", f"{site.url}/a", "--into", path).code == 1  # a private address
    assert site.asked == []
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE", "true")
    monkeypatch.setenv("ONRECORD_DELAY_S", "0")
    first, second = (json.loads(command("read", f"{site.url}/a", "--into", path, "--json").out) for _ in range(2))
    site.server.shutdown()
    site.server.server_close()
    assert (first["stored"], second["duplicate"], second["inputs"]) == (1, 1, 1)
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_links_in_files_are_fetched_only_where_that_is_asked_for(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site()
    site.replies["/a"] = [reply(ARTICLES["oslo.txt"].encode(), content_type="text/plain")]
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE", "true")
    monkeypatch.setenv("ONRECORD_DELAY_S", "0")
    links = tmp_path / "links.csv"
    links.write_text(f"url,published\n{site.url}/a,2023-05-04\n", encoding="utf-8")
    path = tmp_path / "record.db"
    assert json.loads(command("read", links, "--into", path, "--json").out)["reasons"] == {"OR-LINK": 1}
    assert site.asked == []
    outcome = command("read", links, "--follow", "--into", path, "--json")
    site.server.shutdown()
    site.server.server_close()
    assert json.loads(outcome.out)["stored"] == 1
    with open_store(path) as store:
        (article,) = store
    assert (article.page.published, article.location) == ("2023-05-04", f"{links}:1")
