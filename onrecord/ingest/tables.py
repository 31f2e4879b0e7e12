"""CSV, TSV and Parquet: a row is an article, its columns are named."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from onrecord.errors import DamagedError, EmptyError, LineError, TooLargeError
from onrecord.ingest import columns
from onrecord.ingest.bounds import lines, peekable, seekable
from onrecord.ingest.item import Found, Item, Scope, rejected
from onrecord.ingest.rows import articles

_DELIMITERS = ",;\t|"
_AT_ONCE = 16  # rows of Parquet in memory together
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(item: Item, scope: Scope) -> Iterator[Found]:
    """The rows of delimited text whose first line names the columns; rows are counted from 1 below it."""
    csv.field_size_limit(scope.settings.max_bytes)
    text = _texts(item, scope.settings.max_bytes)
    first = next(text, "")
    names = next(csv.reader([first], delimiter=(delimiter := _delimiter(first))), [])
    if not names:
        raise EmptyError("nothing in it; expected a line that names the columns")
    _check(names, scope)
    reader = csv.reader(text, delimiter=delimiter)
    is_empty = True
    for number, cells in enumerate(_cells(reader), 1):
        is_empty = is_empty and not any(cells)
        location = f"{item.location}:{number}"
        if any(cells[len(names) :]):
            yield rejected(location, LineError(f"{len(cells)} cells under {len(names)} columns"))
        elif any(cells):
            yield from articles(location, dict(zip(names, cells, strict=False)), item, scope)
    if is_empty:
        raise EmptyError("names of columns without a row")


def _cells(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise DamagedError(f"{error}: a quotation mark that does not close? the rest is not read") from error
        if cells is None:
            return
        yield cells


def _texts(item: Item, most: int) -> Iterator[str]:
    """Lines in UTF-8, UTF-16 with its mark, or line by line in Windows-1252."""
    stream = peekable(item.stream)
    if stream.peek(2)[:2] in _MARKS:
        wide = io.TextIOWrapper(stream, "utf-16", "replace", newline="")
        try:
            yield from iter(lambda: wide.readline(most), "")
        finally:
            wide.detach()  # else it would close the source with itself
        return
    for line in lines(stream, most):
        if len(line) > most:
            raise TooLargeError(f"a line of more than {most} bytes; raise max_bytes; the rest is not read")
        try:
            yield line.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield line.decode("windows-1252", "replace")


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _check(names: list[str], scope: Scope) -> None:
    """Raises LineError if a column that the user named is not there."""
    for field, column in scope.columns.items():
        if column not in names and column.partition(".")[0] not in names:
            raise LineError(f"no column {column!r} for {field}; there are {', '.join(names[:20])}")


def read_parquet(item: Item, scope: Scope) -> Iterator[Found]:
    """The rows of a Parquet file, some at a time."""
    from pyarrow import parquet  # late: it takes a third of a second to load

    with seekable(item.stream) as stream:
        table: Any = parquet.ParquetFile(stream)
        names = table.schema_arrow.names
        _check(names, scope)
        number = 0
        for batch in table.iter_batches(batch_size=_AT_ONCE, columns=_needed(names, scope), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield from articles(f"{item.location}:{number}", row, item, scope)
    if not number:
        raise EmptyError("columns without a row")


def _needed(names: list[str], scope: Scope) -> list[str] | None:
    """The columns that can mean a field; all of them if none can be the text, so that the refusal names them."""
    chosen = {column.partition(".")[0] for column in scope.columns.values()} | set(scope.columns.values())
    kept = [name for name in names if name in chosen or any(columns.means(name, field) for field in columns.FIELDS)]
    return kept or None
