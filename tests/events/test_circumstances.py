"""When an event was, on whose word it is, and which mentions are the same event."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document
from onrecord.model.record import Event

Read = Callable[..., Document]


def of_type(document: Document, kind: str) -> list[Event]:
    return [event for event in document.events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It comes a week after Kenya attacked Sudan.", "2019-05-03"),
        ("It comes two months after Kenya attacked Sudan.", "2019-03"),
        ("It follows days after Kenya attacked Sudan.", None),
        ("It came a week after Kenya attacked Sudan.", None),
        ("On 2 May 2019, two days before Kenya attacked Sudan, the talks failed.", "2019-05-04"),
    ],
)
def test_a_time_counted_from_another_clause(read: Read, text: str, value: str | None) -> None:
    (event,) = of_type(read(text, published="2019-05-10"), "ASSAULT")
    assert (event.when.value if event.when else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kenya condemned Sudan for Monday's vote.", None),
        ("Kenya has backed Sudan since its 2008 election.", None),
        ("In Monday's vote Kenya condemned Sudan.", "2019-05-06"),
        ("Kenya condemned Sudan on Monday.", "2019-05-06"),
    ],
)
def test_a_time_that_dates_another_noun_is_not_that_of_the_event(read: Read, text: str, value: str | None) -> None:
    (event,) = read(text, published="2019-05-10").events
    assert (event.when.value if event.when else None) == value


def test_a_finer_date_is_taken_over(read: Read) -> None:
    text = "The French president met the German chancellor in May 2019. They met in Rome on 3 May 2019."
    document = read(text.replace("They", "The French president and the German chancellor"))
    assert [event.when.value for event in of_type(document, "CONSULT") if event.when] == ["2019-05-03"]


def test_what_is_done_again_on_another_day_is_another_event(read: Read) -> None:
    text = "Kenya attacked Sudan on 3 May 2019. Kenya attacked Sudan on 9 May 2019."
    assert [event.when.value for event in read(text).events if event.when] == ["2019-05-03", "2019-05-09"]


def test_other_persons_of_the_same_countries_are_another_meeting(read: Read) -> None:
    text = (
        "French President Paul Morel met German Chancellor Eva Brandt in Rome. "
        "French Foreign Minister Luc Tessier met German Defence Minister Karl Vogt in Bonn."
    )
    assert len(of_type(read(text), "CONSULT")) == 2


def test_an_attack_that_the_outlet_goes_on_telling_of_is_in_its_own_voice(read: Read) -> None:
    said = "A car bomb killed three soldiers in Mali, officials said."
    (event,) = of_type(read(said), "ASSAULT")
    assert event.statement is not None
    (event,) = of_type(read(said + " The blast destroyed a bus."), "ASSAULT")
    assert event.statement is None
    (event,) = of_type(read(said + " The blast destroyed a bus, officials said."), "ASSAULT")
    assert event.statement is not None


def test_what_is_thanked_for_is_taken_for_granted(read: Read) -> None:
    document = read("Kenya's president thanked Norway for attacking the rebels in Sudan.")
    assert [event.statement for event in of_type(document, "ASSAULT")] == [None]
