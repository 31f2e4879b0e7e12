"""Copies and stories: the same answer in any order."""

from random import Random

import numpy as np

from onrecord.grouping import Text, duplicates, stories
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
