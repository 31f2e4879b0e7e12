"""What is reviewed next by whom, and how far reviewers agree."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.decisions import decide, subject_of
from onrecord.model.record import Record
from onrecord.query import ActorQuestion, EventQuestion, PlaceQuestion, StatementQuestion, TimeQuestion
from onrecord.query.agreeing import ask_agreement, ask_verdicts
from onrecord.query.reviewing import ReviewRow, ask_review, last_of
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from tests.export.conftest import article

ALL: dict[str, Any] = {
    "events": EventQuestion(), "statements": StatementQuestion(), "actors": ActorQuestion(),
    "places": PlaceQuestion(), "times": TimeQuestion(),
}  # fmt: skip
PAGE, RECORD = article()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as store:
        run = store.begin("t", "{}", ())
        run.add(Input(position=0, location="a", digest="d"), PAGE, RECORD)
        run.end("done")
        yield store


clock = iter(f"2024-06-01T00:{minute:02d}:{second:02d}+00:00" for minute in range(60) for second in range(60))


def judge(store: Store, who: str, about: Any, action: str, **parts: Any) -> str:
    made = decide(action, who, next(clock), subject=subject_of(RECORD.id, about), **parts)  # type: ignore[arg-type]
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, [made], made.time)
    return made.id


def undo(store: Store, who: str, what: str) -> None:
    made = decide("undo", who, next(clock), undoes=what)
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, [made], made.time)


def ids(rows: list[ReviewRow]) -> list[str]:
    return [row.id for row in rows]


def values(record: Record) -> list[Any]:
    return [*record.events, *record.statements, *record.actors, *record.places, *record.times]


def test_the_least_sure_comes_first_whatever_its_kind(store: Store) -> None:
    rows = ask_review(store, ALL, "Ana", limit=100)
    assert sorted(ids(rows)) == sorted(value.id for value in values(RECORD))
    assert [row.confidence for row in rows] == sorted(value.confidence for value in values(RECORD))
    assert [row.kind for row in rows[:3]] == ["event", "statement", "actor"]
    assert "".join(text for text, is_value in rows[0].text if is_value).startswith("Rosa Quispe")
    assert len(ask_review(store, ALL, "Ana", limit=2)) == 2


def test_a_question_narrows_it_down(store: Store) -> None:
    rows = ask_review(store, {"events": EventQuestion(type=("REQUEST",))}, "Ana")
    assert ids(rows) == [event.id for event in RECORD.events if event.type == "REQUEST"]


def test_who_judged_a_value_does_not_see_it_again_but_others_do(store: Store) -> None:
    event = RECORD.events[0]
    judge(store, "Ana", event, "reject")
    assert event.id not in ids(ask_review(store, ALL, "Ana", limit=100))
    mine = {row.id: row for row in ask_review(store, ALL, "Ben", limit=100)}
    assert mine[event.id].verdicts == {}  # blind, unless it is asked for
    assert mine[event.id].fields["status"] == event.status
    seen = {row.id: row for row in ask_review(store, ALL, "Ben", limit=100, is_blind=False)}
    assert seen[event.id].verdicts == {"Ana": "reject"}
    assert ids(ask_review(store, ALL, "Ben", whose="others")) == [event.id]
    assert event.id not in ids(ask_review(store, ALL, "Ben", whose="new", limit=100))
    judge(store, "Ben", event, "accept")
    assert ask_review(store, ALL, "Ben", whose="others") == []


def test_what_was_changed_by_others_is_shown_as_it_was_read(store: Store) -> None:
    event = RECORD.events[0]
    judge(store, "Ana", event, "edit", field="status", value="planned")
    (row,) = ask_review(store, ALL, "Ben", whose="others")
    assert (row.fields["status"], row.confidence) == ("actual", event.confidence)
    assert ask_review(store, ALL, "Ben", whose="others")[0].id == event.id
    assert ask_review(store, {"events": EventQuestion(outlet="nobody")}, "Ben", whose="others") == []


def test_an_undo_brings_a_value_back(store: Store) -> None:
    event = RECORD.events[0]
    made = judge(store, "Ana", event, "accept")
    found = last_of(store, "Ana")
    assert found is not None
    assert found.id == made
    assert last_of(store, "Ben") is None
    undo(store, "Ana", made)
    assert event.id in ids(ask_review(store, ALL, "Ana", limit=100))
    assert last_of(store, "Ana") is None


def test_agreement_of_two_and_of_three(store: Store) -> None:
    first, second = RECORD.statements
    event, actor = RECORD.events[0], RECORD.actors[0]
    for who in ("Ana", "Ben"):
        judge(store, who, first, "accept")
        judge(store, who, second, "reject")
    judge(store, "Ana", event, "edit", field="status", value="planned")
    judge(store, "Ben", event, "accept")
    judge(store, "Cid", event, "accept")
    judge(store, "Ana", actor, "accept")
    rows = {(row.kind, row.reviewers): row for row in ask_agreement(store)}
    pair = rows["all", ("Ana", "Ben")]
    assert (pair.values, pair.agreed, pair.share) == (3, 2, pytest.approx(2 / 3))
    assert pair.kappa == pytest.approx((2 / 3 - 1 / 3) / (1 - 1 / 3))
    assert rows["statement", ("Ana", "Ben")].kappa == 1
    three = rows["all", ("Ana", "Ben", "Cid")]
    assert (three.values, three.agreed, three.kappa) == (3, 2, None)
    assert three.share == pytest.approx(3 / 5)
    assert three.alpha is not None
    assert ("actor", ("Ana", "Ben")) not in rows
    verdicts = {row.value: row for row in ask_verdicts(store)}
    assert verdicts[event.id].verdicts == {"Ana": "edit status → planned", "Ben": "accept", "Cid": "accept"}
    assert verdicts[event.id].differs
    assert not verdicts[first.id].differs
    assert [row.value for row in ask_verdicts(store, "actor")] == [actor.id]


def test_the_last_word_of_a_reviewer_counts(store: Store) -> None:
    event = RECORD.events[0]
    judge(store, "Ana", event, "reject")
    judge(store, "Ana", event, "accept")
    assert [row.verdicts for row in ask_verdicts(store)] == [{"Ana": "accept"}]
    judge(store, "Ana", event, "edit", field="mode", value=None)
    judge(store, "Ana", event, "edit", field="status", value="ongoing")
    assert [row.verdicts for row in ask_verdicts(store)] == [{"Ana": "edit mode → null; edit status → ongoing"}]
