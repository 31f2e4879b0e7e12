"""Putting a record that was read anew in the place of an older one; people's decisions are applied to it again."""

import msgspec

from onrecord.model.record import Record
from onrecord.store.connection import transaction
from onrecord.store.database import Store
from onrecord.store.decided import reapply
from onrecord.store.readings import Reading, put_reading


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """The version and settings (JSON) that read, and when (ISO date-time)."""

    pipeline: str
    settings: str
    recorded: str


def replace(store: Store, identity: str, record: Record, made: Machine) -> bool:
    """Makes ``record`` what is said of the article; whether it differs from what was read before.

    Raises:
        StoreError: there is no such article, or the store cannot be written.
    """
    before, article = store.machine(identity).record, store.article(identity)
    with transaction(store.engine, write=True) as connection:
        reading = Reading("reread", made.pipeline, made.settings, made.recorded)
        put_reading(connection, article.text, record, reading)
        reapply(connection, identity, made.recorded)
    return before != record
