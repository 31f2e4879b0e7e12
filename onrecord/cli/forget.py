"""``onrecord forget``: take an article, an outlet or a person out of the record, for good."""

import sys
from datetime import UTC, datetime
from typing import Annotated, Literal

import typer

from onrecord.cli.asking import StoreArgument
from onrecord.errors import LeftOverError
from onrecord.linking.passes import link
from onrecord.store import open_store
from onrecord.store.forgetting import Order
from onrecord.store.forgetting import forget as forgotten


def forget(
    record: StoreArgument,
    kind: Annotated[Literal["article", "outlet", "actor"], typer.Argument(metavar="article|outlet|actor")],
    what: Annotated[str, typer.Argument(metavar="WHAT", help="id of the article, name of the outlet or actor, or Q…")],
    author: Annotated[str, typer.Option("--author", metavar="NAME", help="who has it forgotten")],
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="why")],
    yes: Annotated[bool, typer.Option("--yes", help="do it; it cannot be undone")] = False,
) -> None:
    """Take an article, all of an outlet's articles, or an actor out of the record, and out of its file.

    A digest is left, by which the same is refused when it is read in again. Of an actor every mention becomes blocks.
    Backups made before still hold it.

    Example: onrecord forget record.db outlet "The Daily Rumour" --author me --reason "a hoax" --yes
    """
    if not yes:
        raise typer.BadParameter("it cannot be undone; say --yes")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    order = Order(kind=kind, what=what, author=author, reason=reason, made=now)
    with open_store(record) as store:
        try:
            count = forgotten(store, order)
        except LeftOverError:
            link(store, now, again=True)
            raise
        link(store, now, again=True)  # what rested on it, too, is made anew without it
    sys.stderr.write(f"{count} articles {'changed' if kind == 'actor' else 'forgotten'}\n")
