"""The class of an event beside each pair of its actors, since version 4: filled in where an earlier one stored it."""

from sqlalchemy import Connection, select

from onrecord.store.schema import dyads, events


def fill_quads(connection: Connection) -> None:
    """Fills ``dyads.quad`` from the events."""
    mine = (
        events.c.article == dyads.c.article,
        events.c.reading == dyads.c.reading,
        events.c.position == dyads.c.event,
    )
    quad = select(events.c.quad).where(*mine).scalar_subquery()
    connection.execute(dyads.update().where(dyads.c.quad.is_(None)).values(quad=quad))
