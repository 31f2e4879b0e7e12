"""What a question asks for, as conditions of SQL."""

import re
from collections.abc import Callable, Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, case, func, or_, select, true, tuple_, type_coerce

from onrecord.errors import InputError
from onrecord.query.questions import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    PlaceQuestion,
    Question,
    StatementQuestion,
    TimeQuestion,
)
from onrecord.store.columns import storable
from onrecord.store.days import days
from onrecord.store.readings import LATEST, held
from onrecord.store.schema import actors, articles, dyads, events, participants, places, statements, times
from onrecord.store.search import holding

Condition = ColumnElement[bool]

_POINT = re.compile(r"(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)", re.ASCII)
_KM_A_DEGREE = 111.195  # of the sphere of 6,371 km
_CODE = re.compile(r"(?:[A-Z]{3}|---)(?:[A-Z]{3})*")


def conditions(question: Question, dialect: str) -> list[Condition]:
    """The conditions of a question, the tables of its kind joined to their articles.

    Raises:
        InputError: a date of the question is none, its dyad has no ``>``, or its point is none.
    """
    table, own = _OF[type(question)]
    return [*own(question), *_of_any(table, question, dialect)]


def _of_statement(question: StatementQuestion) -> list[Condition]:
    columns = statements.c
    return [
        *_any_of(columns.terms, question.terms),
        *_any_of(columns.kind, question.kind),
        *_any_of(columns.certainty, question.certainty),
        *_any_of(columns.act, question.act),
        *_starts(columns.code, question.country),
        *_named(columns.code, (columns.actor_name, columns.source), question.actor),
        *_holds(columns.content, question.text),
    ]


def _of_event(question: EventQuestion) -> list[Condition]:
    columns = events.c
    return [
        *_any_of(columns.type, [name.upper() for name in question.type]),
        *_any_of(columns.mode, question.mode),
        *_any_of(columns.status, question.status),
        *_any_of(columns.terms, question.terms),
        *_quads(question.quad),
        *([or_(*(_lists(columns.contexts, each) for each in question.context))] if question.context else []),
        *_in_country(question.country),
        *_holds(columns.place, question.place),
        *_near(columns, question.near),
        *_on_side(None, question.actor),
        *_on_side("source", question.source),
        *_on_side("target", question.target),
        *_dyad(question.dyad),
        *_holds(columns.evidence, question.text),
    ]


def _of_actor(question: ActorQuestion) -> list[Condition]:
    columns = actors.c
    return [
        *_named(columns.code, (columns.name, columns.title), question.name),
        *_is(columns.country, question.country, upper=True),
        *_any_of(columns.kind, question.kind),
        *_is(columns.wikidata, question.wikidata),
    ]


def _of_place(question: PlaceQuestion) -> list[Condition]:
    columns = places.c
    return [
        *_holds(columns.name, question.name),
        *_is(columns.country, question.country, upper=True),
        *_near(columns, question.near),
        *_any_of(columns.use, question.use),
    ]


def _of_time(question: TimeQuestion) -> list[Condition]:
    columns = times.c
    wanted = storable(question.value) if question.value else None
    return [
        *_any_of(columns.type, question.type),
        *([columns.value.startswith(wanted, autoescape=True)] if wanted else []),
    ]


def _of_article(question: ArticleQuestion) -> list[Condition]:
    columns = articles.c
    return [
        *_holds(columns.title, question.title),
        *_is(columns.language, question.language),
        *_holds(columns.original_outlet, question.original_outlet),
    ]


# Question → the table of what it asks for, and its own conditions.
_OF: dict[type[Question], tuple[Table, Callable[[Any], list[Condition]]]] = {
    StatementQuestion: (statements, _of_statement),
    EventQuestion: (events, _of_event),
    ActorQuestion: (actors, _of_actor),
    PlaceQuestion: (places, _of_place),
    TimeQuestion: (times, _of_time),
    ArticleQuestion: (articles, _of_article),
}


def _of_any(table: Table, question: Question, dialect: str) -> list[Condition]:
    key = table.c.id if table is articles else table.c.article
    first, last = (table.c.first_day, table.c.last_day) if "first_day" in table.c else (articles.c.published,) * 2
    until = _day(question.until, 1) if question.until else ""
    return [
        _recorded(table, question.as_of),
        *_holds(articles.c.outlet, question.outlet),
        *([key == storable(question.article)] if question.article else []),
        *([holding(question.words, dialect)] if question.words else []),
        *([last >= _day(question.since, 0)] if question.since else []),
        # A date-time of that day is within it, a month too.
        *([first <= (until if "first_day" in table.c else f"{until}~")] if until else []),
        *([table.c.confidence >= question.min_confidence] if question.min_confidence and table is not articles else []),
    ]


def _recorded(table: Table, as_of: str | None) -> Condition:
    """What the record says now, or said at the end of a day, month or year."""
    day = _day(as_of, 1) if as_of else None
    if table is not articles:
        return held(table, day)
    return articles.c.recorded <= day + LATEST if day else true()


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


def _is(column: Any, value: str | None, *, upper: bool = False) -> list[Condition]:
    return [column == storable(value.upper() if upper else value)] if value else []


def _lists(column: Any, value: str) -> Condition:
    """Whether a list of tokens, kept as JSON, holds one."""
    listed: Condition = type_coerce(column, Text).contains(f'"{storable(value)}"', autoescape=True)
    return listed


def _quads(values: Sequence[str]) -> list[Condition]:
    if unknown := next((value for value in values if value not in ("1", "2", "3", "4")), None):
        raise InputError(f"{unknown!r}: a quad class is 1, 2, 3 or 4")
    return [events.c.quad.in_([int(value) for value in values])] if values else []


def _near(columns: Any, value: str | None) -> list[Condition]:
    """Within a circle on the ground, exact to a hundredth of its radius up to some 500 km, poles left aside."""
    if not value:
        return []
    found = _POINT.fullmatch(value.strip())
    if found is None or not (abs(float(found[1])) <= 90 and abs(float(found[2])) <= 180):
        raise InputError(f"{value!r}: a point and a distance are LAT,LON,KM, such as 50.45,30.52,25")
    lat, lon, distance = map(float, found.groups())
    across = func.abs(columns.lon - lon)
    # The other way round may be shorter.
    degrees = case((across > 180, 360 - across), else_=across) * max(0.01, cos(radians(lat)))
    radius = distance / _KM_A_DEGREE
    away = columns.lat - lat
    return [columns.lat.between(lat - radius, lat + radius), away * away + degrees * degrees <= radius * radius]


def _these(row: Any, *wanted: Condition) -> Condition:
    """Whether an event is among those of rows that fit."""
    mine = tuple_(events.c.article, events.c.reading, events.c.position)
    found: Condition = mine.in_(select(row.article, row.reading, row.event).where(*wanted))
    return found


def _on_side(side: str | None, value: str | None) -> list[Condition]:
    row = participants.c
    named = _stemmed(row.stem, value) or _named(row.code, (row.name, row.words), value)
    if not named:
        return []
    return [_these(row, *([row.side == side] if side else []), *named)]


def _stemmed(stem: Any, value: str | None) -> list[Condition]:
    """``RUS*``, which most ask, by the column that is kept for it."""
    return [stem == value[:3].upper()] if value and len(value) == 4 and value.endswith("*") else []


def _dyad(value: str | None) -> list[Condition]:
    if not value:
        return []
    source, sign, target = (part.strip() for part in value.partition(">"))
    if not sign:
        raise InputError(f"{value!r}: a dyad is SOURCE>TARGET, such as RUS*>CHN*")
    both = [*_coded("source", source), *_coded("target", target)]
    if len(both) == 2:  # by the table of pairs, in which such questions are quick
        return [_these(dyads.c, *both)]
    return [*_on_side("source", source), *_on_side("target", target)]


def _coded(side: str, value: str) -> list[Condition]:
    if value == "*" or not value:
        return []
    if stemmed := _stemmed(dyads.c[f"{side}_stem"], value):
        return stemmed
    return _starts(dyads.c[side], value[:-1]) if value.endswith("*") else []


def _in_country(value: str | None) -> list[Condition]:
    if not value:
        return []
    acting = _these(participants.c, participants.c.stem == storable(value.upper()))
    return [or_(events.c.country == storable(value.upper()), acting)]
