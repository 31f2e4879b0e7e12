"""``onrecord store``: whether a store holds together, and copies of it."""

import sys
from typing import Annotated

import typer

from onrecord.cli.asking import StoreArgument
from onrecord.cli.lines import WorkersOption
from onrecord.cli.reread import compared
from onrecord.cli.terminal import harmless
from onrecord.store import open_store
from onrecord.store.checking import check as checked
from onrecord.store.copying import copy

app = typer.Typer(no_args_is_help=True, help="Whether a record store holds together, and copies of it.")

OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="a file, or an address of PostgreSQL")]


@app.command("check")
def check(record: StoreArgument) -> None:
    """Check every span, row and reference of a store; exit code 1 if something is wrong.

    Example: onrecord store check record.db
    """
    faults = 0
    with open_store(record) as store:
        for fault in checked(store):
            faults += 1
            sys.stdout.write(harmless(f"{fault.article or 'store'}: {fault.what}\n"))
        sys.stderr.write(f"{len(store)} articles, {faults} faults\n")
    if faults:
        raise typer.Exit(1)


@app.command("verify")
def verify(
    record: StoreArgument,
    sample: Annotated[int, typer.Option("--sample", min=1, metavar="N", help="read so many articles again")] = 20,
    seed: Annotated[int, typer.Option("--seed", help="which ones: another number, others")] = 0,
    workers: WorkersOption = None,
) -> None:
    """Read some stored articles again, each with its own settings, and compare; exit code 1 if a record differs.

    Articles stored without their text cannot be compared; where there are no others the exit code is 1, too.

    Example: onrecord store verify record.db --sample 50
    """
    with open_store(record) as store:
        found = list(compared(store, sample, seed, workers))
    wrong = [each for each in found if each.difference]
    bare = sum(not each.has_text for each in found)
    for each in wrong:
        sys.stdout.write(f"{each.article}: {each.difference}\n")
    sys.stderr.write(f"{len(found) - bare} compared, {len(wrong)} differ, {bare} without text to compare\n")
    if wrong or (bare and bare == len(found)):
        raise typer.Exit(1)


@app.command("backup")
def backup(record: StoreArgument, other: OtherArgument) -> None:
    """Copy a store while it is in use: as it stands at this moment, into a new one of either kind.

    Example: onrecord store backup record.db record-2024-05.db
    """
    with open_store(record) as source, open_store(other, create=True) as target:
        sys.stderr.write(f"{copy(source, target)} articles copied\n")


@app.command("restore")
def restore(other: OtherArgument, record: StoreArgument) -> None:
    """Make a store of a copy of it.

    Example: onrecord store restore record-2024-05.db postgresql://localhost/record
    """
    with open_store(other) as source, open_store(record, create=True) as target:
        sys.stderr.write(f"{copy(source, target)} articles restored\n")
