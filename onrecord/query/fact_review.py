"""Facts to be reviewed: reports that are least surely of their fact, and facts that may be one with another."""

from datetime import date, timedelta

import msgspec
from sqlalchemy import select

from onrecord.query.linked import FactQuestion, FactReport, FactRow, ask_facts
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema_facts import fact_reports

_DAYS = 3  # by which reports of one thing may differ, where each tells its day by that of its own printing
_REPORTS = 4  # looked at for each that is given: a fact has several
_LOOKED_AT = 200  # facts of the same type and time, among which likely ones are looked for


class DoubtRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its fact, told of otherwise too; ``report`` is the one that may be of another."""

    fact: FactRow
    report: FactReport


def least_sure(store: Store, limit: int) -> list[DoubtRow]:
    """Reports that were put together with others, the least sure first, one of each fact.

    Raises:
        StoreError: the store cannot be read.
    """
    columns = fact_reports.c
    query = select(columns.fact, columns.article, columns.event_id)
    query = query.where(columns.score.is_not(None), held(fact_reports)).order_by(columns.score, columns.event)
    with transaction(store.engine) as connection:
        found = connection.execute(query.limit(_REPORTS * limit)).all()
    first: dict[str, tuple[str, str]] = {}
    for identity, article, event in found:
        first.setdefault(identity, (article, event))
    rows = []
    for identity, place in first.items():
        for fact in ask_facts(store, FactQuestion(id=identity)):
            mine = [report for report in fact.told if (report.article, report.event) == place]
            rows += [DoubtRow(fact=fact, report=report) for report in mine if len(fact.told) > 1]
    return rows[:limit]


def likely_same(store: Store, fact: FactRow, limit: int = 10) -> list[FactRow]:
    """Other facts of its type, three days before to three after, with a side or place in common; the likeliest first.

    Raises:
        StoreError: the store cannot be read.
    """
    since, until = _moved(fact.first_day, -_DAYS), _moved(fact.last_day, _DAYS)
    asked = FactQuestion(type=(fact.type,), since=since, until=until, limit=_LOOKED_AT)
    others = [(_common(fact, other), other) for other in ask_facts(store, asked) if other.id != fact.id]
    likely = sorted((each for each in others if each[0]), key=lambda each: (-each[0], each[1].id))
    return [other for _, other in likely[:limit]]


def _moved(day: str | None, days: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if day else None
    except (ValueError, OverflowError):  # of a time that no calendar has
        return None


def _common(one: FactRow, other: FactRow) -> int:
    """How many sides, and the place, are the same as far as they are known."""
    pairs = ((one.source, other.source), (one.target, other.target), (one.place or "", other.place or ""))
    return sum(bool(mine) and mine == its for mine, its in pairs)
