"""Decisions in a store: kept for good, applied at once and after every reread, undone without a trace in the record."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from onrecord.decisions import Decision, decide, subject_of
from onrecord.errors import StoreError
from onrecord.model.record import Record
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import decided_article, decided_articles, decisions_on, put_decisions, reapply
from onrecord.store.readings import Reading, held, put_reading
from onrecord.store.schema import events, readings
from tests.store.filling import article

SOURCE, PAGE, RECORD = article(1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "record.db", create=True)
    store.begin("1", "{}", (), "2024-05-01T10:00:00").add(SOURCE, PAGE, RECORD)
    return store


def on(about: Any, action: str, time: str = "2024-05-02T10:00:00", **parts: Any) -> Decision:
    return decide(action, "Ana", time, subject=subject_of(RECORD.id, about), **parts)  # type: ignore[arg-type]


def put(store: Store, *made: Decision) -> None:
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, made, max(decision.time for decision in made))


def reread(store: Store, record: Record, time: str) -> None:
    with transaction(store.engine, write=True) as connection:
        put_reading(connection, PAGE.text, record, Reading("reread", "2", "{}", time))
        reapply(connection, record.id, time)


def test_a_decision_is_applied_and_its_undo_restores_what_was_read(store: Store) -> None:
    rejection = on(RECORD.events[0], "reject")
    put(store, rejection)
    assert store.record(RECORD.id).events == RECORD.events[1:]
    with transaction(store.engine) as connection:
        assert decided_articles(connection) == [RECORD.id]
        before = connection.execute(select(events.c.id).where(held(events, "2024-05-01"))).scalars().all()
        assert len(before) == len(RECORD.events)
    put(store, decide("undo", "Ana", "2024-05-03T10:00:00", undoes=rejection.id))
    assert store.record(RECORD.id) == RECORD
    with transaction(store.engine) as connection:
        assert decided_articles(connection) == []
        causes = connection.execute(select(readings.c.cause).order_by(readings.c.number)).scalars().all()
        assert causes == ["read", "decision", "decision"]
        assert len(decisions_on(connection, RECORD.id)) == 2


def test_decisions_outlive_a_reread_and_those_without_their_subject_are_listed(store: Store) -> None:
    rejected, accepted = RECORD.events[0], RECORD.events[1]
    put(store, on(rejected, "reject"), on(accepted, "accept"))
    renamed = [msgspec.structs.replace(event, id=f"n{event.id}") for event in RECORD.events if event != accepted]
    reread(store, msgspec.structs.replace(RECORD, events=tuple(renamed)), "2024-05-04T10:00:00")
    assert [event.id for event in store.record(RECORD.id).events] == [event.id for event in renamed[1:]]
    with transaction(store.engine) as connection:
        found = decided_article(connection, RECORD.id)
        assert found is not None
        assert [one.decision.subject for one in found.corrected()[1]] == [subject_of(RECORD.id, accepted)]
    reread(store, RECORD, "2024-05-05T10:00:00")
    assert store.record(RECORD.id).events[0].id == accepted.id


def test_the_same_decision_twice_is_one_and_changes_nothing(store: Store) -> None:
    decision = on(RECORD.events[0], "reject")
    put(store, decision)
    reading = store.article(RECORD.id).reading
    put(store, decision)
    assert store.article(RECORD.id).reading == reading
    with transaction(store.engine, write=True) as connection:
        reapply(connection, RECORD.id, "2024-06-01")
    assert store.article(RECORD.id).reading == reading


def test_an_undo_of_nothing_is_refused_and_a_decision_on_a_missing_article_is_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="no decision"):
        put(store, decide("undo", "Ana", "2024-05-03", undoes="none"))
    elsewhere = decide("reject", "Ana", "2024-05-03", subject=subject_of("elsewhere", RECORD.events[0]))
    put(store, elsewhere)
    with transaction(store.engine) as connection:
        assert decisions_on(connection) == [elsewhere]
        assert decided_articles(connection) == []
        assert decided_article(connection, "elsewhere") is None
