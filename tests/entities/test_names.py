"""Names: which words are one, which actor they mean, and where a name stands again."""

from collections.abc import Callable

import pytest

from onrecord.entities.actors import Actors
from onrecord.entities.places import Places
from onrecord.entities.times import Times
from onrecord.model.document import Document
from onrecord.model.record import Actor

Parsed = Callable[[str], Document]


def read(parsed: Parsed, text: str, published: str | None = "2016-10-15") -> Document:
    return Actors()(Places()(Times()(parsed(text).with_layers(published=published))))


def at(document: Document, words: str, nth: int = 0) -> list[Actor]:
    """The actors that have the ``nth`` place of ``words`` for a mention of their own, an article left aside."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return [
        actor
        for actor in document.actors
        for span in actor.mentions
        if span.of(document.text).removeprefix("the ").removeprefix("The ") == words
        and span.start in range(start - 4, start + 1)
    ]


def test_a_name_within_a_bodys_name_is_a_mention_of_whom_the_article_speaks_of(parsed: Parsed) -> None:
    document = read(parsed, "Lena Okafor died in 1990. In May, the Lena Okafor Foundation opened a school.")
    (first,), (second,) = at(document, "Lena Okafor"), at(document, "Lena Okafor", 1)
    assert first == second
    (body,) = at(document, "Lena Okafor Foundation")
    assert body.id != first.id
    # The body is who acts: in the text, the name within it means nobody on its own.
    assert [m.actor for m in document.mentions if m.span.start == document.text.index("the Lena")] == [body.id]


def test_a_country_within_a_bodys_name_is_one_only_where_the_article_speaks_of_it(parsed: Parsed) -> None:
    text = "The U.S. Air Force bombed the depot. {} denied it."
    spoken_of = read(parsed, text.format("The United States"))
    assert [actor.name for actor in at(spoken_of, "U.S.")] == ["United States"]
    assert at(read(parsed, text.format("The pilot")), "U.S.") == []


def test_nobody_is_named_within_the_name_of_another_person(parsed: Parsed) -> None:
    document = read(
        parsed, "Chad Oloo met Kenya's president. Chad, the African country, closed its border. Chad waited."
    )
    names = {actor.name for actor in at(document, "Chad")}
    assert "Chad Oloo" not in names or "Chad" not in names


@pytest.mark.parametrize("name", ["Team Norway", "Vodafone India", "Radio France"])
def test_a_country_at_the_end_of_a_longer_name_is_no_actor(parsed: Parsed, name: str) -> None:
    document = read(parsed, f"The editor praised {name} for the work, and {name} was pleased.")
    assert all(actor.kind != "country" for actor in document.actors)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("He was held in Aceh, Indonesia, for a week.", set()),
        ("After talks in Moscow, Russia refused to sign.", {"Russia"}),
    ],
)
def test_a_country_that_says_where_a_town_lies_is_no_actor(parsed: Parsed, text: str, countries: set[str]) -> None:
    assert {actor.name for actor in read(parsed, text).actors if actor.kind == "country"} == countries


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ada Mensah Foundation for the Northern Arts paid for it.", "Ada Mensah Foundation for the Northern Arts"),
        ("The Joint Council for the Welfare of Settlers sued.", "Joint Council for the Welfare of Settlers"),
    ],
)
def test_the_phrase_that_belongs_to_a_bodys_name_is_part_of_it(parsed: Parsed, text: str, name: str) -> None:
    (body,) = (actor for actor in read(parsed, text).actors if actor.kind != "person" and " for the " in actor.name)
    assert body.name == name
    assert [span.of(text) for span in body.mentions] == [f"The {name}"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Prime Minister Ana Ruiz spoke. Her rival, former Prime Minister Leo Paz, left. The prime minister smiled.",
         "The prime minister", "Ana Ruiz"),
        ("Home Secretary Ana Ruiz spoke. Shadow Home Secretary Leo Paz objected. The home secretary left.",
         "The home secretary", "Ana Ruiz"),
        ("Governor Ana Ruiz spoke first. Governor Leo Paz objected. The governor laughed.", "The governor", "Leo Paz"),
    ],
)  # fmt: skip
def test_an_office_means_whoever_holds_it_and_was_named_last(parsed: Parsed, text: str, words: str, name: str) -> None:
    document = read(parsed, text)
    start = text.index(words)
    (mention,) = (m for m in document.mentions if m.span.start == start)
    assert document.actor(mention.actor).name == name  # type: ignore[union-attr]


def test_who_would_hold_an_office_is_of_the_opposition(parsed: Parsed) -> None:
    (shadow,) = at(read(parsed, "Shadow Home Secretary Leo Paz of Britain objected."), "Shadow Home Secretary Leo Paz")
    assert (shadow.title, shadow.sectors) == ("Shadow Home Secretary", ("OPP",))


def test_bodies_of_two_towns_stay_two(parsed: Parsed) -> None:
    text = "The municipality of Lima sued. The municipality of Quito paid. The municipality of Lima won."
    bodies = [actor for actor in read(parsed, text).actors if "municipality" in actor.name.lower()]
    assert [len(actor.mentions) for actor in bodies] == [2, 1]


def test_several_are_not_the_one_of_that_title(parsed: Parsed) -> None:
    text = "Candidate Ana Ruiz smiled. The candidates met at noon."
    document = read(parsed, text)
    (mention,) = (m for m in document.mentions if m.span.of(text) == "The candidates")
    assert document.actor(mention.actor).name != "Ana Ruiz"  # type: ignore[union-attr]


def test_a_man_is_not_the_woman_of_his_surname(parsed: Parsed) -> None:
    text = "Maria Mwangi spoke in Nairobi. Then Mr. Mwangi took the stage, and Mrs. Mwangi left."
    document = read(parsed, text)
    (man,), (woman,) = at(document, "Mr. Mwangi"), at(document, "Mrs. Mwangi")
    assert (woman.name, man.id == woman.id) == ("Maria Mwangi", False)


@pytest.mark.parametrize("name", ["Bill Okello", "Bill Clinton", "Dean Heller"])
def test_a_given_name_is_no_title(parsed: Parsed, name: str) -> None:
    (person,) = (a for a in read(parsed, f"On Monday {name} spoke to reporters.").actors if a.kind == "person")
    assert (person.name, person.title) == (name, None)


def test_what_the_article_calls_somebody_goes_before_an_undated_table(parsed: Parsed) -> None:
    text = "Sunak stayed away. In the evening, Prime Minister Rishi Sunak spoke to reporters."
    (sunak,) = (a for a in read(parsed, text, published=None).actors if a.name == "Rishi Sunak")
    assert (sunak.title, sunak.code) == ("Prime Minister", "GBRGOV")


def test_one_of_a_people_is_a_person_and_not_the_people(parsed: Parsed) -> None:
    document = read(parsed, "One Hazara, Amin Okello, spoke in Oslo. The Hazara fled. An Iraqi was held in Lima.")
    assert {(actor.name, actor.kind) for actor in document.actors} >= {
        ("Amin Okello", "person"), ("Hazaras", "group"), ("An Iraqi", "person"),
    }  # fmt: skip


def test_a_person_whose_surname_is_a_capital_is_no_government(parsed: Parsed) -> None:
    text = "Ines Paris, a Chilean woman, sued the firm. Paris said she had been held."
    (paris,) = (actor for actor in read(parsed, text).actors if "Paris" in actor.name)
    assert (paris.name, paris.kind) == ("Ines Paris", "person")
    assert [span.of(text) for span in paris.mentions] == ["Ines Paris", "a Chilean woman", "Paris"]


def test_the_words_of_a_country_begin_the_phrase_of_its_body(parsed: Parsed) -> None:
    text = "The United Kingdom Home Office lost. The Home Office appealed."
    (office,) = (actor for actor in read(parsed, text).actors if actor.kind == "government")
    assert [span.of(text) for span in office.mentions] == ["The United Kingdom Home Office", "The Home Office"]


def test_a_surname_of_two_words_is_that_of_the_full_name(parsed: Parsed) -> None:
    document = read(parsed, "Mayor Bruno de Souza spoke first. Then de Souza left, and De Souza said nothing more.")
    (mayor,) = (actor for actor in document.actors if "Souza" in actor.name)
    assert (mayor.name, mayor.title) == ("Bruno de Souza", "Mayor")


def test_an_acronym_in_brackets_is_the_body_from_there_on(parsed: Parsed) -> None:
    document = read(parsed, "The Council for the Northern Harbours (KXNP) voted. KXNP officials gave no reason.")
    (body,) = {actor.id for nth in (0, 1) for actor in at(document, "KXNP", nth)}
    assert document.actor(body).name == "Council for the Northern Harbours"  # type: ignore[union-attr]


def test_the_office_of_one_state_is_not_that_of_another(parsed: Parsed) -> None:
    document = read(
        parsed,
        "Gov. Ana Ruiz of Texas and Gov. Leo Paz of Ohio met. The Texas governor smiled. The Ohio governor left.",
    )
    told = {m.span.of(document.text): m.actor for m in document.mentions}
    names = {words: document.actor(told[words]).name for words in ("The Texas governor", "The Ohio governor")}  # type: ignore[union-attr]
    assert names == {"The Texas governor": "Ana Ruiz", "The Ohio governor": "Leo Paz"}


def test_one_name_in_two_romanizations_is_one(parsed: Parsed) -> None:
    text = "Muammar Gadhafi fled the town. Hours later, Moammar Gaddafi spoke on the radio."
    assert len({a.id for a in read(parsed, text, published="2011-03-01").actors if a.kind == "person"}) == 1
