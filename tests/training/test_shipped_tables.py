"""Every shipped table and model says where it is from, of which day it is, and how it is made again."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from training.digests import RESOURCES, digests

COLUMNS = ("file", "what", "origin and licence", "as of", "made by")


def rows() -> list[dict[str, str]]:
    lines = (RESOURCES / "README.md").read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in lines if line.startswith("| ")]
    assert cells[0] == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells[1:]]


def test_every_file_of_data_has_one_row() -> None:
    named = [name for row in rows() for name in row["file"].split(", ")]
    assert sorted(named) == sorted([*digests(), "digests.json"])


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["file"])
def test_a_row_tells_all(row: dict[str, str]) -> None:
    assert all(row.values())
    if row["made by"] != "by hand":
        module = row["made by"].removeprefix("`python -m ").split()[0].rstrip("`")
        assert find_spec(module) is not None, module


@pytest.mark.parametrize("path", sorted(RESOURCES.glob("*.tsv")), ids=lambda path: path.name)
def test_a_table_says_what_its_columns_mean(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_the_digests_are_those_of_the_files() -> None:
    written = json.loads(Path(RESOURCES / "digests.json").read_text(encoding="utf-8"))
    assert written == digests()
