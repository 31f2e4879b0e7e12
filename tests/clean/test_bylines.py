"""Bylines cut to the people in them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.bylines import agency, is_by, people, sites


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe, political correspondent", ("Jane Doe", "John Roe")),
        ("Jane Doe, senior political editor, and John Roe in Kyiv", ("Jane Doe", "John Roe")),
        ("Jane Doe Political Editor", ("Jane Doe",)),
        ("Chief Political Correspondent Jane Doe", ("Jane Doe",)),
        ("By JANE DOE and JOHN ROE Associated Press", ("JANE DOE", "JOHN ROE")),
        ("By Jane Doe, AP Sports Writer", ("Jane Doe",)),
        ("Von Jürgen Müller, dpa", ("Jürgen Müller",)),
        ("Anna Martel und Lea Roe, Nairobi", ("Anna Martel", "Lea Roe")),
        ("Par Anne Le Gall avec AFP", ("Anne Le Gall",)),
        ("Jean Martel, envoyé spécial à Paris", ("Jean Martel",)),
        ("Por Ana Gómez y Luis Paz", ("Ana Gómez", "Luis Paz")),
        ("Di Mario Rossi", ("Mario Rossi",)),
        ("Door Jan de Vries", ("Jan de Vries",)),
        ("De Vries", ("De Vries",)),
        ("Text: Anna Berg Foto: Nils Holm", ("Anna Berg",)),
        ("Tekst og foto: Anna Berg", ("Anna Berg",)),
        ("Per Anders Olsson", ("Per Anders Olsson",)),
        ("Текст: Вера Ершова·24 сентября 2018", ("Вера Ершова",)),
        ("記者王小明／台北報導", ("王小明",)),
        ("김철수 기자", ("김철수",)),
        ("Ana de la Cruz | Madrid Desk", ("Ana de la Cruz",)),
        ("Jane Doe (jane@example.org)", ("Jane Doe",)),
        ("Jane Doe jane@example.org @janedoe", ("Jane Doe",)),
        ("By Jane Doe in Nairobi", ("Jane Doe",)),
        ("Jane Doe, New York", ("Jane Doe",)),
        ("By Jane Doe Nov. 18, 2019", ("Jane Doe",)),
        ("Doe, Jane", ("Jane Doe",)),
        ("Doe, Jane; Roe, John", ("Jane Doe", "John Roe")),
        ("jane@example.org (Jane Doe)", ("Jane Doe",)),
        ("Jane Doe, PhD, and John Roe MD", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe, Jr.", ("Jane Doe", "John Roe Jr")),
        ("Jane Doe for The Daily Example", ("Jane Doe",)),
        ("Special for The Daily Example", ()),
        ("Jane Doe and agencies", ("Jane Doe",)),
        ("Jane Doe (text) and John Roe (photos)", ("Jane Doe",)),
        ("Written by: Jane Doe Published: 3 May 2024", ("Jane Doe",)),
        ("By Jane Doe Updated May 3, 2024", ("Jane Doe",)),
        ("Interview by Jane Doe", ("Jane Doe",)),
        ("Mwangi wa Thiong'o", ("Mwangi wa Thiong'o",)),
        ("Associate, PhD", ()),
        ("Editor: Jane Doe", ()),
        ("Photos by Jane Doe", ()),
        ("Staff", ()),
        ("Our Correspondent", ()),
        ("Reuters", ()),
        ("AFP, Manila", ()),
        ("Example News Desk", ()),
        ("Allgemeine Zeitung GmbH", ()),
        ("例新聞デジタル", ()),
        ("12 March 2021", ()),
        ("https://example.org/jane", ()),
        ("MM-Redaktion", ()),
        ("", ()),
    ],
)
def test_a_byline_is_cut_to_people(byline: str, wanted: tuple[str, ...]) -> None:
    assert people(byline) == wanted


def test_a_single_word_is_no_name_where_two_are_asked() -> None:
    assert people("Regan") == ("Regan",)
    assert people("Regan", least=2) == ()


@pytest.mark.parametrize(
    ("name", "is_own"),
    [
        ("Daily Example", True),
        ("Daily Example Sport", True),
        ("dailyexample.org", True),
        ("Example", True),
        ("Jane Doe", False),
        ("Ann Exam", False),
        ("Jane Daily", False),
    ],
)
def test_an_outlet_is_known_by_its_name(name: str, is_own: bool) -> None:
    assert sites(["The Daily Example", "Daily Example", "dailyexample.org"]).has(name) == is_own


def test_the_outlet_is_cut_from_the_name_before_it() -> None:
    assert people("Jane Doe Daily Example", sites(["Daily Example"])) == ("Jane Doe",)


def test_agencies_are_told_apart() -> None:
    assert agency("Jane Doe, dpa") == "dpa"
    assert agency("Jane Doe") is None


def test_a_byline_is_known_by_its_first_word() -> None:
    assert is_by("By Jane Doe")
    assert is_by(" Von ")
    assert not is_by("Bypass opens")
    assert not is_by("Demand rises")


@given(st.text(max_size=80))
def test_people_stand_in_the_byline(byline: str) -> None:
    for name in people(byline):
        assert name.strip() == name
        assert all(word in byline or "&" in byline for word in name.split())


def test_a_byline_without_end_takes_no_time() -> None:
    started = time.monotonic()
    for endless in ("Jane (a ", "Jane <a ", "By ", "and ", "Doe, Jane; ", "a@b ", "Jane for "):
        people(endless * 100_000)
    assert time.monotonic() - started < 5
