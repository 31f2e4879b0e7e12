"""What holds of every actor, whoever it is: no later code at an earlier date, and no answer that others sway."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.entities.actors import Actors
from onrecord.entities.lexicon import fold
from onrecord.entities.offices import Tenure, officeholders, standing
from onrecord.entities.phrases import code_phrase
from onrecord.entities.roles import TOP_LEVEL
from onrecord.model.document import Document

Parsed = Callable[[str], Document]
PUBLIC = ("GOV", "LEG", "MIL", "COP", "JUD", "SPY")
DAYS = st.dates().map(lambda day: day.isoformat())
TEXTS = (
    "Peru's foreign minister, Rosa Quispe, met the Kremlin's envoy. Quispe asked him for help.",
    "Police in Oslo arrested two men. The police declined to comment on Merkel's visit.",
    "Former president Barack Obama spoke in Chicago. He praised the senators.",
    "Mary Oloo, a Kenyan doctor, spoke first. Peter Oloo, a Kenyan judge, spoke later. Mary Oloo left.",
)


def single(start: str, end: str) -> Tenure:
    return Tenure("Ana Ruiz", "Q1", "Minister of Finance", "PER", start, end, "2022-06-30")


@given(DAYS, DAYS, DAYS)
def test_an_office_tells_nothing_before_it_began_and_makes_one_former_after_it(one: str, two: str, day: str) -> None:
    start, end = sorted((one, two))
    told = standing((single(start, end),), day, TOP_LEVEL)
    expected = None if day < start else "ELI" if day > end else "GOV"
    assert (told.country, told.sector, told.top) == ("PER", expected, None)


NAMES = sorted(
    name
    for name, held in officeholders().items()
    if len({t.wikidata for t in held}) == 1 and fold(held[0].person) == name
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES))
def test_nobody_has_the_public_code_of_an_office_not_yet_begun(name: str) -> None:
    held = officeholders()[name]
    if not all(len(tenure.start) >= 4 for tenure in held):
        return  # of an office without a beginning nobody can say what was before it
    before = f"{int(min(tenure.start for tenure in held)[:4]) - 1}-06-15"
    told = code_phrase(held[0].person, before)
    if told.rule.startswith("office-holder") and told.title is None:  # "Emperor Akihito" is called one.
        assert set(told.sectors).isdisjoint(PUBLIC)
        assert {told.code, told.country}.isdisjoint(TOP_LEVEL)


@pytest.mark.parametrize("published", ["1990-01-01", "2015-03-01", None])
def test_an_article_is_read_alone_whatever_was_read_before(parsed: Parsed, published: str | None) -> None:
    documents = [parsed(text).with_layers(published=published) for text in TEXTS]
    alone = {d.text: Actors()(d) for d in documents}
    shared = Actors()
    for seed in range(4):
        for document in random.Random(seed).sample(documents, len(documents)):
            assert shared(document) == alone[document.text]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("Angela Merkel", "Taliban", "Merkel", "Kofi Annan")), DAYS), max_size=6))
def test_a_phrase_is_coded_alone_whatever_was_asked_before(asked: list[tuple[str, str]]) -> None:
    first = [code_phrase(phrase, day) for phrase, day in asked]
    again = [code_phrase(phrase, day) for phrase, day in reversed(asked)]
    assert first == again[::-1]


@pytest.mark.parametrize("text", TEXTS)
def test_every_mention_slices_to_words_of_its_own_and_belongs_to_an_actor(parsed: Parsed, text: str) -> None:
    document = Actors()(parsed(text))
    ids = {actor.id for actor in document.actors}
    assert all(mention.actor in ids | {None} for mention in document.mentions)
    for mention in document.mentions:
        assert mention.span.of(text) == mention.span.of(text).strip() != ""
