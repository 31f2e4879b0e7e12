"""Commands run as from a shell, in this process, so that the language model is loaded once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.cli import main


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]

ARTICLES = {
    "lima.txt": (
        "Peru asks Chile for help\n\nPeru's foreign minister, Rosa Quispe, said on Friday that the army had asked "
        "Chile for help. “We will meet the president of Chile in Santiago on Monday,” she told reporters.\n\n"
        "An official who asked not to be named because he was not allowed to speak said the talks could fail."
    ),
    "oslo.txt": (
        "Police arrest nine in Oslo\n\nPolice arrested nine protesters in Oslo on 3 May 2023 after a march against "
        "the government. A spokesman for the police declined to comment."
    ),
}


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """A function from arguments to the outcome of ``onrecord`` with them; no event is held back."""
    monkeypatch.setenv("ONRECORD_EVENT_CONFIDENCE", "0")

    def run(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        return Outcome(code, *capfd.readouterr())

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles."""
    path = tmp_path / "pages"
    path.mkdir()
    for name, text in ARTICLES.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def record(folder: Path, tmp_path: Path, command: Command) -> Path:
    """A store into which the two articles were read."""
    path = tmp_path / "record.db"
    assert command("read", folder, "--into", path).code == 0
    return path
