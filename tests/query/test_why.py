"""Why a value is on the record: from its sentence to the page, the run and what people decided."""

from collections.abc import Callable

import pytest

from onrecord.decisions import decide, subject_of
from onrecord.errors import InputError, StoreError
from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, EventPlace, EventTime, Participant, Place, Record, Statement, Time
from onrecord.model.span import Span
from onrecord.query.why import why_value
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.readings import Reading, put_reading

TEXT = (
    "Rain fell on the harbour all week. On Friday Gen. Ana Ruiz of Peru said that Chile would send two ships. "
    "Nobody in Arica would comment."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


RECORD = Record(
    id="a", title="Ships for Peru", published="2024-05-04", url="https://harbour.example/ships",
    actors=(Actor(id="a1", name="Ana Ruiz", kind="person", title="general", code="PERMIL", rule="title",
                  mentions=(at("Gen. Ana Ruiz"),), confidence=0.7),),
    places=(Place(id="p1", span=at("Arica"), name="Arica", country="CHL", use="location", rule="population",
                  confidence=0.6),),
    times=(Time(id="t1", span=at("Friday"), type="DATE", value="2024-05-03", anchor="published", rule="weekday",
                confidence=0.9),),
    statements=(
        Statement(id="s1", content=(at("Chile would send two ships"),), source=(at("Gen. Ana Ruiz"),),
                  cue=(at("said"),), actor="a1", kind="indirect", terms="named", rule="encoder-80", confidence=0.81),
        Statement(id="s2", content=(), source=(), cue=(), kind="declined", terms="none", rule="test", within="s1"),
    ),
    events=(
        Event(id="e1", type="AID", trigger=(at("send"),), status="planned", evidence=at("Chile would send two ships"),
              source=(Participant(actor="a1", code="PERMIL", span=at("Gen. Ana Ruiz")),), statement="s1", quad=2,
              when=EventTime(value="2024-05-03", span=at("Friday")), where=EventPlace(place="p1", country="CHL"),
              rule="verb", confidence=0.56),
    ),
)  # fmt: skip
FIRST, LATER = "2024-05-05T00:00:00+00:00", "2024-06-01T00:00:00+00:00"


def filled(place: str) -> Store:
    store = open_store(place, create=True)
    run = store.begin("1.0", '{"sources":["x"],"settings":{"model":"small"}}', ("pages/ships.html",), FIRST)
    page = CleanPage(text=TEXT, title=RECORD.title, url=RECORD.url, outlet="The Harbour", published=RECORD.published)
    run.add(Input(position=0, location="pages/ships.html", digest="d1"), page, RECORD)
    return store


@pytest.fixture
def told(place: str) -> Callable[..., dict[str, str]]:
    def tell(ref: str, as_of: str | None = None) -> dict[str, str]:
        return {line.about: line.said for line in why_value(store, ref, as_of)}

    store = filled(place)
    tell.store = store  # type: ignore[attr-defined]
    return tell


def test_a_statement_leads_to_its_sentence_page_and_run(told: Callable[..., dict[str, str]]) -> None:
    lines = told("a/s1")
    span = TEXT.index("On Friday"), TEXT.index("Nobody")
    assert lines["sentence"] == f"“{TEXT[slice(*span)].strip()}” at {span[0]}-{span[1]}"
    assert lines["source"] == f"“Gen. Ana Ruiz” at {at('Gen. Ana Ruiz').start}-{at('Gen. Ana Ruiz').end}"
    assert "title (70%)" in lines["who that is"]
    assert lines["rule"] == "encoder-80, right in 81% of such cases"
    assert lines["address"] == "https://harbour.example/ships"
    assert lines["read from"] == "pages/ships.html, SHA-256 d1"
    assert lines["reading"] == f"1: read on {FIRST} by onrecord 1.0, stored in run 1"
    assert lines["settings"] == "model small"
    assert lines["run"] == f"1 of {FIRST}, of pages/ships.html"


def test_a_statement_without_any_span_is_explained_all_the_same(told: Callable[..., dict[str, str]]) -> None:
    lines = told("a/s2")
    assert "sentence" not in lines
    assert "Ana Ruiz" in lines["within that of"]
    assert "reading" in lines


def test_an_event_leads_to_all_that_gave_it(told: Callable[..., dict[str, str]]) -> None:
    lines = told("a/e1")
    assert "Chile would send two ships" in lines["sentence"]
    assert lines["reckoned by"] == "weekday, from published (90%)"
    assert lines["where"] == "Arica, CHL: population (60%)"
    assert "Ana Ruiz" in lines["on the word of"]


def test_earlier_readings_and_decisions_are_told(told: Callable[..., dict[str, str]]) -> None:
    store: Store = told.store  # type: ignore[attr-defined]
    with transaction(store.engine, write=True) as connection:
        subject = subject_of("a", RECORD.events[0])
        made = decide("edit", "Ana", LATER, subject=subject, field="status", value="actual", reason="they did")
        put_decisions(connection, [made], LATER)
    now, then = told("a/e1"), told("a/e1", "2024-05")
    assert now["event"].startswith("AID, actual")
    assert now["decided"] == f"edit status to 'actual', by Ana on {LATER}: they did"
    assert now["other reading"] == f"1: read on {FIRST}, until {LATER} by onrecord 1.0"
    assert then["event"].startswith("AID, planned")
    assert "decided" not in then
    with transaction(store.engine, write=True) as connection:
        put_reading(connection, TEXT, Record(id="a"), Reading("reread", "2.0", "{}", "2024-07-01T00:00:00+00:00"))
    assert told("a/s1", "2024-06-30")["rule"] == "encoder-80, right in 81% of such cases"
    with pytest.raises(InputError, match="no such statement"):
        told("a/s1")
    with pytest.raises(StoreError, match="at the end of 2024-05-04"):
        told("a/s1", "2024-05-04")
    with pytest.raises(InputError, match="no ISO date"):
        told("a/s1", "then")
