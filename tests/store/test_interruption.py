"""A store that is killed while it is written, or written by two at once, loses and doubles nothing."""

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select

from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.schema import inputs, metadata, runs
from tests.store.filling import fill

COUNT = 40


def contents(path: Path) -> dict[str, set[str]]:
    """Table → its rows; runs, their inputs and which run an article is from, which differ, left out."""
    with open_store(path) as store, transaction(store.engine) as connection:
        kept = [table for table in metadata.sorted_tables if table not in (runs, inputs)]
        found = {table.name: connection.execute(select(*_same(table))).all() for table in kept}
    rows = {name: {repr(row) for row in rows} for name, rows in found.items()}
    assert all(len(rows[name]) == len(found[name]) for name in rows)
    return rows


def _same(table: Table) -> list[Any]:
    return [column for column in table.c if (table.name, column.name) != ("articles", "run")]


def filling(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.filling", str(path), str(COUNT)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def kill_after(path: Path, articles: int) -> None:
    with filling(path) as process:
        assert process.stdout is not None
        for _ in range(articles):
            process.stdout.readline()
        process.kill()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    path = tmp_path_factory.mktemp("undisturbed") / "record.db"
    fill(str(path), COUNT)
    return contents(path)


@pytest.mark.parametrize("kills", [2, pytest.param(25, marks=pytest.mark.services)], ids=["a few kills", "many kills"])
def test_killed_again_and_again_then_run_to_the_end(
    kills: int, tmp_path: Path, undisturbed: dict[str, set[str]]
) -> None:
    path, chance = tmp_path / "record.db", random.Random(7)
    for _ in range(kills):
        kill_after(path, chance.randrange(COUNT))
    fill(str(path), COUNT)
    assert contents(path) == undisturbed
    with open_store(path) as store, transaction(store.engine) as connection:
        states = connection.execute(select(runs.c.state).order_by(runs.c.id)).scalars().all()
        stored = connection.execute(select(inputs.c.location).where(inputs.c.outcome == "stored")).scalars().all()
    assert states[-1] == "done"
    assert sorted(stored) == sorted(f"{number}.txt" for number in range(COUNT))


def test_killed_while_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()  # what is left when the process dies between making the file and its first transaction
    fill(str(path), 1)
    with open_store(path) as store:
        assert len(store) == 1


def test_two_at_once_lose_and_double_nothing(tmp_path: Path, undisturbed: dict[str, set[str]]) -> None:
    path = tmp_path / "record.db"
    processes = [filling(path), filling(path)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    assert contents(path) == undisturbed
    with open_store(path) as store, transaction(store.engine) as connection:
        outcomes = connection.execute(select(inputs.c.outcome)).scalars().all()
    assert sorted(outcomes) == ["duplicate"] * COUNT + ["stored"] * COUNT
