"""Figures of speech: the same word as a deed, and as something else."""

from collections.abc import Callable

import pytest

from onrecord.events.meaning import NEEDS, uses
from onrecord.events.ontology import nouns, verbs
from onrecord.model.document import Document
from onrecord.resources.plover import quads

Read = Callable[..., Document]


def types(document: Document) -> list[str]:
    return [event.type for event in document.events]


@pytest.mark.parametrize(
    ("deed", "kind", "figure"),
    [
        ("Kenya released the hostages on Monday.", "RETREAT", "Kenya released a long report on Monday."),
        ("France suggested that Mali should leave.", "REQUEST", "France suggested that Mali had left already."),
        ("France recommended that Mali be admitted.", "REQUEST", "France recommended that Mali is a fine country."),
        ("Peru sought a truce with Chile.", "REQUEST", "Peru sought to understand Chile."),
        ("Iran warned Turkey that it would respond.", "THREATEN", "Iran warned that prices might rise in Turkey."),
        ("Iran warned that it would respond.", "THREATEN", "Iran warned that the winter would be long."),
        ("Kenya pledged that it would pay.", "AGREE", "Kenya swears that Sudan is wrong."),
        ("France offered help to Mali.", "AGREE", "France offered some advice to Mali."),
        ("The call by France for talks came late.", "REQUEST", "France spoke of its proposals."),
        ("Egypt fought Libya for a week.", "ASSAULT", "Egypt fought poverty for a week."),
    ],
)
def test_a_figure_is_no_deed(read: Read, deed: str, kind: str, figure: str) -> None:
    assert kind in types(read(deed))
    assert kind not in types(read(figure))


def test_politicians_attack_in_words_and_soldiers_with_arms(read: Read) -> None:
    words = "Senator Ann Lund attacked President Barack Obama over the budget."
    assert types(read(words)) == ["ACCUSE"]
    assert "ASSAULT" in types(read("Soldiers attacked President Barack Obama with guns."))
    assert types(read("Iraq attacked Kuwait.")) == ["ASSAULT"]


def test_a_winner_has_beaten_nobody(read: Read) -> None:
    assert types(read("Senator Ann Lund beat Governor Tom Berg in the primary.")) == []


def test_every_use_is_of_a_word_that_the_lexicon_has() -> None:
    assert set(uses()) <= {*verbs(), *nouns(), *quads()}
    assert {use.need for rows in uses().values() for use in rows} <= {*NEEDS}


def test_an_attack_named_after_a_city_is_not_done_by_it(read: Read) -> None:
    attacks = [event for event in read("Kenya mourned after the Nairobi attacks on the army.").events if event.source]
    assert "ASSAULT" not in [event.type for event in attacks]


def test_what_is_refused_is_no_second_event(read: Read) -> None:
    assert types(read("The refusal by France to support Mali was no surprise.")) == ["REJECT"]
