"""The tables of events: complete, and every fault in a row of the lexicon named."""

import pytest

from onrecord.events.ontology import Depth, depth_of, fault_of, goldstein, nouns, verbs
from onrecord.resources import rows
from onrecord.resources.plover import modes, quads

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()


def test_sixteen_types_each_with_verbs_and_nouns() -> None:
    assert set(quads()) == set(TYPES)
    for table in (verbs(), nouns()):
        assert {entry.type for entries in table.values() for entry in entries} == set(TYPES)


def test_faults_of_the_code_books_are_mended() -> None:
    assert quads()["SANCTION"] == 4
    assert goldstein()["19"] < 0


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("adverb", "object", "ACCUSE", "-", "11", "badly"), "part of speech"),
        (("noun", "object", "ACCUSE", "-", "11", "blame"), "frame"),
        (("verb", "object", "BLAME", "-", "11", "blame"), "type"),
        (("verb", "object", "ACCUSE", "loudly", "11", "blame"), "mode"),
        (("verb", "object", "ACCUSE", "-", "999", "blame"), "CAMEO"),
        (("verb", "object", "ACCUSE", "-", "11", "blame||fault"), "empty"),
    ],
)
def test_a_faulty_row_is_named(row: tuple[str, ...], fault: str) -> None:
    assert fault in (fault_of(row) or "")


def test_a_sound_row_has_no_fault() -> None:
    assert fault_of(("verb", "into", "ACCUSE", "investigate", "09", "inquire|look")) is None
    assert ("ACCUSE", "investigate") in modes()


def test_cameo_is_as_deep_as_the_words_support() -> None:
    assert depth_of("02", frozenset({"weapon"})) == Depth("0232", "assist")
    assert depth_of("02", frozenset({"patience"})) == Depth("02", None)
    assert depth_of("12", frozenset({"negotiate"})) == Depth("125", "meet")
    assert depth_of("", frozenset({"weapon"})) == Depth("", None)


def test_a_mode_is_one_of_the_types_that_have_the_code() -> None:
    types = {entry.cameo: entry.type for entries in (*verbs().values(), *nouns().values()) for entry in entries}
    for root, code, mode, _ in rows("cameo_depth.tsv"):
        assert (types[root], mode) in modes(), code
