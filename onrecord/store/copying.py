"""Copies of a store, made while it is in use: a backup, a restored one, or a move to the other kind of database."""

from itertools import islice

from sqlalchemy import func, select, text

from onrecord.errors import StoreError
from onrecord.store.connection import transaction
from onrecord.store.database import Store
from onrecord.store.schema import articles, metadata, store_version
from onrecord.store.search import rebuild

_AT_ONCE = 500


def copy(source: Store, target: Store) -> int:
    """Copies everything of ``source`` into ``target``, which must be empty; gives how many articles.

    One look at the source: what is written to it meanwhile is not in the copy. All of it is copied, or nothing.

    Raises:
        StoreError: the target holds articles, or one of the two cannot be read or written.
    """
    if len(target):
        raise StoreError("a copy goes into a store that is empty; name another")
    with transaction(source.engine) as reading, transaction(target.engine, write=True) as writing:
        for table in metadata.sorted_tables:
            if table is store_version:
                continue
            writing.execute(table.delete())
            rows = reading.execute(select(table)).mappings()
            while part := [dict(row) for row in islice(rows, _AT_ONCE)]:
                writing.execute(table.insert(), part)
            if writing.dialect.name == "postgresql" and (counted := table.autoincrement_column) is not None:
                # The rows came with their numbers: the next one that is made here must be after them.
                where = f"pg_get_serial_sequence('{table.name}', '{counted.name}')"
                last = (
                    f"SELECT setval({where}, (SELECT max({counted.name}) FROM {table.name})) WHERE {where} IS NOT NULL"
                )
                writing.execute(text(last))
        rebuild(writing)
        return int(writing.execute(select(func.count()).select_from(articles)).scalar_one())
