"""Checking, copying, rereading and forgetting, over each kind of database."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoreError
from onrecord.model.masking import MASK, is_masked, masked, without_actor
from onrecord.query import Asking
from onrecord.store import Input, Store, open_store
from onrecord.store.checking import check
from onrecord.store.connection import transaction
from onrecord.store.copying import copy
from onrecord.store.forgetting import Order, forget
from onrecord.store.rereading import Machine, replace
from onrecord.store.schema import articles, events, names, statements
from onrecord.store.schema_tombstones import tombstones
from tests.conftest import DATABASES
from tests.export.conftest import article as quispe
from tests.store.filling import article

STARTED = "2024-05-05T00:00:00+00:00"


def fill(place: str, *numbers: int) -> list[str]:
    with open_store(place, create=True) as store:
        run = store.begin("old", "{}", (), STARTED)
        kinds = [run.add(*article(number, 2)).kind for number in numbers]
        run.end("done")
    return kinds


def told(kind: str, what: str) -> Order:
    return Order(kind=kind, what=what, author="Ines", reason="asked to", made=STARTED)  # type: ignore[arg-type]


def faults(store: Store) -> list[str]:
    return [fault.what for fault in check(store)]


def test_a_whole_store_has_no_fault(place: str) -> None:
    fill(place, 0, 1, 2)
    with open_store(place) as store:
        assert faults(store) == []


def test_each_fault_is_found(place: str) -> None:
    fill(place, 0, 1, 2)
    with open_store(place) as store:
        with transaction(store.engine, write=True) as connection:
            mine = statements.c.article == "article-0", statements.c.position == 1
            connection.execute(statements.update().where(*mine).values(content="other words"))
            connection.execute(events.delete().where(events.c.article == "article-1", events.c.position == 0))
            connection.execute(articles.update().where(articles.c.id == "article-2").values(text="short"))
        found = faults(store)
        assert "statements, row 1: content differs" in found
        assert "events: 1 rows where its record has 2" in found
        assert any("outside of its text" in each for each in found)


@pytest.mark.parametrize("kind", DATABASES)
def test_a_copy_holds_the_same_and_goes_on(place: str, kind: str, new_place: object) -> None:
    fill(place, 0, 1)
    other = new_place(kind)  # type: ignore[operator]
    with open_store(place) as source, open_store(other, create=True) as target:
        assert copy(source, target) == 2
        assert list(target) == list(source)
        assert faults(target) == []
        assert Asking(target).articles(words="army").count() == 2
        with pytest.raises(StoreError, match="empty"):
            copy(source, target)
    assert fill(other, 1, 2) == ["duplicate", "stored"]


def test_what_is_reread_takes_the_place_of_what_was_read(place: str) -> None:
    fill(place, 0)
    with open_store(place) as store:
        before = store.article("article-0")
        new = msgspec.structs.replace(before.record, events=before.record.events[:1])
        made = Machine(pipeline="new", settings="{}", recorded="2024-06-01T00:00:00+00:00")
        assert replace(store, "article-0", new, made)
        assert not replace(store, "article-0", new, made)
        assert store.machine("article-0").record == new
        assert (store.article("article-0").pipeline, store.article("article-0").reading) == ("new", 3)
        assert [Asking(store).events(**asked).count() for asked in ({}, {"as_of": "2024-05-31"})] == [1, 2]
        assert faults(store) == []


def test_a_forgotten_article_is_gone_and_is_not_read_in_again(place: str) -> None:
    fill(place, 0, 1)
    with open_store(place) as store:
        assert forget(store, told("article", "article-0")) == 1
        assert [each.id for each in store] == ["article-1"]
        assert Asking(store).articles(words="Report 0").count() == 0
        assert faults(store) == []
        with pytest.raises(StoreError, match="nothing to forget"):
            forget(store, told("article", "article-0"))
    assert fill(place, 0, 1) == ["forgotten", "duplicate"]
    with open_store(place) as store:
        run = store.begin("later", "{}", ())
        assert run.skip(article(0, 2)[0])
        counts = run.end("done")
        assert (counts.rejected, counts.reasons) == (1, {"OR-FORGOTTEN": 1})


def test_an_outlet_is_forgotten_with_what_it_will_send(place: str) -> None:
    fill(place, 0, 1)
    with open_store(place) as store:
        assert forget(store, told("outlet", "The Lima Post")) == 2
        assert len(store) == 0
        with transaction(store.engine) as connection:
            assert connection.execute(names.select()).all() == []
    assert fill(place, 7) == ["forgotten"]


def test_an_actor_is_forgotten_everywhere(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", (), STARTED)
        run.add(Input(position=0, location="quispe.html", digest="d"), *quispe())
        assert forget(store, told("actor", "Rosa Quispe")) == 1
        kept = store.article(quispe()[1].id)
        assert "Quispe" not in repr(kept)
        assert kept.record.events == quispe()[1].events
        assert Asking(store).actors(name="quispe").count() == 0
        assert Asking(store).articles(words="quispe").count() == 0
        assert faults(store) == []
        again = msgspec.structs.replace(quispe()[1], id="again")
        page = msgspec.structs.replace(quispe()[0], text=quispe()[0].text + " Rosa Quispe left.")
        run.add(Input(position=1, location="b", digest="e"), page, again)
        assert "Quispe" not in repr(store.article("again"))


def test_nothing_of_it_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        run = store.begin("test", "{}", (), STARTED)
        run.add(Input(position=0, location="quispe.html", digest="d" * 64), *quispe())
        run.add(*article(1))
        run.end("done")
        forget(store, told("article", quispe()[1].id))
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir()).lower()
    assert b"lima post" in left
    for word in (b"quispe", b"chile", b"el faro", b"d" * 64):
        assert word not in left, word


def test_a_tombstone_keeps_digests_alone(place: str) -> None:
    fill(place, 0)
    with open_store(place) as store:
        forget(store, told("outlet", "The Lima Post"))
        with transaction(store.engine) as connection:
            rows = connection.execute(tombstones.select()).mappings().all()
        assert {(row["author"], row["reason"], len(row["key"])) for row in rows} == {("Ines", "asked to", 64)}


@given(st.text())
def test_blocks_are_as_long_as_the_words(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert masked(masked(text)) == masked(text)
    assert is_masked(masked(text)) == any(not character.isspace() for character in text)


def test_an_actor_that_is_not_there_changes_nothing() -> None:
    assert without_actor(*quispe(), "Ana Paz") == quispe()
    page, record = without_actor(*quispe(), "Q1")
    assert MASK * 4 in page.text
    assert record.actors[0].name == MASK
