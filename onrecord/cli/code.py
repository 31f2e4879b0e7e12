"""``onrecord code``: sentences with two actors marked in, event types out."""

from time import perf_counter
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
from onrecord.events.pairs import Coder
from onrecord.language import Parser
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
    """What a process does with a line: parse it, without names, and code the pair."""
    parser, coder = Parser(settings.model, without=("ner",)), Coder()

    def code_line(line: Line) -> Result[dict[str, Any]]:
        try:
            value = fields(line, _FIELDS)
            text = value.get("text")
            if text is None:
                raise LineError(f"line {line[0]}: no 'text'")
            sides = (_side(value, "source", text), _side(value, "target", text))
        except LineError as error:
            return Result({"id": identity(line), "type": None, "error": str(error)}, failed=True)
        started = perf_counter()
        parse = parser.parse(text)
        parsed = perf_counter()
        pair = coder(text, parse, *sides)
        seconds = {"parse": parsed - started, "code": perf_counter() - parsed}
        return Result({"id": identity(line, value), **plain(pair)}, False, len(text.split()), seconds)

    return code_line


def _side(value: dict[str, Any], side: str, text: str) -> list[Span]:
    """The spans given for a side, or where its text stands first.

    Raises:
        LineError: a span is not two numbers, or not in the text.
    """
    spans = value.get(f"{side}_spans") or []
    for span in spans:
        if not (isinstance(span, list) and len(span) == 2 and all(isinstance(end, int) for end in span)):
            raise LineError(f"{side}_spans: {span!r} is not a pair of numbers")
        if not 0 <= span[0] < span[1] <= len(text):
            raise LineError(f"{side}_spans: {span} is not in a text of {len(text)} characters")
    if spans:
        return [Span(*span) for span in spans]
    told = value.get(side)
    at = text.find(told) if told else -1
    return [Span(at, at + len(told))] if told and at >= 0 else []
