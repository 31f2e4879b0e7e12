"""Answers: lazy, paged by a cursor that survives what comes in, counted in every way, and as tables."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import InputError
from onrecord.model.page import CleanPage
from onrecord.model.record import Event, EventTime
from onrecord.model.span import Span
from onrecord.query import KINDS, LESS_EXACT, Asking, EventQuestion, ask_events
from onrecord.query.counting import Count, Dyad
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.readings import Reading, put_reading
from tests.conftest import DATABASES
from tests.store.filling import article

FIRST, LATER = "2024-05-05T00:00:00+00:00", "2024-06-01T00:00:00+00:00"


def fill(place: str, numbers: range, started: str = FIRST) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", (), started)
        for number in numbers:
            run.add(*article(number, 1 + number % 3))
        run.end("done")


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Store]:
    place = new_place(request.param)
    fill(place, range(12))
    with open_store(place) as store:
        yield store


@pytest.fixture
def asking(store: Store) -> Asking:
    return onrecord.ask(store)


@pytest.mark.parametrize("kind", KINDS)
@given(size=st.integers(1, 9), is_down=st.booleans(), data=st.data())
@settings(max_examples=20, deadline=None)
def test_pages_put_together_are_the_answer(
    store: Store, kind: str, size: int, is_down: bool, data: st.DataObject
) -> None:
    order = data.draw(st.sampled_from(list(KINDS[kind].orders)))
    answers = Asking(store).ask(kind, {"sort": f"-{order}" if is_down else order})
    found: list[Any] = []
    cursor = None
    while True:
        page = answers.page(cursor, size)
        found += page.rows
        assert len(page.rows) == size or page.next is None
        if page.next is None:
            break
        cursor = page.next
    assert found == list(answers)
    assert answers.count() == len(found)


@pytest.mark.parametrize("kind", KINDS)
def test_counts_add_up(asking: Asking, kind: str) -> None:
    answers = asking.ask(kind, {})
    for group in KINDS[kind].groups:
        counts = answers.by(group)
        if group == "context":  # what has several counts with each
            continue
        assert sum(count.count for count in counts) == answers.count()
        assert [count.count for count in counts] == sorted((count.count for count in counts), reverse=True)
    for unit in ("day", "week", "month", "quarter", "year"):
        assert sum(count.count for count in answers.over_time(unit)) == answers.count()  # type: ignore[arg-type]


def test_a_cursor_survives_what_comes_in(place: str) -> None:
    fill(place, range(4))
    with open_store(place) as store:
        answers = onrecord.ask(store).events(sort="-day")
        first = answers.page(size=3)
        before = list(answers)
        fill(place, range(4, 9))
        rest = answers.page(first.next, 100)
        assert [row for row in (*first.rows, *rest.rows) if row in before] == before


def test_days_are_counted_in_units(asking: Asking) -> None:
    assert asking.events().over_time("week") == [Count("2024-W18", 24)]
    assert asking.events().over_time("quarter") == [Count("2024-Q2", 24)]
    assert asking.articles().over_time("day") == [Count("2024-05-04", 12)]


def test_what_may_have_been_in_several_units_is_counted_apart(place: str) -> None:
    told = ("2024-05-03", "2024-05", "2024-05-01/2024-05-07", "2023", "XXXX-05-03", None)
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", (), FIRST)
        for number, value in enumerate(told):
            when = EventTime(value=value, span=Span(0, 1)) if value else None
            event = Event(
                id="e1", type="AID", trigger=(), status="actual", quad=1, evidence=Span(0, 1), when=when, rule="test"
            )
            record = onrecord.Record(id=f"a{number}", published="2023" if value is None else None, events=(event,))
            page = CleanPage(text="Aid.", published=record.published)
            run.add(Input(position=number, location="x", digest=str(number)), page, record)
        answers = onrecord.ask(store).events()
        assert answers.over_time("day") == [Count("2024-05-03", 1), Count(LESS_EXACT, 4), Count(None, 1)]
        assert answers.over_time("month") == [Count("2024-05", 3), Count(LESS_EXACT, 2), Count(None, 1)]
        assert answers.over_time("year") == [Count("2023", 2), Count("2024", 3), Count(None, 1)]
        assert onrecord.ask(store).articles().over_time("day") == [Count(LESS_EXACT, 1), Count(None, 5)]
        assert [row.article for row in onrecord.ask(store).articles(since="2023-06")] == ["a5"]
        assert [row.article for row in onrecord.ask(store).events(since="2023-06", until="2023-07")] == ["a3", "a5"]


def test_events_are_asked_and_counted_by_the_certainty_and_context_they_have(place: str) -> None:
    fill(place, range(1, 2))
    with open_store(place) as store:
        kept = store.article("article-1")
        (first, second) = kept.record.statements
        events = (
            msgspec.structs.replace(kept.record.events[0], contexts=("military", "economic")),
            msgspec.structs.replace(kept.record.events[1], contexts=("military",)),
            msgspec.structs.replace(kept.record.events[1], id="e9", statement=None),
        )
        doubted = msgspec.structs.replace(second, certainty="possible")
        record = msgspec.structs.replace(kept.record, statements=(first, doubted), events=events)
        with transaction(store.engine, write=True) as connection:
            put_reading(connection, kept.text, record, Reading("reread", "test", "{}", LATER))
        asking = onrecord.ask(store)
        assert [(row.id, row.certainty) for row in asking.events(certainty="possible")] == [("e1", "possible")]
        assert asking.events().by("certainty") == [Count(None, 1), Count("certain", 1), Count("possible", 1)]
        assert asking.events().by("context") == [Count("military", 2), Count(None, 1), Count("economic", 1)]
        assert asking.events().by("context", 1) == [Count("military", 2)]


def test_events_are_counted_between_actors(asking: Asking) -> None:
    assert asking.events().between() == [Dyad("PER", "PER", 24)]
    assert asking.events().between("code") == [Dyad("PERMIL", "PER", 24)]
    assert asking.events(article="article-2").between() == [Dyad("PER", "PER", 3)]
    with pytest.raises(InputError, match="only events"):
        asking.statements().between()


def test_what_the_record_said_then(place: str) -> None:
    fill(place, range(2))
    with open_store(place) as store:
        kept = store.article("article-1")
        less = onrecord.Record(id=kept.id, published=kept.record.published, events=kept.record.events[:1])
        with transaction(store.engine, write=True) as connection:
            put_reading(connection, kept.text, less, Reading("decision", "test", "{}", LATER))
        then, now = ({"as_of": "2024-05-31"}, {"as_of": "2024-06-01"})
        asking = onrecord.ask(store)
        assert [asking.events(**asked).count() for asked in (then, now, {}, {"as_of": "2024-05-04"})] == [3, 2, 2, 0]
        assert [asking.statements(**asked).count() for asked in (then, now, {})] == [3, 1, 1]
        assert list(asking.events(as_of="2024-06")) == list(asking.events())
        assert asking.events(**then).between() == [Dyad("PER", "PER", 3)]
        assert asking.events().between() == [Dyad("PER", "PER", 2)]
        assert asking.articles(as_of="2024-05-04").count() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_rows_as_tables(asking: Asking, kind: str) -> None:
    answers = asking.ask(kind, {})
    rows = list(answers)
    assert answers.to_arrow().num_rows == len(rows)
    for frame in (answers.to_pandas(), answers.to_polars()):
        assert list(frame.columns) == list(KINDS[kind].row.__struct_fields__)
        assert list(frame["article"]) == [row.article for row in rows]
    assert asking.ask(kind, {"since": "2099"}).to_polars().shape == (0, len(KINDS[kind].row.__struct_fields__))


def test_one_value_will_do_where_several_may_be_given(asking: Asking) -> None:
    assert list(asking.events(type="REQUEST")) == list(asking.events(type=("REQUEST",)))


@pytest.mark.parametrize(
    ("kind", "asked", "said"),
    [("events", {"colour": "red"}, "colour"), ("events", {"limit": "x"}, "limit"), ("colours", {}, "events")],
)
def test_what_cannot_be_asked_is_said(asking: Asking, kind: str, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        asking.ask(kind, asked)


def test_a_cursor_of_another_order_is_refused(store: Store) -> None:
    cursor = ask_events(store, EventQuestion()).page(size=1).next
    with pytest.raises(InputError, match="order"):
        ask_events(store, EventQuestion(sort="-day")).page(cursor)
    for bad in ("x", "AAAA", "\ud800"):
        with pytest.raises(InputError, match="no cursor"):
            ask_events(store, EventQuestion()).page(bad)
    with pytest.raises(InputError, match="counted by"):
        ask_events(store, EventQuestion()).by("colour")
