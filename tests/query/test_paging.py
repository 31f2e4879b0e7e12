"""Pages and their cursors, whatever the values hold that they are sorted by."""

import json
from base64 import urlsafe_b64encode

import pytest

import onrecord
from onrecord.errors import InputError
from onrecord.model.page import CleanPage
from onrecord.model.record import Actor
from onrecord.query import ActorRow, Asking
from onrecord.store import Input, open_store

NAMES = ("A\x00b", "\ud800z", "\ue000", "plain")


def named(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        for number, name in enumerate(NAMES):
            actor = Actor(id="a1", name=name, kind="person", rule="test", mentions=())
            record = onrecord.Record(id=f"a{number}", actors=(actor,))
            run.add(Input(position=number, location="x", digest=str(number)), CleanPage(text=str(number)), record)


@pytest.mark.parametrize("sort", ["name", "-name"])
def test_pages_end_whatever_a_name_holds(place: str, sort: str) -> None:
    named(place)
    with open_store(place) as store:
        answers = onrecord.ask(store).actors(sort=sort)
        found: list[ActorRow] = []
        cursor = None
        for _ in NAMES:
            page = answers.page(cursor, 1)
            found += page.rows
            cursor = page.next
        assert cursor is None
        assert sorted(row.name for row in found) == sorted(NAMES)
        assert found == list(answers)


@pytest.mark.parametrize("number", [0, -1])
def test_a_page_or_an_answer_of_no_row_is_refused(place: str, number: int) -> None:
    named(place)
    with open_store(place) as store:
        asking = Asking(store)
        for ask in (
            lambda: asking.actors().page(size=number),
            lambda: asking.actors(limit=number),
            lambda: asking.actors().by("name", number),
            lambda: asking.events().between(limit=number),
            lambda: asking.events().where(number),
        ):
            with pytest.raises(InputError, match="at least one"):
                ask()


@pytest.mark.parametrize(
    "told",
    [
        ["name"],
        ["name", 5, "a1", 0],
        ["name", "x", "a1", -1],
        ["name", "x", "a1", 10**30],
        ["name", "x", None, 0],
        ["name", "x", "a1", 0, 0],
        "[" * 5000,
    ],
)
def test_a_made_up_cursor_is_refused(place: str, told: object) -> None:
    named(place)
    text = told if isinstance(told, str) else json.dumps(told)
    with open_store(place) as store, pytest.raises(InputError, match="no cursor"):
        Asking(store).actors().page(urlsafe_b64encode(text.encode()).decode())
