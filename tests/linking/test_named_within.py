"""Across articles, whoever is only named within the names of others is nobody who can be met again."""

from pathlib import Path

import msgspec
from sqlalchemy import select

from onrecord.linking.passes import link
from onrecord.model.record import WITHIN
from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.schema_facts import entities
from tests.linking.telling import put, report


def test_a_town_within_names_is_no_entity(tmp_path: Path) -> None:
    source, page, record = report("r1", [("Norway", "accused", "Chile", None)])
    town, other = record.actors
    record = msgspec.structs.replace(record, actors=(msgspec.structs.replace(town, rule=WITHIN), other))
    store = open_store(tmp_path / "record.db", create=True)
    put(store, (source, page, record))
    link(store, "2024-06-01")
    with transaction(store.engine) as connection:
        assert [row.name for row in connection.execute(select(entities.c.name))] == ["Chile"]
    store.close()
