"""A user's own table of actors: what it says, when, and which of its lines is faulty."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.config import Settings
from onrecord.entities.actors import Actors
from onrecord.entities.phrases import code_phrase
from onrecord.entities.roster import HEADER, Roster, faults
from onrecord.errors import ResourceError, SettingsError
from onrecord.model.document import Document
from onrecord.model.record import Actor
from onrecord.pipeline import reader

Parsed = Callable[[str], Document]
HEAD = "\t".join(HEADER)
GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "actors.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```tsv\n(.*?)```", GUIDE, re.DOTALL)[0].splitlines()


def read(parsed: Parsed, text: str, published: str | None, lines: list[str] = EXAMPLE) -> dict[str, Actor]:
    document = Actors(Roster(lines))(parsed(text).with_layers(published=published))
    return {actor.name: actor for actor in document.actors}


def test_the_example_of_the_guide_is_sound() -> None:
    assert faults(EXAMPLE) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2011-12-31", None),
        ("2012-03-01", "MLIMIL"),
        ("2020-08-17", "MLIMIL"),
        ("2020-08-18", "MLIGOV"),
        ("2031-01-01", "MLIGOV"),
    ],
)
def test_a_row_holds_on_its_days_only(parsed: Parsed, day: str, code: str | None) -> None:
    told = read(parsed, "Ilan Vardo condemned the raid. Vardo left at noon.", day)["Ilan Vardo"]
    assert (told.code, len(told.mentions)) == (code, 2)
    assert code_phrase("Ilan Vardo", day, Roster(EXAMPLE)).code == code


def test_names_of_one_row_are_one_actor(parsed: Parsed) -> None:
    text = "The Northern Shepherds Front attacked on Monday. The NSF lost two men."
    told = read(parsed, text, "2016-05-01")
    (front,) = [actor for actor in told.values() if actor.code == "MLIREB"]
    assert (len(front.mentions), front.rule, front.kind) == (2, "roster", "organization")


def test_a_title_before_the_name_stays(parsed: Parsed) -> None:
    told = read(parsed, "Defence Minister Ilan Vardo resigned.", "2021-01-01")["Ilan Vardo"]
    assert (told.title, told.code) == ("Defence Minister", "MLIGOV")


def test_somebody_of_another_country_is_somebody_else(parsed: Parsed) -> None:
    told = read(parsed, "Chilean Defence Minister Ilan Vardo resigned.", "2021-01-01")["Ilan Vardo"]
    assert (told.code, told.rule) == ("CHLGOV", "title+nationality")


def test_an_article_without_a_date_is_told_by_rows_without_dates(parsed: Parsed) -> None:
    told = read(parsed, "The Lake Basin Commission rebuked Ilan Vardo.", None)
    assert next(actor for name, actor in told.items() if "Commission" in name).code == "IGO"
    assert told["Ilan Vardo"].code is None


def test_a_row_comes_before_the_shipped_tables(parsed: Parsed) -> None:
    lines = [HEAD, "Xinhua\torganization\t---JRN\tQ1\t\t"]
    told = read(parsed, "Xinhua reported the talks.", "2020-01-01", lines)["Xinhua"]
    assert (told.code, told.country, told.wikidata) == ("---JRN", None, "Q1")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Ana Ruiz\tperson\tPERGOV", "3 columns"),
        ("\tperson\tPERGOV\t\t\t", "no name"),
        ("Ana Ruiz||A. Ruiz\tperson\tPERGOV\t\t\t", "empty one"),
        ("Ana Ruiz\thuman\tPERGOV\t\t\t", "kind 'human'"),
        ("Ana Ruiz\tperson\tXXXGOV\t\t\t", "'XXX' is no country's"),
        ("Ana Ruiz\tperson\tPERKING\t\t\t", "'KING' is no sector"),
        ("Ana Ruiz\tperson\t---\t\t\t", "no country's"),
        ("Ana Ruiz\tperson\tPERGOV\t17\t\t", "wikidata '17'"),
        ("Ana Ruiz\tperson\tPERGOV\t\t3 May 2012\t", "date '3 May 2012'"),
        ("Ana Ruiz\tperson\tPERGOV\t\t2012-13\t", "date '2012-13'"),
        ("Ana Ruiz\tperson\tPERGOV\t\t2012\t2011-05", "before it starts"),
        ("Eva Solis\tperson\tPERMIL\t\t2003\t", "stands in line 3 already"),
    ],
)
def test_a_faulty_line_is_named(line: str, message: str) -> None:
    lines = [HEAD, "# somebody else, at the same time", "Eva Solis\tperson\tPERGOV\t\t2001\t2005", line]
    (fault,) = faults(lines)
    assert fault.line == 4
    assert message in fault.message
    with pytest.raises(ResourceError, match="line 4"):
        Roster(lines)


def test_a_table_without_header_or_rows_is_faulty() -> None:
    assert [fault.line for fault in faults([])] == [1]
    assert [fault.line for fault in faults(["# note", "name\tcode"])] == [2]
    assert [fault.line for fault in faults([HEAD])] == [1]
    with pytest.raises(ResourceError):
        Roster([])


@given(st.lists(st.text(alphabet="AaQ1|\t- #é\n", max_size=40), max_size=6))
def test_any_table_is_either_sound_or_refused_with_a_line_of_its_own(rows: list[str]) -> None:
    lines = [HEAD, *rows]
    found = faults(lines)
    assert all(1 <= fault.line <= len(lines) for fault in found)
    if found:
        with pytest.raises(ResourceError):
            Roster(lines)
    else:
        Roster(lines)


def test_the_command_names_file_and_line(tmp_path: Path) -> None:
    path, run = tmp_path / "mine.tsv", CliRunner()
    path.write_text("\n".join(EXAMPLE), encoding="utf-8")
    assert "no fault" in run.invoke(app, ["roster", "check", str(path)]).output
    path.write_text(f"{HEAD}\nAna Ruiz\tperson\tPERKING\t\t\t\n", encoding="utf-8")
    result = run.invoke(app, ["roster", "check", str(path)])
    assert (result.exit_code, f"{path}:2: code 'PERKING'" in result.output) == (1, True)


def test_the_setting_reaches_the_record(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("\n".join(EXAMPLE), encoding="utf-8")
    settings = msgspec.structs.replace(Settings(), roster=str(path))
    document = Document(id="1", text="The Lake Basin Commission condemned France.", published="2020-01-01")
    assert "IGO" in [actor.code for actor in reader(settings).read(document).document.actors]
    with pytest.raises(SettingsError, match=r"nowhere\.tsv"):
        reader(msgspec.structs.replace(Settings(), roster=str(tmp_path / "nowhere.tsv")))
