"""``onrecord watch``: rules that are held against every article that comes in."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.tables import Format, FormatOption
from onrecord.cli.terminal import harmless
from onrecord.config import load
from onrecord.errors import SettingsError
from onrecord.store import Store, open_store
from onrecord.store.watching import Match, Watching, WatchRow
from onrecord.watches.delivery import Outputs, deliver, read_secret
from onrecord.watches.finding import look, set_watch
from onrecord.watches.rule import Watched, rule, rules

app = typer.Typer(no_args_is_help=True, help="Rules that are held against every article that comes in.")

RecordOption = Annotated[
    str,
    typer.Option("--into", metavar="RECORD", envvar="ONRECORD_RECORD", help="the record store (default: record.db)"),
]
LinesOption = Annotated[Path | None, typer.Option("--lines", metavar="FILE", help="append matches as JSON lines")]
AtomOption = Annotated[Path | None, typer.Option("--atom", metavar="FILE", help="write the matches as an Atom feed")]
JsonFeedOption = Annotated[Path | None, typer.Option("--json-feed", metavar="FILE", help="write them as a JSON feed")]
WebhookOption = Annotated[str | None, typer.Option("--webhook", metavar="ADDRESS", help="POST each match there")]
SecretOption = Annotated[
    str | None, typer.Option("--secret", metavar="VARIABLE", help="environment variable whose value signs what is sent")
]

_MATCH = ("found", "watch", "kind", "day", "what", "sentence", "outlet")


@app.command("add")
def add(
    line: Annotated[str | None, typer.Argument(metavar="RULE", help="such as 'RUSGOV > CHN REQUEST military'")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="what to call it")] = None,
    when: Annotated[Watched, typer.Option("--when", help="what about the answers is watched")] = "match",
    weeks: Annotated[int, typer.Option("--weeks", metavar="4|52", help="with --when level, weeks to compare with")] = 4,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE.toml", help="the rules of a file")] = None,
    record: RecordOption = "record.db",
) -> None:
    """Set a watch, by a line or by a file with any number of them.

    A rule names source > target (codes, starts of codes with *, names in quotation marks), then types, modes, contexts
    and statuses; or WHO says, then terms, kinds and certainties; words of the sentence stand in quotation marks.

    Example: onrecord watch add "RUSGOV > CHN REQUEST military" --name backfill --into record.db
    """
    if (file is None) == (line is None) or (line is not None and not name):
        raise typer.BadParameter("give a RULE with its --name, or a --file")
    made = (rule(name or "", line, when, weeks),) if line is not None else rules(_text(file))
    with open_store(record) as store:
        for each in made:
            set_watch(store, each, clock())
            sys.stderr.write(f"{harmless(each.name)}: set\n")


@app.command("list")
def listed(record: RecordOption = "record.db", form: FormatOption = Format.TABLE) -> None:
    """List the watches of a store.

    Example: onrecord watch list --into record.db
    """
    with open_store(record) as store:
        tables.write(Watching(store.engine).all(), WatchRow, ("name", "made", "rule"), form)


@app.command("remove")
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="the watch")], record: RecordOption = "record.db"
) -> None:
    """Take a watch away, with what it found.

    Example: onrecord watch remove backfill --into record.db
    """
    with open_store(record) as store:
        Watching(store.engine).remove(name)


@app.command("run")
def run(
    record: RecordOption = "record.db",
    lines: LinesOption = None,
    atom: AtomOption = None,
    json_feed: JsonFeedOption = None,
    webhook: WebhookOption = None,
    secret: SecretOption = None,
    now: Annotated[str | None, typer.Option("--now", metavar="TIME", help="ISO date-time (default: the clock)")] = None,
) -> None:
    """Hold every watch against what has come in, and send what is new where it is wanted, each match once.

    Confirmations and denials are told of facts, which onrecord link finds. Exit code 1 if something could not be sent;
    it is tried again the next time.

    Example: onrecord watch run --into record.db --atom matches.atom
    """
    outputs = Outputs(lines=lines, atom=atom, json_feed=json_feed, webhook=webhook, secret=read_secret(secret))
    with open_store(record) as store:
        if not tell(store, outputs, now or clock()):
            raise typer.Exit(1)


@app.command("matches")
def matches(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="of this watch (default: of all)")] = None,
    record: RecordOption = "record.db",
    limit: Annotated[int | None, typer.Option(min=1, help="at most so many")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what watches found, the last first.

    Example: onrecord watch matches backfill --into record.db
    """
    with open_store(record) as store:
        tables.write(Watching(store.engine).found(name, limit), Match, _MATCH, form)


def tell(store: Store, outputs: Outputs, now: str) -> bool:
    """Looks, and sends what is new, to the terminal too; whether all of it went."""
    look(store, now)
    failed = deliver(store, outputs, load(), now, say)
    for each in failed:
        sys.stderr.write(f"onrecord: {harmless(each)}\n")
    return not failed


def say(match: Match) -> None:
    """A match to standard output."""
    where = ", ".join(part for part in (match.outlet, match.title, match.url) if part)
    said = (f"{match.watch}: {match.what}", match.sentence, where)
    sys.stdout.write("\n  ".join(harmless(" ".join(part.split())) for part in said if part) + "\n")
    sys.stdout.flush()


def clock() -> str:
    """The time, as stores keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _text(file: Path | None) -> str:
    try:
        return Path(file or os.devnull).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from error
