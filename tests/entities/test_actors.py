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


def test_a_pronoun_passes_over_who_is_told_otherwise_by_given_name(parsed: Parsed) -> None:
    text = "Maria Quispe, a Peruvian judge, met Carlos Vega. Vega smiled. She blamed the fog."
    document = Actors()(parsed(text))
    pronoun = next(mention for mention in document.mentions if mention.span.of(text) == "She")
    assert document.actor(pronoun.actor).name == "Maria Quispe"  # type: ignore[union-attr]


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
        ("supporters of the Chilean president", "CHL", "CVL"),
        ("a Peru-based militia", "PER", "PRM"),
        ("Peru-backed militia", None, "PRM"),
        ("ethnic Albanians", None, None),
        ("a congressional group", None, "LEG"),
        ("the National Guard", None, "MIL"),
        ("HMS Victory", "GBR", "MIL"),
        ("Finnish state television", "FIN", "JRN"),
        ("the weather", None, None),
        ("", None, None),
    ],
)
def test_phrases(phrase: str, country: str | None, sector: str | None) -> None:
    actor = code_phrase(phrase)
    assert actor.country == country
    assert actor.sectors[:1] == ((sector,) if sector else ())


@pytest.mark.parametrize(
    ("phrase", "day", "code"),
    [
        ("Angela Merkel", "2015-01-01", "DEUGOV"),
        ("Angela Merkel", "2022-06-01", "DEUELI"),
        ("Angela Merkel", "1 June 2022", "DEUELI"),
        ("Merkel", "2015-01-01", "DEUGOV"),
        ("the Merkel government", "2015-01-01", "DEUGOV"),
        ("Aleksandr Lukashenka", "2015-01-01", "BLRGOV"),
        ("Kofi Annan", "2003-01-01", "UNO"),
        ("Taliban", "2015-01-01", "AFGREB"),
        ("Taliban", "2022-01-01", "AFGGOV"),
        ("Hong Kong Chief Executive Carrie Lam", "2020-01-01", "HKGGOV"),
    ],
)
def test_codes_on_a_day(phrase: str, day: str, code: str) -> None:
    assert code_phrase(phrase, day).code == code


def test_a_namesake_of_nobody_in_particular_stays_open() -> None:
    assert code_phrase("Otmar Kvistad", "2015-01-01").code is None


def test_an_unnamed_office_has_the_country_of_the_article(parsed: Parsed) -> None:
    text = "LIMA, Peru - Police in Peru closed the bridge at noon. The interior minister blamed the flood."
    minister = coded(parsed, text)["The interior minister"]
    assert minister.code == "PERGOV"
    assert minister.rule in ("context", "context-near")


def test_a_shared_name_is_the_best_known_one_only_where_its_country_is_spoken_of(parsed: Parsed) -> None:
    abroad = coded(parsed, "Peru elected new senators. The Senate of Peru meets on Monday in Lima.")
    at_home = coded(parsed, "The United States waits. The Senate meets on Monday.")
    assert abroad["The Senate"].code == "PERLEG"
    assert at_home["The Senate"].code == "USALEG"


def test_an_acronym_in_brackets_is_the_body_before_it(parsed: Parsed) -> None:
    text = "The Harbour Workers Association (ZQX) called a strike. ZQX said it would last."
    (body,) = [actor for actor in coded(parsed, text).values() if actor.kind == "organization"]
    assert [span.of(text) for span in body.mentions][1:] == ["ZQX", "ZQX"]


def test_two_people_of_one_surname_stay_two(parsed: Parsed) -> None:
    text = "Peter Oloo, a Kenyan judge, spoke first. Mary Oloo, a Kenyan doctor, spoke later."
    assert {a.name for a in coded(parsed, text).values() if a.kind == "person"} == {"Peter Oloo", "Mary Oloo"}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The Harbour Council of Arvenia met on Monday. The Harbour Council said it would vote.", 2),
        ("The Harbour Workers Association struck. The Harbour Wrokers Association will meet again.", 2),
        ("The Harbour Workers Association struck. The Harbour Owners Association refused to talk.", 1),
    ],
)
def test_a_body_named_again_in_short_or_with_a_slip_is_one(parsed: Parsed, text: str, mentions: int) -> None:
    first = next(actor for actor in coded(parsed, text).values() if "Harbour" in actor.name)
    assert len(first.mentions) == mentions


def test_one_is_none_of_several(parsed: Parsed) -> None:
    text = "Two ministers resigned over the budget. The minister said he had no choice."
    assert len([actor for actor in coded(parsed, text).values() if actor.title]) == 2


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("North America has three large economies, experts said.", "USA"),
        ("Police in New South Wales closed the road.", "GBR"),
        ("Ships crossed the South China Sea on Monday.", "CHN"),
        ("The Peoples Republic of China signed the treaty.", "TWN"),
    ],
)
def test_a_country_within_the_name_of_elsewhere_is_nobody(parsed: Parsed, text: str, absent: str) -> None:
    assert absent not in {actor.country for actor in coded(parsed, text).values()}


def test_the_republic_of_china_is_another_than_the_peoples() -> None:
    told = [code_phrase(f"{name}Republic of China").country for name in ("", "the People’s ", "Peoples ")]
    assert told == ["TWN", "CHN", "CHN"]


@pytest.mark.parametrize("words", ["A European diplomat", "World leaders", "Western officials", "Foreign diplomats"])
def test_who_is_of_several_countries_takes_none_from_the_article(parsed: Parsed, words: str) -> None:
    assert coded(parsed, f"Kenya closed its border. {words} criticised Kenya on Friday.")[words].country is None


def test_a_foreign_minister_is_at_home(parsed: Parsed) -> None:
    text = "Kenya closed its border. The foreign minister, who visited Kisumu, praised Kenya on Friday."
    assert coded(parsed, text)["The foreign minister"].code == "KENGOV"
