"""``onrecord runs``: what was read into a store, when, and what became of every input."""

from typing import Annotated, Literal

import typer

from onrecord.cli import tables
from onrecord.cli.asking import StoreArgument
from onrecord.cli.tables import Format, FormatOption, one_of
from onrecord.query import InputRow, RunRow, ask_inputs, ask_runs
from onrecord.store import open_store

_RUN = ("run", "started", "state", "inputs", "stored", "duplicate", "rejected", "reasons", "sources")
_INPUT = ("position", "location", "outcome", "article", "code", "message")
_Outcome = Literal["stored", "duplicate", "rejected"]


def runs(
    record: StoreArgument,
    run: Annotated[int | None, typer.Option(min=1, metavar="N", help="the inputs of this run")] = None,
    outcome: Annotated[list[str] | None, one_of(_Outcome, "with --run, such inputs only")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the runs of a store, the last one first, or the inputs of one run.

    Every input of a run is stored, a duplicate, or rejected with its reason; a run that was stopped or killed can be
    continued: onrecord read --resume --into RECORD.

    Example: onrecord runs record.db --run 3 --outcome rejected
    """
    with open_store(record) as store:
        if run is None:
            tables.write(ask_runs(store), RunRow, _RUN, form)
            return
        tables.write(ask_inputs(store, run, tuple(outcome or ())), InputRow, _INPUT, form)
