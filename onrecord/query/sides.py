"""Who stands on the sides of an event, as conditions on the codes that are kept with it."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from onrecord.store.columns import storable
from onrecord.store.readings import LATEST
from onrecord.store.schema import events

_SIDES = {"source": (events.c.sources,), "target": (events.c.targets,), None: (events.c.sources, events.c.targets)}


class _Position(FunctionElement[int]):
    """Where the second text first stands in the first, from 1; 0 where it does not. LIKE takes twice as long."""

    name = "position_of"
    type = Integer()
    inherit_cache = True


@compiles(_Position)
def _instr(element: Any, compiler: Any, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(_Position, "postgresql")
def _strpos(element: Any, compiler: Any, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


def is_coded(side: str | None, code: str, *, is_start: bool = True) -> ColumnElement[bool]:
    """Whether a code on the side (null: on either) begins so, or is just that."""
    if "|" in code:  # which no code holds; what is always false would take the index out of the query
        return events.c.sources.is_(None)
    told = f"|{storable(code)}" if is_start else f"|{storable(code)}|"
    return or_(*(_Position(column, told) > 0 for column in _SIDES[side]))


def is_of_country(code: str) -> ColumnElement[bool]:
    """Whether an event was in a country, or one of its actors is of it."""
    there = events.c.country == storable(code)
    return or_(there, is_coded(None, code)) if len(code) == 3 else there


def begins(column: Any, beginning: str) -> ColumnElement[bool]:
    """Whether a column of codes begins so, as a range, which an index finds."""
    first = storable(beginning)
    return and_(column >= first, column < first + LATEST)
