"""Between whom events are, by class: also in a store that an earlier version made."""

import sqlite3
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from onrecord.query import Asking
from onrecord.store import Store, open_store
from tests.export.conftest import article as quispe
from tests.store.filling import article

RELEASED = Path(__file__).parent / "released"


def counted(store: Store) -> dict[tuple[str, str], tuple[int, ...]]:
    """By the rows themselves: pair of stems → events of each class."""
    found: Counter[tuple[str, str, int]] = Counter()
    for event in Asking(store).events():
        sides = ({side.code[:3] for side in each if side.code} for each in (event.source, event.target))
        found.update((*pair, event.quad) for pair in product(*sides))
    return {key[:2]: tuple(found[(*key[:2], quad)] for quad in range(1, 5)) for key in found}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_the_class_of_each_pair_is_known_in_older_stores(version: int, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with sqlite3.connect(path) as connection:
        connection.executescript((RELEASED / f"{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    with open_store(path) as store:
        expected = counted(store)
        assert expected
        assert {(each.source, each.target): each.quads for each in Asking(store).events().relations()} == expected


def test_relations_add_up_to_the_dyads_whatever_is_asked(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        run = store.begin("t", "{}", ())
        run.add(*article(0, 1))
        page, record = quispe()
        run.add(article(1, 1)[0], page, record)
        for asked in ({}, {"status": "actual"}, {"quad": "1"}, {"country": "PER"}):
            answers = Asking(store).events(**asked)
            found = answers.relations()
            assert [(each.source, each.target, each.count) for each in found] == [
                (each.source, each.target, each.count) for each in answers.between()
            ]
            assert all(sum(each.quads) == each.count for each in found)
            assert all(each.quads[each.quad - 1] == max(each.quads) for each in found)
