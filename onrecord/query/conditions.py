"""What a question asks for, as conditions of SQL."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, exists, func, or_, type_coerce

from onrecord.errors import InputError
from onrecord.query.questions import EventQuestion, StatementQuestion
from onrecord.store.columns import storable
from onrecord.store.days import days
from onrecord.store.schema import articles, events, participants, statements

Condition = ColumnElement[bool]

_CODE = re.compile(r"(?:[A-Z]{3}|---)(?:[A-Z]{3})*")


def of_statement(question: StatementQuestion) -> list[Condition]:
    """The conditions of a question about statements.

    Raises:
        InputError: a date of the question is none.
    """
    columns = statements.c
    return [
        *_any_of(columns.terms, question.terms),
        *_any_of(columns.kind, question.kind),
        *_any_of(columns.certainty, question.certainty),
        *_any_of(columns.act, question.act),
        *_starts(columns.code, question.country),
        *_named(columns.code, (columns.actor_name, columns.source), question.actor),
        *_holds(columns.content, question.text),
        *_of_any(columns, question),
    ]


def of_event(question: EventQuestion) -> list[Condition]:
    """The conditions of a question about events.

    Raises:
        InputError: a date of the question is none, or its dyad has no ``>``.
    """
    columns = events.c
    return [
        *_any_of(columns.type, [name.upper() for name in question.type]),
        *_any_of(columns.mode, question.mode),
        *_any_of(columns.status, question.status),
        *_any_of(columns.terms, question.terms),
        *_in_country(question.country),
        *_on_side(None, question.actor),
        *_on_side("source", question.source),
        *_on_side("target", question.target),
        *_dyad(question.dyad),
        *_holds(columns.evidence, question.text),
        *_of_any(columns, question),
    ]


def _of_any(columns: Any, question: StatementQuestion | EventQuestion) -> list[Condition]:
    return [
        *_holds(articles.c.outlet, question.outlet),
        *([columns.article == storable(question.article)] if question.article else []),
        *([columns.last_day >= _day(question.since, 0)] if question.since else []),
        *([columns.first_day <= _day(question.until, 1)] if question.until else []),
        *([columns.confidence >= question.min_confidence] if question.min_confidence else []),
    ]


def _day(value: str, edge: int) -> str:
    """The first (0) or last (1) day of a date, month or year."""
    found = days(value)
    if found is None:
        raise InputError(f"{value!r}: no ISO date, month or year")
    return found[edge]


def _any_of(column: Any, values: Sequence[str]) -> list[Condition]:
    return [column.in_([storable(value) for value in values])] if values else []


def _starts(column: Any, value: str | None) -> list[Condition]:
    return [column.startswith(storable(value.upper()), autoescape=True)] if value else []


def _holds(column: Any, value: str | None) -> list[Condition]:
    if not value:
        return []
    return [func.lower(type_coerce(column, Text)).contains(storable(value.lower()), autoescape=True)]


def _named(code: Any, names: Sequence[Any], value: str | None) -> list[Condition]:
    """A code, the start of one, or part of a name; what could be a code or a whole name ("WHO") is either."""
    if not value or value == "*":
        return []
    if value.endswith("*"):
        return _starts(code, value[:-1])
    if _CODE.fullmatch(value):
        return [or_(code == value, *(name == value for name in names))]
    return [or_(*(condition for name in names for condition in _holds(name, value)))]


def _here() -> Condition:
    row = participants.c
    return and_(row.article == events.c.article, row.reading == events.c.reading, row.event == events.c.position)


def _on_side(side: str | None, value: str | None) -> list[Condition]:
    row = participants.c
    named = _named(row.code, (row.name, row.words), value)
    if not named:
        return []
    return [exists().where(_here(), *([row.side == side] if side else []), *named)]


def _dyad(value: str | None) -> list[Condition]:
    if not value:
        return []
    source, sign, target = value.partition(">")
    if not sign:
        raise InputError(f"{value!r}: a dyad is SOURCE>TARGET, such as RUS*>CHN*")
    return [*_on_side("source", source.strip()), *_on_side("target", target.strip())]


def _in_country(value: str | None) -> list[Condition]:
    if not value:
        return []
    acting = exists().where(_here(), *_starts(participants.c.code, value))
    return [or_(events.c.country == storable(value.upper()), acting)]
