"""Statements: content, cue, source, kind and terms, on sentences of our own."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.document import Document
from onrecord.model.record import Statement

Read = Callable[..., Document]


def only(document: Document) -> Statement:
    (statement,) = document.statements
    return statement


def words(document: Document, spans: tuple[object, ...]) -> str:
    return " … ".join(span.of(document.text) for span in spans)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        ("The mayor said that the bridge would open soon.", "The mayor", "that the bridge would open soon", "indirect"),
        ("“The bridge will open,” the minister said.", "the minister", "The bridge will open,", "direct"),
        ("The bridge will open soon, according to the mayor.", "the mayor", "The bridge will open soon", "indirect"),
        ("The mayor called the plan “a gift to thieves.”", "The mayor", "the plan “a gift to thieves.”", "mixed"),
        ("The losses, analysts say, have grown.", "analysts", "The losses … have grown", "indirect"),
        ("Raiders killed four guards, the army said.", "the army", "Raiders killed four guards", "indirect"),
    ],
)  # fmt: skip
def test_who_says_what(read: Read, text: str, source: str, content: str, kind: str) -> None:
    document = read(text)
    statement = only(document)
    assert words(document, statement.source) == source
    assert words(document, statement.content) == content
    assert statement.kind == kind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ministry declined to comment on the report.", "The ministry"),
        ("The company did not respond to questions.", "The company"),
        ("Mr. Varga could not be reached for comment.", "Varga"),
        ("The officer would not say how many were hurt.", "The officer"),
    ],
)
def test_declined(read: Read, text: str, source: str) -> None:
    document = read(text)
    statement = only(document)
    assert statement.kind == "declined"
    assert source in words(document, statement.source)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A Turkish official said the border would open.", "anonymous"),
        ("Turkish officials said the border would open.", "unnamed_group"),
        ("Maria Gonzalez said the border would open.", "named"),
        ("The interior ministry said the border would open.", "organization"),
        ("The report said the border would open.", "document"),
    ],
)
def test_terms(read: Read, text: str, terms: str) -> None:
    assert only(read(text)).terms == terms


def test_the_reason_is_found(read: Read) -> None:
    document = read("A diplomat, who was not authorized to speak publicly, said the talks had failed.")
    assert words(document, only(document).reason) == "was not authorized to speak publicly"


@pytest.mark.parametrize(
    "told",
    [
        "Both diplomats asked not to be named",
        "The diplomats spoke on condition of anonymity",
        "Both spoke on condition of anonymity",
    ],
)
def test_a_reason_told_later_is_that_of_all_of_whom_it_is_told(read: Read, told: str) -> None:
    document = read(
        "Two diplomats said the talks had failed. One said the envoy had left in anger. "
        f"A baker said bread would be dear. {told} because the talks were secret."
    )
    reasons = [words(document, statement.reason) for statement in document.statements]
    assert [bool(reason) for reason in reasons[:3]] == [True, True, False]
    assert reasons[0].endswith("because the talks were secret")


def test_a_quotation_that_goes_on_is_one_statement_with_two_parts(read: Read) -> None:
    document = read("“The road is closed,” the mayor said. “It will be closed for a month.”")
    assert words(document, only(document).content) == "The road is closed, … It will be closed for a month."


def test_a_quotation_that_opens_a_paragraph_keeps_the_speaker_before(read: Read) -> None:
    document = read("“The road is closed,” Mayor Ana Lund said.\n\n“It will be closed for a month.”")
    held = [span.of(document.text) for statement in document.statements for span in statement.content]
    assert held == ["The road is closed,", "It will be closed for a month."]
    assert {words(document, statement.source) for statement in document.statements} == {"Mayor Ana Lund"}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The minister said the bridge would open.", "certain"),
        ("The minister said the bridge might never open.", "possible"),
        ("The minister said she could not support the plan.", "certain"),
        ("Analysts believe that the bridge will open.", "probable"),
        ("The minister said the bridge was unlikely to open.", "probable"),
        ("The report suggests that the bridge was unsafe.", "possible"),
        ("The minister asked whether the bridge was safe.", "certain"),
    ],
)
def test_how_sure_the_source_is(read: Read, text: str, certainty: str) -> None:
    assert only(read(text)).certainty == certainty


@pytest.mark.parametrize(
    ("text", "terms", "reason"),
    [
        (
            "The plan failed, said a person close to the talks who asked not to be named because they were secret.",
            "anonymous",
            "asked not to be named because they were secret",
        ),
        (
            "Two diplomats, speaking on condition of anonymity, said the talks had failed.",
            "unnamed_group",
            "speaking on condition of anonymity",
        ),
        ("The spokeswoman, Maria Gonzalez, said the talks had failed.", "named", ""),
        ("According to a person familiar with the plan, the talks failed.", "anonymous", ""),
    ],
)
def test_terms_follow_from_the_words_of_the_source(read: Read, text: str, terms: str, reason: str) -> None:
    document = read(text)
    statement = document.statements[0]
    assert statement.terms == terms
    assert words(document, statement.reason) in (reason, reason.removeprefix("speaking "))


@pytest.mark.parametrize(
    "text",
    [
        "The army did not respond to the shelling.",
        "The mayor declined the award.",
        "The train could not be reached from the platform.",
    ],
)
def test_what_is_no_refusal_to_speak_is_none(read: Read, text: str) -> None:
    assert not any(statement.kind == "declined" for statement in read(text).statements)


def test_addressee_and_day(read: Read) -> None:
    document = read("The mayor told reporters on Monday that the road was closed.", published="2017-05-17")
    statement = only(document)
    assert words(document, statement.addressee) == "reporters"
    assert statement.when == "2017-05-15"


WORDS = st.sampled_from(
    ["“", "”", '"', "he", "said", "told", "that", "the", "minister", "Ines Prado", "would", "not", "comment", ",", ".",
     "\n\n", "according to", "declined", "to", "😀", "‘", "’", "–", "Russia", "asked", "who", "was"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_raised_and_every_span_slices(read: Read, text: str) -> None:
    document = read(text)
    assert document.failures == ()
    for statement in document.statements:
        for span in (*statement.content, *statement.source, *statement.cue, *statement.reason, *statement.addressee):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "MAPUTO, Mozambique (Reuters) - A gunman killed six people in an attack on a convoy on Monday, officials said.",
        "A student who hid aboard a ferry from Bari apparently drowned inside the ship's ballast tank.",
        "QUETTA: A US drone killed two fighters on Friday, officials said, in the first strike since May.",
    ],
)
def test_no_source_lies_in_what_it_says(read: Read, text: str) -> None:
    for said in read(text).statements:
        assert not any(source.overlaps(part) for source in said.source for part in said.content)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“We are grateful,” the king said in a telegram to the pope.", "the pope"),
        ("Norwegian premier Ines Prado issued a statement to reporters saying the dam was safe.", "reporters"),
        ("The dam is safe, according to the Kenyan minister.", ""),
    ],
)
def test_addressee_of_what_it_was_said_by(read: Read, text: str, addressee: str) -> None:
    document = read(text)
    assert {words(document, statement.addressee) for statement in document.statements} == {addressee}
