"""``onrecord ontology check`` and event types of one's own."""

from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.config import Settings
from onrecord.errors import ResourceError, SettingsError
from onrecord.model.document import Document
from onrecord.pipeline import reader

OWN = "type\tquad\tpos\tframe\twords\nEXPROPRIATE\t4\tverb\tobject\tnationalize|expropriate\n"
RUN = CliRunner()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "types.tsv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_sound_table_is_called_so(table: Path) -> None:
    result = RUN.invoke(app, ["ontology", "check", str(table)])
    assert (result.exit_code, "no fault" in result.output) == (0, True)


def test_a_fault_is_told_with_file_and_line(table: Path) -> None:
    table.write_text(OWN + "LEAVE\t9\tverb\tobject\tquit\n", encoding="utf-8")
    result = RUN.invoke(app, ["ontology", "check", str(table)])
    assert result.exit_code == 1
    assert f"{table}:3: quad '9'" in result.output


def test_sentences_that_the_words_do_not_find_are_named(table: Path, tmp_path: Path) -> None:
    sentences = tmp_path / "sentences.tsv"
    sentences.write_text(
        "EXPROPRIATE\tBolivia nationalized the Spanish embassy's land.\nEXPROPRIATE\tBolivia condemned Spain.\n",
        encoding="utf-8",
    )
    result = RUN.invoke(app, ["ontology", "check", str(table), "--examples", str(sentences)])
    assert result.exit_code == 1
    assert f"{sentences}:2: no EXPROPRIATE" in result.output
    assert "ACCUSE at 'condemned'" in result.output
    assert f"{sentences}:1" not in result.output


def test_a_type_of_ones_own_is_read_with_its_sides_and_without_codes(table: Path) -> None:
    settings = msgspec.structs.replace(Settings(), event_types=str(table))
    (event,) = reader(settings).read(Document(id="1", text="Bolivia will expropriate Spain.")).document.events
    assert (event.type, event.quad, event.cameo, event.goldstein) == ("EXPROPRIATE", 4, None, None)
    assert (event.source[0].code, event.target[0].code, event.status) == ("BOL", "ESP", "planned")


def test_a_table_that_is_not_there_or_faulty_is_refused(tmp_path: Path, table: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.tsv"):
        reader(msgspec.structs.replace(Settings(), event_types=str(tmp_path / "nowhere.tsv")))
    table.write_text(OWN + "ASSAULT\t4\tverb\tobject\thit\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="PLOVER"):
        reader(msgspec.structs.replace(Settings(), event_types=str(table)))
