"""Remakes the generated pages of ``docs/reference`` from the code: ``python -m docs.generate``.

A page that is not up to date fails the tests.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
import typer.main

from onrecord import errors
from onrecord.cli.app import app
from onrecord.config import Settings
from onrecord.model import record
from onrecord.store.schema import metadata

REFERENCE = Path(__file__).parent / "reference"
_NOTE = "<!-- Made by python -m docs.generate; change the code, not this page. -->\n\n"


def pages() -> dict[str, str]:
    """File name → text of every generated page."""
    return {
        "commands.md": _NOTE + "# Commands\n\n" + "\n".join(_commands()),
        "errors.md": _NOTE + "# Errors\n\n" + "\n".join(_errors()),
        "record.md": _NOTE + "# The record, `onrecord/1`\n\n" + "\n".join(_record()),
        "settings.md": _NOTE + "# Settings\n\n" + "\n".join(_settings()),
        "store.md": _NOTE + "# The store, table by table\n\n" + "\n".join(_store()),
    }


def _commands() -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    yield "Data goes to standard output, messages and progress to standard error; `-` stands for either stream."
    yield "Exit codes: 0 done, 1 some inputs failed (all others done), 2 wrong usage.\n"
    for name in sorted(group.commands):
        command = group.commands[name]
        context = click.Context(command, info_name=f"onrecord {name}", terminal_width=100, max_content_width=100)
        yield f"## onrecord {name}\n\n```text\n{command.get_help(context)}\n```\n"


def _errors() -> Iterator[str]:
    yield "Every error and stored failure has a code that does not change."
    yield "An indented class is a kind of the one above.\n"
    yield f"```text\n{inspect.cleandoc(errors.__doc__ or '').split(chr(10), 2)[2]}\n```\n"


def _settings() -> Iterator[str]:
    yield "Settings come from the environment, as `ONRECORD_` + name in capitals; a flag of a command wins.\n"
    yield f"```text\n{inspect.cleandoc(Settings.__doc__ or '').split('Attributes:')[1].strip(chr(10))}\n```\n"
    yield "| name | type | default |\n|---|---|---|"
    for field in msgspec.structs.fields(Settings):
        kind = getattr(field.type, "__name__", str(field.type))
        yield f"| `{field.name}` | {kind} | `{field.default!r}` |"
    yield ""


def _record() -> Iterator[str]:
    yield "Offsets are Unicode code points, half-open. The JSON Schema is `onrecord-1.schema.json`.\n"
    for kind in (record.Record, record.Actor, record.Place, record.Time, record.Statement, record.Event,
                 record.Participant, record.EventTime, record.EventPlace, record.Failure):  # fmt: skip
        yield f"## {kind.__name__}\n\n{inspect.cleandoc(kind.__doc__ or '')}\n"
        yield "| field | type |\n|---|---|"
        for field in msgspec.structs.fields(kind):
            name = getattr(field.type, "__name__", "") if isinstance(field.type, type) else ""
            shown = (name or str(field.type)).replace("onrecord.model.record.", "").replace("onrecord.model.span.", "")
            yield f"| `{field.name}` | `{shown.replace('typing.', '').replace('|', chr(92) + '|')}` |"
        yield ""


def _store() -> Iterator[str]:
    for table in metadata.sorted_tables:
        yield f"## {table.name}\n\n{table.comment}\n\n| column | type | meaning |\n|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {column.type} | {column.comment} |"
        yield ""


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
