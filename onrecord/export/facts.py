"""Facts as CSV, JSON lines or Parquet: one row a fact, its reports within it."""

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.export.cells import flat, guarded
from onrecord.query import FactRow

# Name → the end of the file's name and the type of its content.
FORMS = {
    "csv": ("csv", "text/csv"),
    "jsonl": ("jsonl", "application/x-ndjson"),
    "parquet": ("parquet", "application/vnd.apache.parquet"),
}


def write_facts(form: str, rows: Iterable[FactRow], path: Path) -> None:
    """Writes facts to a file; what is a list in one is JSON within a cell, but in JSON lines itself.

    Raises:
        InputError: there is no such format of facts, or a question that they answer is none.
    """
    if form not in FORMS:
        raise InputError(f"{form!r}: facts are taken away as {', '.join(FORMS)}")
    plain = (msgspec.to_builtins(row) for row in rows)
    if form == "parquet":
        _parquet(plain, path)
        return
    with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
        if form == "csv":
            writer = csv.writer(out, lineterminator="\r\n")
            writer.writerows(chain([FactRow.__struct_fields__], _cells(plain)))
        else:
            out.writelines(json.dumps(row, separators=(",", ":")) + "\n" for row in plain)


def _cells(rows: Iterator[dict[str, Any]]) -> Iterator[list[str]]:
    for row in rows:
        yield [guarded(flat(value)) for value in row.values()]


def _parquet(rows: Iterator[dict[str, Any]], path: Path) -> None:
    import pyarrow as arrow  # late: it takes a third of a second to load
    from pyarrow import parquet

    schema = arrow.schema(
        [(each.name, arrow.int64() if each.type is int else arrow.string()) for each in msgspec.structs.fields(FactRow)]
    )
    table = arrow.Table.from_pylist(
        [{name: _cell(value) for name, value in row.items()} for row in rows], schema=schema
    )
    parquet.write_table(table, path, compression="zstd")


def _cell(value: Any) -> str | int | None:
    return value if isinstance(value, int) or value is None else flat(value)
