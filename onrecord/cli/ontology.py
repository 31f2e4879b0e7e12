"""``onrecord ontology``: the tables of events, checked line by line."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from onrecord.config import load
from onrecord.errors import InputError, NotTextError
from onrecord.events.checking import Fault, faults
from onrecord.model.document import Document
from onrecord.pipeline import reader

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def ontology() -> None:
    """Tables of event types, words, contexts, codes and scores: their format is in docs/how-to/ontology.md."""


@app.command()
def check(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="a tab-separated table")],
    examples: Annotated[
        Path | None, typer.Option(help="sentences to find with a table of your own types: type, tab, sentence")
    ] = None,
) -> None:
    """Say what is wrong with a table, one fault a line; exit code 1 if anything is.

    Example: onrecord ontology check my_types.tsv --examples my_sentences.tsv
    """
    found = faults(_text(path).splitlines())
    if examples is not None and not found:
        path, found = examples, list(_unread(path, examples))
    for fault in found:
        sys.stdout.write(f"{path}:{fault.line}: {fault.message}\n")
    if found:
        raise typer.Exit(1)
    sys.stdout.write(f"{path}: no fault\n")


def _unread(path: Path, examples: Path) -> Iterator[Fault]:
    """The example sentences in which no event of the type they are to show is found."""
    pipeline = reader(msgspec.structs.replace(load(), event_types=str(path)))
    for at, line in enumerate(_text(examples).splitlines(), 1):
        kind, _, sentence = line.partition("\t")
        if not line.strip() or line.startswith("#"):
            continue
        events = pipeline.read(Document(id=str(at), text=sentence)).document.events
        if kind not in [event.type for event in events]:
            read_as = ", ".join(f"{event.type} at {event.trigger[0].of(sentence)!r}" for event in events)
            yield Fault(at, f"no {kind} is read in it; read is: {read_as or 'no event'}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotTextError(f"{path}: not UTF-8 at byte {error.start}; save the table as UTF-8") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
