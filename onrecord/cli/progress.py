"""How far a command is: articles, rate and time left on a terminal; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    """Inputs a second."""

    def render(self, task: object) -> Text:
        speed = getattr(task, "finished_speed", None) or getattr(task, "speed", None)
        return Text(f"{speed:.1f}/s" if speed else "")


@contextmanager
def progress(total: Callable[[], int | None]) -> Iterator[Callable[[], None]]:
    """A function to call after each input. ``total`` is asked only where there is a terminal to show it on."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total())
        yield lambda: bar.advance(task)
