"""Actors in whole passages: offices, names behind jobs, letters of other countries, and pronouns."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document

Read = Callable[..., Document]


def codes(document: Document) -> dict[str, str | None]:
    return {actor.name: actor.code for actor in document.actors}


def test_a_name_behind_a_job_is_a_person_whatever_the_parser_takes_it_for(read: Read) -> None:
    document = read(
        "UN envoy Volker Perthes urged both sides to stop. He told the Security Council that people would starve."
    )
    (perthes,) = (actor for actor in document.actors if actor.name == "Volker Perthes")
    assert (perthes.kind, perthes.code) == ("person", "UNO")
    assert {statement.actor for statement in document.statements} == {perthes.id}


def test_somebodys_office_speaks_for_them(read: Read) -> None:
    document = read(
        "Hungarian Prime Minister Viktor Orban met the mayor in Budapest. Orban's office declined to comment. "
        "The mayor's office said she would travel."
    )
    assert {name: code for name, code in codes(document).items() if "office" in name} == {
        "Orban's office": "HUNGOV", "The mayor's office": "HUNGOV",
    }  # fmt: skip
    assert {statement.terms for statement in document.statements} == {"organization"}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The EU imposed sanctions on Russia's NIS last year.", "NIS", "RUS"),
        ("Seoul said the NIS had told parliament of the launch.", "NIS", "KORSPY"),
        ("A diplomat said Brussels would not give in to Moscow.", "Brussels", "EUR"),
        ("Three ministers of Peru met in Lima, two diplomats said.", "two diplomats", "---GOV"),
        ("Peruvian lawmakers have called a protest for Saturday outside parliament.", "parliament", "---LEG"),
    ],
)
def test_who_is_meant(read: Read, text: str, name: str, code: str) -> None:
    assert codes(read(text))[name] == code


def test_it_is_not_whom_it_acts_on(read: Read) -> None:
    document = read("The army denied having broken the truce. In a statement, it accused the RSF of looting in Sudan.")
    (event,) = (event for event in document.events if event.type == "ACCUSE")
    assert [side.code for side in event.source] == ["SDNMIL"]
    assert [side.code for side in event.target] == ["SDNPRM"]
    assert document.statements[-1].terms == "organization"
