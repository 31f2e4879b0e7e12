"""One entry an actor however named, and two where two are meant."""

from collections.abc import Callable

import pytest

from onrecord.entities.actors import Actors
from onrecord.entities.places import Places
from onrecord.entities.times import Times
from onrecord.model.document import Document

Parsed = Callable[[str], Document]


def read(parsed: Parsed, text: str, published: str | None = "2016-10-15") -> Document:
    return Actors()(Places()(Times()(parsed(text).with_layers(published=published))))


def actors_at(document: Document, words: str) -> set[str]:
    """The ids of the actors with a mention that is ``words``, an article left aside."""
    return {
        actor.id
        for actor in document.actors
        for span in actor.mentions
        if span.of(document.text).removeprefix("the ").removeprefix("The ") == words
    }


def is_one(document: Document, one: str, other: str) -> bool:
    """Whether both are mentions, of the same actor."""
    first, second = actors_at(document, one), actors_at(document, other)
    assert first, one
    assert second, other
    return first == second


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Lawrence Okoro spoke in Lagos. Later Larry Okoro left.", "Lawrence Okoro", "Larry Okoro"),
        ("Bill Mwangi spoke in Nairobi. On Monday William Mwangi left.", "Bill Mwangi", "William Mwangi"),
        ("Officers of the Peruvian Air Force met. Air Force officers declined to comment, and the Air Force said so.",
         "Peruvian Air Force", "Air Force"),
        ("He studied at the University of the North at Portville. He left UN Portville in May.",
         "University of the North at Portville", "UN Portville"),
    ],
)  # fmt: skip
def test_forms_of_one_name_are_one_actor(parsed: Parsed, text: str, one: str, other: str) -> None:
    assert is_one(read(parsed, text), one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Lawrence Okoro spoke in Lagos. Later Harry Okoro left.", "Lawrence Okoro", "Harry Okoro"),
        ("Paul D. Mwangi spoke first. Then Paul K. Mwangi, a cousin, took over.", "Paul D. Mwangi", "Paul K. Mwangi"),
        ("Russia signed the treaty. The Soviet Union had refused it.", "Russia", "Soviet Union"),
        ("The Democratic Party lost. The Democratic National Committee blamed the weather.",
         "Democratic Party", "Democratic National Committee"),
        ("The Peruvian Air Force met the Chilean Air Force in Lima.", "Peruvian Air Force", "Chilean Air Force"),
    ],
)  # fmt: skip
def test_names_that_only_look_alike_are_two_actors(parsed: Parsed, text: str, one: str, other: str) -> None:
    assert not is_one(read(parsed, text), one, other)


def test_a_state_that_is_no_more_keeps_its_name_and_the_code_of_the_one_after_it(parsed: Parsed) -> None:
    document = read(parsed, "The Soviet Union refused to sign. Soviet diplomats left the hall.")
    assert {(actor.name, actor.country) for actor in document.actors if actor.kind == "country"} == {
        ("Soviet Union", "RUS")
    }


def test_what_somebody_owns_is_one_where_it_is_told_in_the_same_words(parsed: Parsed) -> None:
    text = "Lima's old university burned. Crews reached Lima's old university at noon. Quito's old university sent aid."
    document = read(parsed, text)
    assert len(actors_at(document, "Lima's old university")) == 1
    assert not is_one(document, "Lima's old university", "Quito's old university")


def test_every_member_of_a_people_is_not_its_country(parsed: Parsed) -> None:
    document = read(parsed, "Norway voted on Monday. Every Norwegian above 18 was asked.")
    assert not is_one(document, "Norway", "Every Norwegian")
