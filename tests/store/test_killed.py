"""Killed while it links, rereads, forgets or migrates: all of it or nothing, and the next time it comes to its end."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from onrecord.store import open_store
from onrecord.store.checking import check
from onrecord.store.connection import transaction
from onrecord.store.schema import metadata, runs
from tests.conftest import DATABASES
from tests.store.dying import ARTICLES, DEEDS, reread
from tests.store.filling import article, fill
from tests.store.test_forgetting import left
from tests.store.test_migrations import RELEASED

Rows = dict[str, list[str]]
KILLS = 3


def dying(place: str, what: str, at: int = 0) -> int:
    """Does ``what`` and is killed at the command number ``at``; gives how many commands there were, if it lives."""
    command = [sys.executable, "-m", "tests.store.dying", place, what, str(at)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == (-9 if at else 0), done.stderr
    return int(done.stdout or 0)


def older(place: str) -> None:
    """A store as the version before made it."""
    if place.startswith("postgresql"):
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute((RELEASED / "3.postgresql.sql").read_bytes())
        return
    with sqlite3.connect(place) as connection:
        connection.executescript((RELEASED / "3.sql").read_text(encoding="utf-8"))
    connection.close()


def filled(place: str, what: str) -> str:
    if what == "open":
        older(place)
    else:
        fill(place, ARTICLES)
    return place


def rows(place: str) -> Rows:
    """Table → its rows, without their bare numbers, which a killed transaction may have used up."""
    with open_store(place) as store, transaction(store.engine) as connection:
        found = {}
        for table in metadata.sorted_tables:
            if table is not runs:
                kept = [each for each in table.c if each is not table.autoincrement_column]
                found[table.name] = sorted(repr(row) for row in connection.execute(select(*kept)))
    return found


def faults(place: str) -> list[str]:
    with open_store(place) as store:
        return [fault.what for fault in check(store)]


@pytest.mark.services
@pytest.mark.parametrize("kind", DATABASES)
@pytest.mark.parametrize("what", DEEDS)
def test_killed_at_any_command_it_is_whole_or_not_at_all(kind: str, what: str, new_place: Callable[[str], str]) -> None:
    whole, place = (filled(new_place(kind), what) for _ in range(2))
    commands = dying(whole, what)
    chance = random.Random(what)
    for at in sorted({*chance.sample(range(1, commands), KILLS), commands}):
        dying(place, what, at)
        assert faults(place) == []
        if what == "link":  # one transaction: nothing of it
            assert rows(place)["facts"] == rows(place)["fact_reports"] == []
        if what == "reread":
            with open_store(place) as store:
                for number in range(ARTICLES):
                    kept = store.article(f"article-{number}")
                    assert kept.record == (reread(number) if kept.pipeline == "new" else article(number)[2])
        if what in ("reread", "forget", "open"):  # what was done stays done: begin again
            place = filled(new_place(kind), what)
    dying(place, what, commands // 2)
    dying(place, what)
    assert rows(place) == rows(whole)
    if what == "forget":
        assert left(place, "report 1.", "article-1") == []
