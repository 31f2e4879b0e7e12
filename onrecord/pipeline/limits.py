"""What a page may cost: its size, its attributes, the seconds until it is clean."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from onrecord.config import Settings
from onrecord.errors import OverdueError, TooLargeError, UnsafeError
from onrecord.model.page import Page

# The parser compares every attribute of a tag with every other, for hours if there are a million.
_ATTRIBUTES = 20_000
_TOO_SHORT = 3 * _ATTRIBUTES  # bytes in which so many do not fit
_TAG = re.compile(rb"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_VALUE = re.compile(rb""""[^"]*+"|'[^']*+'""")
_AGAIN_S = 1.0


class _TimeUp(BaseException):
    """Not an Exception, so that no extractor takes it for a fault of its own and goes on."""


def check(page: Page, settings: Settings) -> None:
    """Refuses what would cost too much to parse.

    Raises:
        TooLargeError: a page of more than ``max_page_bytes``.
        UnsafeError: a tag of so many attributes that they were made to break a parser.
    """
    if page.media_type != "text/html":
        return
    if len(page.raw) > settings.max_page_bytes:
        raise TooLargeError(f"a page of {len(page.raw)} bytes; at most {settings.max_page_bytes}: raise max_page_bytes")
    if (count := _most_attributes(page.raw)) > _ATTRIBUTES:
        raise UnsafeError(f"a tag of {count} attributes, made to break a parser")


def _most_attributes(raw: bytes) -> int:
    """The most attributes of one tag, where they may be too many."""
    if len(raw) < _TOO_SHORT:
        return 0
    long_ones = (found[0] for found in _TAG.finditer(raw) if found.end() - found.start() >= _TOO_SHORT)
    return max((len(_VALUE.sub(b"", tag).split()) for tag in long_ones), default=0)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Ends what takes longer than ``seconds``; without effect outside of the main thread, where no signal comes.

    Raises:
        OverdueError: it did.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def up(number: int, frame: FrameType | None) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGALRM, up)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN_S)
        yield
    except _TimeUp:
        raise OverdueError(f"not clean after {seconds:.0f} s; raise max_seconds to wait longer") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
