"""Facts, entities, votes and decisions asked: each field narrows as it says, reports come with their reasons."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from onrecord.decisions import Subject, decide, subject_of
from onrecord.errors import InputError
from onrecord.linking.passes import link
from onrecord.query import (
    EntityQuestion,
    FactQuestion,
    ask_decisions,
    ask_entities,
    ask_facts,
    ask_judged,
    ask_rank,
)
from onrecord.query.naming import subjects_named
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.voting import Vote, put_vote
from tests.linking.telling import put, report

ATTACK = ("rebels", "attacked", "Norway", "2024-05-01")
FIRST = report("first", [ATTACK], outlet="The Post", published="2024-05-01")
SECOND = report("second", [ATTACK, ("Anna Berg", "met", "Chile", None)], outlet="Le Matin")
DENIAL = report("denial", [ATTACK], outlet="Gazette", denier="Chile", published="2024-05-03")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "record.db", create=True)
    put(store, FIRST, SECOND, DENIAL, at="2024-06-01T10:00:00")
    link(store, "2024-06-01T11:00:00")
    return store


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ({}, ["ASSAULT", "CONSULT"]),
        ({"type": ("assault",)}, ["ASSAULT"]),
        ({"actor": "Berg"}, ["CONSULT"]),
        ({"actor": "CHL"}, ["CONSULT"]),
        ({"min_outlets": 2}, ["ASSAULT"]),
        ({"min_outlets": 4}, []),
        ({"is_denied": True}, ["ASSAULT"]),
        ({"is_disputed": True}, []),
        ({"status": ("planned",)}, []),
        ({"article": "denial"}, ["ASSAULT"]),
        ({"since": "2024-05-02"}, ["CONSULT"]),
        ({"until": "2024-05-01"}, ["ASSAULT"]),
        ({"as_of": "2024-06-01"}, ["ASSAULT", "CONSULT"]),
        ({"as_of": "2024-05-31"}, []),
        ({"country": "nor"}, []),
        ({"limit": 1, "offset": 1}, ["CONSULT"]),
    ],
)
def test_facts_asked(store: Store, question: dict[str, object], types: list[str]) -> None:
    assert [row.type for row in ask_facts(store, FactQuestion(**question))] == types  # type: ignore[arg-type]


def test_a_fact_comes_with_its_reports_and_reasons(store: Store) -> None:
    (fact,) = ask_facts(store, FactQuestion(type=("ASSAULT",)))
    assert (fact.reports, fact.outlets, fact.denials, fact.target) == (3, 3, 1, "Norway [NOR]")
    assert [(told.article, told.role, told.by) for told in fact.told] == [
        ("first", "tells", None), ("second", "tells", None), ("denial", "denies", "Chile"),
    ]  # fmt: skip
    assert all(told.score is not None and dict(told.reasons)["time"] == 1.0 for told in fact.told)
    assert fact.evidence == fact.told[0].evidence == "rebels attacked Norway."


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ({"min_articles": 2}, ["Norway"]),
        ({"name": "berg"}, ["Anna Berg"]),
        ({"kind": ("person",)}, ["Anna Berg"]),
        ({"country": "chl"}, ["Chile"]),
        ({"article": "first"}, ["Norway"]),
        ({"wikidata": "Q1"}, []),
        ({"as_of": "2024-05-31"}, []),
    ],
)
def test_entities_asked(store: Store, question: dict[str, object], names: list[str]) -> None:
    found = [row.name for row in ask_entities(store, EntityQuestion(**question))]  # type: ignore[arg-type]
    assert found == names


def test_an_entity_comes_with_its_mentions(store: Store) -> None:
    (norway,) = ask_entities(store, EntityQuestion(name="Norway"))
    assert [(mention.article, mention.code) for mention in norway.mentions] == [
        ("first", "NOR"), ("second", "NOR"), ("denial", "NOR"),
    ]  # fmt: skip
    assert norway.articles == 3


def test_a_day_that_is_none_is_refused(store: Store) -> None:
    assert len(list(ask_entities(store, EntityQuestion(as_of="2024")))) == len(
        list(ask_entities(store, EntityQuestion()))
    )
    for ask in (
        lambda: ask_facts(store, FactQuestion(as_of="then")),
        lambda: ask_entities(store, EntityQuestion(as_of="then")),
    ):
        with pytest.raises(InputError, match="no ISO date"):
            list(ask())


@pytest.mark.parametrize("name", ["nobody", "first/e9", "fact:none", "entity:none", "story:none", "none/e1", ""])
def test_what_is_not_there_cannot_be_named(store: Store, name: str) -> None:
    with transaction(store.engine) as connection, pytest.raises(InputError):
        subjects_named(connection, name)


def cast(store: Store, what: str, person: str, vote: Vote, time: str) -> None:
    with transaction(store.engine, write=True) as connection:
        put_vote(connection, person, subjects_named(connection, what)[0], vote, time)


def test_one_vote_a_person_kept_through_splits_and_merges(store: Store) -> None:
    def points() -> dict[str, tuple[int, int]]:
        return {row.id: (row.up, row.down) for row in ask_rank(store, "facts", "2024-05-10") if row.up or row.down}

    (attack,) = ask_facts(store, FactQuestion(type=("ASSAULT",)))
    for time, vote in (("2024-06-02", "down"), ("2024-06-03", "up")):
        cast(store, f"fact:{attack.id}", "Ana", vote, time)  # type: ignore[arg-type]
    cast(store, f"fact:{attack.id}", "Bo", "up", "2024-06-02")
    assert points() == {attack.id: (2, 0)}
    one, two = (
        msgspec.structs.replace(subject_of(record.id, record.events[0]), kind="fact")
        for _, _, record in (FIRST, SECOND)
    )
    three = msgspec.structs.replace(subject_of("denial", DENIAL[2].events[0]), kind="fact")
    decision = decide("split", "Ana", "2024-06-04", subject=one, others=(two, three))
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, [decision], decision.time)
    link(store, "2024-06-04")
    apart = {told.article: row.id for row in ask_facts(store, FactQuestion(type=("ASSAULT",))) for told in row.told}
    assert points() == {apart["first"]: (2, 0)}
    cast(store, f"fact:{apart['second']}", "Ana", "down", "2024-06-05")
    assert points() == {apart["first"]: (2, 0), apart["second"]: (0, 1)}
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, [decide("undo", "Ana", "2024-06-06", undoes=decision.id)], "2024-06-06")
    link(store, "2024-06-06")
    assert points() == {attack.id: (1, 1)}  # one person's votes on what became one count once, the latest
    cast(store, f"fact:{attack.id}", "Bo", "none", "2024-06-07")
    assert points() == {attack.id: (0, 1)}


def test_votes_and_judgements_are_kept_when_a_type_is_edited(store: Store, judge: Callable[..., None]) -> None:
    def points() -> list[tuple[str, int, int]]:
        return [
            (row.title or "", row.up, row.down) for row in ask_rank(store, "facts", "2024-05-10") if row.up or row.down
        ]

    event = SECOND[2].events[1]
    with transaction(store.engine, write=True) as connection:
        subject = msgspec.structs.replace(subject_of("second", event), kind="fact")
        put_vote(connection, "Ana", subject, "up", "2024-06-01")
    (before,) = points()
    judge("edit", subject_of("second", event), field="type", value="COERCE")
    link(store, "2024-06-03")
    ((title, *votes),) = points()
    assert title != before[0]
    assert "COERCE" in title
    assert votes == [1, 0]
    edited = msgspec.structs.replace(subject_of("second", event), type="COERCE")
    with transaction(store.engine, write=True) as connection:
        put_vote(connection, "Ana", msgspec.structs.replace(edited, kind="fact"), "down", "2024-06-04")
    assert [row[1:] for row in points()] == [(0, 1)]
    judge("reject", edited)
    assert event.id not in {each.id for each in store.record("second").events}
    assert [row.state for row in ask_decisions(store)] == ["applied", "applied"]


def test_articles_and_statements_are_ranked_by_their_votes(store: Store) -> None:
    cast(store, "second", "Ana", "up", "2024-06-02")
    cast(store, "denial/s0", "Ana", "down", "2024-06-02")
    first, *_ = ask_rank(store, "articles", "2024-05-03")
    assert (first.id, first.points) == ("second", 1)
    assert first.rank == pytest.approx(sum(first.terms.values()))
    (statement,) = ask_rank(store, "statements", "2024-05-03")
    assert (statement.id, statement.points) == ("denial/s0", -1)


@pytest.fixture
def judge(store: Store) -> Callable[..., None]:
    def put_(action: str, subject: Subject, **parts: object) -> None:
        decision = decide(action, "Ana", f"2024-06-02T10:{len(made):02}", subject=subject, **parts)  # type: ignore[arg-type]
        made.append(decision)
        with transaction(store.engine, write=True) as connection:
            put_decisions(connection, [decision], decision.time)

    made: list[object] = []
    return put_


def test_decisions_are_gold(store: Store, judge: Callable[..., None]) -> None:
    events = SECOND[2].events
    judge("reject", subject_of("second", events[0]))
    judge("accept", subject_of("second", events[0]))
    judge("reject", subject_of("second", events[1]))
    judge("edit", subject_of("first", FIRST[2].actors[0]), field="code", value="NORGOV")
    rows = {row.kind: row for row in ask_judged(store)}
    assert (rows["event"].judged, rows["event"].accepted, rows["event"].rejected, rows["event"].share) == (2, 1, 1, 0.5)
    assert (rows["event"].rule, rows["event"].band) == ("test", 0.9)
    assert (rows["actor"].edited, rows["actor"].share) == (1, 0.0)


def test_decisions_are_listed_with_what_became_of_them(store: Store, judge: Callable[..., None]) -> None:
    judge("reject", subject_of("second", SECOND[2].events[1]))
    judge("accept", Subject("event", "second", ((0, 1),), "AID"))  # type: ignore[arg-type]
    rows = list(ask_decisions(store))
    assert [(row.words, row.state) for row in rows] == [("met", "applied"), ("r", "there is no such event any more")]
    assert [row.id for row in ask_decisions(store, "first")] == []
