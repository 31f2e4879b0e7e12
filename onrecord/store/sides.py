"""The codes on each side of an event, kept with it since version 4: filled in where an earlier version stored it."""

from itertools import groupby

from sqlalchemy import Connection, and_, func, select

from onrecord.store.rows import coded
from onrecord.store.schema import events, participants

_KEY = ("article", "reading", "event")


def fill_sides(connection: Connection) -> None:
    """Fills ``events.sources`` and ``targets`` from the participants."""
    for side, column in (("source", events.c.sources), ("target", events.c.targets)):
        _fill_single(connection, side, column.name)
        _fill_several(connection, side, column.name)


def _fill_single(connection: Connection, side: str, column: str) -> None:
    """Those with one code, which nearly all are, without a look at each here."""
    row = participants.c
    mine = row.article == events.c.article, row.reading == events.c.reading, row.event == events.c.position
    known = select(func.min(row.code)).where(*mine, row.side == side).correlate(events).scalar_subquery()
    values = {column: func.coalesce("|" + known + "|", "")}
    connection.execute(events.update().where(events.c[column] == "").values(values))


def _fill_several(connection: Connection, side: str, column: str) -> None:
    row = participants.c
    keys = [row[name] for name in _KEY]
    several = (
        select(*keys)
        .where(row.side == side)
        .group_by(*keys)
        .having(func.min(row.code) != func.max(row.code))
        .subquery()
    )
    same = and_(*(key == several.c[name] for name, key in zip(_KEY, keys, strict=True)))
    query = select(*keys, row.code).join(several, same).where(row.side == side).order_by(*keys)
    for (article, reading, event), found in groupby(connection.execute(query).all(), key=lambda each: tuple(each[:3])):
        there = events.c.article == article, events.c.reading == reading, events.c.position == event
        values = {column: coded(each.code for each in found)}
        connection.execute(events.update().where(*there).values(values))
