"""The commands put together, and the one place where an error becomes an exit code."""

import sys

import typer

from onrecord.cli import (
    actors,
    annotate,
    clean,
    code,
    doctor,
    events,
    export,
    group,
    read,
    roster,
    runs,
    schema,
    show,
    statements,
)
from onrecord.errors import OnrecordError

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _commands() -> None:
    """Reads news and puts it on the record: who said what, on what terms, and who did what to whom."""


app.command("actors")(actors.actors)
app.command("annotate")(annotate.annotate)
app.command("clean")(clean.clean)
app.command("code")(code.code)
app.command("doctor")(doctor.doctor)
app.command("events")(events.events)
app.command("export")(export.export)
app.command("group")(group.group)
app.command("read")(read.read)
app.add_typer(roster.app, name="roster")
app.command("runs")(runs.runs)
app.command("schema")(schema.schema)
app.command("show")(show.show)
app.command("statements")(statements.statements)


def main() -> None:
    """Exit codes: 0 done, 1 some inputs failed (all others done), 2 wrong usage."""
    try:
        app()
    except OnrecordError as error:
        sys.stderr.write(f"onrecord: {error}\n")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
