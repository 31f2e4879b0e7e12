"""Towns and regions within the mentions of actors."""

from collections.abc import Callable

import pytest

from onrecord.entities.actors import Actors
from onrecord.entities.places import Places
from onrecord.entities.times import Times
from onrecord.model.document import Document
from onrecord.model.record import WITHIN, Actor

Parsed = Callable[[str], Document]


def read(parsed: Parsed, text: str) -> Document:
    return Actors()(Places()(Times()(parsed(text).with_layers(published="2016-10-15"))))


def towns(document: Document) -> list[Actor]:
    return [actor for actor in document.actors if actor.rule == WITHIN]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Mombasa Police Department denied it.", "Mombasa", "KEN"),
        ("Ohio lawmakers met behind closed doors.", "Ohio", "USA"),
        ("Toronto's city council met behind closed doors.", "Toronto", "CAN"),
    ],
)
def test_whom_an_actor_belongs_to_has_an_entry_of_its_own(parsed: Parsed, text: str, name: str, country: str) -> None:
    (town,) = towns(read(parsed, text))
    assert ([span.of(text) for span in town.mentions], town.country, town.sectors) == ([name], country, ())


def test_a_town_within_two_bodies_names_is_one(parsed: Parsed) -> None:
    text = "The Chicago Police Department sued the Chicago Tribune, as the Miami Herald told its readers."
    assert sorted(len(town.mentions) for town in towns(read(parsed, text))) == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Paris Okello spoke to reporters. Mr. London left early.",  # people
        "The White House denied it on Monday.",  # the whole of a name
        "Prices rose in Chicago and in Ohio.",  # where, and nobody's
    ],
)
def test_no_other_place_has_one(parsed: Parsed, text: str) -> None:
    assert towns(read(parsed, text)) == []


def test_within_a_name_the_town_does_not_act(parsed: Parsed) -> None:
    document = read(parsed, "The Chicago Police Department denied the report.")
    (town,) = towns(document)
    assert town.id not in {mention.actor for mention in document.mentions}


def test_a_part_of_a_region_is_not_the_region(parsed: Parsed) -> None:
    text = "The Northern Ohio Transit Union sued. Ohio lawmakers met."
    assert sorted((town.name, len(town.mentions)) for town in towns(read(parsed, text))) == [
        ("Northern Ohio", 1), ("Ohio", 1),
    ]  # fmt: skip


def test_initials_of_a_town_mean_it(parsed: Parsed) -> None:
    text = "The Los Angeles Police Department and the LA Tribune disagreed."
    (town,) = towns(read(parsed, text))
    assert [span.of(text) for span in town.mentions] == ["Los Angeles", "LA"]
