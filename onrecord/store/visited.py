"""Addresses that were fetched, and what their servers gave to ask whether they have changed."""

from sqlalchemy import Engine, exists, select

from onrecord.model.page import Validators
from onrecord.store.connection import transaction
from onrecord.store.schema import addresses, inputs
from onrecord.store.tombstones import is_forgotten


class Visited:
    """What is known of addresses from earlier runs."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def recall(self, url: str) -> Validators | None:
        """What was kept of an address; null if nothing, or if what it sent became no article."""
        columns = addresses.c
        became = exists().where(inputs.c.digest == columns.digest, inputs.c.article.is_not(None))
        query = select(columns.digest, columns.etag, columns.modified).where(columns.url == url, became)
        with transaction(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None else Validators(row.digest, row.etag, row.modified)

    def keep(self, url: str, validators: Validators) -> None:
        """Keeps what a server gave, in the place of what it gave before; nothing of what was forgotten."""
        values = {"digest": validators.digest, "etag": validators.etag, "modified": validators.modified}
        with transaction(self._engine, write=True) as connection:
            if is_forgotten(connection, validators.digest, places=(url,)):
                return
            connection.execute(addresses.delete().where(addresses.c.url == url))
            connection.execute(addresses.insert().values(url=url, **values))
