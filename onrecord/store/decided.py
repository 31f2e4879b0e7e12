"""Decisions in a store: put in, taken out, and applied to what the machine read."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.decisions import Decision, Unapplied, active, apply
from onrecord.decisions.subjects import LAYERS
from onrecord.errors import StoreError
from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.readings import Reading, put_reading
from onrecord.store.schema_decisions import decisions


class DecidedArticle(msgspec.Struct, frozen=True):
    """An article with the machine's latest reading of it, and everything decided about it, in order."""

    text: str
    read: Record
    made: Reading
    decisions: tuple[Decision, ...]

    def corrected(self) -> tuple[Record, tuple[Unapplied, ...]]:
        """The reading with the decisions that hold, and those that no longer find what they are about."""
        return apply(self.read, self.decisions, len(self.text))


def put_decisions(connection: Connection, made: Iterable[Decision], recorded: str) -> list[Decision]:
    """Keeps decisions and applies them to their articles from ``recorded`` on; gives those that are new.

    A decision on an article that is not in this store is kept, and applied once :func:`reapply` is called for it.

    Raises:
        StoreError: an undo takes back what is not there.
    """
    new = []
    for decision in sorted(made, key=Decision.order):
        if connection.execute(select(decisions.c.id).where(decisions.c.id == decision.id)).first() is None:
            connection.execute(decisions.insert(), _row(connection, decision))
            new.append(decision)
    for article in sorted({about for decision in new if (about := _article(connection, decision))}):
        reapply(connection, article, recorded)
    return new


def decisions_on(connection: Connection, article: str | None = None, kind: str | None = None) -> list[Decision]:
    """All decisions, or those on an article or kind, undos and undone ones included, in the order they were made in."""
    query = select(decisions.c.decision).order_by(decisions.c.recorded, decisions.c.id)
    if article is not None:
        query = query.where(decisions.c.article == article)
    if kind is not None:
        query = query.where(decisions.c.kind == kind)
    return list(connection.execute(query).scalars())


def decided_article(connection: Connection, article: str) -> DecidedArticle | None:
    """The article as it was last read and what was decided about it; null if it is not in the store."""
    columns = schema.readings.c
    query = (
        select(
            columns.record, columns.pipeline, columns.settings, columns.cause, columns.recorded, schema.articles.c.text
        )
        .join(schema.articles, schema.articles.c.id == columns.article)
        .where(columns.article == article, columns.cause != "decision")
        .order_by(columns.number.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    made = Reading(row.cause, row.pipeline, row.settings, row.recorded)
    return DecidedArticle(row.text, row.record, made, tuple(decisions_on(connection, article)))


def reapply(connection: Connection, article: str, recorded: str) -> Sequence[Unapplied]:
    """Makes the record of an article its latest reading with the decisions that hold, from ``recorded`` on.

    Call it after every reread. Nothing is written where the record says that already. What could not be applied is
    given back, and stays: :func:`decided_article` finds it again.
    """
    found = decided_article(connection, article)
    if found is None:
        return ()
    corrected, unapplied = found.corrected()
    columns = schema.readings.c
    held = select(columns.record).where(columns.article == article, columns.until.is_(None))
    if connection.execute(held).scalar() != corrected:
        last = connection.execute(select(func.max(columns.recorded)).where(columns.article == article)).scalar() or ""
        made = msgspec.structs.replace(found.made, cause="decision", recorded=max(recorded, last))
        put_reading(connection, found.text, corrected, made)
    return unapplied


def unapplied(connection: Connection, made: Iterable[Decision]) -> str | None:
    """Why one of the decisions, which were put in, cannot be applied to its article as it stands; null if all can."""
    mine = {decision.id: decision for decision in made}
    for article in sorted({decision.subject.article for decision in mine.values() if decision.subject}):
        found = decided_article(connection, article)
        for one in found.corrected()[1] if found else ():
            if one.decision.id in mine:
                return one.why
    return None


def decided_articles(connection: Connection) -> list[str]:
    """The articles of this store on whose values something holds that was decided."""
    columns = decisions.c
    query = select(columns.article).where(columns.article.in_(select(schema.articles.c.id))).distinct()
    found = connection.execute(query.order_by(columns.article)).scalars()
    return [article for article in found if article and active(decisions_on(connection, article))]


def _row(connection: Connection, decision: Decision) -> dict[str, object]:
    undone = _undone(connection, decision)
    subject = undone.subject if undone else decision.subject
    return {
        "id": decision.id, "action": decision.action, "kind": subject.kind if subject else None,
        "article": subject.article if subject else None, "author": decision.author, "recorded": decision.time,
        "reason": decision.reason, "decision": decision,
    }  # fmt: skip


def _undone(connection: Connection, decision: Decision) -> Decision | None:
    """What an undo takes back in the end, through undos of undos."""
    while decision.action == "undo":
        query = select(decisions.c.decision).where(decisions.c.id == decision.undoes)
        found: Decision | None = connection.execute(query).scalar()
        if found is None:
            raise StoreError(f"there is no decision {decision.undoes!r} to undo; onrecord decisions RECORD lists them")
        decision = found
    return decision


def _article(connection: Connection, decision: Decision) -> str | None:
    """The article whose values a decision changes; none for one on facts, entities or stories."""
    subject = decision.subject
    if decision.action == "undo" and (undone := _undone(connection, decision)):
        subject = undone.subject
    return subject.article if subject and subject.kind in LAYERS else None
