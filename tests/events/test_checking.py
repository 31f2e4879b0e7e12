"""Tables of events: the examples of the guide are sound, and every kind of fault is told with its line."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.events.checking import faults

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "ontology.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```tsv\n(.*?)```", GUIDE, re.DOTALL)
LEXICON = "pos\tframe\ttype\tmode\tcameo\twords"
USES = "words\tneed\tlisted\totherwise"
OWN = "type\tquad\tpos\tframe\twords"


@pytest.mark.parametrize("text", EXAMPLES, ids=[text.split("\n")[0] for text in EXAMPLES])
def test_an_example_of_the_guide_has_no_fault(text: str) -> None:
    assert faults(text.splitlines()) == []


def test_every_kind_of_table_has_an_example() -> None:
    assert len({text.split("\n")[0] for text in EXAMPLES}) == 7


@pytest.mark.parametrize("name", ["events_lexicon", "event_uses", "plover", "contexts", "cameo_depth", "goldstein"])
def test_the_shipped_tables_have_no_fault(name: str) -> None:
    text = (files("onrecord.resources") / f"{name}.tsv").read_text(encoding="utf-8")
    assert faults(text.splitlines()) == []


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ([], 1, "no header"),
        (["# a comment", "", "word\tkind"], 3, "header 'word kind'"),
        ([LEXICON], 1, "no row"),
        ([LEXICON, "verb\tobject\tACCUSE"], 2, "3 columns"),
        ([LEXICON, "# why", "verb\tobject\tACCUSE\t-\t11\tblame", "verb\tobject\tACCUSE\t-\t11\tblame"], 4, "line 3"),
        ([LEXICON, "verb\tobject\tACCUSE\t-\t11\tBlame"], 2, "lower case"),
        (["type\tmode\tquad\tscore", "ACCUSE\t-\t5\t1"], 2, "quad"),
        (["type\tmode\tquad\tscore", "ACCUSE\t-\t3\tmuch"], 2, "score"),
        (["context\twords", "weather\train"], 2, "context"),
        (["root\tcode\tmode\twords", "02\t112\t-\tgun"], 2, "begins with"),
        (["root\tcode\tmode\twords", "02\t0232\tlend\tgun"], 2, "plover.tsv"),
        (["cameo\tgoldstein", "02\t11"], 2, "-10 to 10"),
        ([USES, "free\tanybody\t-\t-"], 2, "need"),
        ([USES, "free\tnot\t-\t-"], 2, "listed"),
        ([USES, "Free\tarms\t-\t-"], 2, "lower case"),
        ([USES, "attack\tarms\t-\tACCUSE/loudly/111"], 2, "plover.tsv"),
        ([OWN, "ACCUSE\t3\tverb\tobject\tblame"], 2, "PLOVER's"),
        ([OWN, "BLAME\t3\tverb\tnowhere?\tblame"], 2, "frame"),
    ],
)
def test_a_fault_is_told_with_its_line(lines: list[str], line: int, message: str) -> None:
    assert [(fault.line, message in fault.message) for fault in faults(lines)] == [(line, True)], faults(lines)
