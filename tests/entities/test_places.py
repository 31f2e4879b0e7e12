"""Places: found, used as what, and put where they lie."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.entities.lexicon import fold
from onrecord.entities.outlets import home_of
from onrecord.entities.place_candidates import Candidate, Point, candidates
from onrecord.entities.place_votes import Ballot
from onrecord.entities.places import Places
from onrecord.entities.toponyms import find
from onrecord.model.document import Document
from onrecord.model.record import Place
from onrecord.resources import rows
from onrecord.resources.gazetteer import cities
from onrecord.resources.gazetteer import places as gazetteer_places
from tests.builders import document

Parsed = Callable[[str], Document]


def places(parsed: Parsed, text: str, **metadata: object) -> dict[str, Place]:
    return {place.span.of(text): place for place in Places()(parsed(text).with_layers(**metadata)).places}


@pytest.mark.parametrize(
    ("text", "words", "use", "country"),
    [
        ("Police fired at a crowd in Nairobi.", "Nairobi", "location", "KEN"),
        ("France accused Spain of overfishing.", "France", "metonym", "FRA"),
        ("Ankara said it would wait.", "Ankara", "metonym", "TUR"),
        ("Peruvian troops crossed the river.", "Peruvian", "demonym", "PER"),
        ("Scottish farmers blocked the road.", "Scottish", "demonym", "GBR"),
        ("He teaches in Virginia.", "Virginia", "location", "USA"),
        ("The flood reached Bavaria.", "Bavaria", "location", "DEU"),
    ],
)
def test_use_and_country(parsed: Parsed, text: str, words: str, use: str, country: str) -> None:
    place = places(parsed, text)[words]
    assert (place.use, place.country) == (use, country)


# ---- which of several ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "country", "near"),
    [
        ("The factory in Paris, Texas, burned down.", "Paris", "USA", (33.7, -95.6)),
        ("The court in Tbilisi, Georgia, will sit on Monday.", "Georgia", "GEO", (42.0, 43.5)),
        ("The court in Macon, Georgia, will sit on Monday.", "Georgia", "USA", (32.8, -83.5)),
        ("Crews left Lexington, Kentucky, for London and Laurel County.", "London", "USA", (37.1, -84.1)),
        ("The minister flew from Paris to London and back to France.", "London", "GBR", (51.5, -0.1)),
        ("Floods cut roads in Wajir County in Kenya.", "Wajir County", "KEN", (1.7, 40.0)),
        ("The mayor spoke in New York.", "New York", "USA", (40.7, -74.0)),
        ("The delegation arrived in California, United States.", "California", "USA", (37.3, -119.8)),
    ],
)
def test_a_name_is_settled_by_its_neighbours(
    parsed: Parsed, text: str, words: str, country: str, near: tuple[float, float]
) -> None:
    place = places(parsed, text)[words]
    assert place.country == country
    assert (place.lat, place.lon) == pytest.approx(near, abs=0.7)


def test_a_city_is_the_one_in_the_region_named_with_it(parsed: Parsed) -> None:
    assert places(parsed, "The factory in Paris, Texas, burned down.")["Paris"].rule == "city-region"


def test_a_city_stays_the_one_settled_before(parsed: Parsed) -> None:
    text = "The factory in Paris, Texas, burned down. Firefighters in Paris had warned of it."
    both = [place for place in Places()(parsed(text)).places if place.span.of(text) == "Paris"]
    assert {place.country for place in both} == {"USA"}


def test_an_outlet_s_home_settles_a_town(parsed: Parsed) -> None:
    text = "Two people were hurt on Friday when a truck hit a shop in Springfield."
    assert places(parsed, text, url="https://www.masslive.com/a")["Springfield"].lon == pytest.approx(-72.6, abs=0.2)
    assert places(parsed, text, url="https://www.sj-r.com/a")["Springfield"].lon == pytest.approx(-89.6, abs=0.2)


def test_a_place_that_the_gazetteer_lacks_is_no_finer_than_the_text(parsed: Parsed) -> None:
    place = places(parsed, "The barn in Qwortuvik, Montana, burned down.")["Qwortuvik"]
    assert (place.country, place.precision, place.rule) == ("USA", "region", "in-region")


def test_counties_share_their_word(parsed: Parsed) -> None:
    found = places(parsed, "Storms hit Clarke and Oconee counties in Georgia.")
    assert [found[name].name for name in ("Clarke", "Oconee")] == ["Clarke County", "Oconee County"]
    assert {found[name].precision for name in ("Clarke", "Oconee")} == {"region"}


def test_an_area_has_no_point_and_a_continent_no_precision(parsed: Parsed) -> None:
    sahel = places(parsed, "Drought spread across the Sahel.")["Sahel"]
    assert (sahel.lat, sahel.precision) == (None, None)
    africa = places(parsed, "Drought spread across Africa.")["Africa"]
    assert (africa.lat is not None, africa.country, africa.precision) == (True, None, None)


def test_what_no_table_has_stays_open() -> None:
    words = ("Rebels/NOUN/nsubj/1", "entered/VERB/ROOT/1", "Qwortuvik/PROPN/dobj/1")
    (place,) = Places()(document("Rebels entered Qwortuvik", *words, names={"Qwortuvik": "GPE"})).places
    assert (place.country, place.lat, place.rule) == (None, None, "unresolved")


# ---- found, by hand-built parses -------------------------------------------------------------------------------------


def found(text: str, *words: str, names: dict[str, str] | None = None) -> list[tuple[str, str]]:
    made = document(text, *words, names=names)
    return [(made.parse.span(t.first, t.last).of(text), t.evidence) for t in find(made)]


def test_a_name_inside_a_body_is_found() -> None:
    words = ("the/DET/det/3", "Huntsville/PROPN/compound/3", "Police/PROPN/compound/3", "Department/PROPN/ROOT/3")
    text = "the Huntsville Police Department"
    assert found(text, *words, names={text: "ORG"}) == [("Huntsville", "cue")]


def test_a_surname_is_no_town() -> None:
    words = (
        "Ruth/PROPN/compound/1", "Berea/PROPN/nsubj/2", "left/VERB/ROOT/2", "./PUNCT/punct/2",
        "Berea/PROPN/nsubj/5", "slept/VERB/ROOT/5",
    )  # fmt: skip
    assert found("Ruth Berea left. Berea slept", *words, names={"Ruth Berea": "PERSON"}) == [("Berea", "weak")]


def test_a_member_s_seat_is_a_place() -> None:
    words = ("Roberts/PROPN/ROOT/0", "(/PUNCT/punct/0", "R/NOUN/appos/0", "-/PUNCT/punct/0", "Ocilla/PROPN/appos/0")
    assert ("Ocilla", "cue") in found("Roberts (R-Ocilla", *words)


@pytest.mark.parametrize("text", ["Kish River", "Memphis Street"])
def test_a_river_or_street_is_not_the_town_of_that_name(text: str) -> None:
    assert found(text, *(f"{word}/PROPN/compound/1" for word in text.split())) == []


def test_the_end_of_a_longer_name_is_no_place() -> None:
    assert found("Xanthic Berea", "Xanthic/PROPN/compound/1", "Berea/PROPN/ROOT/1") == []


def test_a_language_is_no_country() -> None:
    words = ("She/PRON/nsubj/1", "wrote/VERB/ROOT/1", "in/ADP/prep/1", "French/NN/pobj/2")
    assert found("She wrote in French", *words) == []


def test_one_of_a_list_of_places_is_a_place() -> None:
    text = "floods hit Moonbi, Parkes and Nairobi"
    words = (
        "floods/NOUN/nsubj/1", "hit/VERB/ROOT/1", "Moonbi/PROPN/dobj/1", ",/PUNCT/punct/2", "Parkes/PROPN/conj/2",
        "and/CCONJ/cc/4", "Nairobi/PROPN/conj/4",
    )  # fmt: skip
    assert ("Parkes", "cue") in found(text, *words, names={"Moonbi": "GPE", "Nairobi": "GPE", "Parkes": "PERSON"})


# ---- votes -----------------------------------------------------------------------------------------------------------


def candidate(country: str, admin1: str, lat: float, lon: float, prior: float) -> Candidate:
    return Candidate(Point("X", country, lat, lon, "city", "city", None, admin1), prior)


_CANDIDATE = st.builds(
    candidate,
    st.sampled_from(["USA", "FRA", "KEN"]), st.sampled_from(["A", "B"]), st.floats(-80, 80), st.floats(-170, 170),
    st.floats(2, 7),
)  # fmt: skip
_OPTIONS = st.dictionaries(st.text("abc", min_size=1), st.lists(_CANDIDATE, max_size=4), max_size=5)


@settings(deadline=None)
@given(_OPTIONS, st.randoms(use_true_random=False))
def test_the_order_of_names_changes_no_answer(options: dict[str, list[Candidate]], random: object) -> None:
    names = list(options)
    random.shuffle(names)  # type: ignore[attr-defined]
    weights = dict.fromkeys(options, 1.0)
    one = Ballot(options, weights, None)
    other = Ballot({name: options[name] for name in names}, weights, None)
    for name, listed in options.items():
        won, again = one.winner(name), other.winner(name)
        assert (won is None) == (again is None) == (not listed)
        if won is not None and again is not None:
            scores = [listed[number].prior + support.whole for number, support in (won, again)]
            assert won[0] == again[0] or scores[0] == pytest.approx(scores[1], abs=1e-6)


def test_votes_outweigh_size() -> None:
    large, small = candidate("FRA", "A", 48.8, 2.3, 6.0), candidate("USA", "IL", 39.6, -87.7, 4.0)
    there = [candidate("USA", "IL", 39.5, -87.6, 3.5)]
    options = {"x": [large, small], **{f"near{n}": there for n in range(3)}}
    won = Ballot(options, dict.fromkeys(options, 1.0), None).winner("x")
    alone = Ballot({"x": [large, small]}, {"x": 1.0}, None).winner("x")
    assert won is not None and won[0] == 1
    assert alone is not None and alone[0] == 0


# ---- tables ----------------------------------------------------------------------------------------------------------


def test_the_gazetteer_gives_the_largest_first() -> None:
    found = list(cities(fold("Paris")))
    assert found[0].country == "FRA"
    assert [city.population for city in found] == sorted((c.population for c in found), reverse=True)
    assert list(cities("no such place at all")) == []


def test_the_gazetteer_has_counties_and_regions() -> None:
    (laurel,) = gazetteer_places("laurel county")
    assert (laurel.kind, laurel.country, laurel.admin1, laurel.geonameid) == ("county", "USA", "KY", None)
    assert (laurel.lat, laurel.lon) == pytest.approx((37.1, -84.1), abs=0.3)
    assert [place.country for place in gazetteer_places("hubei") if place.kind == "region"] == ["CHN"]


def test_a_place_s_own_name_counts_more_than_another() -> None:
    assert candidates("berea", None)[0].point.name == "Berea"  # once a name of Aleppo
    assert candidates("new york", None)[0].point.name == "New York City"


@pytest.mark.parametrize(
    ("url", "outlet", "country", "city"),
    [
        ("https://www.star-telegram.com/news/1.html", None, "USA", "Fort Worth"),
        ("https://news.star-telegram.com/1.html", None, "USA", "Fort Worth"),
        ("http://www.nairobigazette.co.ke/1", None, "KEN", "Nairobi"),
        (None, "The Nairobi Gazette", None, "Nairobi"),
        ("http://example.de/1", None, "DEU", None),
        ("http://example.com/1", None, None, None),
        ("not an address", None, None, None),
        (None, None, None, None),
    ],
)
def test_the_home_of_an_outlet(url: str | None, outlet: str | None, country: str | None, city: str | None) -> None:
    home = home_of(url, outlet)
    assert home.country == country
    assert (home.cities[0].name if home.cities else None) == city


def test_every_outlet_of_the_table_has_its_city() -> None:
    for country, admin1, city, domains in rows("outlets.tsv"):
        for domain in domains.split("|"):
            found = home_of(f"https://{domain}/", None)
            assert (found.country, bool(found.cities)) == (country, city != "-"), (admin1, city, domain)
