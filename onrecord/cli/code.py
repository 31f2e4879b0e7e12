"""``onrecord code``: sentences with two actors marked in, event types out."""

from typing import Any

import typer

from onrecord.cli.lines import (
    InputArgument,
    Line,
    LineWork,
    OutOption,
    TimingsOption,
    WorkersOption,
    fields,
    identity,
    plain,
    process,
)
from onrecord.config import Settings, load
from onrecord.engine import Result
from onrecord.errors import LineError
from onrecord.events.pairs import code_pair
from onrecord.model.span import Span

_FIELDS: dict[str, tuple[type, ...]] = {
    "id": (str, int), "text": (str,), "source": (str,), "target": (str,),
    "source_spans": (list,), "target_spans": (list,),
}  # fmt: skip


def code(
    source: InputArgument, out: OutOption = "-", workers: WorkersOption = 1, timings: TimingsOption = None
) -> None:
    """Say which event a sentence tells of, its two actors given; always one type.

    Each line in is an object with "text", and "source_spans" and "target_spans" or "source" and "target".

    Example: onrecord code sentences.jsonl --out types.jsonl
    """
    if not process(work, load(), source, out, workers, timings):
        raise typer.Exit(1)


def work(settings: Settings) -> LineWork:
    """What a process does with a line."""

    def code_line(line: Line) -> Result[dict[str, Any]]:
        try:
            value = fields(line, _FIELDS)
            text = value.get("text")
            if text is None:
                raise LineError(f"line {line[0]}: no 'text'")
            pair = code_pair(text, _side(value, "source", text), _side(value, "target", text))
        except LineError as error:
            return Result({"id": identity(line), "type": None, "error": str(error)}, failed=True)
        return Result({"id": identity(line, value), **plain(pair)}, words=len(text.split()))

    return code_line


def _side(value: dict[str, Any], side: str, text: str) -> Span | None:
    """The first span given for a side, or where its text stands first."""
    for span in value.get(f"{side}_spans") or ():
        if isinstance(span, list) and len(span) == 2 and all(isinstance(end, int) for end in span):
            if 0 <= span[0] < span[1] <= len(text):
                return Span(*span)
            raise LineError(f"{side}_spans: {span} is not in a text of {len(text)} characters")
    told = value.get(side)
    at = text.find(told) if told else -1
    return Span(at, at + len(told)) if told and at >= 0 else None
