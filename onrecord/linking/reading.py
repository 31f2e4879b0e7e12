"""What the second passes read: records as they stand, those that are new to the passes, and people's decisions."""

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, select

from onrecord.decisions import Decision, Subject, active
from onrecord.linking.rows import parts
from onrecord.model.record import Record
from onrecord.store import schema
from onrecord.store.decided import decisions_on
from onrecord.store.readings import held
from onrecord.store.schema_arrivals import arrivals

Pair = tuple[str, str]


class Read(msgspec.Struct, frozen=True):
    """An article as it stands: its text, the record, the number of the reading, and who is behind it."""

    text: str
    record: Record
    reading: int
    origin: str


def read(connection: Connection, articles: Iterable[str]) -> Iterator[Read]:
    """The articles as they stand. Behind a copy is who is behind its original."""
    wanted = sorted(set(articles))
    if not wanted:
        return
    columns, original = schema.readings.c, schema.articles.alias()
    query = (
        select(columns.record, columns.number, schema.articles.c.text)
        .add_columns(schema.articles.c.original_outlet, schema.articles.c.outlet)
        .add_columns(original.c.original_outlet.label("first_original"), original.c.outlet.label("first_outlet"))
        .join(schema.articles, schema.articles.c.id == columns.article)
        .join(arrivals, arrivals.c.article == columns.article, isouter=True)
        .join(original, original.c.id == arrivals.c.original, isouter=True)
        .order_by(columns.article)
    )
    for part in parts(wanted, 200):
        for row in connection.execute(query.where(columns.article.in_(part), held(schema.readings))):
            origin = row.first_original or row.first_outlet or row.original_outlet or row.outlet or ""
            yield Read(row.text, row.record, row.number, origin)


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
