"""Stores that earlier versions made are brought up to date, with everything that is in them."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.query import Asking
from onrecord.store import open_store
from onrecord.store.checking import check
from onrecord.store.schema import VERSION
from tests.store.filling import article

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


def test_there_is_one_of_each_version() -> None:
    assert [path.stem for path in RELEASED] == [str(version) for version in range(1, VERSION)]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_nothing_is_lost_on_the_way(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(released.read_text(encoding="utf-8"))
    connection.close()
    with open_store(path) as store:
        kept = list(store)
        assert [each.record for each in kept] == [article(number, 1)[2] for number in range(2)]
        assert [each.page.text for each in kept] == [article(number, 1)[1].text for number in range(2)]
        assert {(each.pipeline, each.recorded) for each in kept} == {
            ("0.1.0", f"2024-05-0{released.stem}T08:00:00+00:00")
        }
        assert list(check(store)) == []
        asking = Asking(store)
        assert asking.events(source="governor 0", words="army").count() == 2
        assert asking.events(as_of="2024-04").count() == 0
        run = store.begin("0.2.0", "{}", (), "2024-06-01T00:00:00+00:00")
        assert [run.add(*article(number, 1)).kind for number in (1, 2)] == ["duplicate", "stored"]
        assert len(open_store(path)) == 3
