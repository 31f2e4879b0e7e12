"""Putting a record that was read anew in the place of an older one; people's decisions are applied to it again."""

import msgspec

from onrecord.errors import ForgottenError
from onrecord.model.masking import as_masked
from onrecord.model.record import Record
from onrecord.store.connection import transaction
from onrecord.store.database import Store, article_in, machine_in
from onrecord.store.decided import reapply
from onrecord.store.readings import Reading, put_reading
from onrecord.store.tombstones import allowed, is_forgotten


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """The version and settings (JSON) that read, and when (ISO date-time)."""

    pipeline: str
    settings: str
    recorded: str


def replace(store: Store, identity: str, record: Record, made: Machine) -> bool:
    """Makes ``record`` what is said of the article; whether it differs from what was read before.

    An actor that was forgotten while it was read is not brought back.

    Raises:
        ForgottenError: the article was forgotten while it was read.
        StoreError: there is no such article, or the store cannot be written.
    """
    with transaction(store.engine, write=True) as connection:
        if is_forgotten(connection, None, identity):
            raise ForgottenError(f"article {identity!r} was forgotten while it was read again")
        before, article = machine_in(connection, identity).record, article_in(connection, identity)
        _, (record,) = allowed(connection, article.page, [as_masked(article.page, record)])
        reading = Reading("reread", made.pipeline, made.settings, made.recorded)
        put_reading(connection, article.text, record, reading)
        reapply(connection, identity, made.recorded)
    return before != record
