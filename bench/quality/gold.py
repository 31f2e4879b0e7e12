"""Gold rows in, records out, and the scorers that come with the gold."""

import importlib.util
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from onrecord.cli.annotate import work
from onrecord.config import Settings
from onrecord.engine import run
from onrecord.model.record import Record

Row = dict[str, Any]
Records = Callable[[Sequence[Row]], list[Record]]

_META = ("title", "url", "published")
# What the gold sets call the day of publication.
_DATES = ("published", "dct", "date")


def load(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scorer(path: Path) -> ModuleType:
    """The ``score.py`` at ``path``, as a module."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reader(workers: int | None) -> Records:
    """A function from rows to their records, by the way of ``onrecord annotate``; a text is read once a run."""
    known: dict[bytes, Record] = {}

    def records(rows: Sequence[Row]) -> list[Record]:
        lines = [_line(row) for row in rows]
        new = list(dict.fromkeys(line for line in lines if line not in known))
        for line, result in zip(new, run(work, Settings(), enumerate(new, 1), workers), strict=True):
            known[line] = msgspec.convert(result.answer, Record)
        return [known[line] for line in lines]

    return records


def _line(row: Row) -> bytes:
    published = next((row[name] for name in _DATES if row.get(name)), None)
    value = {name: row[name] for name in _META if row.get(name)}
    identity = row.get("id", row.get("doc_id"))
    return json.dumps({**value, "published": published, "id": str(identity), "text": row["text"]}).encode()
