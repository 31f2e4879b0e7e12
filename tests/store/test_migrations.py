"""Stores that earlier versions made are brought up to date, with everything that is in them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from onrecord.errors import NoTextError
from onrecord.linking.passes import link
from onrecord.model.masking import MASK
from onrecord.query import Asking
from onrecord.store import open_store
from onrecord.store.checking import check
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema import VERSION
from onrecord.store.schema_facts import story_articles
from tests.store.filling import article

RELEASED = Path(__file__).parent / "released"
OF_SQLITE = range(1, VERSION)
OF_POSTGRESQL = range(3, VERSION)  # a store of version 3 was the first that could be there


def test_there_is_one_of_each_version() -> None:
    expected = {f"{version}.sql" for version in OF_SQLITE} | {f"{version}.postgresql.sql" for version in OF_POSTGRESQL}
    assert {path.name for path in RELEASED.iterdir()} == expected


@pytest.mark.parametrize("version", OF_SQLITE)
def test_nothing_is_lost_on_the_way(version: int, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with sqlite3.connect(path) as connection:
        connection.executescript((RELEASED / f"{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    _everything_is_there(str(path), version)


@pytest.mark.services
@pytest.mark.parametrize("version", OF_POSTGRESQL)
def test_nothing_is_lost_on_the_way_in_postgresql(version: int, postgres: Callable[[], str]) -> None:
    place = postgres()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute((RELEASED / f"{version}.postgresql.sql").read_bytes())
    _everything_is_there(place, version)
    with psycopg.connect(place) as connection:
        columns = connection.execute("SELECT * FROM articles").description or ()
        assert "words" not in {column.name for column in columns}


@pytest.mark.parametrize("version", OF_SQLITE)
def test_copies_of_what_earlier_versions_took_in_are_known(version: int, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with sqlite3.connect(path) as connection:
        connection.executescript((RELEASED / f"{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    _copies_are_known(str(path))


@pytest.mark.services
@pytest.mark.parametrize("version", OF_POSTGRESQL)
def test_copies_are_known_in_postgresql(version: int, postgres: Callable[[], str]) -> None:
    place = postgres()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute((RELEASED / f"{version}.postgresql.sql").read_bytes())
    _copies_are_known(place)


def test_what_was_kept_without_text_is_known_to_be(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with sqlite3.connect(path) as connection:
        connection.executescript((RELEASED / "3.sql").read_text(encoding="utf-8"))
        connection.execute("UPDATE articles SET text = replace(hex(zeroblob(length(text))), '00', ?)", (MASK,))
    connection.close()
    with open_store(path) as store, pytest.raises(NoTextError):
        Asking(store).articles(words="army")


def _copies_are_known(place: str) -> None:
    """A text that arrives now is held against those that are there."""
    with open_store(place) as store:
        assert store.begin("0.2.0", "{}", ()).add(*article(2, 1)).kind == "stored"
        link(store, "2024-06-01")
        with transaction(store.engine) as connection:
            query = select(story_articles.c.article, story_articles.c.copy_of).where(held(story_articles))
            originals = {article: original or article for article, original in connection.execute(query)}
        assert originals.keys() == {"article-0", "article-1", "article-2"}
        assert len(set(originals.values())) == 1


def _everything_is_there(place: str, version: int) -> None:
    with open_store(place) as store:
        kept = list(store)
        assert [each.record for each in kept] == [article(number, 1)[2] for number in range(2)]
        assert [each.page.text for each in kept] == [article(number, 1)[1].text for number in range(2)]
        assert {(each.pipeline, each.recorded) for each in kept} == {("0.1.0", f"2024-05-0{version}T08:00:00+00:00")}
        assert list(check(store)) == []
        asking = Asking(store)
        assert asking.events(source="governor 0", words="army").count() == 2
        assert asking.events(as_of="2024-04").count() == 0
        run = store.begin("0.2.0", "{}", (), "2024-06-01T00:00:00+00:00")
        assert [run.add(*article(number, 1)).kind for number in (1, 2)] == ["duplicate", "stored"]
        with open_store(place) as again:
            assert len(again) == 3
