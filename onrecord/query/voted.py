"""What one person voted, so that a page can show it."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select

from onrecord.decisions import Subject, find
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema import readings
from onrecord.store.schema_decisions import votes
from onrecord.store.schema_facts import fact_reports

_CAST = {1: "up", -1: "down"}


def ask_votes(store: Store, person: str, articles: Sequence[str] = (), facts: Sequence[str] = ()) -> dict[str, str]:
    """``up`` or ``down`` by id, of those articles and facts that ``person`` voted on.

    Raises:
        StoreError: the store cannot be read.
    """
    mine = votes.c.person == person
    found: dict[str, str] = {}
    with transaction(store.engine) as connection:
        if articles:
            query = select(votes.c.article, votes.c.vote).where(mine, votes.c.kind == "article")
            for article, vote in connection.execute(query.where(votes.c.article.in_(articles))):
                found[article] = _CAST[vote]
        if facts:
            report = fact_reports.c
            told = select(report.article, report.event_id, report.fact)
            told = told.where(report.fact.in_(facts), held(fact_reports))
            fact_of = {(row.article, row.event_id): row.fact for row in connection.execute(told)}
            named = select(votes.c.subject, votes.c.vote).where(mine, votes.c.kind == "fact")
            named = named.where(votes.c.article.in_({article for article, _ in fact_of}))
            for subject, vote in connection.execute(named.order_by(votes.c.recorded)).all():
                if fact := fact_of.get((subject.article, _event(connection, subject))):
                    found[fact] = _CAST[vote]
    return found


def _event(connection: Connection, subject: Subject) -> str:
    """The id that the event has now by which a fact is named; empty if there is none any more."""
    query = select(readings.c.record).where(readings.c.article == subject.article, held(readings))
    record = connection.execute(query).scalar()
    event = find(record, msgspec.structs.replace(subject, kind="event"), of_type=True) if record else None
    return event.id if event else ""
