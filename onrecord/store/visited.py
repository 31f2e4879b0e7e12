"""Addresses that were fetched, and what their servers gave to ask whether they have changed."""

import msgspec
from sqlalchemy import Connection, Engine, exists, or_, select

from onrecord.model.page import Validators
from onrecord.store.connection import transaction
from onrecord.store.schema import addresses, inputs
from onrecord.store.tombstones import is_forgotten


class Visited:
    """What is known of addresses from earlier runs."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._listings: dict[str, Validators] = {}

    def recall(self, url: str) -> Validators | None:
        """What was kept of an address; null if nothing, or if what it sent became no article."""
        columns = addresses.c
        became = exists().where(inputs.c.digest == columns.digest, inputs.c.article.is_not(None))
        query = select(columns.digest, columns.etag, columns.modified, columns.entries)
        query = query.where(columns.url == url, or_(became, columns.entries.is_not(None)))
        with transaction(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None else Validators(row.digest, row.etag, row.modified, row.entries)

    def keep(self, url: str, validators: Validators) -> None:
        """Keeps what a server gave, in the place of what it gave before, and nothing of what was forgotten.

        What a feed gave is kept only with :meth:`settle`.
        """
        if validators.entries is not None:
            self._listings[url] = validators
            return
        with transaction(self._engine, write=True) as connection:
            _put(connection, url, validators)

    def settle(self) -> None:
        """Keeps what was given of feeds, once all their entries are in the store."""
        if self._listings:
            with transaction(self._engine, write=True) as connection:
                for url, validators in self._listings.items():
                    _put(connection, url, validators)
            self._listings = {}


def _put(connection: Connection, url: str, validators: Validators) -> None:
    if is_forgotten(connection, validators.digest, places=(url,)):
        return
    connection.execute(addresses.delete().where(addresses.c.url == url))
    connection.execute(addresses.insert().values(url=url, **msgspec.structs.asdict(validators)))
