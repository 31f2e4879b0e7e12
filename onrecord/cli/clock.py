"""The one time that a command does something at."""

from datetime import UTC, datetime
from typing import Annotated

import typer

AtOption = Annotated[str | None, typer.Option("--at", metavar="TIME", help="ISO date-time (default: now)")]


def at_or_now(given: str | None) -> str:
    """``given`` in UTC as the store compares times, or now.

    Raises:
        typer.BadParameter: it is no ISO date-time.
    """
    if given is None:
        # To the microsecond: of two decisions within a second the later must count.
        return datetime.now(UTC).isoformat(timespec="microseconds")
    try:
        found = datetime.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"{given!r}: no ISO date-time", param_hint="--at") from error
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")
