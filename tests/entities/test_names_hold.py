"""What holds of the actors of any article put together from the ways that names are told."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.entities.actors import Actors
from onrecord.entities.offices import officeholders
from onrecord.entities.places import Places
from onrecord.entities.times import Times
from onrecord.model.document import Document

Parsed = Callable[[str], Document]
SENTENCES = (
    "The Los Angeles Police Department denied it.",
    "The LA Tribune’s Maria Adeyo told readers that the mayor of Siena, Tuscany, had left.",
    "Quillpost said the Peruvian Air Force (PAF) bombed the depot.",
    "Air Force officers declined to comment, and the Air Force said so.",
    "Lawrence Okoro, head of the School of Law at Okoro University, spoke in Lagos.",
    "Later Larry Okoro met Mr. Mwangi and Mrs. Mwangi of Northern Ohio.",
    "“Nobody asked us,” said the University’s spokeswoman – “nobody at all.”",
    "Superintendent Ngozi Adeyemi waved at 900 Norwegians and at every Norwegian above 18.",
    "The Soviet Union refused; Russia’s president, Vladimir Putin, did not.",
    "😀 In Zürich the players praised the Player of the Match, Leo Paz.",
)
ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n\n".join)
STAGES = (Times(), Places(), Actors())


def read(document: Document, published: str) -> Document:
    document = document.with_layers(published=published)
    for stage in STAGES:
        document = stage(document)
    return document


@settings(max_examples=40, deadline=None)
@given(text=ARTICLES)
def test_every_span_slices_to_whole_words_in_order_and_once(parsed: Parsed, text: str) -> None:
    document = read(parsed(text), "2016-10-15")
    starts = {token.start for token in document.parse.tokens}
    ends = {token.end for token in document.parse.tokens}
    for actor in document.actors:
        assert actor.mentions == tuple(sorted(set(actor.mentions))) != ()
        assert all(span.start in starts and span.end in ends for span in actor.mentions)
        assert all(span.of(text).strip() == span.of(text) != "" for span in actor.mentions)
    assert [actor.id for actor in document.actors] == [f"a{number}" for number in range(1, len(document.actors) + 1)]


@settings(max_examples=40, deadline=None)
@given(text=ARTICLES)
def test_every_mention_is_one_of_its_actors_and_no_name_means_two(parsed: Parsed, text: str) -> None:
    document = read(parsed(text), "2016-10-15")
    spans = {actor.id: set(actor.mentions) for actor in document.actors}
    named = [m for m in document.mentions if m.form != "pronoun"]
    assert all(mention.span in spans[mention.actor or ""] for mention in named)
    assert len({mention.head for mention in named}) == len(named)


@settings(max_examples=15, deadline=None)
@given(texts=st.lists(ARTICLES, min_size=2, max_size=4))
def test_an_article_is_read_alike_in_any_company(parsed: Parsed, texts: list[str]) -> None:
    once = [read(parsed(text), "2016-10-15").actors for text in texts]
    again = [read(parsed(text), "2016-10-15").actors for text in reversed(texts)]
    assert once == again[::-1]


HEADS = sorted(
    (held[0].person, int(held[0].start[:4]))
    for held in officeholders().values()
    if len(held) == 1 and held[0].is_head and len(held[0].start) >= 4 and " " in held[0].person
)


@settings(max_examples=40, deadline=None)
@given(head=st.sampled_from(HEADS))
def test_an_article_older_than_an_office_does_not_tell_its_code(parsed: Parsed, head: tuple[str, int]) -> None:
    person, begun = head
    text = f"On Monday {person} spoke to reporters."
    document = read(parsed(text), f"{begun - 1}-06-15")
    # "Emperor Akihito" is told to be one by the words.
    told = [actor for actor in document.actors if actor.rule.startswith("office-holder") and actor.title is None]
    assert all("GOV" not in actor.sectors for actor in told)
