"""What version 4 of the schema has in the place of what was there before: indexes, and certainties of events."""

from sqlalchemy import Connection, select

from onrecord.store.schema import events, statements

_INDEXES = (
    "events_type", "events_days", "statements_days", "statements_code", "statements_name", "actors_code", "actors_name",
    "places_name", "times_value", "dyads_codes", "events_countries", "events_point",
)  # fmt: skip


def drop_replaced(connection: Connection) -> None:
    """Drops the indexes in whose place there are others."""
    for name in _INDEXES:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")


def fill_certainties(connection: Connection) -> None:
    """Gives events the certainty of their statements, where they have none yet."""
    of_event = (
        select(statements.c.certainty)
        .where(statements.c.article == events.c.article, statements.c.reading == events.c.reading)
        .where(statements.c.id == events.c.statement)
        .order_by(statements.c.position)
        .limit(1)
        .scalar_subquery()
    )
    lacking = events.c.statement.is_not(None), events.c.certainty.is_(None)
    connection.execute(events.update().where(*lacking).values(certainty=of_event))
