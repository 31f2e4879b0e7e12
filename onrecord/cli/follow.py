"""``onrecord follow``: reads sources again and again, and holds the watches against what is new."""

import sys
import time
from typing import Annotated

import typer

from onrecord.cli.read import begun, take_in
from onrecord.cli.terminal import harmless
from onrecord.cli.watch import (
    AtomOption,
    JsonFeedOption,
    LinesOption,
    RecordOption,
    SecretOption,
    WebhookOption,
    clock,
    tell,
)
from onrecord.config import load
from onrecord.errors import OnrecordError
from onrecord.linking.passes import link
from onrecord.store import Store, open_store
from onrecord.store.plan import Plan
from onrecord.watches.delivery import Outputs, read_secret


def follow(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="feeds, addresses, folders, as of read")],
    record: RecordOption = "record.db",
    every: Annotated[float, typer.Option(min=0.0, metavar="MINUTES", help="from the end of a round to the next")] = 15,
    times: Annotated[int | None, typer.Option(min=1, metavar="N", help="stop after so many rounds")] = None,
    lines: LinesOption = None,
    atom: AtomOption = None,
    json_feed: JsonFeedOption = None,
    webhook: WebhookOption = None,
    secret: SecretOption = None,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="processes (default: the cores)")] = None,
) -> None:
    """Read sources on a schedule and run the watches after each round, until it is stopped (Ctrl-C).

    A round that fails is told and the next one tries again; pages that have not changed are not fetched again.

    Example: onrecord follow https://example.org/feed.xml --into record.db --every 15 --atom matches.atom
    """
    outputs = Outputs(lines=lines, atom=atom, json_feed=json_feed, webhook=webhook, secret=read_secret(secret))
    plan = Plan(sources=tuple(sources), columns=(), limit=None, follow=True, settings=load())
    done = 0
    try:
        with open_store(record, create=True) as store:
            while times is None or done < times:
                if done:
                    time.sleep(every * 60)
                _round(store, plan, outputs, workers)
                done += 1
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")


def _round(store: Store, plan: Plan, outputs: Outputs, workers: int | None) -> None:
    now = clock()
    try:
        _, counts = take_in(store, begun(store, plan, now), plan, workers)
        sys.stderr.write(f"{now}: {counts.stored} stored, {counts.duplicate} duplicate, {counts.rejected} rejected\n")
        link(store, now)
        tell(store, outputs, now)
    except OnrecordError as error:  # the next round tries again
        sys.stderr.write(f"onrecord: {harmless(str(error))}\n")
