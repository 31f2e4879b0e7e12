"""Copies and stories: the same answer in any order."""

from random import Random

import numpy as np

from onrecord.grouping import Copies, Text, duplicates, stories
from onrecord.grouping.stories import _linked

LEAD = "The harbour of Port Amsel was closed for a third day as dockers and the council traded blame over pay. "
REST = (
    "Nine ferries lay at their piers with cars aboard, and lorries stood in line as far as the ring road. The harbour "
    "master, Ida Brandt, called the strike reckless. The union wants higher wages for night shifts and a pension at "
    "sixty; it says that two of its members were hurt when a crane gave way last winter. Talks broke down on Tuesday."
)
OTHER = (
    "Voters in Lubenia queued until late in the evening to choose a parliament. The electoral board counted ballots by "
    "hand because power had failed in four districts, its chairman, Tomas Keller, told journalists. Turnout was high "
    "among the young, who want trains and cheaper flats; the opposition promises both, and lower taxes on fuel."
)
TEXTS = [
    Text("a", LEAD + REST, published="2024-03-02"),
    Text("b", "Share this story. " + LEAD + REST + " Read more: ten tips.", published="2024-03-03"),
    Text("c", OTHER, published="2024-03-01"),
    Text(
        "d", LEAD + "Dockers of Port Amsel want more pay for nights in the harbour, and the council says it has none."
    ),
]


def test_a_copy_points_to_the_earliest() -> None:
    assert duplicates(TEXTS) == {"b": "a"}


def test_copies_are_told_as_they_arrive() -> None:
    seen = Copies()
    assert [seen.add(text.words()) for text in TEXTS] == [0, 0, 2, 3]


def test_a_copy_is_found_among_many_that_share_a_line_of_furniture() -> None:
    furniture = "Sign in to read on. Our reporters are on the ground in every county of the land. "
    seen = Copies()
    for at in range(200):
        words = [f"word{at}x{place}" for place in range(400)]
        assert seen.add(Text("x", furniture + " ".join(words)).words()) == at
    again = " ".join(f"word{7}x{place}" for place in range(390))
    assert seen.add(Text("x", again).words()) == 7


def test_a_short_text_within_a_long_one_is_its_copy() -> None:
    long = " ".join(f"word{at}" for at in range(2000))
    short = " ".join(f"word{at}" for at in range(600, 700))
    assert duplicates([Text("a", long), Text("b", short)]) == {"b": "a"}


def test_a_text_that_is_like_two_groups_joins_them() -> None:
    words = [f"word{at}" for at in range(300)]
    seen = Copies()
    assert seen.add(words[:150]) == 0
    assert seen.add(words[150:]) == 1
    assert seen.add(words) == 0
    assert seen.first(1) == 0


def test_reports_of_one_affair_are_one_story() -> None:
    told = stories(TEXTS)
    assert told["a"] == told["b"]
    assert told["a"] != told["c"]


def test_order_changes_nothing() -> None:
    expected = duplicates(TEXTS), stories(TEXTS)
    for seed in range(5):
        mixed = TEXTS[:]
        Random(seed).shuffle(mixed)
        assert (duplicates(mixed), stories(mixed)) == expected


def test_nothing_and_empty_texts() -> None:
    assert (duplicates([]), stories([])) == ({}, {})
    assert set(stories([Text("a", ""), Text("b", "“”")])) == {"a", "b"}


def test_a_pair_alone_is_judged_by_its_words() -> None:
    told = stories([TEXTS[0], TEXTS[1]])
    assert told["a"] == told["b"]
    told = stories([TEXTS[0], TEXTS[2]])
    assert told["a"] != told["c"]


def test_copies_go_where_their_original_goes() -> None:
    told = stories(TEXTS, {"c": "a"})
    assert told["c"] == told["a"]


def test_joining_takes_the_mean_over_the_groups() -> None:
    one, two = np.full((2, 2), 0.9), np.full((2, 2), 0.8)
    low = np.full((2, 2), 0.1)
    low[0, 0] = 0.75  # one near pair does not join two groups that are far apart on average
    assert _linked(np.block([[one, low], [low.T, two]]).astype(np.float32)) == [0, 0, 2, 2]
