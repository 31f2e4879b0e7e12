"""``onrecord annotate``: texts in, records out."""

import msgspec
import typer

from onrecord.cli.lines import (
    ConfidenceOption,
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
from onrecord.model.document import Document
from onrecord.model.record import Failure, Record
from onrecord.pipeline import reader

_FIELDS: dict[str, tuple[type, ...]] = {
    "id": (str, int),
    "text": (str,),
    "published": (str,),
    "title": (str,),
    "url": (str,),
}


def annotate(
    source: InputArgument,
    out: OutOption = "-",
    workers: WorkersOption = None,
    timings: TimingsOption = None,
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Read articles and write one record (onrecord/1) a line.

    Each line in is an object with "text" and, if known, "id", "published", "title", "url".

    Example: onrecord annotate articles.jsonl --out records.jsonl
    """
    settings = msgspec.structs.replace(load(), min_confidence=min_confidence)
    if not process(work, settings, source, out, workers, timings):
        raise typer.Exit(1)


def work(settings: Settings) -> LineWork:
    """What a process does with a line: parse, read, and give the record as plain data."""
    pipeline = reader(settings)

    def annotate_line(line: Line) -> Result[dict[str, object]]:
        try:
            value = fields(line, _FIELDS)
            text = value.get("text")
            if text is None:
                raise LineError(f"line {line[0]}: no 'text'")
        except LineError as error:
            failure = Failure(stage="input", code=error.code, message=error.message)
            return Result(plain(Record(id=identity(line), failures=(failure,))), failed=True)
        document = Document(
            id=identity(line, value),
            text=text,
            title=value.get("title"),
            url=value.get("url"),
            published=value.get("published"),
        )
        reading = pipeline.read(document)
        record = reading.document.record().at_least(settings.min_confidence)
        words, withheld = len(text.split()), len(reading.document.withheld)
        return Result(plain(record), bool(record.failures), words, reading.seconds, withheld)

    return annotate_line
