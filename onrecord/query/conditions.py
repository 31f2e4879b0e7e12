"""What a question asks for, as conditions of SQL."""

import re
from collections.abc import Callable, Sequence
from math import cos, radians
from typing import Any

import msgspec
from sqlalchemy import Select, Table, Text, and_, case, func, or_, select, true, type_coerce

from onrecord.errors import InputError
from onrecord.query.asked import is_code
from onrecord.query.placing import Among, Asked, Condition, Holding, Named
from onrecord.query.questions import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    PlaceQuestion,
    Question,
    StatementQuestion,
    TimeQuestion,
)
from onrecord.query.sides import begins, is_coded, is_of_country
from onrecord.store.columns import storable
from onrecord.store.days import days
from onrecord.store.readings import LATEST, held
from onrecord.store.schema import actors, articles, dyads, events, names, participants, places, statements, times
from onrecord.store.schema_facts import story_articles
from onrecord.store.search import holding

_POINT = re.compile(r"(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)", re.ASCII)
_KM_A_DEGREE = 111.195  # of the sphere of 6,371 km


def asked(question: Question, dialect: str) -> list[Asked]:
    """What a question asks of the tables of its kind joined to their articles; nothing is looked up yet.

    Raises:
        InputError: a date of the question is none, its dyad has no ``>``, its point is none, or it has no words.
    """
    table, own = _OF[type(question)]
    found = [*own(question), *_of_any(table, question)]
    for each in found:
        if isinstance(each, Holding):
            holding(each.words, dialect)
    return found


def _of_statement(question: StatementQuestion) -> list[Asked]:
    columns = statements.c
    return [
        *_any_of(columns.terms, question.terms),
        *_any_of(columns.kind, question.kind),
        *_any_of(columns.certainty, question.certainty),
        *_any_of(columns.act, question.act),
        *_starts(columns.code, question.country),
        *(Named(each) for each in _named(columns.code, (columns.actor_name, columns.source), question.actor)),
        *_sentence(columns.content, question.text),
    ]


def _of_event(question: EventQuestion) -> list[Asked]:
    columns = events.c
    return [
        *_any_of(columns.type, [name.upper() for name in question.type]),
        *_any_of(columns.mode, question.mode),
        *_any_of(columns.status, question.status),
        *_any_of(columns.terms, question.terms),
        *_any_of(columns.certainty, question.certainty),
        *_quads(question.quad),
        *([or_(*(_lists(columns.contexts, each) for each in question.context))] if question.context else []),
        *([is_of_country(question.country.upper())] if question.country else []),
        *_part_of_name(columns.place, question.place),
        *_near(columns, question.near),
        *_on_side(None, question.actor),
        *_on_side("source", question.source),
        *_on_side("target", question.target),
        *_dyad(question.dyad),
        *_sentence(columns.evidence, question.text),
    ]


def _of_actor(question: ActorQuestion) -> list[Condition]:
    columns = actors.c
    return [
        *_named(columns.code, (columns.name,), question.name),
        *_is(columns.country, question.country, upper=True),
        *_any_of(columns.kind, question.kind),
        *_is(columns.wikidata, question.wikidata),
    ]


def _of_place(question: PlaceQuestion) -> list[Condition]:
    columns = places.c
    return [
        *_part_of_name(columns.name, question.name),
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
        *_titled(question.title),
        *_is(columns.language, question.language),
        *_holds(columns.original_outlet, question.original_outlet),
    ]


# Question → the table of what it asks for, and its own conditions.
_OF: dict[type[Question], tuple[Table, Callable[[Any], Sequence[Asked]]]] = {
    StatementQuestion: (statements, _of_statement),
    EventQuestion: (events, _of_event),
    ActorQuestion: (actors, _of_actor),
    PlaceQuestion: (places, _of_place),
    TimeQuestion: (times, _of_time),
    ArticleQuestion: (articles, _of_article),
}


def _of_any(table: Table, question: Question) -> list[Asked]:
    key = table.c.id if table is articles else table.c.article
    first, last = (table.c.first_day, table.c.last_day) if "first_day" in table.c else (articles.c.published,) * 2
    until = _day(question.until, 1) if question.until else ""
    return [
        _recorded(table, question.as_of),
        *_of_outlet(table, question.outlet),
        *([key == storable(question.article)] if question.article else []),
        *([Holding(key, question.words)] if question.words else []),
        *([key.in_(_of_story(question))] if question.story else []),
        *([_not_before(last, _day(question.since, 0))] if question.since else []),
        # A date-time of that day is within it, a month too.
        *([first <= (until if "first_day" in table.c else f"{until}~")] if until else []),
        *([table.c.confidence >= question.min_confidence] if question.min_confidence and table is not articles else []),
    ]


def _not_before(column: Any, day: str) -> Condition:
    """A publication of which only the month or year is known may have been on any day of it."""
    if column is not articles.c.published:
        return column >= day  # type: ignore[no-any-return]
    return or_(column >= day, column.in_([day[:7], day[:4]]))


def _of_story(question: Question) -> Select[tuple[str]]:
    row = story_articles.c
    end = end_of(question.as_of) if question.as_of else None
    return select(row.article).where(row.story == storable(question.story or ""), held(story_articles, end))


def _recorded(table: Table, as_of: str | None) -> Condition:
    """What the record says now, or said at the end of a day, month or year."""
    day = end_of(as_of) if as_of else None
    if table is not articles:
        return held(table, day)
    return articles.c.recorded <= day + LATEST if day else true()


def end_of(value: str) -> str:
    """The last day of a date, month or year.

    Raises:
        InputError: it is none.
    """
    return _day(value, 1)


def _day(value: str, edge: int) -> str:
    """The first (0) or last (1) day of a date, month or year."""
    found = days(value)
    if found is None:
        raise InputError(f"{value!r}: no ISO date, month or year")
    return found[edge]


def _any_of(column: Any, values: Sequence[str]) -> list[Condition]:
    return [column.in_([storable(value) for value in values])] if values else []


def _starts(column: Any, value: str | None) -> list[Condition]:
    return [begins(column, value.upper())] if value else []


def _holds(column: Any, value: str | None) -> list[Condition]:
    if not value:
        return []
    return [func.lower(type_coerce(column, Text)).contains(storable(value.lower()), autoescape=True)]


def _titled(value: str | None) -> list[Condition]:
    """Part of the headline, looked for in an index of headlines, which is far smaller than the articles."""
    titled = articles.alias()
    holding_it = _holds(titled.c.title, value)
    found = select(titled.c.id).where(*holding_it).with_hint(titled, "INDEXED BY articles_titles", "sqlite")
    return [articles.c.id.in_(found)] if holding_it else []


def _named(code: Any, columns: Sequence[Any], value: str | None) -> list[Condition]:
    """A code, the start of one, or part of a name; what could be a code or a whole name ("WHO") is either."""
    if not value or value == "*":
        return []
    if value.endswith("*"):
        return _starts(code, value[:-1])
    if is_code(value):
        return [or_(code == value, *(column == value for column in columns))]
    return [or_(*(condition for column in columns for condition in _part_of_name(column, value)))]


def _part_of_name(column: Any, value: str | None) -> list[Condition]:
    """By the table of names, which is far shorter than those in which they stand."""
    if not value:
        return []
    like = names.c.folded.contains(storable(value.lower()), autoescape=True)
    return [column.in_(select(names.c.name).where(like))]


def _of_outlet(table: Table, value: str | None) -> list[Condition]:
    if not value:
        return []
    named = _part_of_name(articles.c.outlet, value)
    return named if table is articles else [table.c.article.in_(select(articles.c.id).where(*named))]


def _sentence(column: Any, value: str | None) -> list[Asked]:
    """Part of a sentence, from the beginning of a word; the index of the articles' words says where to look."""
    if not value:
        return []
    words = re.findall(r"[a-z0-9]+", value.lower()) if value.isascii() and "_" not in value else []
    beginnings = " ".join([*words[:-1], f"{words[-1]}*"]) if words else ""
    there = [Holding(column.table.c.article, beginnings)] if beginnings else []
    return [*there, *_holds(column, value)]


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


def _on_side(side: str | None, value: str | None) -> list[Asked]:
    """A code or the start of one, which the event itself tells, or else a name by the table of those who take part."""
    if not value or value == "*":
        return []
    row = participants.c
    on_it = (row.side == side,) if side else ()
    named = Among(participants, (*on_it, *_named(row.code, (row.name, row.words), value)))
    if value.endswith("*"):
        return [msgspec.structs.replace(named, by_event=is_coded(side, value[:-1].upper()))]
    if not is_code(value):
        return [named]
    # Three letters may be a name too ("WHO").
    is_called = (*on_it, or_(row.name == value, row.words == value))
    return [msgspec.structs.replace(named, by_event=is_coded(side, value, is_start=False), besides=is_called)]


def _dyad(value: str | None) -> list[Asked]:
    if not value:
        return []
    source, sign, target = (part.strip() for part in value.partition(">"))
    if not sign:
        raise InputError(f"{value!r}: a dyad is SOURCE>TARGET, such as RUS*>CHN*")
    if not all(_is_start(part) for part in (source, target)):
        return [*_on_side("source", source), *_on_side("target", target)]
    both = [_begins_pair("source", source), _begins_pair("target", target)]
    by_event = and_(is_coded("source", source[:-1].upper()), is_coded("target", target[:-1].upper()))
    return [Among(dyads, tuple(both), by_event=by_event)]


def _is_start(value: str) -> bool:
    return len(value) > 1 and value.endswith("*")


def _begins_pair(side: str, value: str) -> Condition:
    """The start of a code, by the column that is kept for what most ask (RUS*)."""
    start = value[:-1].upper()
    return dyads.c[f"{side}_stem"] == start if len(start) == 3 else begins(dyads.c[side], start)
