"""``onrecord roster``: a table of actors of one's own, checked line by line."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.entities.roster import faults
from onrecord.resources import own_lines

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def roster() -> None:
    """A table of actors of your own: its format is in docs/how-to/actors.md."""


@app.command()
def check(path: Annotated[Path, typer.Argument(metavar="FILE", help="a tab-separated table")]) -> None:
    """Say what is wrong with a table, one fault a line; exit code 1 if anything is.

    Example: onrecord roster check my_actors.tsv
    """
    found = faults(own_lines(str(path)) or ())
    for fault in found:
        sys.stdout.write(f"{path}:{fault.line}: {fault.message}\n")
    if found:
        raise typer.Exit(1)
    sys.stdout.write(f"{path}: no fault\n")
