"""A check of a store names what is damaged, in each of its tables."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from hypothesis import given, settings
from sqlalchemy import Connection, text

from onrecord.decisions import decide, subject_of
from onrecord.linking.passes import link
from onrecord.model.page import CleanPage
from onrecord.model.record import Event, EventPlace, Record, Statement, Time
from onrecord.model.span import Span
from onrecord.store import Input, Store, open_store
from onrecord.store.checking import check, dangling
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.readings import Reading, put_reading
from onrecord.store.voting import put_vote
from tests.linking.telling import report
from tests.strategies import articles

FIRST, LATER = "2024-05-05T00:00:00+00:00", "2024-06-01T00:00:00+00:00"
ATTACK = ("rebels", "attacked", "Norway", "2024-05-01")


def linked(place: str) -> Store:
    """Two reports of one attack and a reposted one, read again, decided on, voted on and linked."""
    store = open_store(place, create=True)
    run = store.begin("test", "{}", (), FIRST)
    made = [report(name, [ATTACK], outlet=name) for name in ("The Fjord", "The Coast")]
    for position, (source, page, record) in enumerate(made):
        run.add(msgspec.structs.replace(source, position=position), page, record)
    run.end("done")
    record = made[0][2]
    event = subject_of(record.id, record.events[0])
    status = decide("edit", "Ana", LATER, subject=event, field="status", value="planned")
    undo = decide("undo", "Ana", LATER, undoes=status.id)
    with transaction(store.engine, write=True) as connection:
        again = msgspec.structs.replace(record, events=record.events[:1])
        put_reading(connection, made[0][1].text, again, Reading("reread", "test", "{}", LATER))
        put_decisions(connection, [status, undo], LATER)
        put_vote(connection, "Ana", event, "up", LATER)
    link(store, LATER)
    return store


def found(store: Store) -> str:
    return "\n".join(f"{fault.article}: {fault.what}" for fault in check(store))


# What is done to a store, and what must be named; a %s is the id of its first article.
DAMAGES = (
    ("UPDATE articles SET outlet = 'Other'", "articles: outlet is not what its page says"),
    ("UPDATE articles SET text = 'x'", "outside of its text"),
    ("UPDATE readings SET until = recorded", "readings: none that holds"),
    ("UPDATE readings SET until = NULL", "readings: more than one that holds"),
    ("UPDATE readings SET until = '2024' WHERE until IS NOT NULL", "readings: 1 does not end when the next begins"),
    ("DELETE FROM actors WHERE reading = 1", "actors: 0 rows where its record has 2 of reading 1"),
    ("UPDATE actors SET name = 'x' WHERE until IS NULL", "actors, row 0: name differs"),
    ("UPDATE events SET status = 'x' WHERE until IS NOT NULL", "events, row 0: status differs of reading 1"),
    ("UPDATE events SET recorded = 'x'", "events, row 0: recorded differs"),
    ("UPDATE events SET until = '2020'", "events, row 0: until differs"),
    ("UPDATE participants SET words = 'x'", "participants, row 0: words differs"),
    ("DELETE FROM dyads", "dyads: 0 rows where its record has 1"),
    ("INSERT INTO names (name, folded) VALUES ('Nobody', 'nobody')", "names: 'Nobody' stands nowhere"),
    ("UPDATE names SET folded = 'x'", "has other small letters"),
    ("DELETE FROM names WHERE name = 'Norway'", "names: 'Norway' of participants.name is not there"),
    ("UPDATE runs SET stored = 7", "runs: 1 counts other inputs as stored than it has"),
    ("UPDATE decisions SET id = 'x' WHERE action = 'edit'", "which is not there"),
    ("UPDATE votes SET vote = 5", "votes: one that is none"),
    ("UPDATE fact_reports SET fact = 'x'", "fact_reports: its fact x is not there"),
    ("UPDATE fact_reports SET event_id = 'x'", "fact_reports: its event x is not there"),
    ("UPDATE fact_reports SET event = 'x'", "fact_links: the event"),
    ("DELETE FROM fact_reports", "facts: "),
    ("UPDATE facts SET reports = 9", "counts other articles than are in it"),
    ("UPDATE fact_keys SET event = event || 'x'", "fact_keys: the event"),
    ("DELETE FROM entities", "entity_mentions: its entity"),
    ("UPDATE entity_mentions SET actor = 'x'", "entity_mentions: its actor x is not there"),
    ("UPDATE stories SET articles = 9", "stories: "),
    ("DELETE FROM stories", "story_articles: its story"),
    ("UPDATE story_articles SET copy_of = 'x'", "story_articles: the article x that it copies is not there"),
)  # fmt: skip
OF_SQLITE = (
    ("DELETE FROM articles_words_docsize", "articles_words: the article is not in the index of words"),
    ("UPDATE articles SET number = number + 10", "articles_words: the index of words holds article number 1"),
    ("DELETE FROM articles WHERE outlet = 'The Fjord'", "readings: a row whose articles is not there"),
    ("UPDATE readings SET number = number + 1 WHERE until IS NULL", "readings: one of them is missing"),
    ("DELETE FROM runs", "articles: a row whose runs is not there"),
    ("UPDATE inputs SET article = 'x'", "inputs: a row whose articles is not there"),
    ("DELETE FROM readings WHERE number = 1", "actors: a row whose readings is not there"),
    ("DELETE FROM events", "participants: a row whose events is not there"),
    ("INSERT INTO unlinked VALUES ('x')", "unlinked: a row whose articles is not there"),
    ("UPDATE votes SET article = 'x'", "votes: a row whose articles is not there"),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Store]:
    with linked(new_place(request.param)) as store:
        yield store


def damaged(store: Store, command: str) -> str:
    """What a check finds in a store after a command, which is then taken back."""
    with store.engine.connect() as connection:
        held = _Held(connection)
        connection.execute(text(command))
        return found(Store(held))  # type: ignore[arg-type]


class _Held:
    """An engine with one connection, whose changes are never committed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def execution_options(self, **_: object) -> "_Held":
        return self

    def begin(self) -> "_Held":
        return self

    def __enter__(self) -> Connection:
        return self._connection

    def __exit__(self, *_: object) -> None:
        return None


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.services)]


@pytest.mark.parametrize("store", BOTH, indirect=True)
def test_a_whole_store_has_no_fault(store: Store) -> None:
    assert found(store) == ""


@pytest.mark.parametrize("store", BOTH, indirect=True)
@pytest.mark.parametrize(("command", "named"), DAMAGES)
def test_damage_to_a_table_is_named(store: Store, command: str, named: str) -> None:
    assert named in damaged(store, command)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("command", "named"), OF_SQLITE)
def test_damage_that_postgresql_does_not_let_happen_is_named(store: Store, command: str, named: str) -> None:
    with store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN")
        connection.execute(text(command))
        assert named in found(Store(_Held(connection)))  # type: ignore[arg-type]
        connection.rollback()
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def test_references_within_a_record_are_followed() -> None:
    span = Span(0, 1)
    statement = Statement(
        id="s1", content=(), source=(), cue=(), kind="direct", terms="named", rule="test", actor="a9", within="s9"
    )
    event = Event(
        id="e1", type="AID", trigger=(), status="actual", quad=1, evidence=span, rule="test", statement="s9",
        where=EventPlace(place="p9"),
    )  # fmt: skip
    time = Time(id="t1", span=span, type="DATE", value="2024", anchor="t9", rule="test")
    record = Record(id="a", statements=(statement, statement), events=(event,), times=(time,))
    assert set(dangling(record)) == {
        "statements: the id s1 twice",
        "times, t1: its anchor t9 is not there",
        "statements, s1: its actor a9 is not there",
        "statements, s1: its within s9 is not there",
        "events, e1: its statement s9 is not there",
        "events, e1: its place p9 is not there",
    }


@given(articles())
@settings(max_examples=15, deadline=None)
def test_any_record_is_as_its_rows_say(
    tmp_path_factory: pytest.TempPathFactory, pair: tuple[CleanPage, Record]
) -> None:
    with open_store(tmp_path_factory.mktemp("any") / "record.db", create=True) as store:
        store.begin("test", "{}", ()).add(Input(position=0, location="x", digest="x"), *pair)
        expected = set(dangling(pair[1]))
        assert {fault.what for fault in check(store)} == expected
