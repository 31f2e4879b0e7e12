"""Where an article is by decisions: merges and splits that can be undone, and undone again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.grouping.decisions import AnyDecision, Merged, Placed, Undone, settled, split, story_id

_ARTICLES = list("abcdef")
_STORIES = [story_id(article) for article in _ARTICLES]


def _placed(article: str, story: str) -> Placed:
    return Placed(article=article, story=story, author="rule", reason="test")


def _merged(story: str, into: str) -> Merged:
    return Merged(story=story, into=into, author="Ida Brandt", reason="one affair")


def _undone(decision: int) -> Undone:
    return Undone(decision=decision, author="Ida Brandt", reason="a mistake")


_splits = st.builds(
    lambda story, articles: split(story, articles, "Ida Brandt", "two affairs"),
    st.sampled_from(_STORIES),
    st.sets(st.sampled_from(_ARTICLES)),
)
_merges = st.builds(_merged, st.sampled_from(_STORIES), st.sampled_from(_STORIES))
_arrivals = [_placed(article, story) for article, story in zip(_ARTICLES, _STORIES, strict=True)]
_histories = st.lists(_merges | _splits, max_size=12).map(lambda later: [*_arrivals, *later])


@given(_histories)
def test_no_article_is_lost(decisions: list[AnyDecision]) -> None:
    assert set(settled(decisions)) == set(_ARTICLES)


@given(_histories, _merges | _splits)
def test_undoing_gives_back_what_was(decisions: list[AnyDecision], last: AnyDecision) -> None:
    before = settled(decisions)
    changed = [*decisions, last]
    undone = [*changed, _undone(len(decisions))]
    assert settled(undone) == before
    assert settled([*undone, _undone(len(changed))]) == settled(changed)


@given(_histories, st.sampled_from(_STORIES), st.sampled_from(_STORIES))
def test_merged_stories_stay_one_for_what_comes_later(decisions: list[AnyDecision], one: str, other: str) -> None:
    later = [*decisions, _merged(one, other), _placed("g", one), _placed("h", other)]
    assert settled(later)["g"] == settled(later)["h"]


@given(_histories, st.data())
def test_a_merge_and_a_split_touch_no_other_story(decisions: list[AnyDecision], data: st.DataObject) -> None:
    before = settled(decisions)
    story = data.draw(st.sampled_from(sorted(set(before.values()))))
    articles = data.draw(st.sets(st.sampled_from(_ARTICLES), min_size=1))
    after = settled([*decisions, split(story, articles, "rule", "test")])
    for article in _ARTICLES:
        assert (after[article] == before[article]) == (before[article] != story or article not in articles)


def test_the_first_article_of_a_story_can_leave_it() -> None:
    story = story_id("a")
    decisions: list[AnyDecision] = [
        _placed("a", story),
        _placed("b", story),
        split(story, "a", "Ida Brandt", "another affair"),
    ]
    told = settled(decisions)
    assert told["b"] == story != told["a"]


def test_undoing_a_merge_leaves_what_came_since_in_the_merged_story() -> None:
    decisions: list[AnyDecision] = [
        *_arrivals[:2],
        _merged(_STORIES[1], _STORIES[0]),
        _placed("c", _STORIES[0]),
        _undone(2),
    ]
    assert settled(decisions) == {"a": _STORIES[0], "b": _STORIES[1], "c": _STORIES[0]}


@pytest.mark.parametrize("wanted", [-1, 1, 5])
def test_only_an_earlier_decision_can_be_undone(wanted: int) -> None:
    with pytest.raises(InputError, match="undoes decision"):
        settled([_arrivals[0], _undone(wanted)])


def test_an_arrival_cannot_be_undone() -> None:
    with pytest.raises(InputError, match="split its story"):
        settled([_arrivals[0], _undone(0)])
