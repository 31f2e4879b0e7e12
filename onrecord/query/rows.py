"""Rows of the answers: the columns that they are selected by, and what is made of them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from onrecord.model.span import Span
from onrecord.query.answers import ArticleRow, EventRow, Side, StatementRow
from onrecord.query.cursors import Place
from onrecord.query.kinds import Kind
from onrecord.store.schema import articles, events, participants

_AT_ONCE = 500  # rows taken from the database together
_OF_ARTICLE = ("title", "outlet", "published", "url")
# What is not simply a column of the same name.
_MADE = frozenset({"source", "target", "evidence_span", "span", *_OF_ARTICLE})
_COLUMNS_OF_ARTICLE = {"article": "id"}


def selected(kind: Kind, value: Any, article: Any, position: Any) -> Select[Any]:
    """Everything that the rows of a kind hold, and their place in an order."""
    place = value.label("_value"), article.label("_article"), position.label("_position")
    if kind.table is articles:
        columns = [articles.c[_COLUMNS_OF_ARTICLE.get(name, name)].label(name) for name in _fields(kind.row)]
        return select(*columns, *place)
    columns = [kind.table.c[kind.names.get(name, name)].label(name) for name in _fields(kind.row)]
    extra = [kind.table.c[name].label(f"_{name}") for name in ("reading", "start", "end") if name in kind.table.c]
    of_article = [articles.c[name] for name in _OF_ARTICLE]
    joined = kind.table.join(articles, articles.c.id == kind.table.c.article)
    return select(*columns, *place, *extra, *of_article).select_from(joined)


def rows_of(connection: Connection, kind: Kind, query: Select[Any]) -> Iterator[tuple[Any, Place]]:
    """The rows that :func:`selected` asks for, each with its place."""
    for rows in connection.execute(query).mappings().partitions(_AT_ONCE):
        sides = _sides(connection, rows) if kind.table is events else {}
        for row in rows:
            yield kind.row(**_values(row, kind.row, sides)), _place(row)


def _fields(row: type[Any]) -> list[str]:
    if row is ArticleRow:
        return list(row.__struct_fields__)
    return [name for name in row.__struct_fields__ if (row is StatementRow and name == "source") or name not in _MADE]


def _place(row: RowMapping) -> Place:
    return row["_value"], row["_article"], row["_position"]


_Sides = dict[tuple[Any, ...], tuple[Side, ...]]


def _values(row: RowMapping, kind: type[Any], sides: _Sides) -> dict[str, Any]:
    values: dict[str, Any] = {name: value for name, value in row.items() if name in kind.__struct_fields__}
    if kind is EventRow:
        place = row["_article"], row["_reading"], row["_position"]
        values["source"], values["target"] = (sides.get((*place, side), ()) for side in ("source", "target"))
        values["evidence_span"] = Span(row["_start"], row["_end"])
    elif "_start" in row:
        values["span"] = Span(row["_start"], row["_end"])
    return values


def _sides(connection: Connection, rows: Any) -> _Sides:
    row = participants.c
    mine = {(each["_article"], each["_reading"], each["_position"]) for each in rows}
    # By article alone, which the databases find quickly; the other events of these articles are left out here.
    query = select(participants).where(row.article.in_({article for article, _, _ in mine}))
    query = query.order_by(row.article, row.reading, row.event, row.side, row.number)
    found = connection.execute(query).mappings().all()
    return {
        keys: tuple(map(_side, group))
        for keys, group in groupby(found, key=lambda each: (*_event_of(each), each["side"]))
        if keys[:3] in mine
    }


def _event_of(row: RowMapping) -> tuple[str, int, int]:
    return row["article"], row["reading"], row["event"]


def _side(row: RowMapping) -> Side:
    return Side(name=row["name"], code=row["code"], words=row["words"], span=Span(row["start"], row["end"]))
