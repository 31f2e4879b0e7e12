"""Conditions in the form in which the database is quickest: as a list to look up by, or as a test of each row."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Engine, Select, Table, exists, func, literal, or_, select, tuple_

from onrecord.store.connection import transaction
from onrecord.store.schema import articles, events, statements
from onrecord.store.search import holding

Condition = ColumnElement[bool]

# With more rows than these it is quicker to test each event than to look all of them up.
_FEW = 20_000
_LISTED = 2_000


class Among(msgspec.Struct, frozen=True):
    """That an event is among those of the rows of a table that fit.

    Placed in a query once it is known how many rows do. ``by_event``: the same by what is kept with the event, for when
    there are many; it leaves out what ``besides`` asks of the table.
    """

    table: Table
    wanted: tuple[Condition, ...]
    by_event: Condition | None = None
    besides: tuple[Condition, ...] = ()

    def is_short(self, engine: Engine) -> bool:
        """Whether the list is so short that it is quicker to look its events up than to look through an index."""
        return _is_few(_rows(self.table, self.wanted), _LISTED, engine)


class Named(msgspec.Struct, frozen=True):
    """That somebody who is so called says a statement."""

    wanted: Condition


class Holding(msgspec.Struct, frozen=True):
    """That the article, by the column that names it, holds these words."""

    article: Any
    words: str


Asked = Condition | Among | Named | Holding


def placed(wanted: Sequence[Asked], engine: Engine, *, is_count: bool = False) -> list[Condition]:
    """The same as conditions, each in the form in which the database is quickest, for pages or for counts.

    Raises:
        StoreError: the store cannot be read.
    """
    return [_placed(each, engine, is_count) for each in wanted]


def is_listed(wanted: Sequence[Asked], engine: Engine) -> bool:
    """Whether the answers are sooner looked up by a short list than by an index of all that is asked.

    Raises:
        StoreError: the store cannot be read.
    """
    return any(isinstance(each, Among) and each.is_short(engine) for each in wanted)


def is_wide(wanted: Sequence[Asked], engine: Engine) -> bool:
    """Whether names are so many that it is quicker to hold each statement against them than to look theirs up.

    Raises:
        StoreError: the store cannot be read.
    """
    return any(
        isinstance(each, Named) and not _is_few(_rows(statements, (each.wanted,)), _LISTED, engine) for each in wanted
    )


def _placed(asked: Asked, engine: Engine, is_count: bool) -> Condition:
    if isinstance(asked, Holding):
        return _held_by(asked, engine)
    if isinstance(asked, Named):
        return asked.wanted
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
    row = among.table.c
    key = events.c.article, events.c.reading, events.c.position
    here = row.article == key[0], row.reading == key[1], row.event == key[2]
    if among.by_event is not None and not among.is_short(engine):
        if not among.besides or _is_few(_rows(among.table, among.besides), 0, engine):
            return among.by_event
        return or_(among.by_event, exists().where(*here, *among.besides))
    if is_count or among.by_event is not None or _is_few(_rows(among.table, among.wanted), _FEW, engine):
        return tuple_(*key).in_(select(row.article, row.reading, row.event).where(*among.wanted))
    return exists().where(*here, *among.wanted)


def _rows(table: Table, wanted: Sequence[Condition]) -> Select[Any]:
    return select(literal(1)).select_from(table).where(*wanted)
