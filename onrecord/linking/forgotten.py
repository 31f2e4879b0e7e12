"""What is left over where articles were taken out of the store: it is told anew by the next linking."""

from sqlalchemy import Connection, Table, func, select

from onrecord.linking.rows import Row, held_rows, parts
from onrecord.store.readings import held


def left_over(connection: Connection, shared: Table, members: Table, name: str, count: str) -> list[Row]:
    """The rows of ``members`` whose fact or entity (``name`` in it) is gone, or counts other articles than are there.

    Rows of ``shared`` of which no article is left end here. ``count`` is their column of articles.
    """
    named, column = members.c[name], shared.c
    there = select(named, func.count(members.c.article.distinct()).label("articles")).where(held(members))
    counted = there.group_by(named).subquery()
    now = select(column.id, column[count].label("articles")).where(held(shared)).subquery()
    number = func.coalesce(counted.c.articles, 0)
    wrong = select(now.c.id, number).join(counted, counted.c[name] == now.c.id, isouter=True)
    rows = connection.execute(wrong.where(number != now.c.articles)).all()
    for part in parts([identity for identity, left in rows if not left]):
        connection.execute(shared.delete().where(column.id.in_(part)))
    missing = select(counted.c[name]).join(now, now.c.id == counted.c[name], isouter=True).where(now.c.id.is_(None))
    affected = {identity for identity, left in rows if left} | set(connection.execute(missing).scalars())
    return held_rows(connection, members, named, affected)
