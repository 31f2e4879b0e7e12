"""Whom a pronoun means that is a source, on documents built by hand."""

import pytest

from onrecord.attribution.drafts import Sheet
from onrecord.attribution.speakers import Speakers
from onrecord.gender import gender
from onrecord.model.mention import Mention
from onrecord.model.record import Actor, ActorKind, Statement
from onrecord.model.span import Span
from onrecord.quotations import quotations
from tests.builders import document


def actor(identity: str, name: str, kind: ActorKind = "person", title: str | None = None) -> Actor:
    return Actor(id=identity, name=name, kind=kind, title=title, mentions=(), rule="test")


def sheet(text: str, named: dict[str, Actor], **metadata: object) -> Sheet:
    """Every occurrence of a key of ``named`` is a mention of its actor; every token is a sentence of its own."""
    built = document(text)
    mentions = []
    for words, meant in named.items():
        at = text.find(words)
        while at >= 0:
            head = built.parse.tokens_in(Span(at, at + len(words))).stop - 1
            mentions.append(
                Mention(span=Span(at, at + len(words)), head=head, form="name", actor=meant.id, rule="test")
            )
            at = text.find(words, at + 1)
    actors = tuple({meant.id: meant for meant in named.values()}.values())
    return Sheet(built.with_layers(mentions=tuple(mentions), actors=actors, **metadata), quotations(text))


def pronoun(text: str, word: str) -> Span:
    at = text.rindex(word)
    return Span(at, at + len(word))


def said(text: str, words: str, by: str) -> Statement:
    at = text.index(words)
    span = Span(at, at + len(words))
    return Statement(
        id="s1", content=(), source=(span,), cue=(span,), actor=by, kind="indirect", terms="named", rule=""
    )


ANA, JON = actor("a1", "Ana Lund"), actor("a2", "John Reyes")


def test_the_only_one_who_fits_is_meant() -> None:
    text = "Ana Lund met John Reyes. She said no."
    meant = Speakers(sheet(text, {"Ana Lund": ANA, "John Reyes": JON})).meant(pronoun(text, "She"), None, [])
    assert meant is not None and (meant.actor, meant.rule) == ("a1", "only-one-fits")


def test_whoever_spoke_last_goes_on_speaking() -> None:
    other = actor("a3", "Eva Brandt")
    text = "Eva Brandt came. Ana Lund said it was late. Later she added that it was cold."
    found = sheet(text, {"Ana Lund": ANA, "Eva Brandt": other})
    meant = Speakers(found).meant(pronoun(text, "she"), None, [said(text, "Ana Lund", "a1")])
    assert meant is not None and (meant.actor, meant.rule) == ("a1", "speaker-before")


def test_two_who_fit_equally_well_leave_it_open_with_a_reason() -> None:
    text = "Ana Lund and Eva Brandt came. She said no."
    found = sheet(text, {"Ana Lund": ANA, "Eva Brandt": actor("a3", "Eva Brandt")})
    meant = Speakers(found).meant(pronoun(text, "She"), None, [])
    assert meant is not None and meant.actor is None and "fit" in meant.rule


def test_i_inside_a_quotation_is_its_speaker_and_we_is_nobody_alone() -> None:
    text = "“I think we agree,” Ana Lund said."
    speakers = Speakers(sheet(text, {"Ana Lund": ANA}))
    held = said(text, "Ana Lund", "a1")
    first = speakers.meant(pronoun(text, "I"), held, [])
    assert first is not None and first.actor == "a1"
    several = speakers.meant(pronoun(text, "we"), held, [])
    assert several is not None and several.actor is None


def test_in_an_interview_i_is_the_one_named_in_the_headline_unless_it_asks() -> None:
    lines = ["An interview with Ana Lund", "What do I ask?", *["I hold that roads matter."] * 7]
    text = "\n".join(lines)
    speakers = Speakers(sheet(text, {"Ana Lund": ANA}))
    answer = speakers.meant(pronoun(text, "I"), None, [])
    at = text.index("I ask")
    question = speakers.meant(Span(at, at + 1), None, [])
    assert answer is not None and (answer.actor, answer.rule) == ("a1", "interviewed")
    assert question is not None and question.actor is None


def test_what_is_no_pronoun_is_not_looked_at() -> None:
    text = "Ana Lund said no."
    assert Speakers(sheet(text, {"Ana Lund": ANA})).meant(Span(0, 8), None, []) is None


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("Ana Lund", None, "woman"),
        ("John Reyes", None, "man"),
        ("Lund", "Mrs.", "woman"),
        ("Lund", None, None),
        ("Anna", None, None),
    ],
)
def test_gender_is_told_by_title_and_given_name_only(name: str, title: str | None, told: str | None) -> None:
    assert gender(actor("a1", name, title=title)) == told
