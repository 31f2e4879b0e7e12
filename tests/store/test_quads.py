"""Between whom events are, by class: also in a store that an earlier version made."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path

import psycopg
import pytest

from onrecord.decisions import Subject
from onrecord.query import Asking
from onrecord.query.stories import rank_stories
from onrecord.query.voted import ask_votes
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.feeding import FeedRow, feeds_of, put_feed
from onrecord.store.voting import put_vote
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


@pytest.mark.services
def test_it_is_the_same_in_postgresql(postgres: Callable[[], str]) -> None:
    place = postgres()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute((RELEASED / "3.postgresql.sql").read_bytes())
    with open_store(place) as store:
        assert {(each.source, each.target): each.quads for each in Asking(store).events().relations()} == counted(store)
        article_id, *_ = (each.id for each in store)
        with transaction(store.engine, write=True) as connection_:
            put_vote(connection_, "Ana", Subject("article", article_id), "up", "2024-06-01")
            put_feed(connection_, FeedRow(key="k", person="Ana", watch=None, made="2024-06-01"))
            assert [each.key for each in feeds_of(connection_, "Ana")] == ["k"]
        assert ask_votes(store, "Ana", [article_id], ["none"]) == {article_id: "up"}
        assert rank_stories(store, "2024-06-01", 5) == []
