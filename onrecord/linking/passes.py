"""All second passes over a store, in the order in which they build upon one another."""

import msgspec
from sqlalchemy import select

from onrecord.linking.entities import link_entities
from onrecord.linking.facts import link_facts
from onrecord.linking.reading import changed, note
from onrecord.linking.stories import link_stories, origins
from onrecord.store import Store, schema
from onrecord.store.connection import transaction
from onrecord.store.readings import held


class Linked(msgspec.Struct, frozen=True):
    """What a run of the passes did: articles that were new or changed, and rows changed by each pass."""

    articles: int
    rows: dict[str, int]


def link(store: Store, at: str, *, again: bool = False, with_stories: bool = True) -> Linked:
    """Brings copies, stories, entities and facts up to date, in one transaction; ``at`` is an ISO date-time.

    For entities and facts only new and changed articles are looked at; with ``again`` all are, and the answer is the
    same. Copies and stories are made out of all articles; without ``with_stories`` they are left as they are.

    Raises:
        StoreError: the store cannot be written; then nothing is changed.
    """
    with transaction(store.engine, write=True) as connection:
        rows = {"stories": link_stories(connection, at) if with_stories else 0}
        behind = origins(connection)
        columns = schema.readings.c
        now = connection.execute(select(columns.article, columns.number).where(held(schema.readings)))
        readings = {row.article: row.number for row in now}
        new = sorted(readings) if again else changed(connection, behind)
        rows["entities"] = link_entities(connection, new, behind, at)
        rows["facts"] = link_facts(connection, new, behind, at)
        note(connection, new, readings, behind)
    return Linked(len(new), rows)
