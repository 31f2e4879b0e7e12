"""``onrecord actors``: phrases that name an actor in, codes out."""

from typing import Any

import typer

from onrecord.cli.lines import (
    InputArgument,
    Line,
    LineWork,
    OutOption,
    WorkersOption,
    fields,
    identity,
    plain,
    process,
)
from onrecord.config import Settings, load
from onrecord.engine import Result
from onrecord.entities.phrases import code_phrase
from onrecord.entities.roster import Roster
from onrecord.errors import LineError
from onrecord.resources import own_lines

_FIELDS: dict[str, tuple[type, ...]] = {"id": (str, int), "text": (str,), "date": (str,)}
_GIVEN = ("name", "country", "sectors", "code", "wikidata", "rule")


def actors(source: InputArgument, out: OutOption = "-", workers: WorkersOption = 1) -> None:
    """Code phrases that name an actor: country, sectors, code, as of a date.

    Each line in is an object with "text" and, if known, "id" and "date".

    Example: onrecord actors phrases.jsonl --out codes.jsonl
    """
    if not process(work, load(), source, out, workers, None):
        raise typer.Exit(1)


def work(settings: Settings) -> LineWork:
    """What a process does with a line."""
    roster = Roster(own_lines(settings.roster))

    def code_line(line: Line) -> Result[dict[str, Any]]:
        try:
            value = fields(line, _FIELDS)
            if value.get("text") is None:
                raise LineError(f"line {line[0]}: no 'text'")
        except LineError as error:
            nothing: dict[str, Any] = {**dict.fromkeys(_GIVEN), "sectors": [], "rule": "unknown"}
            return Result({"id": identity(line), **nothing, "error": str(error)}, failed=True)
        actor = plain(code_phrase(value["text"], value.get("date"), roster))
        return Result({"id": identity(line, value), **{name: actor[name] for name in _GIVEN}})

    return code_line
