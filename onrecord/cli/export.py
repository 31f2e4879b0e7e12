"""``onrecord export``: the record in other forms."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.export.html import Entry, article, index
from onrecord.store import open_store


def export(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="a record store")],
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="where the pages go")],
) -> None:
    """Write the record as web pages that need no server: one an article, and an index.

    Example: onrecord export record.db --into pages
    """
