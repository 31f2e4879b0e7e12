"""How many facts there are: in all, of each kind, over time."""

from typing import Any

from sqlalchemy import Select, func, select

from onrecord.errors import InputError
from onrecord.query import counting
from onrecord.query.linked import FactQuestion, fitting
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.schema_facts import facts

GROUPS = ("type", "status", "country", "place", "outlets", "denials")


def count_facts(store: Store, question: FactQuestion) -> int:
    """How many there are, whatever the question's limit.

    Raises:
        InputError: a date of the question is none.
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        return int(connection.execute(_of(store, question, func.count())).scalar_one())


def facts_by(store: Store, question: FactQuestion, group: str, limit: int | None = None) -> list[counting.Count]:
    """How many there are of each value of a column, the most first.

    Raises:
        InputError: they are not counted by that.
    """
    if group not in GROUPS:
        raise InputError(f"{group!r}: facts are counted by {', '.join(GROUPS)}")
    column = facts.c[group]
    with transaction(store.engine) as connection:
        return counting.by(connection, _of(store, question, column, func.count()).group_by(column), limit)


def facts_over_time(store: Store, question: FactQuestion, unit: counting.Unit = "month") -> list[counting.Count]:
    """How many there are in each unit of time in which there are any, less exact and undated ones last."""
    days = facts.c.first_day, facts.c.last_day
    with transaction(store.engine) as connection:
        found = connection.execute(_of(store, question, *days, func.count()).group_by(*days))
        return counting.over_time(((first, last, count) for first, last, count in found), unit)


def _of(store: Store, question: FactQuestion, *columns: Any) -> Select[Any]:
    return select(*columns).select_from(facts).where(*fitting(store, question))
