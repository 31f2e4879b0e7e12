"""Which questions an index answers alone, whatever they ask together: what nearly all do.

Such an index holds every column that these questions ask for, in the order of days. A look at all of it takes some
tenth of a second for a million events, so that no question takes longer, however rare what it asks for is; looked up
row by row, the same question may take a hundred times that.
"""

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Select, Table

from onrecord.query.questions import ActorQuestion, EventQuestion, Question, StatementQuestion

_CODE = re.compile(r"(?:[A-Z]{3}|---)(?:[A-Z]{3})*")
_ANY = frozenset({"as_of", "sort", "limit"})
# Question → its index, the fields it answers, and those it answers if they ask for codes.
_INDEXES: Mapping[type[Question], tuple[str, frozenset[str], frozenset[str]]] = {
    EventQuestion: (
        "events_asked",
        _ANY
        | {
            "since",
            "until",
            "min_confidence",
            "type",
            "mode",
            "status",
            "quad",
            "terms",
            "certainty",
            "country",
            "context",
        },
        frozenset({"actor", "source", "target", "dyad"}),
    ),
    StatementQuestion: (
        "statements_asked",
        _ANY | {"since", "until", "min_confidence", "terms", "kind", "certainty", "act", "country"},
        frozenset({"actor"}),
    ),
    ActorQuestion: ("actors_asked", _ANY | {"country", "kind"}, frozenset({"name"})),
}


def index_of(question: Question) -> str | None:
    """The index that answers the question alone; null if none does."""
    if type(question) not in _INDEXES:
        return None
    index, fields, codes = _INDEXES[type(question)]
    default = type(question)()
    # A whole code may be a name as well ("WHO"), which of these indexes only that of events needs not hold.
    is_told = is_code if type(question) is EventQuestion else _is_start
    for name in question.__struct_fields__:
        value = getattr(question, name)
        if value == getattr(default, name) or name in fields:
            continue
        if name not in codes or not all(is_told(part.strip()) for part in value.split(">")):
            return None
    return index


def is_code(value: str) -> bool:
    """Whether it asks for codes (RUSGOV, RUS*, all) and not for part of a name."""
    return _is_start(value) or _CODE.fullmatch(value) is not None


def _is_start(value: str) -> bool:
    return value.endswith("*") or not value


def is_all(question: Question) -> bool:
    """Whether it asks for all there is, in whatever order."""
    return msgspec.structs.replace(question, sort=None, limit=None) == type(question)()


def covers(table: Table, index: str | None, column: Any) -> bool:
    """Whether an index of a table holds a column, so that the rows need not be looked at."""
    return any(each.name == index and column.name in each.columns for each in table.indexes)


def by_index(query: Select[Any], table: Table, index: str | None) -> Select[Any]:
    """The query as SQLite is to answer it; PostgreSQL counts its rows itself and chooses."""
    return query.with_hint(table, f"INDEXED BY {index}", "sqlite") if index else query
