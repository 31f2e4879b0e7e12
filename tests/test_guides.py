"""The guides' commands work, one after another, as they stand there."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command, command  # noqa: F401  the fixture

ROOT = Path(__file__).parents[1]
GUIDES = ("ask", "export", "questions", "store", "watch")


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples."""
    path = tmp_path_factory.mktemp("guides") / "record.db"
    samples = sorted(str(each) for each in (ROOT / "samples").glob("[0-9]*"))
    reading = [sys.executable, "-m", "onrecord", "read", *samples, "--into", str(path), "--workers", "1"]
    assert subprocess.run(reading, capture_output=True, check=False).returncode == 1  # one is in another language
    return path


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_of_a_guide_works(
    guide: str,
    read_in: Path,
    tmp_path: Path,
    command: Command,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copy(read_in, tmp_path / "record.db")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "how-to" / f"{guide}.md").read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    assert lines
    for table in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        (tmp_path / "watches.toml").write_text(table, encoding="utf-8")
    for line in lines:
        if "https://" in line:  # of no server of ours
            continue
        if not line.startswith("onrecord "):
            subprocess.run(["sh", "-c", line], check=True)
            continue
        before = set(tmp_path.iterdir())
        outcome = command(*shlex.split(line)[1:])
        assert outcome.code == 0, f"{line}: {outcome.err}"
        assert outcome.out or outcome.err or set(tmp_path.iterdir()) - before, f"{line} says nothing"
    for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(code, guide, "exec"), {})


def test_there_are_twenty_questions() -> None:
    text = (ROOT / "docs" / "how-to" / "questions.md").read_text(encoding="utf-8")
    assert text.count("**…") == 20
