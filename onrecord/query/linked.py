"""Questions about what several articles have in common: facts and entities, with their reports and reasons."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, RowMapping, and_, exists, func, literal, select, tuple_

from onrecord.query.conditions import _any_of as any_of
from onrecord.query.conditions import _day as day
from onrecord.query.conditions import _holds as holds
from onrecord.query.conditions import _named as named
from onrecord.query.conditions import end_of
from onrecord.query.placing import Condition
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema import articles, events, participants
from onrecord.store.schema_facts import entities, entity_mentions, fact_reports, facts

_AT_ONCE = 200
_FEW = 20_000
Reasons = tuple[tuple[str, float], ...]


class FactQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts.

    ``actor`` stands on a side of one of its events, as in :class:`EventQuestion`; ``since`` and ``until`` are held
    against when it happened. ``min_outlets`` counts independent ones. ``as_of`` is a day whose record is asked.
    """

    id: str | None = None
    actor: str | None = None
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    country: str | None = None
    article: str | None = None
    min_outlets: int = 0
    is_denied: bool = False
    is_disputed: bool = False
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    limit: int | None = None
    offset: int = 0


class FactReport(msgspec.Struct, frozen=True, kw_only=True):
    """One event of one article that is the fact: who says so on what terms, the words, and why it was linked."""

    article: str
    event: str
    outlet: str | None
    published: str | None
    title: str | None
    role: str
    status: str | None
    by: str | None
    terms: str | None
    evidence: str | None
    source: str
    target: str
    score: float | None
    reasons: Reasons


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    """One fact. ``source``, ``target`` and ``evidence`` are those of the first report.

    ``history``: from when on reports gave it which status; ``disputes``: what they do not agree on, as
    ``{"kind", "of", "versions": [[version, [event key, …]], …]}``.
    """

    id: str
    type: str
    source: str
    target: str
    status: str
    first_day: str | None
    last_day: str | None
    place: str | None
    country: str | None
    reports: int
    outlets: int
    denials: int
    contradictions: int
    published: str | None
    evidence: str | None
    history: tuple[dict[str, Any], ...]
    disputes: tuple[dict[str, Any], ...]
    told: tuple[FactReport, ...]


class EntityQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which entities. ``name`` is part of one; ``min_articles`` counts those it is in."""

    id: str | None = None
    name: str | None = None
    kind: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None
    article: str | None = None
    min_articles: int = 0
    as_of: str | None = None
    limit: int | None = None
    offset: int = 0


class EntityMention(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of one article that is the entity, and why."""

    article: str
    actor: str
    name: str
    code: str | None
    outlet: str | None
    published: str | None
    title: str | None
    score: float | None
    reasons: Reasons


class EntityRow(msgspec.Struct, frozen=True, kw_only=True):
    """One entity with its mentions, by publication."""

    id: str
    name: str | None
    kind: str
    country: str | None
    codes: tuple[str, ...]
    wikidata: str | None
    articles: int
    mentions: tuple[EntityMention, ...]


def ask_facts(store: Store, question: FactQuestion) -> Iterator[FactRow]:
    """The facts that fit, by day, then id; undated ones first.

    Raises:
        InputError: a date of the question is none.
        StoreError: the store cannot be read.
    """
    query = (
        select(facts)
        .where(*fitting(store, question))
        .order_by(facts.c.first_day.nulls_first(), facts.c.id)
        .limit(question.limit)
        .offset(question.offset or None)
    )
    with transaction(store.engine) as connection:
        for rows in connection.execute(query).mappings().partitions(_AT_ONCE):
            yield from _facts(connection, rows, question.as_of)


def ask_entities(store: Store, question: EntityQuestion, most: int | None = None) -> Iterator[EntityRow]:
    """The entities that fit, those in most articles first, with all mentions of each or the first ``most``.

    Raises:
        InputError: the day of the question is none.
        StoreError: the store cannot be read.
    """
    question = _at_the_end(question)
    query = (
        select(entities)
        .where(held(entities, question.as_of), *_of_entity(question))
        .order_by(entities.c.articles.desc(), entities.c.name, entities.c.id)
        .limit(question.limit)
        .offset(question.offset or None)
    )
    with transaction(store.engine) as connection:
        for rows in connection.execute(query).mappings().partitions(_AT_ONCE):
            yield from _entities(connection, rows, question.as_of, most)


_Asked = TypeVar("_Asked", FactQuestion, EntityQuestion)


def _at_the_end(question: _Asked) -> _Asked:
    """With the last day of a month or year that is asked for."""
    return msgspec.structs.replace(question, as_of=end_of(question.as_of)) if question.as_of else question


def fitting(store: Store, question: FactQuestion) -> list[Condition]:
    """The conditions on the table of facts.

    Raises:
        InputError: a date of the question is none.
    """
    question = _at_the_end(question)
    is_few = question.actor is not None and _is_few(store, question.actor)
    return [held(facts, question.as_of), *_of_fact(question, is_few)]


def _of_fact(question: FactQuestion, is_few: bool) -> list[Condition]:
    columns = facts.c
    return [
        *([columns.id == question.id] if question.id else []),
        *any_of(columns.type, [name.upper() for name in question.type]),
        *any_of(columns.status, question.status),
        *([columns.country == question.country.upper()] if question.country else []),
        *([columns.outlets >= question.min_outlets] if question.min_outlets else []),
        *([columns.denials > 0] if question.is_denied else []),
        *([columns.contradictions > 0] if question.is_disputed else []),
        *([columns.last_day >= day(question.since, 0)] if question.since else []),
        *([columns.first_day <= day(question.until, 1)] if question.until else []),
        *_with_report(question, is_few),
    ]


def _is_few(store: Store, actor: str) -> bool:
    """Whether the events of an actor are so few that they are looked up, and not each fact held against them."""
    row = participants.c
    fitting = select(literal(1)).select_from(participants).where(*named(row.code, (row.name, row.words), actor))
    with transaction(store.engine) as connection:
        some = fitting.limit(_FEW + 1).subquery()
        return connection.execute(select(func.count()).select_from(some)).scalar_one() <= _FEW


def _with_report(question: FactQuestion, is_few: bool) -> list[Condition]:
    """The conditions on the events that are the fact."""
    report = fact_reports.c
    mine = [report.fact == facts.c.id, held(fact_reports, question.as_of)]
    found: list[Condition] = []
    if question.article:
        theirs = report.article == question.article, held(fact_reports, question.as_of)
        found.append(facts.c.id.in_(select(report.fact).where(*theirs)))
    row, event_ = participants.c, events.c
    names = named(row.code, (row.name, row.words), question.actor)
    if names and is_few:
        taken = select(row.article, row.reading, row.event).where(*names)
        key = tuple_(event_.article, event_.reading, event_.position)
        acts = select(event_.article, event_.id).where(key.in_(taken), held(events, question.as_of))
        told = tuple_(report.article, report.event_id).in_(acts)
        found.append(facts.c.id.in_(select(report.fact).where(told, held(fact_reports, question.as_of))))
    elif names:
        event = [events.c.article == report.article, events.c.id == report.event_id, held(events, question.as_of)]
        side = [row.article == events.c.article, row.reading == events.c.reading, row.event == events.c.position]
        found.append(exists().where(*mine, *event, *side, *names))
    return found


def _of_entity(question: EntityQuestion) -> list[Condition]:
    columns, mention = entities.c, entity_mentions.c
    theirs = mention.article == question.article, held(entity_mentions, question.as_of)
    return [
        *([columns.id == question.id] if question.id else []),
        *holds(columns.name, question.name),
        *any_of(columns.kind, question.kind),
        *([columns.country == question.country.upper()] if question.country else []),
        *([columns.wikidata == question.wikidata] if question.wikidata else []),
        *([columns.articles >= question.min_articles] if question.min_articles else []),
        *([columns.id.in_(select(mention.entity).where(*theirs))] if question.article else []),
    ]


def _facts(connection: Connection, rows: Sequence[RowMapping], as_of: str | None) -> Iterator[FactRow]:
    report = fact_reports.c
    query = (
        select(
            report.fact, report.article, report.event_id, report.role, report.score, report.reasons,
            articles.c.outlet, articles.c.published, articles.c.title, events.c.status, events.c.by, events.c.terms,
            events.c.evidence, events.c.reading, events.c.position,
        )
        .join(articles, articles.c.id == report.article)
        .join(
            events,
            and_(events.c.article == report.article, events.c.id == report.event_id, held(events, as_of)),
            isouter=True,
        )
        .where(report.fact.in_([row["id"] for row in rows]), held(fact_reports, as_of))
        .order_by(report.fact, articles.c.published.nulls_last(), report.article, report.event)
    )  # fmt: skip
    found = connection.execute(query).mappings().all()
    sides = _sides(connection, found)
    told = {
        fact: tuple(_report(row, sides) for row in group) for fact, group in groupby(found, key=lambda r: r["fact"])
    }
    for row in rows:
        reports = told.get(row["id"], ())
        first = reports[0] if reports else None
        kept = {name: row[name] for name in FactRow.__struct_fields__ if name in row}
        yield FactRow(
            **kept,
            source=first.source if first else "",
            target=first.target if first else "",
            evidence=first.evidence if first else None,
            history=tuple(row["telling"]["history"]),
            disputes=tuple(row["telling"]["contradictions"]),
            told=reports,
        )


def _sides(connection: Connection, rows: Sequence[RowMapping]) -> dict[tuple[str, int, str], str]:
    places = {(r["article"], r["reading"], r["position"]) for r in rows if r["reading"] is not None}
    found = sorted({article for article, _, _ in places})
    column = participants.c
    shown: dict[tuple[str, int, str], list[str]] = {}
    for at in range(0, len(found), _AT_ONCE):
        # By article alone, which the databases find quickly; the other events of these articles are left out here.
        query = select(participants).where(column.article.in_(found[at : at + _AT_ONCE])).order_by(column.number)
        for row in connection.execute(query):
            if (row.article, row.reading, row.event) in places:
                name = row.name or row.words
                words = f"{name} [{row.code}]" if row.code else name
                shown.setdefault((row.article, row.event, row.side), []).append(words)
    return {key: "; ".join(words) for key, words in shown.items()}


def _report(row: RowMapping, sides: dict[tuple[str, int, str], str]) -> FactReport:
    names = ("article", "outlet", "published", "title", "role", "status", "by", "terms", "evidence", "score", "reasons")
    source, target = (sides.get((row["article"], row["position"], side), "") for side in ("source", "target"))
    return FactReport(**{name: row[name] for name in names}, event=row["event_id"], source=source, target=target)


def _entities(
    connection: Connection, rows: Sequence[RowMapping], as_of: str | None, most: int | None
) -> Iterator[EntityRow]:
    mention = entity_mentions.c
    query = (
        select(
            mention.entity, mention.article, mention.actor, mention.profile, mention.score, mention.reasons,
            articles.c.outlet, articles.c.published, articles.c.title,
        )
        .join(articles, articles.c.id == mention.article)
        .where(held(entity_mentions, as_of))
        .order_by(mention.entity, articles.c.published.nulls_last(), mention.article, mention.actor)
    )  # fmt: skip
    ids = [row["id"] for row in rows]
    if most is None:
        asked = [query.where(mention.entity.in_(ids))]
    else:
        asked = [query.where(mention.entity == identity).limit(most) for identity in ids if most]
    found = [row for each in asked for row in connection.execute(each).mappings()]
    mentions = {entity: tuple(map(_mention, group)) for entity, group in groupby(found, key=lambda row: row["entity"])}
    for row in rows:
        kept = {name: row[name] for name in EntityRow.__struct_fields__ if name in row}
        yield EntityRow(**kept, mentions=mentions.get(row["id"], ()))


def _mention(row: RowMapping) -> EntityMention:
    names = ("article", "actor", "outlet", "published", "title", "score", "reasons")
    profile = row["profile"]
    return EntityMention(**{name: row[name] for name in names}, name=profile["name"], code=profile.get("code"))
