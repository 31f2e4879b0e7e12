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

from onrecord.query.questions import EventQuestion, Question, StatementQuestion

_CODE = re.compile(r"(?:[A-Z]{3}|---)(?:[A-Z]{3})*")
_ANY = frozenset({"since", "until", "as_of", "min_confidence", "sort", "limit"})
# Question → its index, the fields it answers, and those it answers if they ask for codes.
_INDEXES: Mapping[type[Question], tuple[str, frozenset[str], frozenset[str]]] = {
    EventQuestion: (
        "events_asked",
        _ANY | {"type", "mode", "status", "quad", "terms", "country", "context"},
        frozenset({"actor", "source", "target"}),
    ),
    StatementQuestion: (
        "statements_asked",
        _ANY | {"terms", "kind", "certainty", "act", "country"},
        frozenset({"actor"}),
    ),
}


def index_of(question: Question) -> str | None:
    """The index that answers the question alone; null if none does."""
    if type(question) not in _INDEXES:
        return None
    index, fields, codes = _INDEXES[type(question)]
    default = type(question)()
    for name in msgspec.structs.asdict(question):
        value = getattr(question, name)
        if value == getattr(default, name) or name in fields:
            continue
        parts = value.split(">") if name == "dyad" else [value] if name in codes else ["a name"]
        if not all(is_code(part.strip()) for part in parts):
            return None
    return index


def is_code(value: str) -> bool:
    """Whether it asks for codes (RUSGOV, RUS*, all) and not for part of a name."""
    return value.endswith("*") or not value or _CODE.fullmatch(value) is not None


def is_all(question: Question) -> bool:
    """Whether it asks for all there is, in whatever order."""
    return msgspec.structs.replace(question, sort=None, limit=None) == type(question)()


def covers(table: Table, index: str | None, column: Any) -> bool:
    """Whether an index of a table holds a column, so that the rows need not be looked at."""
    return any(each.name == index and column.name in each.columns for each in table.indexes)


def by_index(query: Select[Any], table: Table, index: str | None) -> Select[Any]:
    """The query as SQLite is to answer it; PostgreSQL counts its rows itself and chooses."""
    return query.with_hint(table, f"INDEXED BY {index}", "sqlite") if index else query
