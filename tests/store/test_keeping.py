"""Checking, copying, rereading and forgetting, over each kind of database."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoreError
from onrecord.model.masking import MASK, is_masked, masked, without_actor
from onrecord.query import Asking
from onrecord.store import Store, open_store
from onrecord.store.checking import check
from onrecord.store.connection import transaction
from onrecord.store.copying import copy
from onrecord.store.rereading import Machine, replace
from onrecord.store.schema import articles, events, statements
from tests.conftest import DATABASES
from tests.export.conftest import article as quispe
from tests.store.filling import article
from tests.store.test_interruption import COUNT, filling

STARTED = "2024-05-05T00:00:00+00:00"


def fill(place: str, *numbers: int) -> list[str]:
    with open_store(place, create=True) as store:
        run = store.begin("old", "{}", (), STARTED)
        kinds = [run.add(*article(number, 2)).kind for number in numbers]
        run.end("done")
    return kinds


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


@pytest.mark.parametrize("kind", DATABASES)
def test_a_copy_is_made_while_the_store_is_written_and_restored(place: str, kind: str, new_place: object) -> None:
    fill(place, 99)
    copies = [new_place(kind) for _ in range(2)]  # type: ignore[operator]
    with filling(place) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with open_store(place) as source, open_store(copies[0], create=True) as target:
            count = copy(source, target)
            assert process.wait(timeout=300) == 0
            assert len(source) == COUNT + 1 >= count
    with open_store(copies[0]) as target, open_store(copies[1], create=True) as restored:
        assert copy(target, restored) == count
        assert list(restored) == list(target)
        assert faults(restored) == []
        assert Asking(restored).articles(words="army").count() == count


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
