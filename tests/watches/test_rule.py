"""Rules of watches, in a line and in TOML."""

import pytest

from onrecord.errors import SettingsError
from onrecord.query import EventQuestion, StatementQuestion
from onrecord.watches.rule import Rule, rule, rules


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("RUSGOV > CHN REQUEST", EventQuestion(source="RUSGOV", target="CHN", type=("REQUEST",))),
        ("RUS* > CHN*", EventQuestion(source="RUS*", target="CHN*")),
        ("> UKR ASSAULT actual", EventQuestion(target="UKR", type=("ASSAULT",), status=("actual",))),
        ("RUSGOV > THREATEN", EventQuestion(source="RUSGOV", type=("THREATEN",))),
        (
            "RUSGOV > CHN REQUEST military",
            EventQuestion(source="RUSGOV", target="CHN", type=("REQUEST",), context=("military",)),
        ),
        ("RUSGOV", EventQuestion(actor="RUSGOV")),
        ("PROTEST COERCE", EventQuestion(type=("PROTEST", "COERCE"))),
        (
            '"Rosa Quispe" > "United Nations" CONSULT "in Lima"',
            EventQuestion(source="Rosa Quispe", target="United Nations", type=("CONSULT",), text="in Lima"),
        ),
    ],
)
def test_a_line_about_events(line: str, question: EventQuestion) -> None:
    assert rule("name", line) == Rule(name="name", events=question)


def test_a_line_about_statements() -> None:
    made = rule("leaks", 'USA* says anonymous indirect "weapons"')
    asked = StatementQuestion(actor="USA*", terms=("anonymous",), kind=("indirect",), text="weapons")
    assert made == Rule(name="leaks", statements=asked)


@pytest.mark.parametrize("line", ["RUS > CHN REQEST", "RUS > CHN military-ish", "USA says whispering", "RUS > CHN XYZ"])
def test_a_word_that_is_nothing_is_named(line: str) -> None:
    with pytest.raises(SettingsError, match=line.split()[-1]):
        rule("name", line)


def test_rules_in_a_file() -> None:
    text = """
    [[watch]]
    name = "requests"
    rule = "RUS* > CHN* REQUEST"

    [[watch]]
    name = "unrest"
    when = "level"
    weeks = 52
    events = { type = ["PROTEST"], country = "PER", min_confidence = 0.8 }
    """
    asked = EventQuestion(type=("PROTEST",), country="PER", min_confidence=0.8)
    assert rules(text) == (
        Rule(name="requests", events=EventQuestion(source="RUS*", target="CHN*", type=("REQUEST",))),
        Rule(name="unrest", events=asked, when="level", weeks=52),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[watch]]\nname = 3\nrule = 'RUS > CHN'\nwhen = 'often'", "often"),
        ("[[watch]]\nname = 'a'\nevents = { kind = ['x'] }", "kind"),
        ("[[watch]]\nname = 'a'\nevents = {}\nstatements = {}", "one of them"),
        ("[[watch]]\nname = 'a'\nrule = 'RUS > CHN'\nevents = {}", "events"),
        ("[[watch]]\nname = 'a'\nrule = 'RUS'\n[[watch]]\nname = 'a'\nrule = 'CHN'", "two watches"),
        ("[[watch]]\nname = 'a'\nstatements = {}\nwhen = 'denied'", "of events"),
        ("[watches]", "watches"),
        ("watch", "TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        rules(text)
