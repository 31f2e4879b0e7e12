"""Writing to a terminal what strangers wrote: colours only where they are wanted, no control sequence passed on."""

import os
import re
import sys

from rich.console import Console

_PIPE_WIDTH, _WIDE_PIPE_WIDTH = 100, 180
# Control characters but tab and line feed (a terminal would obey them), direction overrides (they make a line read
# as what it is not) and lone surrogates (no encoding takes them).
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """``text`` with each character that could do harm replaced; its length stays."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text)


def has_colours() -> bool:
    """Whether standard output is a terminal whose user has not asked for no colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def console(*, wide: bool = False) -> Console:
    """Standard output: as wide as the terminal, or of a fixed width in a pipe."""
    colours = has_colours()
    return Console(
        file=sys.stdout,
        width=None if sys.stdout.isatty() else _WIDE_PIPE_WIDTH if wide else _PIPE_WIDTH,
        force_terminal=colours,
        color_system="auto" if colours else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
