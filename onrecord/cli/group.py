"""``onrecord group``: texts in; of which each is a copy, and to which story it belongs, out."""

from typing import Any

import typer

from onrecord.cli.lines import (
    InputArgument,
    Line,
    OutOption,
    Tally,
    TimingsOption,
    WorkersOption,
    fields,
    identity,
    opened,
    written,
)
from onrecord.engine import Result
from onrecord.errors import LineError
from onrecord.grouping import Text, duplicates, stories

_FIELDS: dict[str, tuple[type, ...]] = {"id": (str, int), "text": (str,), "title": (str,), "published": (str,)}


def group(
    source: InputArgument, out: OutOption = "-", workers: WorkersOption = 1, timings: TimingsOption = None
) -> None:
    """Find copies and stories. The answer depends on the set of texts, not on their order.

    Each line in is an object with "id", "text" and, if known, "title" and "published".

    Example: onrecord group articles.jsonl --out groups.jsonl
    """
    tally = Tally()
    with opened(source) as lines:
        read = [_text(line) for line in enumerate(lines, 1)]
    texts = list({text.id: text for text in read if isinstance(text, Text)}.values())
    copies = duplicates(texts)
    told = stories(texts, copies)
    with written(out) as write:
        for text in read:
            if isinstance(text, Text):
                answer: dict[str, Any] = {"id": text.id, "duplicate_of": copies.get(text.id), "story": told[text.id]}
            else:
                answer = text
            write(answer)
            tally.add(Result(answer, words=len(text.text.split()) if isinstance(text, Text) else 0))
    if timings is not None:
        tally.write(timings)
    if len(texts) < len(read):
        raise typer.Exit(1)


def _text(line: Line) -> Text | dict[str, Any]:
    try:
        value = fields(line, _FIELDS)
        if value.get("text") is None:
            raise LineError(f"line {line[0]}: no 'text'")
    except LineError as error:
        return {"id": identity(line), "duplicate_of": None, "story": None, "error": str(error)}
    return Text(identity(line, value), value["text"], value.get("title") or "", value.get("published") or "")
