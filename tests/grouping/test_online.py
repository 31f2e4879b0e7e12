"""Stories as articles arrive: ids stay, decisions tell all, and what was decided can be taken up again."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.grouping import Text
from onrecord.grouping.decisions import Merged, Placed, Undone, settled, split
from onrecord.grouping.online import Arrival, Online

_HARBOUR = (
    "harbour Amsel dockers strike ferries Brandt crane pension wages piers night lorries union council talks".split()
)
_VOTE = "Lubenia voters parliament ballots Keller turnout board districts opposition taxes fuel trains chairman".split()


def _report(name: str, words: list[str], seed: int, published: str = "2024-05-01") -> Arrival:
    chosen = Random(seed).sample(words, len(words) - 3)
    return Arrival(text=Text(name, " ".join(chosen), published=published))


_ARRIVALS = [
    *(_report(f"h{at}", _HARBOUR, at) for at in range(4)),
    *(_report(f"v{at}", _VOTE, at) for at in range(4)),
]


def _added(arrivals: list[Arrival]) -> Online:
    online = Online()
    for arrival in arrivals:
        online.add(arrival)
    return online


@given(st.permutations(_ARRIVALS))
def test_reports_of_one_affair_meet_in_whatever_order(arrivals: list[Arrival]) -> None:
    told = _added(arrivals).stories()
    assert {told[f"h{at}"] for at in range(4)}.isdisjoint(told[f"v{at}"] for at in range(4))
    assert len(set(told.values())) == 2


@given(st.permutations(_ARRIVALS))
def test_a_story_keeps_its_id_as_it_grows(arrivals: list[Arrival]) -> None:
    online = Online()
    for arrival in arrivals:
        before = online.stories()
        online.add(arrival)
        merged = {one.story for one in online.decisions if isinstance(one, Merged)}
        assert all(online.stories()[article] == story for article, story in before.items() if story not in merged)


@given(st.permutations(_ARRIVALS))
def test_the_decisions_tell_all(arrivals: list[Arrival]) -> None:
    online = _added(arrivals)
    assert settled(online.decisions) == online.stories()
    assert all(one.author and one.reason for one in online.decisions)


@settings(max_examples=30)
@given(st.permutations(_ARRIVALS), st.integers(0, len(_ARRIVALS)))
def test_one_that_is_restored_goes_on_as_if_it_had_never_stopped(arrivals: list[Arrival], at: int) -> None:
    whole = _added(arrivals)
    before = _added(arrivals[:at])
    again = Online()
    again.restore(before.held(), before.decisions)
    for arrival in arrivals[at:]:
        again.add(arrival)
    assert again.decisions == whole.decisions


def test_an_article_that_comes_again_stays_where_it_is() -> None:
    online = _added(_ARRIVALS)
    number = len(online.decisions)
    assert online.add(_ARRIVALS[0]) == online.stories()["h0"]
    assert len(online.decisions) == number


def test_a_copy_goes_where_its_original_is() -> None:
    online = _added(_ARRIVALS)
    assert online.add(Arrival(text=Text("x", "Only a headline"), copy_of="v1")) == online.stories()["v1"]
    last = online.decisions[-1]
    assert isinstance(last, Placed)
    assert last.reason == "a copy of v1"


def test_a_story_that_is_long_over_takes_no_more() -> None:
    online = _added(_ARRIVALS)
    later = _report("h9", _HARBOUR, 9, published="2024-09-01")
    assert online.add(later) not in {online.stories()[f"h{at}"] for at in range(4)}


def test_actors_and_places_bring_reports_together() -> None:
    names = ("Ida Brandt", "Port Amsel", "Dockers' Union")
    first = Arrival(text=Text("a", "Talks resumed on Tuesday"), names=names)
    second = Text("b", "An agreement seems near, officials believe")
    online = _added([first])
    assert online.add(Arrival(text=second)) != online.stories()["a"]
    online = _added([first])
    assert online.add(Arrival(text=second, names=names)) == online.stories()["a"]


def test_what_a_person_decides_holds_for_what_comes_later() -> None:
    online = _added(_ARRIVALS[:4])
    story = online.stories()["h0"]
    online.decide(split(story, ["h2", "h3"], "Ida Brandt", "another strike"))
    assert online.stories()["h2"] == online.stories()["h3"] != story
    assert online.stories()["h0"] == story
    online.decide(Undone(decision=len(online.decisions) - 1, author="Ida Brandt", reason="the same after all"))
    assert set(online.stories().values()) == {story}


def test_a_decision_that_cannot_be_taken_changes_nothing() -> None:
    online = _added(_ARRIVALS[:2])
    before = list(online.decisions)
    with pytest.raises(InputError):
        online.decide(Undone(decision=7, author="Ida Brandt", reason="a mistake"))
    assert online.decisions == before


def test_a_report_that_is_like_two_stories_shows_them_to_be_one() -> None:
    half = len(_HARBOUR) // 2
    parts = _HARBOUR[:half], _HARBOUR[half:], _HARBOUR
    online = _added([Arrival(text=Text(f"h{at}", " ".join(words))) for at, words in enumerate(parts)])
    assert len(set(online.stories().values())) == 2
    more = [_report(f"m{at}", _HARBOUR, at) for at in range(4)]
    for arrival in more:
        online.add(arrival)
    assert len(set(online.stories().values())) == 1
    merged = [one for one in online.decisions if isinstance(one, Merged)]
    assert [one.into for one in merged] == [online.stories()["h0"]]
    assert settled(online.decisions) == online.stories()
    online.decide(Undone(decision=online.decisions.index(merged[0]), author="Ida Brandt", reason="two affairs"))
    assert online.stories()["h0"] != online.stories()["h1"]
    for at in range(4, 9):  # what a person has parted, no rule joins
        online.add(_report(f"m{at}", _HARBOUR, at))
    assert online.stories()["h0"] != online.stories()["h1"]
