"""Copies and stories: the same answer in any order."""

from random import Random

from onrecord.grouping import Text, duplicates, stories

LEAD = "The harbour of Port Amsel was closed for a third day as dockers and the council traded blame over pay. "
REST = " ".join(
    f"In the {n}th hour the ferry number {n} still lay at pier {n * 3} with {n * 7} cars aboard." for n in range(20)
)
OTHER = " ".join(
    f"Voters in district {n} queued until {n} in the evening, the electoral board of Lubenia said." for n in range(20)
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
