"""Rows out: as a table for people, as JSON lines or CSV for programs."""

import csv
import json
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec
import typer
from rich.console import Console
from rich.table import Table

Format = Literal["table", "jsonl", "csv"]
FormatOption = Annotated[str, typer.Option("--format", metavar="table|jsonl|csv", help="how the rows come")]
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDE = 160


def write(rows: Sequence[msgspec.Struct], columns: Sequence[str], form: str) -> None:
    """Writes ``rows`` to standard output; the table has only ``columns``.

    Raises:
        typer.BadParameter: there is no such format.
    """
    if form == "jsonl":
        for row in rows:
            sys.stdout.write(json.dumps(msgspec.to_builtins(row), ensure_ascii=False) + "\n")
    elif form == "csv":
        _csv(rows)
    elif form == "table":
        _table(rows, columns)
    else:
        raise typer.BadParameter(f"{form!r}: table, jsonl or csv")


def _csv(rows: Sequence[msgspec.Struct]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    for number, row in enumerate(rows):
        if not number:
            out.writerow(row.__struct_fields__)
        out.writerow([_guarded(value) for value in msgspec.structs.astuple(row)])


def _guarded(value: Any) -> Any:
    """A text that a spreadsheet would run is marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _table(rows: Sequence[msgspec.Struct], columns: Sequence[str]) -> None:
    console = Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(getattr(row, column)) for column in columns))
    console.print(table, markup=False)
    sys.stderr.write(f"{len(rows)} rows\n")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = f"{value:.2f}" if isinstance(value, float) else " ".join(str(value).split())
    return text.replace("[", r"\[")
