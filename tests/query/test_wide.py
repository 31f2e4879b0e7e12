"""What is answered by an index alone, within bounds or by the latest days is what the plain way would give."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bench.store.filling import fill
from onrecord.decisions import Subject
from onrecord.query import Asking, EventRow, StatementRow, ask_rank
from onrecord.query.counting import Spot
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.copying import copy
from onrecord.store.schema import articles
from onrecord.store.voting import put_vote
from tests.conftest import DATABASES

COUNT = 60
_DAYS = ("2023", "2024", "2025")  # before all, before people decided, after


@pytest.fixture(scope="module", params=DATABASES)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_place: Callable[[str], str]
) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("wide") / "record.db"
    fill(path, COUNT)
    with open_store(path) as made:
        if request.param == "sqlite":
            yield made
            return
        with open_store(new_place(request.param), create=True) as opened:
            copy(made, opened)
            yield opened


class Rows:
    """All events, now and as of some days; told in short where a test fails."""

    def __init__(self, asking: Asking) -> None:
        self.as_of = {day: list(asking.events(as_of=day)) for day in (None, *_DAYS)}
        self.all = self.as_of[None]


@pytest.fixture(scope="module")
def events(store: Store) -> Rows:
    return Rows(Asking(store))


@pytest.fixture(scope="module")
def statements(store: Store) -> list[StatementRow]:
    return list(Asking(store).statements())


def _codes(row: EventRow, side: str) -> set[str]:
    return {each.code for each in getattr(row, side) if each.code}


_TYPES = ("AID", "PROTEST", "CONSULT")
_WHO = ("USA*", "RUSGOV", "RUSG*", "usa*", "minister 1", "chief", "*", "U|S*", "XXX*")
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from([(each,) for each in _TYPES] + [_TYPES]),
        "status": st.sampled_from([("actual",), ("planned",)]),
        "source": st.sampled_from(_WHO),
        "target": st.sampled_from(_WHO),
        "since": st.sampled_from(["2016", "2019-05", "2024-02-03"]),
        "country": st.sampled_from(["USA", "ETH", "US"]),
        "min_confidence": st.sampled_from([0.3, 0.9]),
        "as_of": st.sampled_from(_DAYS),
        "sort": st.sampled_from(["day", "-day", "confidence", "-confidence"]),
    },
)


def _fits(row: EventRow, asked: dict[str, Any]) -> bool:
    return all(_TESTS[name](row, value) for name, value in asked.items())


def _is_on(row: EventRow, side: str, who: str) -> bool:
    if who == "*":
        return True
    if who.endswith("*"):
        return any(code.startswith(who[:-1].upper()) for code in _codes(row, side))
    if who == who.upper():
        return who in _codes(row, side)
    return any(who in text.lower() for each in getattr(row, side) for text in (each.name or "", each.words))


def _is_of(row: EventRow, country: str) -> bool:
    return country == row.country or any(
        country == code[:3] for side in ("source", "target") for code in _codes(row, side)
    )


_TESTS: dict[str, Any] = {
    "type": lambda row, value: row.type in value,
    "status": lambda row, value: row.status in value,
    "source": lambda row, value: _is_on(row, "source", value),
    "target": lambda row, value: _is_on(row, "target", value),
    "since": lambda row, value: (row.last_day or "") >= value,
    "country": _is_of,
    "min_confidence": lambda row, value: row.confidence >= value,
    "as_of": lambda row, value: True,
    "sort": lambda row, value: True,
}


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ASKED)
def test_every_count_is_that_of_the_rows(store: Store, events: "Rows", asked: dict[str, Any]) -> None:
    fitting = [row for row in events.as_of[asked.get("as_of")] if _fits(row, asked)]
    answers = Asking(store).events(**asked)
    assert {row.ref for row in answers} == {row.ref for row in fitting}
    assert answers.count() == len(fitting)
    assert answers.count_to(7) == (min(len(fitting), 7), len(fitting) < 7) or answers.count_to(7) == (
        len(fitting),
        True,
    )
    for group in ("type", "status", "country", "outlet"):
        counts = {each.value: each.count for each in answers.by(group)}
        assert counts == Counter(getattr(row, group) for row in fitting)
    years = Counter((row.first_day or "")[:4] or None for row in fitting)
    assert {each.value: each.count for each in answers.over_time("year")} == years
    for level, length in (("country", 3), ("code", None)):
        pairs = Counter(
            pair
            for row in fitting
            for pair in product(*({code[:length] for code in _codes(row, side)} for side in ("source", "target")))
        )
        assert {(each.source, each.target): each.count for each in answers.between(level)} == pairs  # type: ignore[arg-type]
    places = Counter((row.place, row.country, row.lat, row.lon) for row in fitting if row.lat is not None)
    assert {_spot(each): each.count for each in answers.where()} == places


def _spot(spot: Spot) -> tuple[Any, ...]:
    return spot.name, spot.country, spot.lat, spot.lon


@pytest.mark.parametrize("order", ["day", "-day", "confidence", "-confidence"])
def test_pages_come_in_their_order_whatever_is_asked(store: Store, events: Rows, order: str) -> None:
    asking = Asking(store)
    shown, cursor = [], None
    while True:
        page = asking.events(source="USA*", sort=order).page(cursor, 17)
        shown += [row.ref for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    field = {"day": "first_day", "confidence": "confidence"}[order.removeprefix("-")]
    wanted = [row for row in events.all if _is_on(row, "source", "USA*")]
    wanted.sort(key=lambda row: (getattr(row, field), row.article, int(row.id[1:])), reverse=order.startswith("-"))
    assert shown == [row.ref for row in wanted]


@pytest.mark.parametrize(
    "asked",
    [{}, {"country": "USA"}, {"actor": "USA*"}, {"actor": "USAGOV"}, {"actor": "minister 1"}, {"terms": ("none",)}],
)
def test_statements_are_counted_as_they_are(
    store: Store, statements: list[StatementRow], asked: dict[str, Any]
) -> None:
    tests: dict[str, Any] = {
        "country": lambda row, value: (row.code or "").startswith(value),
        "actor": lambda row, value: (
            (row.code or "").startswith(value[:-1]) if value.endswith("*")
            else row.code == value or value in (row.actor_name or "") or value in row.source
        ),
        "terms": lambda row, value: row.terms in value,
    }  # fmt: skip
    fitting = [row for row in statements if all(tests[name](row, value) for name, value in asked.items())]
    answers = Asking(store).statements(**asked)
    assert answers.count() == len(fitting)
    assert {each.value: each.count for each in answers.by("actor_name")} == Counter(row.actor_name for row in fitting)


def test_the_first_by_rank_are_the_first_of_all(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    fill(path, COUNT)
    with open_store(path) as store:
        with transaction(store.engine, write=True) as connection:
            for number in range(COUNT):  # dense at the end, thin before
                day = date(2024, 12, 30) - timedelta(days=number * number // 40)
                published = None if number % 13 == 5 else day.isoformat()
                mine = articles.c.number == number + 1
                connection.execute(update(articles).where(mine).values(published=published))
            for number in (3, 40, 55):
                for person in "abcdefghijkl":
                    put_vote(connection, person, Subject("article", f"{number:016d}"), "up", "2025-01-01")
        for kind in ("articles", "facts"):
            everything = ask_rank(store, kind, "2025-01-02")
            for limit in (1, 5, 20):
                assert ask_rank(store, kind, "2025-01-02", limit) == everything[:limit]
