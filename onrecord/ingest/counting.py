"""How many inputs sources stand for, without reading them: for the time left."""

from collections.abc import Iterable
from pathlib import Path

_BLOCK = 1 << 20


def count(sources: Iterable[str]) -> int | None:
    """The number of inputs, or None where it cannot be told beforehand: standard input, packed JSON lines."""
    total = 0
    for source in sources:
        path = Path(source)
        if source == "-":
            return None
        for file in path.rglob("*") if path.is_dir() else [path]:
            name = file.name.lower()
            if name.endswith((".jsonl.gz", ".ndjson.gz")):
                return None
            if name.endswith((".jsonl", ".ndjson")):
                total += _lines(file)
            elif not file.is_dir():
                total += 1
    return total


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            ends, last = 0, b"\n"
            while block := stream.read(_BLOCK):
                ends += block.count(b"\n")
                last = block[-1:]
            return ends + (last != b"\n")
    except OSError:
        return 1  # the reader will refuse it: one input
