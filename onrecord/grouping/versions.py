"""Versions of one address: which text is a later state of another, and what was changed in it."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from itertools import accumulate
from urllib.parse import urlsplit

import msgspec

from onrecord.model.span import Span

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# What only tells how a reader came to the page.
_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|dc|ms|y)clid|gclsrc|igshid|mc_[ce]id|_ga|cmpid|ocid|ito|ref|ref_src|ns_\w+|at_\w+"
)
_USUAL_PORTS = frozenset({None, 80, 443})
_WWW = re.compile(r"^(?:www\.)+(?=.)")
_DAY = len("2024-05-01")
_MOST = 4_000  # lines, or words of a passage, that are compared one by one; more are shown as one change


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A text that was found at an address; ``updated`` and ``retrieved`` are ISO times that were given."""

    article: str
    url: str | None
    text: str
    updated: str | None = None
    retrieved: str | None = None


class Change(msgspec.Struct, frozen=True):
    """A passage that was changed: its place in the earlier text and in the later one; one of the two may be empty."""

    removed: Span
    added: Span


def address(url: str) -> str:
    """The address by which two pages are the same: without fragment, tracking, ``www.`` and the final slash.

    ``http`` and ``https`` are one; parameters are sorted. What is no web address is returned as it is.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url
    host = f"[{host}]" if ":" in host else _WWW.sub("", host)
    asked = sorted(one for one in parts.query.split("&") if one and not _is_tracking(one))
    return "".join(
        (
            f"https://{host}",
            f":{port}" if port not in _USUAL_PORTS else "",
            parts.path.rstrip("/"),
            f"?{'&'.join(asked)}" if asked else "",
        )
    )


def _is_tracking(parameter: str) -> bool:
    return bool(_TRACKING.fullmatch(parameter.partition("=")[0].lower()))


def is_later(one: Version, other: Version) -> bool:
    """Whether ``one`` is a later version of ``other``: of the same address, of another text, and later by their times.

    Texts that differ in white space alone are the same. Times are those of the updates where both give one and they
    differ, else those at which the texts were found; where neither tells, neither text is later.
    """
    if not one.url or not other.url or address(one.url) != address(other.url):
        return False
    if one.text.split() == other.text.split():
        return False
    updates = _order(one.updated, other.updated)
    return (updates or _order(one.retrieved, other.retrieved)) > 0


def _order(one: str | None, other: str | None) -> int:
    """1 if the ISO time ``one`` is after ``other``, -1 if before, 0 if that is not known.

    Days are compared where a clock time or a time zone is given on one side only.
    """
    try:
        first, second = datetime.fromisoformat(one or ""), datetime.fromisoformat(other or "")
    except ValueError:
        return 0
    if (first.tzinfo is None) != (second.tzinfo is None) or min(len(one or ""), len(other or "")) <= _DAY:
        return (first.date() > second.date()) - (first.date() < second.date())
    return (first > second) - (first < second)


def changes(earlier: str, later: str) -> tuple[Change, ...]:
    """What was removed from ``earlier`` and added in ``later``, in order; whole words, and as few as are found.

    Lines are matched first, then the words of those that were changed. Joining the passages that are in no change gives
    the same text on both sides.
    """
    found: list[Change] = []
    for removed, added in _differing(_LINE.findall(earlier), _LINE.findall(later), Span(0, 0)):
        words = _WORD.findall(removed.of(earlier)), _WORD.findall(added.of(later))
        found += (Change(*pair) for pair in _differing(*words, Span(removed.start, added.start)))
    return tuple(found)


def _differing(one: Sequence[str], other: Sequence[str], origin: Span) -> Iterator[tuple[Span, Span]]:
    """Spans of the pieces that differ; ``origin`` holds where the first piece of either side stands."""
    starts, others = _starts(one, origin.start), _starts(other, origin.end)
    if max(len(one), len(other)) > _MOST:
        yield Span(starts[0], starts[-1]), Span(others[0], others[-1])
        return
    for tag, start, end, other_start, other_end in SequenceMatcher(None, one, other).get_opcodes():
        if tag != "equal":
            yield Span(starts[start], starts[end]), Span(others[other_start], others[other_end])


def _starts(pieces: Sequence[str], at: int) -> list[int]:
    return [at, *(at + length for length in accumulate(map(len, pieces)))]
