"""The wheel carries everything that is needed, and runs by itself."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.services
def test_the_wheel_runs_by_itself(tmp_path: Path) -> None:
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", str(ROOT), *options], check=True)
    (wheel,) = tmp_path.glob("onrecord-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    shipped = {
        f"onrecord/resources/{path.name}" for path in (ROOT / "onrecord" / "resources").iterdir() if path.is_file()
    }
    assert shipped <= names
    assert not any(name.startswith(("tests/", "bench/", "training/", "samples/")) for name in names)
    # The installed copy alone, seen from elsewhere.
    environment = {"PYTHONPATH": str(tmp_path / "installed"), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "doctor"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "reads a sentence" in done.stdout
