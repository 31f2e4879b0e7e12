"""First report, independent outlets and copies of a story."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.grouping.summary import Report, summarised

_reports = st.builds(
    Report,
    article=st.sampled_from("abcdef"),
    published=st.none() | st.sampled_from(["2024-05-01", "2024-05-02"]),
    outlet=st.none() | st.sampled_from(["Harbour Post", "Daily Quay"]),
    original_outlet=st.none() | st.sampled_from(["Reuters", "Harbour Post"]),
    copy_of=st.none() | st.sampled_from("abcdefg"),
)
_stories = st.lists(_reports, min_size=1, max_size=6, unique_by=lambda report: report.article)


def test_ten_copies_of_a_wire_story_are_one_report() -> None:
    reports = [
        Report(article=f"a{at}", outlet=f"Paper {at}", original_outlet="Reuters", published=f"2024-05-0{at}")
        for at in range(1, 10)
    ]
    told = summarised(reports)
    assert told.outlets == ("Reuters",)
    assert len(told.copies) == 9
    assert told.first == "a1"


def test_a_copy_without_credit_counts_for_the_article_it_was_taken_from() -> None:
    told = summarised(
        [
            Report(article="a", outlet="Harbour Post", published="2024-05-02"),
            Report(article="b", outlet="Daily Quay", published="2024-05-01", copy_of="a"),
            Report(article="c", outlet="Radio Mole", published="2024-05-03"),
        ]
    )
    assert (told.first, told.outlets, told.copies) == ("a", ("Harbour Post", "Radio Mole"), ("b",))


def test_an_outlet_that_names_itself_is_no_repost() -> None:
    told = summarised([Report(article="a", outlet="The Harbour Post", original_outlet="The Harbour-Post")])
    assert (told.copies, told.outlets) == ((), ("The Harbour-Post",))


def test_a_copy_of_what_is_not_here_counts_for_nobody() -> None:
    told = summarised([Report(article="a", outlet="Daily Quay", copy_of="z")])
    assert (told.first, told.outlets, told.copies) == ("a", (), ("a",))


@given(_stories, st.randoms())
def test_order_changes_nothing(reports: list[Report], chance: Random) -> None:
    mixed = reports[:]
    chance.shuffle(mixed)
    assert summarised(mixed) == summarised(reports)


@given(_stories)
def test_there_are_no_more_outlets_than_reports(reports: list[Report]) -> None:
    told = summarised(reports)
    assert len(told.outlets) <= len(reports)
    assert told.first in {report.article for report in reports}
    assert not set(told.unattributed) & set(told.copies)


def test_a_story_has_reports() -> None:
    with pytest.raises(ValueError, match="empty"):
        summarised([])
