"""``onrecord export`` and ``import``: the record in other forms, and our own form back in."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from onrecord.cli import tables
from onrecord.cli.asking import made, with_options
from onrecord.cli.lines import opened
from onrecord.errors import InputError, LineError, SettingsError
from onrecord.export import formats
from onrecord.export.chosen import Chosen
from onrecord.export.html import Entry, article, index
from onrecord.export.profile import Profile, profile
from onrecord.export.records import read_records
from onrecord.query import KINDS, EventQuestion
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions

_EXTRA: dict[str, Any] = {
    "into": Annotated[Path | None, typer.Option("--into", metavar="FOLDER", help="as web pages, an index before them")],
    "form": Annotated[str | None, typer.Option("--as", metavar="FORMAT", help="one of those that --list names")],
    "out": Annotated[Path | None, typer.Option("--out", metavar="FILE", help="where it goes; Parquet: a new folder")],
    "what": Annotated[str | None, typer.Option("--what", metavar="KIND", help=f"{', '.join(KINDS)} (default: events)")],
    "shared": Annotated[Path | None, typer.Option("--profile", metavar="FILE.toml", help="what is left out")],
    "listed": Annotated[bool, typer.Option("--list", help="the formats, and what each cannot hold")],
}


class _Listed(msgspec.Struct, frozen=True):
    format: str
    about: str
    cannot_hold: str


def _export(record: str, **given: Any) -> None:
    extra = {name: given.pop(name) for name in _EXTRA}
    if extra["listed"]:
        rows = [_Listed(name, form.about, form.cannot) for name, form in formats.FORMATS.items()]
        tables.write(rows, _Listed, ("format", "about", "cannot_hold"), tables.Format.TABLE)
        return
    if (extra["into"] is None) == (extra["form"] is None or extra["out"] is None):
        raise typer.BadParameter("give --into FOLDER for web pages, or --as FORMAT with --out FILE")
    with open_store(record) as store:
        if extra["into"] is not None:
            _pages(store, extra["into"], given["min_confidence"] or 0.0)
            return
        chosen = Chosen(store, _question(extra["what"] or "events", given), _profile(extra["shared"]))
        count = formats.write(extra["form"], chosen, extra["out"])
    sys.stderr.write(f"{count} written: {extra['out']}\n")


export = with_options(
    _export,
    EventQuestion,
    _EXTRA,
    """Take the record away: all of it, or what a question asks for, in a format that other programs read.

    A question is asked as of onrecord events; with --what statements, articles and so on, only what those have can be.

    Example: onrecord export record.db --as parquet --out requests --dyad "RUS*>CHN*"
    """,
    "export",
)


def _question(what: str, given: dict[str, Any]) -> Any:
    """A question of this kind; an option that it does not have must not be given."""
    if what not in KINDS:
        raise InputError(f"{what!r}: one of {', '.join(KINDS)}")
    known = KINDS[what].question.__struct_fields__
    if wrong := [name for name, value in given.items() if value and name not in known]:
        raise InputError(f"a question about {what} has no {wrong[0].replace('_', '-')}")
    return made(KINDS[what].question, {name: value for name, value in given.items() if name in known})


def _profile(path: Path | None) -> Profile:
    if path is None:
        return Profile()
    try:
        return profile(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _pages(store: Store, into: Path, min_confidence: float) -> None:
    try:
        into.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"{into}: {error.strerror}") from error
    entries = []
    for identity in store.article_ids():
        found = store.article(identity)
        file = f"{identity}.html"
        kept = found.record.at_least(min_confidence)
        (into / file).write_text(article(found.text, kept, found.outlet), encoding="utf-8", errors="replace")
        entries.append(
            Entry(
                file=file,
                title=found.title or identity,
                outlet=found.outlet,
                published=kept.published,
                statements=len(kept.statements),
                events=len(kept.events),
            )
        )
    (into / "index.html").write_text(index(entries), encoding="utf-8", errors="replace")
    typer.echo(f"{len(entries)} articles: {into / 'index.html'}", err=True)


def import_(
    source: Annotated[str, typer.Argument(metavar="FILE", help="what export --as records wrote; - for standard input")],
    record: Annotated[str, typer.Option("--into", metavar="RECORD", help="the store; made if it is not there")],
) -> None:
    """Take articles with their records in again, as they were written out by onrecord export --as records.

    Example: onrecord import record.jsonl --into record.db
    """
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(record, create=True) as store, opened(source) as lines:
        run = store.begin("import", "{}", (source,), started)
        for position, kept in enumerate(read_records(lines)):
            if isinstance(kept, LineError):
                run.reject(Input(position=position, location=f"{source}:{position + 1}"), kept.code, kept.message)
                continue
            given = Input(position=position, location=kept.location, digest=kept.digest)
            since = {"pipeline": kept.pipeline, "recorded": kept.recorded}
            outcome = run.add(given, kept.page, kept.record, **since, history=kept.history())
            if kept.decisions and outcome.kind != "forgotten":
                with transaction(store.engine, write=True) as connection:
                    put_decisions(connection, kept.decisions, started)
        counts = run.end("done")
    sys.stderr.write(f"{counts.stored} stored, {counts.duplicate} duplicate, {counts.rejected} rejected\n")
    if counts.rejected:
        raise typer.Exit(1)
