"""A store with two articles that hold something of everything."""

import pytest

from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, EventPlace, EventTime, Participant, Place, Record, Statement, Time
from onrecord.model.span import Span
from onrecord.store import Input, Store, open_store

TEXT = "In Lima on 3 May Rosa Quispe of Peru said she had asked Chile for help. An official denied it 😀."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def article() -> tuple[CleanPage, Record]:
    who, chile = at("Rosa Quispe"), at("Chile")
    record = Record(
        id="0000000000000001", title="=Rosa Quispe asks", published="2024-05-04T10:00:00+00:00", language="en",
        url="https://example.org/quispe?a=1&b=2",
        actors=(
            Actor(
                id="a1", name="Rosa Quispe", kind="person", title="Minister", country="PER", sectors=("GOV",),
                code="PERGOV", wikidata="Q1", rule="test", mentions=(who,), confidence=0.9,
            ),
            Actor(id="a2", name="Chile", kind="country", country="CHL", code="CHL", rule="test", mentions=(chile,)),
        ),
        places=(
            Place(id="p1", span=at("Lima"), name="Lima", country="PER", lat=-12.04, lon=-77.03, precision="city",
                  use="location", geonameid=3936456, rule="test"),
        ),
        times=(Time(id="t1", span=at("3 May"), type="DATE", value="2024-05-03", rule="test"),),
        statements=(
            Statement(
                id="s1", content=(at("she had asked Chile for help"),), source=(who,), cue=(at("said"),), actor="a1",
                code="PERGOV", kind="indirect", terms="named", when="2024-05-03", rule="test", confidence=0.8,
            ),
            Statement(
                id="s2", content=(at("it 😀"),), source=(at("An official"),), cue=(at("denied"),), kind="indirect",
                terms="anonymous", rule="test",
            ),
        ),
        events=(
            Event(
                id="e1", type="REQUEST", mode="assist", contexts=("military", "economic"), trigger=(at("asked"),),
                source=(Participant(actor="a1", code="PERGOV", span=who),), status="actual", statement="s1",
                target=(Participant(actor="a2", code="CHL", span=chile),), evidence=Span(0, TEXT.index(" An")),
                when=EventTime(value="2024-05-03", span=at("3 May")), where=EventPlace(place="p1", country="PER"),
                cameo="0233", quad=3, goldstein=3.4, rule="test", confidence=0.75,
            ),
            Event(
                id="e2", type="PROTEST", trigger=(at("denied"),), status="planned", evidence=at("An official"), quad=3,
                rule="test",
            ),
        ),
    )  # fmt: skip
    page = CleanPage(
        text=TEXT, title=record.title, authors=("Ana Rojas",), published=record.published, outlet="El Faro",
        original_outlet="Andina", url=record.url, language="en",
    )  # fmt: skip
    return page, record


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(tmp_path_factory.mktemp("export") / "record.db", create=True)
    run = store.begin("test", "{}", (), "2024-05-05T00:00:00+00:00")
    run.add(Input(position=0, location="pages/quispe.html", digest="d1"), *article())
    bare = "Nothing \ud800 was told."
    empty = Record(id="0000000000000002", title=None, language="en")
    run.add(Input(position=1, location="b.txt", digest="d2"), CleanPage(text=bare), empty)
    run.end("done")
    return store
