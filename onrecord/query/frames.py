"""Answers as tables of pyarrow, pandas or polars, each only where it is installed."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import msgspec

from onrecord.errors import ExtraError
from onrecord.model.span import Span
from onrecord.query.answers import Side

_LONE = re.compile("[\ud800-\udfff]")


def arrow(row: type[Any], rows: Iterable[Any]) -> Any:
    """A ``pyarrow.Table``: spans as lists of numbers, sides as records, all columns there even where no row is."""
    return _library("pyarrow").Table.from_pylist([record(each) for each in rows], schema=schema(row))


def schema(row: type[Any]) -> Any:
    """The ``pyarrow.Schema`` of a kind of row."""
    library = _library("pyarrow")
    return library.schema([(name, _type(library, kind)) for name, kind in _kinds(row).items()])


def record(row: Any) -> dict[str, Any]:
    """A row as plain values that are all UTF-8."""
    values: dict[str, Any] = encodable(msgspec.to_builtins(row))
    return values


def encodable(value: Any) -> Any:
    """Plain values with U+FFFD for each lone surrogate: what is no UTF-8, other programs refuse."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [encodable(each) for each in value]
    if isinstance(value, dict):
        return {encodable(name): encodable(each) for name, each in value.items()}
    return value


def pandas(row: type[Any], rows: Iterable[Any]) -> Any:
    """A ``pandas.DataFrame`` with a column for every field."""
    return _library("pandas").DataFrame([msgspec.to_builtins(each) for each in rows], columns=list(_kinds(row)))


def polars(row: type[Any], rows: Iterable[Any]) -> Any:
    """A ``polars.DataFrame`` with a column for every field."""
    return _library("polars").from_arrow(arrow(row, rows))


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ExtraError(f"{name} is not installed; pip install {name}") from error


def _kinds(row: type[Any]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(row)}


def _type(library: Any, kind: Any) -> Any:
    simple = {str: library.string(), int: library.int64(), float: library.float64()}
    if kind is Span:
        return library.list_(library.int64())
    if kind is Side:
        return library.struct([(name, _type(library, of)) for name, of in _kinds(Side).items()])
    found = msgspec.inspect.type_info(kind)
    if isinstance(found, msgspec.inspect.UnionType):
        return _type(library, next(part for part in kind.__args__ if part is not type(None)))
    if isinstance(found, msgspec.inspect.VarTupleType):
        return library.list_(_type(library, kind.__args__[0]))
    return simple[kind]
