"""Steps from each version of the schema to the next; an older store is brought up to date when it is opened."""

from collections.abc import Callable

from sqlalchemy import Connection, Text, alias, column, inspect, select, table
from sqlalchemy.schema import CreateColumn

from onrecord.errors import StoreError
from onrecord.model.record import Record
from onrecord.store.columns import Json
from onrecord.store.linking import unlink_all
from onrecord.store.quads import fill_quads
from onrecord.store.readings import Reading, put_names, put_reading
from onrecord.store.replaced import drop_replaced, fill_certainties
from onrecord.store.schema import VERSION, addresses, articles, metadata, runs, store_version
from onrecord.store.schema_arrivals import copy_keys
from onrecord.store.search import index_article, make_index, note_without_text, part_words
from onrecord.store.sides import fill_sides


def _add_addresses(connection: Connection) -> None:
    addresses.create(connection)


_RUN_OF_EACH = """
UPDATE articles SET run =
    (SELECT min(inputs.run) FROM inputs WHERE inputs.article = articles.id AND inputs.outcome = 'stored')
"""
_RECORDED = "UPDATE articles SET recorded = coalesce((SELECT started FROM runs WHERE runs.id = articles.run), '')"


def _keep_readings(connection: Connection) -> None:
    """Records move from the articles to their readings; the tables of values are made anew out of them."""
    for name in ("participants", "actors", "statements", "events", "places", "times"):
        connection.exec_driver_sql(f"DROP TABLE {name}")
    connection.exec_driver_sql("ALTER TABLE articles ADD COLUMN run INTEGER REFERENCES runs (id)")
    connection.exec_driver_sql("ALTER TABLE articles ADD COLUMN recorded TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql(_RUN_OF_EACH)
    connection.exec_driver_sql(_RECORDED)
    connection.exec_driver_sql("ALTER TABLE articles ADD COLUMN number INTEGER NOT NULL DEFAULT 0")
    connection.exec_driver_sql("UPDATE articles SET number = rowid")
    connection.exec_driver_sql("CREATE UNIQUE INDEX articles_number ON articles (number)")
    connection.exec_driver_sql("CREATE INDEX articles_outlet ON articles (outlet)")
    connection.exec_driver_sql("CREATE INDEX articles_url ON articles (url)")
    metadata.create_all(connection)
    make_index(connection)
    for identity in connection.execute(select(articles.c.id)).scalars().all():
        _keep_reading(connection, identity)
        index_article(connection, identity)
    for name in ("record", "pipeline"):
        connection.exec_driver_sql(f"ALTER TABLE articles DROP COLUMN {name}")


def _keep_reading(connection: Connection, identity: str) -> None:
    old = alias(table("articles", column("id"), column("record", Json(Record)), column("pipeline", Text)), "old")
    query = (
        select(old.c.record, old.c.pipeline, articles.c.text, articles.c.recorded, articles.c.outlet, runs.c.settings)
        .select_from(old.join(articles, articles.c.id == old.c.id).outerjoin(runs, runs.c.id == articles.c.run))
        .where(old.c.id == identity)
    )
    row = connection.execute(query).one()
    made = Reading("read", row.pipeline, row.settings or "{}", row.recorded)
    put_reading(connection, row.text, row.record, made)
    put_names(connection, {row.outlet} if row.outlet else set())


def _add_missing(connection: Connection) -> None:
    """Adds the tables, columns and indexes that this version knows and the store has not.

    A new column has to be nullable or to have a default that the server gives.
    """
    metadata.create_all(connection)
    found = inspect(connection)
    for each in metadata.sorted_tables:
        there = {column["name"] for column in found.get_columns(each.name)}
        for added in each.columns:
            if added.name not in there:
                rule = CreateColumn(added).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {each.name} ADD COLUMN {rule}")
        known = {index["name"] for index in found.get_indexes(each.name)}
        for index in each.indexes:
            if index.name not in known:
                index.create(connection)
    unlink_all(connection)


def _open_version_4(connection: Connection) -> None:
    drop_replaced(connection)
    _add_missing(connection)
    fill_sides(connection)
    fill_quads(connection)
    fill_certainties(connection)
    part_words(connection)
    note_without_text(connection)


def _number_keys(connection: Connection) -> None:
    """Keys of copies name their articles by number: a third of the room, and of the time."""
    if "article_number" in {column["name"] for column in inspect(connection).get_columns("copy_keys")}:
        return  # made by a step before this one
    connection.exec_driver_sql("ALTER TABLE copy_keys RENAME TO old_keys")
    copy_keys.create(connection)
    connection.exec_driver_sql(_KEYS_BY_NUMBER)
    connection.exec_driver_sql("DROP TABLE old_keys")


_KEYS_BY_NUMBER = """
INSERT INTO copy_keys (key, article_number)
    SELECT old_keys.key, articles.number FROM old_keys JOIN articles ON articles.id = old_keys.article
    ORDER BY old_keys.key, articles.number
"""


# Version → what leads from it to the next one.
STEPS: dict[int, Callable[[Connection], None]] = {
    1: _add_addresses,
    2: _keep_readings,
    3: _open_version_4,
    4: _number_keys,
}


def version(connection: Connection) -> int | None:
    """The schema version of the store; null if there are no tables yet.

    Raises:
        StoreError: there are tables, but none of a record store.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if store_version.name not in tables:
        raise StoreError("this is a database, but no record store; name another file")
    found: int | None = connection.execute(select(store_version.c.version)).scalar()
    return found


def is_current(found: int | None) -> bool:
    """Whether a store of this schema version needs nothing done to it."""
    return found == VERSION


def migrate(connection: Connection) -> None:
    """Makes the tables, or brings them to this version.

    Raises:
        StoreError: the store was made by a later version.
    """
    at = version(connection)
    if at is None:
        metadata.create_all(connection)
        make_index(connection)
        connection.execute(store_version.insert().values(version=VERSION))
        return
    if at > VERSION:
        raise StoreError(f"the store has schema {at}; this program knows {VERSION}: install a later onrecord")
    for number in range(at, VERSION):
        STEPS[number](connection)
        connection.execute(store_version.update().values(version=number + 1))
