"""What was exported as our own records and imported is the same store, its history and decisions included."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from onrecord.decisions import decide, subject_of
from onrecord.store import open_store, schema
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.readings import VALUES
from onrecord.store.rereading import Machine, replace
from onrecord.store.schema_decisions import decisions
from tests.cli.conftest import Command
from tests.store.filling import article, fill

TABLES = (schema.articles, schema.readings, schema.participants, schema.names, decisions, *VALUES)


def rows(place: str) -> dict[str, list[str]]:
    with open_store(place) as store, transaction(store.engine) as connection:
        kept = {table.name: [each for each in table.c if each.name not in ("run", "number")] for table in TABLES}
        return {name: sorted(map(repr, connection.execute(select(*each)))) for name, each in kept.items()}


def corrected(place: str) -> None:
    """Three articles: one was read again and corrected, a correction of another was taken back."""
    fill(place, 3)
    record = article(1)[2]
    rejected = decide("reject", "Ana", "2024-05-02T10:00", subject=subject_of(record.id, record.events[0]))
    other = decide("accept", "Ana", "2024-05-02T11:00", subject=subject_of("article-2", article(2)[2].events[3]))
    undone = decide("undo", "Ana", "2024-05-02T12:00", undoes=other.id)
    with open_store(place) as store:
        with transaction(store.engine, write=True) as connection:
            put_decisions(connection, [rejected], rejected.time)
            put_decisions(connection, [other], other.time)
            put_decisions(connection, [undone], undone.time)
        new = msgspec.structs.replace(record, statements=record.statements[:5], events=record.events[:5])
        replace(store, record.id, new, Machine(pipeline="2", settings="{}", recorded="2024-06-01"))


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def test_what_is_imported_is_the_same_store(kind: str, new_place: object, command: Command, tmp_path: Path) -> None:
    place, again = new_place(kind), new_place(kind)  # type: ignore[operator]
    corrected(place)
    kept = tmp_path / "kept.jsonl"
    assert command("export", place, "--as", "records", "--what", "articles", "--out", kept).code == 0
    for _ in range(2):  # twice is once
        assert command("import", kept, "--into", again).code == 0
        assert rows(again) == rows(place)
    assert command("store", "check", again).code == 0
    once_more = tmp_path / "again.jsonl"
    assert command("export", again, "--as", "records", "--what", "articles", "--out", once_more).code == 0
    assert once_more.read_bytes() == kept.read_bytes()


def test_a_profile_lets_no_history_out(command: Command, tmp_path: Path) -> None:
    place, profile, kept = str(tmp_path / "a.db"), tmp_path / "p.toml", tmp_path / "kept.jsonl"
    corrected(place)
    profile.write_text('without = ["names"]')
    shared = ("export", place, "--as", "records", "--what", "articles", "--out", kept, "--profile", profile)
    assert command(*shared).code == 0
    assert "governor" not in kept.read_text()
    assert '"readings":[]' in kept.read_text()
