"""Questions to a store: each field narrows the answer as it says, and answers carry what bears them out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model.page import CleanPage
from onrecord.model.record import (
    Actor,
    Event,
    EventPlace,
    EventTime,
    Participant,
    Place,
    Record,
    Statement,
)
from onrecord.model.span import Span
from onrecord.query import EventQuestion, StatementQuestion, ask_events, ask_statements
from onrecord.store import Input, Store, open_store
from tests.conftest import DATABASES
from tests.strategies import articles
from tests.strategies import words as generated

FIRST = "In Élancourt on 3 May the French army said it had asked NATO for help. An official denied 100% of it."
SECOND = "Beijing will talk to Moscow, WHO staff believe."


def spanned(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def first() -> tuple[CleanPage, Record]:
    army, nato = spanned(FIRST, "the French army"), spanned(FIRST, "NATO")
    record = Record(
        id="first", title="Army asks for help", published="2024-05-04",
        actors=(
            Actor(id="a1", name="French army", kind="organization", code="FRAMIL", rule="test", mentions=(army,)),
            Actor(id="a2", name="NATO", kind="organization", code="IGO", rule="test", mentions=(nato,)),
        ),
        places=(Place(id="p1", span=Span(3, 12), name="Élancourt", country="FRA", lat=48.78, lon=1.96, use="location",
            rule="test"),),
        statements=(
            Statement(
                id="s1", content=(spanned(FIRST, "it had asked NATO for help"),), source=(army,),
                cue=(spanned(FIRST, "said"),), actor="a1", code="FRAMIL", kind="indirect", terms="organization",
                when="2024-05-03", rule="test", confidence=0.9,
            ),
            Statement(
                id="s2", content=(spanned(FIRST, "100% of it"),), source=(spanned(FIRST, "An official"),),
                cue=(spanned(FIRST, "denied"),), kind="indirect", terms="anonymous", rule="test", confidence=0.5,
            ),
        ),
        events=(
            Event(
                id="e1", type="REQUEST", mode="assist", contexts=("military", "economic"),
                source=(Participant(actor="a1", code="FRAMIL", span=army),),
                target=(Participant(actor="a2", code="IGO", span=nato),), trigger=(spanned(FIRST, "asked"),),
                status="actual", statement="s1", when=EventTime(value="2024-05-03", span=spanned(FIRST, "3 May")),
                where=EventPlace(place="p1", country="FRA"), evidence=Span(0, FIRST.index(" An")), quad=3, rule="test",
                confidence=0.8,
            ),
        ),
    )  # fmt: skip
    return CleanPage(text=FIRST, title=record.title, published=record.published, outlet="Le Matin"), record


def second() -> tuple[CleanPage, Record]:
    beijing, moscow, staff = (spanned(SECOND, words) for words in ("Beijing", "Moscow", "WHO staff"))
    record = Record(
        id="second", title="Talks", published="2023-11",
        statements=(
            Statement(
                id="s1", content=(spanned(SECOND, "Beijing will talk to Moscow"),), source=(spanned(SECOND, "WHO"),),
                cue=(spanned(SECOND, "believe"),), kind="indirect", terms="unnamed_group", act="thought",
                certainty="probable", rule="test", confidence=0.7,
            ),
        ),
        events=(
            Event(
                id="e1", type="CONSULT", source=(Participant(code="CHNGOV", span=beijing),),
                target=(Participant(code="RUSGOV", span=moscow), Participant(span=staff)),
                trigger=(spanned(SECOND, "talk"),), status="planned", statement="s1", evidence=Span(0, len(SECOND)),
                when=EventTime(value="XXXX-WXX-1", span=beijing), quad=1, rule="test", confidence=0.4,
            ),
        ),
    )  # fmt: skip
    return CleanPage(text=SECOND, title=record.title, published=record.published, outlet="The Post"), record


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Store]:
    with open_store(new_place(request.param), create=True) as store:
        run = store.begin("test", "{}", (), "2024-05-06T10:00:00+00:00")
        for position, pair in enumerate((first(), second())):
            run.add(Input(position=position, location=str(position), digest=str(position)), *pair)
        yield store


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({}, ["second", "first"]),
        ({"actor": "FRA*"}, ["first"]),
        ({"actor": "fra*"}, ["first"]),
        ({"actor": "FRAMIL"}, ["first"]),
        ({"actor": "FRA"}, []),
        ({"actor": "*"}, ["second", "first"]),
        ({"actor": "IGO"}, ["first"]),
        ({"actor": "french ARMY"}, ["first"]),
        ({"actor": "who staff"}, ["second"]),
        ({"source": "NATO"}, []),
        ({"target": "NATO"}, ["first"]),
        ({"dyad": "CHN*>RUS*"}, ["second"]),
        ({"dyad": "CHNG*>RUS*"}, ["second"]),
        ({"dyad": "RUS*>CHN*"}, []),
        ({"dyad": "CHN* > moscow"}, ["second"]),
        ({"dyad": "RUS*>CHN*"}, []),
        ({"dyad": ">RUS*"}, ["second"]),
        ({"country": "fra"}, ["first"]),
        ({"country": "CHN"}, ["second"]),
        ({"type": ("request",)}, ["first"]),
        ({"type": ("REQUEST", "CONSULT")}, ["second", "first"]),
        ({"mode": ("assist",)}, ["first"]),
        ({"status": ("planned", "negated")}, ["second"]),
        ({"terms": ("unnamed_group",)}, ["second"]),
        ({"outlet": "POST"}, ["second"]),
        ({"text": "élancourt"}, ["first"]),
        ({"text": "ÉLANCOURT"}, ["first"]),
        ({"text": "%"}, []),
        ({"article": "second"}, ["second"]),
        ({"since": "2024-05-03", "until": "2024-05-03"}, ["first"]),
        ({"since": "2024-05-04"}, []),
        ({"since": "2023-11-30", "until": "2023-12"}, ["second"]),
        ({"until": "2023"}, ["second"]),
        ({"min_confidence": 0.8}, ["first"]),
        ({"limit": 1}, ["second"]),
        ({"sort": "-day"}, ["first", "second"]),
        ({"sort": "-confidence"}, ["first", "second"]),
        ({"context": ("military",)}, ["first"]),
        ({"quad": ("1", "2")}, ["second"]),
        ({"place": "élan"}, ["first"]),
        ({"near": "48.8,2.0,20"}, ["first"]),
        ({"near": "48.8,3.0,20"}, []),
        ({"words": "nato help"}, ["first"]),
        ({"words": '"nato help"'}, []),
        ({"words": "moscow OR élan*"}, ["second", "first"]),
        ({"words": "moscow -talk"}, []),
        ({"as_of": "2024-05"}, ["second", "first"]),
        ({"as_of": "2023"}, []),
    ],
)
def test_events_asked(store: Store, question: dict[str, object], found: list[str]) -> None:
    assert [row.article for row in ask_events(store, EventQuestion(**question))] == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({}, ["second.s1", "first.s1", "first.s2"]),
        ({"actor": "FRA*"}, ["first.s1"]),
        ({"actor": "army"}, ["first.s1"]),
        ({"actor": "WHO"}, ["second.s1"]),
        ({"country": "FRA"}, ["first.s1"]),
        ({"terms": ("anonymous", "unnamed_group")}, ["second.s1", "first.s2"]),
        ({"kind": ("direct",)}, []),
        ({"certainty": ("probable",)}, ["second.s1"]),
        ({"act": ("speech",)}, ["first.s1", "first.s2"]),
        ({"text": "100%"}, ["first.s2"]),
        ({"text": "100_"}, []),
        ({"outlet": "matin", "min_confidence": 0.6}, ["first.s1"]),
        ({"since": "2024-05-04"}, ["first.s2"]),
        ({"until": "2024-05-03"}, ["second.s1", "first.s1"]),
    ],
)
def test_statements_asked(store: Store, question: dict[str, object], found: list[str]) -> None:
    rows = ask_statements(store, StatementQuestion(**question))  # type: ignore[arg-type]
    assert [f"{row.article}.{row.id}" for row in rows] == found


def test_an_event_carries_what_bears_it_out(store: Store) -> None:
    row = next(iter(ask_events(store, EventQuestion(type=("REQUEST",)))))
    assert (row.title, row.outlet, row.published) == ("Army asks for help", "Le Matin", "2024-05-04")
    assert row.evidence == row.evidence_span.of(FIRST)
    assert row.trigger == row.trigger_spans[0].of(FIRST) == "asked"
    assert [(side.name, side.code, side.span.of(FIRST)) for side in (*row.source, *row.target)] == [
        ("French army", "FRAMIL", "the French army"),
        ("NATO", "IGO", "NATO"),
    ]
    assert (row.by, row.terms, row.place, row.country) == ("the French army", "organization", "Élancourt", "FRA")
    assert (row.first_day, row.last_day, row.dated_from) == ("2024-05-03", "2024-05-03", "text")


def test_a_time_that_is_not_told_falls_back_to_the_publication_and_says_so(store: Store) -> None:
    row = next(iter(ask_events(store, EventQuestion(type=("CONSULT",)))))
    assert (row.first_day, row.last_day, row.dated_from) == ("2023-11-01", "2023-11-30", "published")
    assert row.happened == "XXXX-WXX-1"
    assert [side.shown for side in row.target] == ["Moscow [RUSGOV]", "WHO staff"]


@pytest.mark.parametrize(
    "question",
    [
        {"since": "last week"},
        {"until": "2024-13"},
        {"as_of": "then"},
        {"dyad": "RUS*"},
        {"near": "here"},
        {"near": "95,0,1"},
        {"words": "-not"},
        {"sort": "colour"},
        {"quad": ("5",)},
    ],
)
def test_a_question_that_cannot_be_asked(store: Store, question: dict[str, str]) -> None:
    with pytest.raises(InputError):
        list(ask_events(store, EventQuestion(**question)))  # type: ignore[arg-type]


@given(st.text(max_size=6) | generated)
@example("\x00")
@example("\ud800*")
@settings(max_examples=40, deadline=None)
def test_any_words_can_be_asked_for(store: Store, words: str) -> None:
    rows = list(ask_statements(store, StatementQuestion(text=words)))
    assert all(words.lower() in row.content.lower() for row in rows)
    list(ask_events(store, EventQuestion(actor=words, outlet=words)))
    list(ask_events(store, EventQuestion(country=words, article=words, type=(words,), source=f"{words}*")))


@given(articles())
@settings(max_examples=15, deadline=None)
def test_every_value_is_found_and_its_spans_lead_to_its_words(
    tmp_path_factory: pytest.TempPathFactory, pair: tuple[CleanPage, Record]
) -> None:
    page, record = pair
    path: Path = tmp_path_factory.mktemp("any") / "record.db"
    with open_store(path, create=True) as store:
        store.begin("test", "{}", ()).add(Input(position=0, location="x", digest="x"), page, record)
        statements = {row.id: row for row in ask_statements(store, StatementQuestion())}
        events = {row.id: row for row in ask_events(store, EventQuestion())}
    assert set(statements) == {statement.id for statement in record.statements}
    assert set(events) == {event.id for event in record.events}
    for statement in record.statements:
        row = statements[statement.id]
        assert row.content_spans == statement.content
        assert row.content == " … ".join(span.of(page.text) for span in statement.content)
    for event in record.events:
        found = events[event.id]
        assert found.evidence == found.evidence_span.of(page.text)
        assert [side.span for side in (*found.source, *found.target)] == [
            participant.span for participant in (*event.source, *event.target)
        ]
