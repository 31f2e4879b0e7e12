"""``onrecord read``: every input accounted for, however often and by however many it is run."""

import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import open_store
from onrecord.cli.progress import progress
from onrecord.cli.read import begun
from onrecord.config import Settings
from onrecord.errors import StoreError
from onrecord.ingest.counting import count
from onrecord.store import open_store as opened
from onrecord.store.incoming import files_of
from onrecord.store.plan import Plan
from tests.cli.conftest import ARTICLES, Command
from tests.store.test_interruption import contents


def summary(out: str) -> dict[str, object]:
    found = json.loads(out)
    assert found["inputs"] == found["stored"] + found["duplicate"] + found["rejected"]
    assert found["rejected"] == sum(found["reasons"].values())
    return dict(found)


def test_read_twice_stores_once(folder: Path, tmp_path: Path, command: Command) -> None:
    path = tmp_path / "record.db"
    first = command("read", folder, "--into", path, "--json")
    before = contents(path)
    second = command("read", folder, "--into", path, "--json")
    assert (first.code, second.code) == (0, 0)
    assert summary(first.out) == {
        "inputs": 2, "stored": 2, "duplicate": 0, "rejected": 0, "reasons": {}, "stored_with_failures": {},
        "events_withheld": 0,
    }  # fmt: skip
    assert summary(second.out)["duplicate"] == 2
    assert contents(path) == before
    assert first.err == ""


def test_every_input_has_its_outcome(folder: Path, tmp_path: Path, command: Command) -> None:
    (folder / "again.txt").write_text(ARTICLES["oslo.txt"], encoding="utf-8")
    (folder / "spaced.txt").write_text(ARTICLES["oslo.txt"].replace(" on 3 May", "  on 3 May"), encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "page.html").write_text("<html><body></body></html>", encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "lines.jsonl").write_text('{"text": "The mayor of Lyon said no."}\n{broken\n', encoding="utf-8")
    (folder / "deutsch.txt").write_text(
        "Die Ministerin sagte am Montag, dass die Gespräche mit den Nachbarn im Frühjahr weitergehen würden.",
        encoding="utf-8",
    )
    outcome = command("read", folder, tmp_path / "missing.txt", "--into", tmp_path / "record.db", "--json")
    found = summary(outcome.out)
    assert outcome.code == 1
    assert (found["inputs"], found["stored"], found["duplicate"], found["rejected"]) == (11, 4, 2, 5)
    assert found["reasons"] == {"OR-EMPTY": 1, "OR-INPUT": 1, "OR-KIND": 1, "OR-LINE": 1, "OR-NO-ARTICLE": 1}
    assert found["stored_with_failures"] == {"OR-LANGUAGE": 1}


def test_summary_for_people_goes_to_standard_error(folder: Path, tmp_path: Path, command: Command) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    outcome = command("read", folder, "--into", tmp_path / "record.db")
    assert outcome.out == ""
    assert [line.split() for line in outcome.err.splitlines()] == [
        ["2", "stored"], ["0", "duplicate"], ["1", "rejected"], ["1", "OR-KIND"], ["3", "inputs"],
    ]  # fmt: skip


def test_limit_and_timings(folder: Path, tmp_path: Path, command: Command) -> None:
    timings = tmp_path / "timings.json"
    outcome = command("read", folder, "--into", tmp_path / "r.db", "--limit", 1, "--timings", timings, "--json")
    assert summary(outcome.out)["inputs"] == 1
    figures = json.loads(timings.read_text(encoding="utf-8"))
    assert {"clean", "parse", "events", "store"} <= set(figures["stages"])
    assert figures["articles"] == 1


def test_the_run_is_noted(folder: Path, tmp_path: Path, command: Command) -> None:
    from sqlalchemy import select

    from onrecord.store.schema import runs

    path = tmp_path / "record.db"
    command("read", folder, "--into", path)
    with open_store(path) as store, store.engine.connect() as connection:
        run = connection.execute(select(runs)).mappings().one()
    assert (run["state"], run["stored"], run["duplicate"], run["rejected"]) == ("done", 2, 0, 0)
    assert run["sources"] == (str(folder),)
    assert run["started"].startswith("20")


@pytest.mark.parametrize("place", ["missing/record.db", ".", "/proc/record.db"])
def test_a_store_that_cannot_be_made(folder: Path, tmp_path: Path, command: Command, place: str) -> None:
    outcome = command("read", folder, "--into", tmp_path / place)
    assert outcome.code == 2
    assert outcome.err.startswith("onrecord: [OR-STORE]")


def test_a_file_that_is_no_store_is_left_alone(folder: Path, command: Command) -> None:
    outcome = command("read", folder, "--into", folder / "lima.txt")
    assert outcome.code == 2
    assert "no record store" in outcome.err
    assert (folder / "lima.txt").read_text(encoding="utf-8") == ARTICLES["lima.txt"]


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def asked() -> int:
        raise AssertionError("nobody needs to know")

    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress(asked) as advance:
        advance()
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress(lambda: 3) as advance:
        advance()
        time.sleep(0.15)
    assert "1/3" in sys.stderr.getvalue()  # type: ignore[attr-defined]


def test_inputs_are_counted_beforehand(folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "lines.jsonl").write_bytes(b"{}\n{}\n{}")
    assert count([str(folder)]) == 5
    assert count([str(folder), str(folder / "lima.txt"), "/missing.txt"]) == 7
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "round").symlink_to(folder)
    assert count([str(folder)]) == 7
    assert count([str(folder), "-"]) is None


def is_gone(group: int) -> bool:
    """Whether every process of the group ends by itself within a minute; what does not is ended here.

    A worker that is still importing notices nothing until it has done so, which takes its time on a busy machine.
    """
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


def stored(path: Path) -> int:
    """How many articles are in the store by now."""
    try:
        with open_store(path) as store:
            return len(store)
    except StoreError:  # not made yet
        return 0


@pytest.mark.services
def test_killed_while_it_reads(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(60):
        text = ARTICLES["lima.txt"].replace("Friday", f"{number + 1} March 19{10 + number}")
        (pages / f"{number:02}.txt").write_text(text, encoding="utf-8")
    chance = random.Random(3)

    def reading(path: Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "onrecord", "read", str(pages), "--into", str(path), "--workers", "2"]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)

    for more in (0, *(chance.randrange(1, 14) for _ in range(3))):
        wanted = stored(tmp_path / "killed.db") + more
        process = reading(tmp_path / "killed.db")
        while stored(tmp_path / "killed.db") < wanted and process.poll() is None:
            time.sleep(0.05)
        time.sleep(chance.random())
        process.kill()
        process.wait()
        assert is_gone(process.pid), "workers outlived the command"
    together = [reading(tmp_path / "killed.db"), reading(tmp_path / "killed.db")]
    assert [process.wait(timeout=600) for process in together] == [0, 0]
    assert reading(tmp_path / "whole.db").wait(timeout=600) == 0
    assert contents(tmp_path / "killed.db") == contents(tmp_path / "whole.db")


def test_files_that_were_sent_to_a_server_are_read_from_anywhere(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the command goes to another folder; afterwards the tests are back
    place = "record.db"
    with opened(place, create=True) as store:
        session = begun(store, Plan(sources=("sent.txt",), settings=Settings()), "2024-06-01T00:00:00+00:00")
        session.end("stopped")
        folder = files_of(place, session.number)
    folder.mkdir(parents=True)
    (folder / "sent.txt").write_text("The minister of Ghana said that a bridge would be built. " * 9)
    done = command("read", "--resume", "--run", session.number, "--into", place, "--workers", 1, "--json")
    assert done.code == 0
    with open_store(tmp_path / place) as store:
        assert [each.location for each in store] == ["sent.txt"]
