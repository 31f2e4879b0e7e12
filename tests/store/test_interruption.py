"""A store that is killed while it is written, or written by two at once, loses and doubles nothing."""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select

from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.schema import inputs, metadata, runs
from tests.store.filling import fill

COUNT = 40


def contents(place: str) -> dict[str, set[str]]:
    """Table → its rows; runs, their inputs and which run an article is from, which differ, left out."""
    with open_store(place) as store, transaction(store.engine) as connection:
        kept = [table for table in metadata.sorted_tables if table not in (runs, inputs)]
        found = {table.name: connection.execute(select(*_same(table))).all() for table in kept}
    rows = {name: {repr(row) for row in rows} for name, rows in found.items()}
    assert all(len(rows[name]) == len(found[name]) for name in rows)
    return rows


def _same(table: Table) -> list[Any]:
    return [each for each in table.c if (table.name, each.name) != ("articles", "run") and each.name != "recorded"]


def filling(place: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.filling", place, str(COUNT)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def kill_after(place: str, articles: int) -> None:
    with filling(place) as process:
        assert process.stdout is not None
        for _ in range(articles):
            process.stdout.readline()
        process.kill()


@pytest.fixture(scope="module")
def undisturbed(new_place: Callable[[str], str]) -> dict[str, set[str]]:
    place = new_place("sqlite")
    fill(place, COUNT)
    return contents(place)


@pytest.mark.parametrize(
    "kills", [2, pytest.param(100, marks=pytest.mark.services)], ids=["a few kills", "a hundred kills"]
)
def test_killed_again_and_again_then_run_to_the_end(kills: int, place: str, undisturbed: dict[str, set[str]]) -> None:
    chance = random.Random(7)
    for _ in range(kills):
        kill_after(place, chance.randrange(COUNT))
    fill(place, COUNT)
    assert contents(place) == undisturbed
    with open_store(place) as store, transaction(store.engine) as connection:
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


def test_two_at_once_lose_and_double_nothing(place: str, undisturbed: dict[str, set[str]]) -> None:
    processes = [filling(place), filling(place)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    assert contents(place) == undisturbed
    with open_store(place) as store, transaction(store.engine) as connection:
        outcomes = connection.execute(select(inputs.c.outcome)).scalars().all()
    assert sorted(outcomes) == ["duplicate"] * COUNT + ["stored"] * COUNT
