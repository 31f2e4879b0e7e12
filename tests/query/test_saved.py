"""Questions kept under a name: kept, asked, renamed, carried to another store, and gone with what they name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.errors import InputError, LineError, StoreError
from onrecord.query import EventQuestion, FactQuestion, StatementQuestion
from onrecord.query.saved import all_saved, line_of, made, remove, rename, save, saved, saved_from, take_in
from onrecord.store import Input, Store, open_store
from onrecord.store.forgetting import Order, forget
from onrecord.store.watching import Watching
from onrecord.watches.asked import watch_saved
from tests.export.conftest import article

NOW = "2024-06-01T00:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as store:
        run = store.begin("t", "{}", ())
        run.add(Input(position=0, location="a", digest="d"), *article())
        run.end("done")
        yield store


def test_what_is_kept_is_asked_again_as_it_was(store: Store) -> None:
    question = EventQuestion(type=("REQUEST",), since="2024", min_confidence=0.5)
    save(store, " Requests  of 2024 ", question, NOW, "Ana")
    kept = saved(store, "Requests of 2024", "Ana")
    assert kept.question == question
    assert kept.words == "since 2024; min_confidence 0.5; type REQUEST"
    found = onrecord.ask(store).saved("Requests of 2024", "Ana")
    assert [row.id for row in found] == [row.id for row in onrecord.ask(store).events(type="REQUEST")] != []
    save(store, "denied", FactQuestion(is_denied=True), NOW, "Ana")
    assert list(onrecord.ask(store).saved("denied", "Ana")) == []


def test_a_name_is_of_one_person(store: Store) -> None:
    save(store, "x", EventQuestion(), NOW, "Ana")
    save(store, "x", StatementQuestion(), NOW, "Ben")
    save(store, "x", EventQuestion(type=("AID",)), NOW, "Ana")
    assert [(each.person, each.kind, each.words) for each in all_saved(store)] == [
        ("Ana", "events", "type AID"),
        ("Ben", "statements", ""),
    ]
    assert [each.person for each in all_saved(store, "Ben")] == ["Ben"]


def test_names_are_changed_and_taken_away(store: Store) -> None:
    save(store, "a", EventQuestion(), NOW)
    save(store, "b", EventQuestion(), NOW)
    rename(store, "a", "c")
    with pytest.raises(StoreError, match="already"):
        rename(store, "b", "c")
    with pytest.raises(StoreError, match="there is no question 'a'"):
        rename(store, "a", "d")
    remove(store, "b")
    with pytest.raises(StoreError, match="there is no question 'b'"):
        remove(store, "b")
    assert [each.name for each in all_saved(store)] == ["c"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_says_something(store: Store, name: str) -> None:
    with pytest.raises(InputError):
        save(store, name, EventQuestion(), NOW)


@pytest.mark.parametrize("wrong", [EventQuestion(since="soon"), EventQuestion(sort="colour"), "events"])
def test_what_cannot_be_asked_is_not_kept(store: Store, wrong: Any) -> None:
    with pytest.raises(InputError):
        save(store, "x", wrong, NOW)
    assert all_saved(store) == []


texts = st.text(min_size=1, max_size=9).filter(str.strip)


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_lines_bring_questions_to_another_store(pairs: list[tuple[str, str]]) -> None:
    found = list(saved_from(line_of(_of(name, words)) for name, words in pairs))
    assert [each.question.text for each in found] == [words for _, words in pairs]
    assert all(
        line_of(again) == line_of(each) for each, again in zip(found, saved_from(map(line_of, found)), strict=True)
    )


def _of(name: str, words: str) -> Any:
    line = '{"person":"Ana","name":"n","kind":"events","question":{},"made":""}'
    (one,) = saved_from([line])
    return type(one)(person="Ana", name=name, kind="events", question=made("events", {"text": words}), made=NOW)


def test_lines_go_into_a_store_once(store: Store) -> None:
    save(store, "x", EventQuestion(type=("AID",)), NOW, "Ana")
    lines = [line_of(each) for each in all_saved(store)]
    assert take_in(store, saved_from(lines)) == 1
    assert [line_of(each) for each in all_saved(store)] == lines


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "{}", '{"person":"a","name":"n","kind":"colours","question":{},"made":""}',
     '{"person":"a","name":"n","kind":"events","question":{"colour":"red"},"made":""}',
     '{"person":"a","name":"n","kind":"events","question":{"limit":"x"},"made":""}'],
)  # fmt: skip
def test_a_line_that_is_no_question_is_named(line: str) -> None:
    with pytest.raises(LineError, match="line 2"):
        list(saved_from(["", line]))


def test_a_question_becomes_a_watch(store: Store) -> None:
    save(store, "help", EventQuestion(type=("REQUEST",), limit=1, sort="-day"), NOW)
    watch_saved(store, saved(store, "help"), NOW)
    assert [(match.watch, match.kind) for match in Watching(store.engine).found()] == [("help", "event")]
    watch_saved(store, saved(store, "help"), NOW)  # again is no fault
    save(store, "help", StatementQuestion(), NOW)
    with pytest.raises(InputError, match="another watch"):
        watch_saved(store, saved(store, "help"), NOW)
    save(store, "facts", FactQuestion(), NOW)
    with pytest.raises(InputError, match="can be watched"):
        watch_saved(store, saved(store, "facts"), NOW)


def test_a_question_goes_with_whom_it_names(store: Store) -> None:
    for name, question in (
        ("whole", EventQuestion(source="Rosa Quispe")),
        ("part", EventQuestion(dyad="Quispe>CHL")),
        ("of Rosa Quispe", StatementQuestion()),
        ("code", EventQuestion(dyad="PER*>CHL")),
        ("kind", EventQuestion(mode=("Rosa",))),
        ("other", EventQuestion(actor="Rosa Luna")),
    ):
        save(store, name, question, NOW, "Ana")
    forget(store, Order(kind="actor", what="Q1", author="Ana", reason="asked", made=NOW))
    assert [each.name for each in all_saved(store)] == ["code", "kind", "other"]


def test_a_question_goes_with_its_article(store: Store) -> None:
    identity = article()[1].id
    save(store, "mine", EventQuestion(article=identity), NOW)
    save(store, "all", EventQuestion(), NOW)
    forget(store, Order(kind="article", what=identity, author="Ana", reason="asked", made=NOW))
    assert [each.name for each in all_saved(store)] == ["all"]
