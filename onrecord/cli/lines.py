"""JSON lines in, JSON lines out: one line for every input line, in order, whatever it holds."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import msgspec
import typer

from onrecord.config import Settings
from onrecord.engine import Result, run
from onrecord.errors import InputError, LineError

Line = tuple[int, bytes]  # its number, from 1, and its bytes
LineWork = Callable[[Line], Result[dict[str, Any]]]

InputArgument = Annotated[str, typer.Argument(metavar="IN.jsonl", help="JSON lines; - for standard input")]
OutOption = Annotated[str, typer.Option("--out", metavar="OUT.jsonl", help="where the lines go; - for standard output")]
WorkersOption = Annotated[int | None, typer.Option("--workers", min=1, help="processes (default: the cores)")]
TimingsOption = Annotated[
    Path | None, typer.Option("--timings", metavar="FILE", help="write seconds and memory as JSON")
]
ConfidenceOption = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, help="leave out values below this confidence")
]


def process(
    factory: Callable[[Settings], LineWork],
    settings: Settings,
    source: str,
    out: str,
    workers: int | None,
    timings: Path | None,
) -> bool:
    """Runs the work over every line of ``source`` and writes the answers to ``out``; whether all succeeded."""
    tally = Tally()
    failed = False
    with opened(source) as lines, written(out) as write:
        for result in run(factory, settings, enumerate(lines, 1), workers):
            write(result.answer)
            tally.add(result)
            failed = failed or result.failed
    if tally.withheld:
        sys.stderr.write(f"{tally.withheld} events held back as too unsure; event_confidence = 0 holds back none\n")
    if timings is not None:
        tally.write(timings)
    return not failed


class Tally:
    """Counts what a run did, for ``--timings`` and for what is said at its end."""

    def __init__(self) -> None:
        self.withheld = 0
        self._started = time.perf_counter()
        self._start_up: float | None = None
        self._articles = 0
        self._words = 0
        self._seconds: dict[str, float] = {}

    def add(self, result: Result[Any]) -> None:
        """Counts one result; the time until the first, less its own stages, is the start-up."""
        if self._start_up is None:
            self._start_up = time.perf_counter() - self._started - sum(result.seconds.values())
        self._articles += 1
        self._words += result.words
        self.withheld += result.withheld
        for stage, seconds in result.seconds.items():
            self._seconds[stage] = self._seconds.get(stage, 0.0) + seconds

    def write(self, path: Path) -> None:
        """Writes the figures as JSON; memory is the largest of this process and its workers, in bytes."""
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * (
            1 if sys.platform == "darwin" else 1024
        )
        figures = {
            "articles": self._articles,
            "words": self._words,
            "start_up_s": round(self._start_up or 0.0, 4),
            "withheld_events": self.withheld,
            "stages": {stage: round(seconds, 4) for stage, seconds in self._seconds.items()},
            "peak_resident_bytes": peak,
        }
        path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def fields(line: Line, known: dict[str, tuple[type, ...]]) -> dict[str, Any]:
    """The JSON object on a line, each of ``known`` checked to be of one of its types or absent.

    Raises:
        LineError: it is no JSON object in UTF-8, or a field has another type.
    """
    number, raw = line
    try:
        value = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise LineError(f"line {number}: {error}; expected a JSON object in UTF-8") from error
    if not isinstance(value, dict):
        raise LineError(f"line {number}: a {type(value).__name__}; expected a JSON object")
    for name, types in known.items():
        if not isinstance(value.get(name), (*types, type(None))):
            raise LineError(f"line {number}: {name!r} is a {type(value[name]).__name__}")
    return value


def identity(line: Line, value: dict[str, Any] | None = None) -> str:
    """The id of a line, or ``line-N`` where it has none."""
    given = (value or {}).get("id")
    return str(given) if isinstance(given, str | int) else f"line-{line[0]}"


def plain(value: object) -> Any:
    """Frozen data as lists, dictionaries and strings."""
    return msgspec.to_builtins(value)


@contextmanager
def opened(source: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for ``-``, as bytes without their ends.

    Raises:
        InputError: it cannot be opened.
    """
    if source == "-":
        yield _stripped(sys.stdin.buffer)
        return
    if not Path(source).is_file():
        raise InputError(f"{source}: no such file")
    with Path(source).open("rb") as stream:
        yield _stripped(stream)


def _stripped(stream: BinaryIO) -> Iterator[bytes]:
    for line in stream:
        yield line.rstrip(b"\r\n")


@contextmanager
def written(out: str) -> Iterator[Callable[[Any], None]]:
    """A function that writes one value as a line of JSON to a file, or to standard output for ``-``.

    Characters beyond ASCII are escaped, so that a lone surrogate in an input does no harm.
    """
    if out == "-":
        yield lambda value: _put(sys.stdout.write, value)
        sys.stdout.flush()
        return
    if not Path(out).parent.is_dir():
        raise InputError(f"{out}: no such folder")
    with Path(out).open("w", encoding="utf-8") as stream:
        yield lambda value: _put(stream.write, value)


def _put(write: Callable[[str], int], value: Any) -> None:
    write(json.dumps(value, separators=(",", ":")) + "\n")
