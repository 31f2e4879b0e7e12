"""``onrecord link``: what several articles have in common."""

from typing import Annotated

import typer

from onrecord.cli.asking import StoreArgument
from onrecord.cli.clock import AtOption, at_or_now
from onrecord.linking.passes import link as passes
from onrecord.store import open_store


def link(
    record: StoreArgument,
    again: Annotated[bool, typer.Option("--again", help="look at all articles, not only new and changed ones")] = False,
    at: AtOption = None,
) -> None:
    """Find copies and stories, who is one across articles, and which events of several reports are one fact.

    Only new and changed articles and decisions are looked at. Copies and stories are decided in the order in which
    articles arrived; it makes no difference how many are linked at once. Run it after reading, rereading or deciding.
    Nothing is deleted: what was said before can still be asked as of its day.

    Example: onrecord link record.db
    """
    with open_store(record) as store:
        done = passes(store, at_or_now(at), again=again)
    changes = ", ".join(f"{name} {number}" for name, number in done.rows.items())
    typer.echo(f"{done.articles} articles new or changed; rows changed: {changes}", err=True)
