"""How many inputs sources stand for, without reading them: for the time left."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.ingest import kinds

_BLOCK = 1 << 20
_SINGLE = frozenset({"html", "text", "markdown", "mhtml", "pdf", None})


def count(sources: Iterable[str]) -> int | None:
    """The number of inputs, or None where it cannot be told beforehand: archives, feeds, addresses, patterns."""
    total = 0
    for source in sources:
        path = Path(source)
        if source == "-" or not path.exists():
            if source == "-" or "://" in source or set(source) & set("*?["):
                return None
            total += 1
            continue
        for file in path.rglob("*") if path.is_dir() else [path]:
            if (number := _inputs(file)) is None:
                return None
            total += number
    return total


def _inputs(file: Path) -> int | None:
    kind = kinds.named(file.name)
    if kind in kinds.PACKINGS:
        kind = kinds.named(kinds.inside(file.name))
        kind = None if kind in _SINGLE else "packed"
    if file.is_dir():
        return int(file.is_symlink())
    if not file.is_file():  # to open a pipe is to wait
        return 1
    if kind == "lines":
        return _lines(file)
    return 1 if kind in _SINGLE else None


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
