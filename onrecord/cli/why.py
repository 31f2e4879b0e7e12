"""``onrecord why``: what a value rests on, from the sentence back to the page."""

import sys
from typing import Annotated

import typer
from rich.text import Text

from onrecord.cli.asking import StoreArgument
from onrecord.cli.terminal import console, harmless
from onrecord.query.why import Line, why_value
from onrecord.store import open_store

_WIDTH = 16


def why(
    record: StoreArgument,
    value: Annotated[
        str, typer.Argument(metavar="ARTICLE/VALUE", help="a statement or event: article's id and its own")
    ],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="what the record said at the end of this day")
    ] = None,
) -> None:
    """Show what a statement or event rests on: its sentence and spans, rules and scores, page, address and run.

    Example: onrecord why record.db 0f3a9c2b77e41d05/e2
    """
    with open_store(record) as store:
        lines = why_value(store, value, as_of)
    out = console()
    for line in lines:
        out.print(_line(line))
    sys.stderr.flush()


def _line(line: Line) -> Text:
    text = Text(f"{line.about:{_WIDTH}}", style="bold")
    text.append(harmless(" ".join(line.said.split())), style="default")
    return text
