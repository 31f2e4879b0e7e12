"""The sentences with PLV's roots are what their guidelines say, and the corpus is taken in by their rules."""

from collections import Counter
from itertools import pairwise

import pytest

from training import corpus
from training.pairs import FOLDER, ROOTS, root, sentences

SENTENCES = list(sentences())
PRONOUNS = {"he", "she", "it", "they", "we", "i", "him", "her", "them", "us"}
MOST_WORDS, LEAST_WORDS = 40, 4
LEAST_OF_A_ROOT = 30


def entry(kind: str, mode: str, status: str, words: str = "[s Peru] [* acts] on [t Chile].") -> corpus.Entry:
    return corpus.entry(f"{kind}\t{mode}\t{status}\t-\t{words}")


def test_every_root_has_its_file_and_enough_sentences() -> None:
    assert {path.stem.upper() for path in FOLDER.glob("*.txt")} == set(ROOTS)
    counts = Counter(one.root for one in SENTENCES)
    assert min(counts[name] for name in ROOTS) >= LEAST_OF_A_ROOT


def test_marks_cover_words_and_not_one_another() -> None:
    for one in SENTENCES:
        spans = sorted([*one.sources, *one.targets])
        assert all(before.end <= after.start for before, after in pairwise(spans)), one
        for span in spans:
            assert span.of(one.text).strip() == span.of(one.text) != "", one
            assert span.of(one.text).lower() not in PRONOUNS, one


def test_no_sentence_is_there_twice_nor_in_the_corpus() -> None:
    texts = Counter([one.text for one in SENTENCES] + [one.text for one in corpus.entries()])
    assert max(texts.values()) == 1
    assert all(LEAST_WORDS <= len(one.text.split()) <= MOST_WORDS for one in SENTENCES)


@pytest.mark.parametrize(
    ("kind", "mode", "status", "expected"),
    [
        ("CONSULT", "visit", "actual", "CONSULT"),
        ("CONSULT", "visit", "planned", "AGREE"),
        ("RETREAT", "release", "planned", "AGREE"),
        ("RETREAT", "release", "actual", "YIELD"),
        ("CONCEDE", "-", "negated", "REJECT"),
        ("ASSAULT", "aerial", "planned", "THREATEN"),
        ("ASSAULT", "aerial", "negated", None),
        ("ACCUSE", "allege", "planned", "ACCUSE"),
        ("SANCTION", "convict", "actual", "ACCUSE"),
        ("SANCTION", "expel", "actual", "SANCTION"),
        ("COERCE", "cyber", "actual", None),
        ("AID", "-", "possible", None),
        ("AID", "-", "hypothetical", None),
    ],
)
def test_the_corpus_is_taken_in_by_what_plv_calls_it(kind: str, mode: str, status: str, expected: str | None) -> None:
    assert root(entry(kind, mode, status)) == expected


def test_an_embargo_is_coercion_and_a_frozen_contact_is_not() -> None:
    assert root(entry("SANCTION", "discontinue", "actual", "[s Peru] [* put an embargo on] [t Chile].")) == "COERCE"
    assert root(entry("SANCTION", "discontinue", "actual", "[s Peru] [* froze contacts with] [t Chile].")) == "SANCTION"


def test_a_none_has_no_root() -> None:
    assert root(entry("NONE", "-", "-")) is None
