"""Conditions in the form in which the database is quickest: as a list to look up by, or as a test of each row."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Engine, Select, Table, exists, func, literal, or_, select, tuple_

from onrecord.store.connection import transaction
from onrecord.store.schema import articles, events
from onrecord.store.search import holding

Condition = ColumnElement[bool]

# With more rows than these it is quicker to test each event than to look all of them up.
_FEW = 20_000


class Among(msgspec.Struct, frozen=True):
    """That an event is among those of the rows of a table that fit, or else fits by itself.

    Placed in a query once it is known how many rows do.
    """

    table: Table
    wanted: tuple[Condition, ...]
    otherwise: Condition | None = None
    counted: Condition | None = None  # the same by a column of events, which is quicker where all must be looked at


class Holding(msgspec.Struct, frozen=True):
    """That the article, by the column that names it, holds these words."""

    article: Any
    words: str


Asked = Condition | Among | Holding


def placed(wanted: Sequence[Asked], engine: Engine, *, is_count: bool = False) -> list[Condition]:
    """The same as conditions, each in the form in which the database is quickest, for pages or for counts.

    Raises:
        StoreError: the store cannot be read.
    """
    return [_placed(each, engine, is_count) for each in wanted]


def _placed(asked: Asked, engine: Engine, is_count: bool) -> Condition:
    if isinstance(asked, Holding):
        return _held_by(asked, engine)
    return _among(asked, engine, is_count) if isinstance(asked, Among) else asked


def _held_by(asked: Holding, engine: Engine) -> Condition:
    """Looked up by the list of articles where that is short; else each is held against it: a page needs few."""
    holds = holding(asked.words, engine.dialect.name)
    is_short = _is_few(select(literal(1)).select_from(articles).where(holds), _FEW // 10, engine)
    # The sum is not in any index: it keeps the database from looking all of a long list up.
    found: Condition = (asked.article if is_short else asked.article + "").in_(select(articles.c.id).where(holds))
    return found


def _is_few(query: Select[Any], most: int, engine: Engine) -> bool:
    with transaction(engine) as connection:
        some = query.limit(most + 1).subquery()
        return connection.execute(select(func.count()).select_from(some)).scalar_one() <= most


def _among(among: Among, engine: Engine, is_count: bool) -> Condition:
    """As a list to look events up by where it is short; else as a test of each event, of which a page needs few."""
    if is_count and among.counted is not None:
        return among.counted
    row = among.table.c
    fitting = select(literal(1)).select_from(among.table).where(*among.wanted)
    key = events.c.article, events.c.reading, events.c.position
    if is_count or _is_few(fitting, _FEW, engine):
        listed: Any = select(row.article, row.reading, row.event).where(*among.wanted)
        if among.otherwise is not None:
            listed = listed.union(select(*key).where(among.otherwise))
        found: Condition = tuple_(*key).in_(listed)
        return found
    here = row.article == key[0], row.reading == key[1], row.event == key[2]
    there = exists().where(*here, *among.wanted)
    return there if among.otherwise is None else or_(among.otherwise, there)
