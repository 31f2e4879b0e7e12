"""Rows out: as a table for people, as JSON lines or CSV for programs."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated, Any, get_args

import msgspec
import typer
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import console, harmless
from onrecord.query import Side


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help="how the rows come")]


def one_of(kind: object, help_: str) -> Any:
    """A repeatable option whose values are those of the literal type ``kind``."""
    known = get_args(kind)

    def check(values: list[str] | None) -> tuple[str, ...]:
        if unknown := [value for value in values or () if value not in known]:
            raise typer.BadParameter(f"{unknown[0]!r}: one of {', '.join(known)}")
        return tuple(values or ())

    return typer.Option(metavar="|".join(known), help=f"{help_}; repeatable".removeprefix("; "), callback=check)


# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(rows: Iterable[msgspec.Struct], kind: type[msgspec.Struct], columns: Sequence[str], form: Format) -> None:
    """Writes rows of ``kind`` to standard output; the table has only ``columns``."""
    if form is Format.JSONL:
        for row in rows:
            # Escaped beyond ASCII, as everywhere, so that a lone surrogate in an article does no harm.
            sys.stdout.write(json.dumps(msgspec.to_builtins(row), separators=(",", ":")) + "\n")
    elif form is Format.CSV:
        _csv(rows, kind)
    else:
        _table(rows, columns)


def _csv(rows: Iterable[msgspec.Struct], kind: type[msgspec.Struct]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(kind.__struct_fields__)
    for row in rows:
        out.writerow([_guarded(_flat(value)) for value in msgspec.structs.astuple(row)])


def _flat(value: Any) -> Any:
    """Sides as their names and codes, texts as a list, counts by name; spans as JSON."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items())
    if isinstance(value, tuple):
        if value and all(isinstance(part, str) for part in value):
            return " ".join(value)
        is_sides = all(isinstance(part, Side) for part in value)
        return "; ".join(side.shown for side in value) if is_sides else json.dumps(msgspec.to_builtins(value))
    return value


def _guarded(value: Any) -> Any:
    """A text that a spreadsheet would run is marked as text."""
    if not isinstance(value, str):
        return value
    return harmless(f"'{value}" if value.startswith(_FORMULA) else value)


def _table(rows: Iterable[msgspec.Struct], columns: Sequence[str]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(getattr(row, column))) for column in columns))
    console(wide=True).print(table)
    sys.stderr.write(f"{table.row_count} found\n")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = f"{value:.2f}" if isinstance(value, float) else str(_flat(value))
    return harmless(" ".join(text.split()))
