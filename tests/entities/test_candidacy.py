"""Who runs for office, who serves whom, who sits where, and in whose country. Texts of our own."""

from collections.abc import Callable

import pytest

from onrecord.entities.actors import Actors
from onrecord.model.document import Document
from onrecord.model.record import Actor

Parsed = Callable[[str], Document]


def coded(parsed: Parsed, text: str, published: str | None = "2018-03-01") -> dict[str, Actor]:
    return {actor.name: actor for actor in Actors()(parsed(text).with_layers(published=published)).actors}


@pytest.mark.parametrize(
    "text",
    [
        "Former Peruvian minister Ana Prado spoke. The Prado campaign raised little money.",
        "Former Peruvian minister Ana Prado is running for president.",
        "Peruvian presidential candidate Ana Prado, a former minister, spoke.",
        "Few towns backed former Peruvian minister Ana Prado for president.",
        "Former Peruvian minister Ana Prado spoke on Friday. Few towns back her candidacy.",
    ],
)
def test_who_runs_is_a_politician(parsed: Parsed, text: str) -> None:
    assert coded(parsed, text)["Ana Prado"].code == "PERPTY"


@pytest.mark.parametrize(
    "text",
    [
        "Former Peruvian minister Ana Prado spoke.",
        "Former Peruvian minister Ana Prado spoke. Prado's campaign against malaria goes on.",
        "Former Peruvian minister Ana Prado, once a presidential candidate, spoke.",
        "Former Peruvian minister Ana Prado recalled her 1996 campaign.",
        "Former Peruvian minister Ana Prado ran for president in 1996.",
    ],
)
def test_who_ran_or_fights_for_something_else_is_not(parsed: Parsed, text: str) -> None:
    assert coded(parsed, text)["Ana Prado"].code == "PERELI"


def test_an_office_counts_more_than_a_candidacy(parsed: Parsed) -> None:
    found = coded(parsed, "Peruvian senator Ana Prado is running for president. The Prado campaign is small.")
    assert found["Ana Prado"].code == "PERLEG"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Kenyan senator Peter Oloo spoke. Oloo aides declined.", "Oloo aides", "KENLEG"),
        ("Kenyan senator Peter Oloo spoke. An adviser to Oloo declined.", "An adviser", "KENLEG"),
        ("Kenyan senator Peter Oloo spoke. Li Wen, Oloo's adviser, declined.", "Li Wen", "KENLEG"),
    ],
)
def test_who_serves_somebody_is_of_their_kind(parsed: Parsed, text: str, name: str, code: str) -> None:
    assert coded(parsed, text)[name].code == code


def test_an_opponent_is_of_no_known_kind(parsed: Parsed) -> None:
    assert coded(parsed, "Kenyan senator Peter Oloo spoke. Oloo's opponent laughed.")["Oloo's opponent"].sectors == ()


def test_a_seat_tells_country_and_parliament(parsed: Parsed) -> None:
    found = coded(parsed, "Peter Oloo (R-Ohio) and Ines Prado (D-Vt.) agreed.")
    assert {actor.code for actor in found.values() if actor.kind == "person"} == {"USALEG"}


def test_one_title_before_two_names(parsed: Parsed) -> None:
    found = coded(parsed, "Sens. Ann Okello and Li Wen praised the deal.")
    assert found["Li Wen"].sectors == ("LEG",)


def test_where_the_family_is_from_is_not_the_country(parsed: Parsed) -> None:
    assert coded(parsed, "A Peruvian-American senator spoke.")["A Peruvian-American senator"].code == "USALEG"


def test_a_campaign_of_bombs_is_no_party(parsed: Parsed) -> None:
    assert not coded(parsed, "The air campaign against the rebels went on.").get("The air campaign")


def test_a_namesake_of_a_country_not_named_is_doubted(parsed: Parsed) -> None:
    """Somebody of the tables, out of office, is not taken for the one of that name in another country's news."""
    alone = coded(parsed, "Jacques Chirac called.", "2016-05-01")
    abroad = coded(parsed, "Kenya and Peru agreed on fish. Peru was glad. Jacques Chirac called.", "2016-05-01")
    assert alone["Jacques Chirac"].code == "FRAELI"
    assert abroad["Jacques Chirac"].code is None


def test_everybody_s_country_counts_for_the_article_s(parsed: Parsed) -> None:
    """Two mentions of a neighbour do not outweigh the politicians that the article follows."""
    text = (
        "Kenyan senator Peter Oloo and Kenyan senator Ines Prado quarrelled about Sudan. Oloo laughed. Prado left. "
        "Oloo called. Prado called. Sudan watched Sudan.\n\nLawmakers were amused."
    )
    assert coded(parsed, text)["Lawmakers"].code == "KENLEG"
