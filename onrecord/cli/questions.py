"""``onrecord questions``: questions kept under a name; those that ``--save`` of the asking commands put away."""

import sys
from typing import Annotated

import msgspec
import typer

from onrecord.cli import tables
from onrecord.cli.asking import SHOWN, StoreArgument
from onrecord.cli.clock import AtOption, at_or_now
from onrecord.cli.lines import opened
from onrecord.cli.tables import Format, FormatOption
from onrecord.query import KINDS
from onrecord.query.linked import EntityRow, FactRow
from onrecord.query.saved import (
    ANYBODY,
    Saved,
    all_saved,
    answers,
    line_of,
    remove,
    rename,
    saved,
    saved_from,
    take_in,
)
from onrecord.store import Store, open_store
from onrecord.watches.asked import watch_saved

_COLUMNS = ("person", "name", "kind", "asked", "made")
_FACTS = ("first_day", "source", "type", "target", "status", "outlets", "id")
_ENTITIES = ("name", "kind", "codes", "articles", "id")


class _Listed(msgspec.Struct, frozen=True, kw_only=True):
    person: str
    name: str
    kind: str
    asked: str
    made: str


def questions(
    record: StoreArgument,
    run: Annotated[str | None, typer.Option("--run", metavar="NAME", help="ask one again")] = None,
    rename_: Annotated[
        tuple[str, str] | None, typer.Option("--rename", metavar="NAME NEW", help="give one another name")
    ] = None,
    remove_: Annotated[str | None, typer.Option("--remove", metavar="NAME", help="take one away")] = None,
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="make one a watch")] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help=f"whose (to list: all; else {ANYBODY})")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="as JSON lines that --import takes")] = False,
    import_: Annotated[
        str | None, typer.Option("--import", metavar="FILE", help="take in such lines; - is stdin")
    ] = None,
    form: FormatOption = Format.TABLE,
    at: AtOption = None,
) -> None:
    """List the questions that are kept under a name; run, rename, remove or watch one; take them to another store.

    The commands that ask (events, statements, who, places, times, articles) keep a question by --save NAME; the pages
    of onrecord serve by a form beside the question.

    Example: onrecord questions record.db --run "Russian requests"
    """
    if sum(map(bool, (run, rename_, remove_, watch, json_, import_))) > 1:
        raise typer.BadParameter("one of --run, --rename, --remove, --watch, --json, --import")
    whose = person or ANYBODY
    with open_store(record) as store:
        if run:
            _run(store, saved(store, run, whose), form)
        elif rename_:
            rename(store, *rename_, whose)
        elif remove_:
            remove(store, remove_, whose)
        elif watch:
            made = watch_saved(store, saved(store, watch, whose), at_or_now(at))
            typer.echo(f"{made.name}: set", err=True)
        elif import_:
            with opened(import_) as lines:
                typer.echo(f"{take_in(store, list(saved_from(lines)))} questions", err=True)
        elif json_:
            sys.stdout.writelines(line_of(each) + "\n" for each in all_saved(store, person))
        else:
            tables.write(map(_listed, all_saved(store, person)), _Listed, _COLUMNS, form)


def _run(store: Store, question: Saved, form: Format) -> None:
    rows = answers(store, question.question)
    if question.kind == "facts":
        tables.write(rows, FactRow, _FACTS, form)
    elif question.kind == "entities":
        tables.write(rows, EntityRow, _ENTITIES, form)
    else:
        tables.write(rows, KINDS[question.kind].row, SHOWN[question.kind], form)


def _listed(each: Saved) -> _Listed:
    return _Listed(person=each.person, name=each.name, kind=each.kind, asked=each.words, made=each.made)
