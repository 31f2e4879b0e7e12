"""Rows that hold from one time to another: what is new begins, what is gone ends, what stays is not touched."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Connection, Table, select, update

from onrecord.store.readings import held

Row = dict[str, Any]
_AT_ONCE = 400  # values in one condition
T = TypeVar("T")


def renew(connection: Connection, table: Table, old: Iterable[Row], new: Iterable[Row], at: str) -> int:
    """Makes ``new`` what ``table`` says in the place of ``old``, its rows as stored; gives how many rows changed."""
    kept: dict[bytes, list[int]] = defaultdict(list)
    for row in old:
        kept[_content(row)].append(row["number"])
    begun = []
    for row in new:
        same = kept.get(_content(row))
        if same:
            same.pop()
        else:
            begun.append({**row, "recorded": at, "until": None})
    ended = [number for numbers in kept.values() for number in numbers]
    for part in parts(ended):
        connection.execute(update(table).where(table.c.number.in_(part)).values(until=at))
    for rows in parts(begun, 2000):
        connection.execute(table.insert(), rows)
    return len(ended) + len(begun)


def held_rows(connection: Connection, table: Table, column: Column[Any], values: Iterable[Any]) -> list[Row]:
    """The rows that hold now and have one of ``values`` in ``column``."""
    found: list[Row] = []
    for part in parts(sorted(set(values))):
        query = select(table).where(column.in_(part), held(table))
        found += [dict(row) for row in connection.execute(query).mappings()]
    return found


def parts(values: Iterable[T], size: int = _AT_ONCE) -> Iterator[Sequence[T]]:
    """``values`` in lists of at most ``size``."""
    iterator = iter(values)
    while part := list(islice(iterator, size)):
        yield part


def _content(row: Row) -> bytes:
    kept = {name: value for name, value in row.items() if name not in ("number", "recorded", "until")}
    return msgspec.json.encode(kept, order="sorted")
