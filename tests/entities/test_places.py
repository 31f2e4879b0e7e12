"""Places: found, used as what, and put where they lie."""

from collections.abc import Callable

import pytest

from onrecord.entities.lexicon import fold
from onrecord.entities.places import Places
from onrecord.model.document import Document
from onrecord.model.record import Place
from onrecord.resources.gazetteer import cities

Parsed = Callable[[str], Document]


def places(parsed: Parsed, text: str) -> dict[str, Place]:
    return {place.span.of(text): place for place in Places()(parsed(text)).places}


@pytest.mark.parametrize(
    ("text", "words", "use", "country"),
    [
        ("Police fired at a crowd in Nairobi.", "Nairobi", "location", "KEN"),
        ("France accused Spain of overfishing.", "France", "metonym", "FRA"),
        ("Ankara said it would wait.", "Ankara", "metonym", "TUR"),
        ("Peruvian troops crossed the river.", "Peruvian", "demonym", "PER"),
        ("He teaches in Virginia.", "Virginia", "location", "USA"),
        ("The flood reached Bavaria.", "Bavaria", "location", "DEU"),
    ],
)
def test_use_and_country(parsed: Parsed, text: str, words: str, use: str, country: str) -> None:
    place = places(parsed, text)[words]
    assert (place.use, place.country) == (use, country)


def test_a_city_is_the_one_in_the_region_named_with_it(parsed: Parsed) -> None:
    found = places(parsed, "The factory in Paris, Texas, burned down.")
    assert found["Paris"].country == "USA"
    assert found["Paris"].rule == "city-region"


def test_a_city_stays_the_one_settled_before(parsed: Parsed) -> None:
    text = "The factory in Paris, Texas, burned down. Firefighters in Paris had warned of it."
    both = [place for place in Places()(parsed(text)).places if place.span.of(text) == "Paris"]
    assert {place.country for place in both} == {"USA"}


def test_an_area_has_no_point(parsed: Parsed) -> None:
    place = places(parsed, "Drought spread across the Sahel.")["Sahel"]
    assert (place.lat, place.precision) == (None, None)


def test_what_no_table_has_stays_open(parsed: Parsed) -> None:
    for place in places(parsed, "Rebels entered Qwortuvik in the night.").values():
        assert (place.country, place.lat, place.rule) == (None, None, "unresolved")


def test_the_gazetteer_gives_the_largest_first() -> None:
    found = list(cities(fold("Paris")))
    assert found[0].country == "FRA"
    assert [city.population for city in found] == sorted((c.population for c in found), reverse=True)
    assert list(cities("no such place at all")) == []
