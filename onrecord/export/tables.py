"""CSV, JSON lines of answers, and Parquet: any kind of answer as a table."""

import csv
import io
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from onrecord.export.cells import flat, guarded
from onrecord.export.chosen import Chosen
from onrecord.query import frames
from onrecord.store.days import days

_TOGETHER = 10_000  # rows of one part of a Parquet file
_UNDATED = "0"  # a number as the others are: what reads Parquet tells a column's type by the names of folders


def write_csv(chosen: Chosen, out: BinaryIO) -> int:
    """CSV (RFC 4180), UTF-8: a line of names, then one line a row; lists and spans as JSON."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(chosen.kind.row.__struct_fields__)
    count = 0
    for row in chosen.rows():
        writer.writerow([guarded(flat(value)) for value in msgspec.to_builtins(row).values()])
        count += 1
    text.detach()
    return count


def write_rows(chosen: Chosen, out: BinaryIO) -> int:
    """One row a line, as JSON, escaped beyond ASCII."""
    count = 0
    for row in chosen.rows():
        out.write(json.dumps(msgspec.to_builtins(row), separators=(",", ":")).encode() + b"\n")
        count += 1
    return count


def write_parquet(chosen: Chosen, folder: Path) -> int:
    """Parquet in folders ``year=…/month=…`` of when it was (of articles: of publication); 0 where that is not known."""
    import pyarrow as arrow  # late: it takes a third of a second to load
    from pyarrow import parquet

    schema = frames.schema(chosen.kind.row)
    writers: dict[Path, Any] = {}
    count = 0
    try:
        for part in _parts(chosen.rows()):
            for path, rows in _by_month(part, folder).items():
                if path not in writers:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    writers[path] = parquet.ParquetWriter(path, schema, compression="zstd")
                writers[path].write_table(arrow.Table.from_pylist(rows, schema=schema))
            count += len(part)
        if not writers:
            parquet.write_table(schema.empty_table(), folder / "part-0.parquet")
    finally:
        for writer in writers.values():
            writer.close()
    return count


def _parts(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while part := list(islice(rows, _TOGETHER)):
        yield part


def _by_month(rows: list[Any], folder: Path) -> dict[Path, list[dict[str, Any]]]:
    found: dict[Path, list[dict[str, Any]]] = {}
    for row in rows:
        year, month = _month(row)
        path = folder / f"year={year}" / f"month={month}" / "part-0.parquet"
        found.setdefault(path, []).append(frames.record(row))
    return found


def _month(row: Any) -> tuple[str, str]:
    """Year and month of a row, each only if it was within one."""
    of_value = "first_day" in row.__struct_fields__
    first, last = (row.first_day, row.last_day) if of_value else days(row.published) or (None, None)
    if first is None or last is None or first[:4] != last[:4]:
        return _UNDATED, _UNDATED
    return first[:4], first[5:7] if first[:7] == last[:7] else _UNDATED
