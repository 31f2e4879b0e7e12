"""One entry an actor however named, and two where two are meant."""

from collections.abc import Callable

import msgspec
import pytest

from onrecord.entities.actors import Actors
from onrecord.entities.places import Places
from onrecord.entities.times import Times
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.token import Name, Parse

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
        ("Moammar Qaddafi spoke in Tripoli. Later Gadhafi left.", "Moammar Qaddafi", "Gadhafi"),
        ("George and Barbara Okoro met Leo Paz. Mr. Okoro smiled.", "George", "Mr. Okoro"),
        ("The National Food Standards Agency closed a plant. The Standards Agency said so.",
         "National Food Standards Agency", "Standards Agency"),
        ("The Ministry of Rural Health met in May. MORH paid for it.", "Ministry of Rural Health", "MORH"),
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
        ("Bill Clinton met reporters in Washington. Mrs. Clinton stayed at home.", "Bill Clinton", "Mrs. Clinton"),
        ("George Okoro left. Ada and Leo Okoro met him. Mr. Okoro smiled.", "George Okoro", "Leo Okoro"),
        ("The River Bank Party won. The Bank Party lost.", "River Bank Party", "Bank Party"),
        ("The Food Standards Agency met the Water Standards Agency. The Standards Agency said so.",
         "Food Standards Agency", "Standards Agency"),
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


def test_a_country_at_the_end_of_a_bodys_name_is_named_where_it_is_spoken_of(parsed: Parsed) -> None:
    document = read(parsed, "He worked for Radio Norway in 1990. Norway paid for it.")
    (country,) = (actor for actor in document.actors if actor.kind == "country")
    assert [span.of(document.text) for span in country.mentions] == ["Norway", "Norway"]


def test_a_country_at_the_end_of_anothers_name_is_not_named(parsed: Parsed) -> None:
    document = read(parsed, "South Korea and North Korea met. Officials from South Korea left first.")
    (south,) = (actor for actor in document.actors if actor.name == "South Korea")
    assert [span.of(document.text) for span in south.mentions] == ["South Korea", "South Korea"]


def test_a_plural_before_a_job_belongs_to_the_phrase(parsed: Parsed) -> None:
    document = read(parsed, "Police spokesman Leo Paz spoke in Lima.")
    (person,) = (actor for actor in document.actors if actor.name == "Leo Paz")
    assert ([span.of(document.text) for span in person.mentions], person.sectors) == (
        ["Police spokesman Leo Paz"],
        ("COP",),
    )


def test_a_given_name_means_who_was_taken_for_a_body_in_full(parsed: Parsed) -> None:
    text = "The Maria Adeyo prints sold well, and Maria was glad."
    document = parsed(text)
    parse = document.parse
    labels = {"Maria Adeyo": "ORG", "Maria": "PERSON"}
    spans = [(Span(at, at + len(words)), label) for words, label in labels.items() if (at := text.rindex(words)) >= 0]
    inside = [(span, parse.tokens_in(span), label) for span, label in spans]
    names = [Name(span, tokens.start, tokens.stop, label) for span, tokens, label in inside]
    document = msgspec.structs.replace(document, parse=Parse(parse.tokens, parse.sentences, names))
    (person,) = Actors()(document.with_layers(places=(), times=())).actors
    assert (person.name, person.kind, len(person.mentions)) == ("Maria Adeyo", "person", 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Ruiz was named Player of the Year.", "Player"),
        ("The team praised the Player of the Match, Leo Paz.", "the Player of the Match"),
        ("They met in Siena, Tuscany, on Monday.", "Siena"),
        ("The mayor of Siena, Tuscany, paid for it.", "Tuscany"),
    ],
)
def test_an_award_and_a_town_that_says_where_are_nobody(parsed: Parsed, text: str, words: str) -> None:
    document = read(parsed, text)
    assert words not in {span.of(text) for actor in document.actors for span in actor.mentions}


@pytest.mark.parametrize("text", ["Quillpost interviews Ana Ruiz", "Over 900 Ana Ruiz"])
def test_the_phrase_of_a_person_holds_no_verb_and_no_number(parsed: Parsed, text: str) -> None:
    # As the parser reads many a headline: all that stands before the name belongs to it.
    document = parsed(text)
    parse = document.parse
    last = len(parse.tokens) - 1
    tokens = [
        msgspec.structs.replace(
            token, head=last, dep="compound", tag="VBZ" if token.text == "interviews" else token.tag
        )
        for token in parse.tokens[:last]
    ]
    tokens.append(msgspec.structs.replace(parse.tokens[last], head=last, dep="ROOT"))
    names = [Name(parse.span(last - 1, last + 1), last - 1, last + 1, "PERSON")]
    document = msgspec.structs.replace(document, parse=Parse(tokens, parse.sentences, names))
    actors = Actors()(document.with_layers(places=(), times=())).actors
    assert [span.of(text) for actor in actors for span in actor.mentions if actor.name == "Ana Ruiz"] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("The governor, Ana Ruiz, spoke on Monday.", True),
        ("After a call with his mother, Leo Paz left the hall.", False),
    ],
)
def test_only_an_apposition_makes_a_description_and_a_name_one(parsed: Parsed, text: str, is_same: bool) -> None:
    document = read(parsed, text)
    assert (len([actor for actor in document.actors if actor.kind == "person"]) == 1) == is_same


def test_nobody_in_particular_is_met_again(parsed: Parsed) -> None:
    text = "Every committee must report. On Monday the committee of the town of Lima met. The committee adjourned."
    document = read(parsed, text)
    assert not is_one(document, "Every committee", "committee")


def test_the_age_of_a_person_belongs_to_the_phrase(parsed: Parsed) -> None:
    document = read(parsed, "A 19-year-old Leo Paz left the hall in Lima.")
    phrases = {
        span.of(document.text) for actor in document.actors for span in actor.mentions if actor.name == "Leo Paz"
    }
    assert not any(phrase.startswith("-") for phrase in phrases)


def test_one_word_that_has_a_title_is_a_person(parsed: Parsed) -> None:
    document = parsed("Quibo rose early, and Mr. Quibo left.")
    parse = document.parse
    names = [Name(parse.span(at, at + 1), at, at + 1, label) for at, label in ((0, "ORG"), (6, "PERSON"))]
    document = msgspec.structs.replace(document, parse=Parse(parse.tokens, parse.sentences, names))
    (person,) = Actors()(document.with_layers(places=(), times=())).actors
    assert (person.kind, len(person.mentions)) == ("person", 2)
