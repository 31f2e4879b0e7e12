"""Actors: who is meant, under which code, by which evidence."""

from collections.abc import Callable

import pytest

from onrecord.entities.actors import Actors
from onrecord.entities.phrases import code_phrase
from onrecord.model.document import Document
from onrecord.model.record import Actor

Parsed = Callable[[str], Document]


def coded(parsed: Parsed, text: str, published: str | None = "2018-03-01") -> dict[str, Actor]:
    return {actor.name: actor for actor in Actors()(parsed(text).with_layers(published=published)).actors}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Kenyan Finance Minister Peter Oloo resigned.", "Peter Oloo", "KENGOV"),
        ("Ines Prado, Chile's interior minister, resigned.", "Ines Prado", "CHLGOV"),
        ("The Polish government protested.", "The Polish government", "POLGOV"),
        ("Ukrainian troops crossed the river.", "Ukrainian troops", "UKRMIL"),
        ("France recalled its envoy.", "France", "FRA"),
        ("The Kremlin denied it.", "The Kremlin", "RUSGOV"),
        ("Ankara summoned the envoy.", "Ankara", "TURGOV"),
        ("The European Union agreed.", "The European Union", "EUR"),
        ("Two police officers were hurt.", "Two police officers", "---COP"),
        ("A U.S. official confirmed it.", "A U.S. official", "USAGOV"),
        ("Kenyan Labour Minister Peter Oloo resigned.", "Peter Oloo", "KENGOV"),
        ("Peru's Congress voted on Monday.", "Congress", "PERLEG"),
    ],
)
def test_codes(parsed: Parsed, text: str, name: str, code: str) -> None:
    found = coded(parsed, text)
    actor = found.get(name) or found[name.removeprefix("The ")]
    assert actor.code == code


def test_a_surname_is_the_person_named_before(parsed: Parsed) -> None:
    text = "Kenyan Finance Minister Peter Oloo spoke first. Oloo left before noon."
    (actor,) = [actor for actor in coded(parsed, text).values() if actor.kind == "person"]
    assert [span.of(text) for span in actor.mentions] == ["Kenyan Finance Minister Peter Oloo", "Oloo"]


def test_the_official_is_the_one_before(parsed: Parsed) -> None:
    text = "A Turkish official said the border would open. The official asked not to be named."
    document = Actors()(parsed(text))
    (actor,) = [actor for actor in document.actors if actor.kind == "person"]
    assert len(actor.mentions) == 2


def test_a_pronoun_is_the_subject_before(parsed: Parsed) -> None:
    text = "Ines Prado, Chile's interior minister, arrived late. She blamed the fog."
    document = Actors()(parsed(text))
    pronoun = next(mention for mention in document.mentions if mention.form == "pronoun")
    assert document.actor(pronoun.actor).name == "Ines Prado"  # type: ignore[union-attr]


def test_an_office_counts_on_its_days_only() -> None:
    assert code_phrase("Anton Siluanov", "2015-06-01").code == "RUSGOV"
    assert code_phrase("Anton Siluanov", "1999-06-01").rule == "office-holder, other time"


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("four Saudi men", "SAU", "UNK"),
        ("a Kenyan judge", "KEN", "JUD"),
        ("Shanghai police", "CHN", "COP"),
        ("former Peruvian president", "PER", "ELI"),
        ("the weather", None, None),
        ("", None, None),
    ],
)
def test_phrases(phrase: str, country: str | None, sector: str | None) -> None:
    actor = code_phrase(phrase)
    assert actor.country == country
    assert actor.sectors == ((sector,) if sector else ())
