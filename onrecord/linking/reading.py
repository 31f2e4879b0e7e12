"""What the second passes read: records as they stand, those that are new to the passes, and people's decisions."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from sqlalchemy import Connection, select

from onrecord.decisions import Decision, Subject, active
from onrecord.linking.rows import parts
from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.decided import decisions_on
from onrecord.store.readings import held
from onrecord.store.schema_facts import linked

Pair = tuple[str, str]


class Read(msgspec.Struct, frozen=True):
    """An article as it stands: its text, the record, the number of the reading, and who is behind it."""

    text: str
    record: Record
    reading: int
    origin: str


def changed(connection: Connection, origins: Mapping[str, str]) -> list[str]:
    """The articles whose reading or origin the passes have not seen yet."""
    columns = schema.readings.c
    now = connection.execute(select(columns.article, columns.number).where(held(schema.readings))).all()
    seen = {row.article: (row.reading, row.origin) for row in connection.execute(select(linked))}
    return sorted(row.article for row in now if seen.get(row.article) != (row.number, origins.get(row.article, "")))


def read(connection: Connection, articles: Iterable[str], origins: Mapping[str, str]) -> Iterator[Read]:
    """The articles as they stand."""
    columns = schema.readings.c
    for part in parts(sorted(set(articles)), 200):
        query = (
            select(columns.record, columns.number, schema.articles.c.text)
            .join(schema.articles, schema.articles.c.id == columns.article)
            .where(columns.article.in_(part), held(schema.readings))
            .order_by(columns.article)
        )
        for row in connection.execute(query):
            yield Read(row.text, row.record, row.number, origins.get(row.record.id, ""))


def note(
    connection: Connection, articles: Iterable[str], readings: Mapping[str, int], origins: Mapping[str, str]
) -> None:
    """Keeps what was seen."""
    for part in parts(sorted(articles)):
        connection.execute(linked.delete().where(linked.c.article.in_(part)))
        rows = [{"article": one, "reading": readings[one], "origin": origins.get(one, "")} for one in part]
        connection.execute(linked.insert(), rows)


class Decided(msgspec.Struct, frozen=True):
    """What people decided on facts or entities: pairs of subjects that are one, pairs that are not."""

    together: tuple[tuple[Subject, Subject], ...]
    apart: tuple[tuple[Subject, Subject], ...]
    subjects: tuple[Subject, ...]  # also of decisions that were undone: what hung on them is looked at anew


def decided(connection: Connection, kind: str) -> Decided:
    """The decisions on ``fact`` or ``entity``; of two on one pair the later counts."""
    made = [decision for decision in decisions_on(connection, kind=kind) if decision.subject]
    undos = decisions_on(connection)
    verdicts: dict[frozenset[Subject], tuple[str, tuple[Subject, Subject]]] = {}
    for decision in active(undos):
        if decision.subject and decision.subject.kind == kind and decision.action in ("merge", "split"):
            for other in decision.others:
                verdicts[frozenset((decision.subject, other))] = decision.action, (decision.subject, other)
    return Decided(
        tuple(pair for action, pair in verdicts.values() if action == "merge"),
        tuple(pair for action, pair in verdicts.values() if action == "split"),
        _subjects(made),
    )


def _subjects(made: Iterable[Decision]) -> tuple[Subject, ...]:
    named = {one for decision in made for one in (decision.subject, *decision.others) if one}
    return tuple(sorted(named, key=lambda one: (one.article, one.spans, one.type or "")))
