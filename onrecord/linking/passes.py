"""All second passes over a store, in the order in which they build upon one another."""

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.linking.entities import link_entities
from onrecord.linking.facts import link_facts
from onrecord.linking.stories import link_stories
from onrecord.store import Store, schema
from onrecord.store.connection import roomy, transaction
from onrecord.store.schema_arrivals import arrivals, link_state, unlinked

_UNKNOWN = 2**31 - 1  # more than any store has: articles were taken out, and facts and entities do not know it yet


class Linked(msgspec.Struct, frozen=True):
    """What a run of the passes did: articles that were new or changed, and rows changed by each pass."""

    articles: int
    rows: dict[str, int]


def link(store: Store, at: str, *, again: bool = False) -> Linked:
    """Brings copies, stories, entities and facts up to date, in one transaction; ``at`` is an ISO date-time.

    Only new and changed articles are looked at; with ``again`` the facts and entities of all are, and the answer is
    the same. Copies and stories are decided as articles arrive, and stay.

    Raises:
        StoreError: the store cannot be written; then nothing is changed.
    """
    with transaction(store.engine, write=True) as connection, roomy(connection):
        number = connection.execute(select(func.count()).select_from(schema.articles)).scalar_one()
        is_shrunk = again or _has_shrunk(connection, number)
        rows, copies = link_stories(connection, at, is_shrunk=is_shrunk)
        waiting = schema.articles.c.id if again else unlinked.c.article
        new = {*connection.execute(select(waiting)).scalars(), *copies}
        counts = {"stories": rows}
        counts["entities"] = link_entities(connection, new, at, is_shrunk=is_shrunk)
        counts["facts"] = link_facts(connection, new, at, is_shrunk=is_shrunk)
        connection.execute(unlinked.delete())
        _keep_number(connection, number)
    return Linked(len(new), counts)


def arrived(store: Store, at: str) -> int:
    """Decides copies, versions and stories of what has arrived since, and gives how many articles those were.

    Facts and entities are left to :func:`link`.

    Raises:
        StoreError: the store cannot be written; then nothing is changed.
    """
    with transaction(store.engine, write=True) as connection, roomy(connection):
        number = connection.execute(select(func.count()).select_from(schema.articles)).scalar_one()
        is_shrunk = _has_shrunk(connection, number)
        before = connection.execute(select(func.count()).select_from(arrivals)).scalar_one()
        _, copies = link_stories(connection, at, is_shrunk=is_shrunk)
        waiting = set(connection.execute(select(unlinked.c.article)).scalars())
        rows = [{"article": article} for article in sorted(copies - waiting)]
        if rows:
            connection.execute(unlinked.insert(), rows)
        _keep_number(connection, _UNKNOWN if is_shrunk else number)
        after: int = connection.execute(select(func.count()).select_from(arrivals)).scalar_one()
    return after - before


def _keep_number(connection: Connection, number: int) -> None:
    connection.execute(link_state.delete())
    connection.execute(link_state.insert().values(name="articles", value=number))


def _has_shrunk(connection: Connection, number: int) -> bool:
    """Whether articles that the passes had taken in are gone; ``number`` is how many there are."""
    before = connection.execute(select(link_state.c.value)).scalar() or 0
    waiting = select(func.count()).select_from(unlinked)
    waiting = waiting.join(arrivals, arrivals.c.article == unlinked.c.article, isouter=True)
    new: int = connection.execute(waiting.where(arrivals.c.article.is_(None))).scalar_one()
    return number - new < before
