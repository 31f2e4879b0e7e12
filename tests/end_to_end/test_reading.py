"""How a record is held against a careful reading: by text, with optional entries that count neither way."""

from typing import Any

from bench.quality.reading import Reading, compare, table
from onrecord.model.page import CleanPage
from onrecord.model.record import Event, Participant, Record, Statement, Time
from onrecord.model.span import Span

TEXT = "Peru asked Chile for help on Sunday, an aide said. “We will come,” he added. Chile may send ships."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def said(content: str, source: str, **fields: Any) -> Statement:
    told = {"kind": "indirect", "terms": "anonymous", "cue": (at("said"),)} | fields
    return Statement(id=content, content=(at(content),), source=(at(source),), rule="test", **told)


def asked(**fields: Any) -> Event:
    given = {
        "id": "e1",
        "type": "REQUEST",
        "status": "actual",
        "source": (Participant(code="PERGOV", span=at("Peru")),),
        "target": (Participant(code="CHL", span=at("Chile")),),
        "trigger": (at("asked"),),
        "evidence": at("Peru asked Chile for help on Sunday, an aide said."),
    } | fields
    return Event(quad=3, rule="test", **given)


def held(expected: dict[str, Any], **layers: Any) -> Reading:
    return compare(expected, CleanPage(text=TEXT), Record(id="1", **layers))


def test_a_statement_is_found_by_half_of_its_words_and_its_source() -> None:
    wanted = [
        {"content": "Peru asked Chile for help on Sunday", "source": "an aide", "kind": "indirect", "terms": "named"}
    ]
    found = held({"statements": wanted}, statements=(said("asked Chile for help", "an aide"),))
    assert found.found["statements"] == (1, 1)
    assert found.agreed == {"kind": (1, 1), "terms": (0, 1)}
    other = held({"statements": wanted}, statements=(said("asked Chile for help", "Chile"),))
    assert other.found["statements"] == (0, 1)
    assert "statement: an aide" in table(other)


def test_an_optional_entry_counts_neither_way() -> None:
    wanted = [{"content": "We will come", "source": "he", "optional": True}]
    assert held({"statements": wanted}).found["statements"] == (0, 0)
    found = held({"statements": wanted}, statements=(said("We will come", "he"),))
    assert found.found["statements"] == (0, 0)
    assert found.claimed["statements"] == 0


def test_a_refusal_without_content_is_found_by_its_source() -> None:
    wanted = [{"content": "", "source": "an aide", "kind": "declined"}]
    declined = Statement(
        id="s", content=(), source=(at("an aide"),), cue=(at("said"),), kind="declined", terms="anonymous", rule="test"
    )
    assert held({"statements": wanted}, statements=(declined,)).found["statements"] == (1, 1)
    assert held({"statements": wanted}, statements=(said("We will come", "an aide"),)).found["statements"] == (0, 1)


def test_sides_agree_by_country_and_the_status_must_be_right() -> None:
    wanted = {"type": "REQUEST", "source": "PER", "target": "CHLGOV", "evidence": "Peru asked Chile for help"}
    assert held({"events": [wanted | {"status": "actual"}]}, events=(asked(),)).found["events"] == (1, 1)
    assert held({"events": [wanted | {"status": ["planned", "actual"]}]}, events=(asked(),)).found["events"] == (1, 1)
    assert held({"events": [wanted | {"status": "planned"}]}, events=(asked(),)).found["events"] == (0, 1)
    assert held({"events": [wanted | {"target": "BOL"}]}, events=(asked(),)).found["events"] == (0, 1)
    assert held({"events": [wanted | {"target": []}]}, events=(asked(),)).found["events"] == (0, 1)
    assert held({"events": [wanted | {"target": "any"}]}, events=(asked(),)).found["events"] == (1, 1)


def test_what_only_may_be_is_false_if_told_as_fact() -> None:
    aid = {"type": "AID", "trigger": (at("send"),), "evidence": at("Chile may send ships.")}
    expected = {"not_events": [{"text": "Chile may send ships"}]}
    assert held(expected, events=(asked(**aid),)).false_facts == 1
    assert held(expected, events=(asked(**aid, status="possible"),)).false_facts == 0


def test_a_time_is_found_with_its_value() -> None:
    sunday = Time(id="t1", span=at("Sunday"), type="DATE", value="2020-03-01", rule="test")
    assert held({"times": [{"text": "on Sunday", "value": "2020-03-01"}]}, times=(sunday,)).found["times"] == (1, 1)
    assert held({"times": [{"text": "Sunday", "value": "2020-03-08"}]}, times=(sunday,)).found["times"] == (0, 1)
