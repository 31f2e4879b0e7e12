"""Questions about statements and events, and their SQL."""

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from onrecord.query.answers import EventRow, StatementRow
from onrecord.store import Store
from onrecord.store.schema import articles, participants
from onrecord.store.schema import events as event_table
from onrecord.store.schema import statements as statement_table


class StatementQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements. Every field left out asks for all.

    ``actor`` is part of a name in any case, or a code with ``*`` (``RUS*``); ``since`` and ``until`` are ISO dates,
    both included, held against when it was said, else published.
    """

    actor: str | None = None
    country: str | None = None
    terms: str | None = None
    kind: str | None = None
    act: str | None = None
    outlet: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    min_confidence: float = 0.0
    limit: int = 100
    offset: int = 0


class EventQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which events. ``actor`` on either side; ``source`` and ``target`` on theirs; ``dyad`` is ``RUS*>CHN*``.

    ``since`` and ``until`` are held against when it happened, else when it was published.
    """

    actor: str | None = None
    source: str | None = None
    target: str | None = None
    dyad: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    terms: str | None = None
    outlet: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    min_confidence: float = 0.0
    limit: int = 100
    offset: int = 0


def statements(store: Store, question: StatementQuestion) -> list[StatementRow]:
    """The statements that fit, the earliest first."""
    table = statement_table.c
    conditions = [
        _equal(table.terms, question.terms),
        _equal(table.kind, question.kind),
        _equal(table.act, question.act),
        _starts(table.code, question.country),
        _named(table.actor_name, table.code, question.actor, table.source),
        _holds(table.content, question.text),
        *_common(question, table.article, table.confidence, table.said),
    ]
    query = (
        select(
            table.article, table.id, table.said, articles.c.outlet, table.code, table.actor_name.label("actor"),
            table.source, table.kind, table.terms, table.reason, table.content, table.addressee, table.confidence,
            articles.c.title,
        )
        .join(articles, articles.c.id == table.article)
        .order_by(table.said.is_(None), table.said, table.article, table.start, table.id)
    )  # fmt: skip
    return _rows(store, query, conditions, question, StatementRow)


def events(store: Store, question: EventQuestion) -> list[EventRow]:
    """The events that fit, the earliest first."""
    table = event_table.c
    date = func.coalesce(table.happened, articles.c.published)
    source, target = question.source, question.target
    if question.dyad:
        source, _, target = question.dyad.partition(">")
    conditions = [
        _equal(table.type, question.type and question.type.upper()),
        _equal(table.status, question.status),
        _equal(table.country, question.country),
        _side(None, question.actor),
        _side("source", source),
        _side("target", target),
        _by_terms(question.terms),
        _holds(table.evidence, question.text),
        *_common(question, table.article, table.confidence, date),
    ]
    query = (
        select(
            table.article, table.id, date.label("date"), articles.c.outlet, _names("source"), table.type, table.mode,
            _names("target"), table.status, table.by, table.place, table.country, table.evidence, table.confidence,
            articles.c.title,
        )
        .join(articles, articles.c.id == table.article)
        .order_by(date.is_(None), date, table.article, table.start, table.id)
    )  # fmt: skip
    return _rows(store, query, conditions, question, EventRow)


Condition = ColumnElement[bool] | None


def _equal(column: Any, value: object) -> Condition:
    return column == value if value is not None else None


def _starts(column: Any, value: str | None) -> Condition:
    return column.startswith(value, autoescape=True) if value else None


def _holds(column: Any, value: str | None) -> Condition:
    return func.lower(column).contains(value.lower(), autoescape=True) if value else None


def _named(name: Any, code: Any, value: str | None, words: Any) -> Condition:
    """A code with a wildcard, or in capitals; otherwise part of a name or of the words it stands in."""
    if not value:
        return None
    if value.endswith("*"):
        return code.startswith(value[:-1], autoescape=True)  # type: ignore[no-any-return]
    part = value.lower()
    return or_(
        code == value,
        func.lower(name).contains(part, autoescape=True),
        func.lower(words).contains(part, autoescape=True),
    )


def _side(side: str | None, value: str | None) -> Condition:
    if not value:
        return None
    row = participants.c
    named = _named(row.name, row.code, value, row.words)
    here = and_(row.article == event_table.c.article, row.event == event_table.c.id)
    wanted = [here, *([row.side == side] if side else []), *([named] if named is not None else [])]
    return exists().where(and_(*wanted))


def _by_terms(value: str | None) -> Condition:
    if value is None:
        return None
    said = statement_table.c
    here = and_(said.article == event_table.c.article, said.id == event_table.c.statement, said.terms == value)
    return exists().where(here)


def _names(side: str) -> Any:
    """Codes of one side, or the words where there is no code."""
    row = participants.c
    shown = func.coalesce(row.code, row.words)
    return (
        select(func.group_concat(shown, "; "))
        .where(and_(row.article == event_table.c.article, row.event == event_table.c.id, row.side == side))
        .scalar_subquery()
        .label(side)
    )


def _common(
    question: StatementQuestion | EventQuestion, article: Any, confidence: Any, date: Any
) -> list[Condition]:  # fmt: skip
    return [
        _holds(articles.c.outlet, question.outlet),
        _equal(article, question.article),
        date >= question.since if question.since else None,
        # "2024-05" includes the whole month: everything that starts with it, or sorts before it.
        or_(date <= question.until, date.startswith(question.until)) if question.until else None,
        confidence >= question.min_confidence if question.min_confidence else None,
    ]


def _rows(
    store: Store,
    query: Select[Any],
    conditions: list[Condition],
    question: StatementQuestion | EventQuestion,
    kind: Any,
) -> list[Any]:
    wanted = [condition for condition in conditions if condition is not None]
    query = query.where(*wanted).limit(question.limit).offset(question.offset)
    with store.engine.connect() as connection:
        found = connection.execute(query).mappings().all()
    return [kind(**{**row, **{side: row[side] or "" for side in ("source", "target") if side in row}}) for row in found]
