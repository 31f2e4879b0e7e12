"""``onrecord events`` and ``onrecord dyads``: ask the store who did what to whom."""

from typing import Annotated, Any

import typer

from onrecord.cli import tables
from onrecord.cli.asking import command, made, with_options
from onrecord.cli.tables import FormatOption
from onrecord.query import Dyad, EventQuestion, ask_events
from onrecord.query.counting import Level
from onrecord.store import open_store

events = command(
    "events",
    ("first_day", "source", "type", "mode", "target", "status", "by", "place", "evidence", "confidence"),
    """List or count events of a store, by any of the options.

    Time is when it took place and, where the text does not tell, when it was published.

    Example: onrecord events record.db --dyad "RUS*>CHN*" --type REQUEST --format csv
    """,
)

_EXTRA: dict[str, Any] = {
    "level": Annotated[Level, typer.Option("--level", help="between countries and kinds of bodies, or whole codes")],
    "form": FormatOption,
}


def _dyads(record: str, **given: Any) -> None:
    level: Level = given.pop("level") or "country"
    form = given.pop("form")
    question = made(EventQuestion, given)
    with open_store(record) as store:
        found = ask_events(store, question).between(level, question.limit)
        tables.write(found, Dyad, ("source", "target", "count"), form)


dyads = with_options(
    _dyads,
    EventQuestion,
    _EXTRA,
    """Count the events of a store between whom they are, the most first.

    Example: onrecord dyads record.db --type CONSULT --since 2024 --limit 20
    """,
    "dyads",
)
