"""The corpus is what its guidelines say: every line has known values, marks that pair, and is there once."""

import csv
from collections import Counter
from itertools import pairwise

import pytest

from onrecord.resources.plover import quads
from training.corpus import FOLDER, HEADER, STATUSES, entries, entry

ENTRIES = list(entries())
PRONOUNS = {"he", "she", "it", "they", "we", "i", "him", "her", "them", "us"}
MOST_WORDS, LEAST_WORDS = 60, 6


def test_every_file_names_its_columns_and_holds_one_type() -> None:
    for path in FOLDER.glob("*.tsv"):
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        assert first == HEADER
        assert {line.split("\t")[0] for line in lines} == {path.stem.upper()}


def test_values_are_known() -> None:
    for one in ENTRIES:
        assert one.type in {*quads(), "NONE"}, one
        assert (one.status in STATUSES) != (one.type == "NONE"), one


def test_marks_cover_words() -> None:
    for one in ENTRIES:
        assert one.triggers and (one.sources or one.targets), one
        spans = sorted([*one.sources, *one.targets, *one.triggers])
        assert all(before.end <= after.start for before, after in pairwise(spans)), one
        for span in spans:
            assert span.of(one.text).strip() == span.of(one.text) != "", one
        assert not any(span.of(one.text).lower() in PRONOUNS for span in (*one.sources, *one.targets)), one


def test_no_sentence_is_there_twice_and_none_is_a_fragment_or_an_essay() -> None:
    assert max(Counter(one.text for one in ENTRIES).values()) == 1
    assert all(LEAST_WORDS <= len(one.text.split()) <= MOST_WORDS for one in ENTRIES)


def test_every_type_has_every_status() -> None:
    for kind in quads():
        counts = Counter(one.status for one in ENTRIES if one.type == kind)
        assert set(counts) == set(STATUSES), kind
        assert counts["actual"] > len(STATUSES)


@pytest.mark.parametrize("line", ["AID\t-\tactual\t-", "AID\t-\tactual\t-\t[s A [t b] c]", "AID\t-\tactual\t-\t[s A"])
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"columns|pair|closed"):
        entry(line)


def test_the_reader_of_tables_agrees() -> None:
    with (FOLDER / "aid.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == sum(one.type == "AID" for one in ENTRIES)
