"""Lines that stand on the page but are not the article: votes, share bars, related posts, bylines, notes."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.model.span import Span
from onrecord.resources import rows

_LINE = re.compile(r"[^\n]+")
_LONGEST = 220  # a longer line is an article's
_HEADLINE_END = '.!,;”"'
_TAG = re.compile(r"(?:tags?|topics?|filed under|categories)\s*:\s*(.+)", re.IGNORECASE)


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """What was found around the article: the lines to leave out, in order, and what they said."""

    lines: tuple[Span, ...] = ()
    points: int | None = None
    authors: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    span: Span
    text: str
    kind: str
    value: str


def find(text: str) -> Furniture:
    """The furniture of ``text``: single lines anywhere, and everything from the article's end on."""
    lines = [_classified(match) for match in _LINE.finditer(text) if match[0].strip()]
    tail = _tail(lines)
    gone = [line for at, line in enumerate(lines) if line.kind or at >= tail]
    points = [int(line.value) for line in gone if line.kind == "points"]
    tags = [_TAG.fullmatch(line.text) for line in gone]
    return Furniture(
        lines=tuple(line.span for line in gone),
        points=points[0] if points else None,
        authors=tuple(line.value for line in gone if line.kind == "byline"),
        related=tuple(_related(gone)),
        tags=tuple(tag.strip() for found in tags if found for tag in re.split(r"[,|]", found[1]) if tag.strip()),
    )


def _related(gone: list[_Line]) -> Iterator[str]:
    for line in gone:
        if line.kind == "related":
            yield line.value
        elif not line.kind and len(line.text) > 12:
            yield line.text


def _tail(lines: list[_Line]) -> int:
    """Index of the first line after the article: from there on all is furniture or looks like a headline."""
    at = len(lines)
    first = at
    while at and (lines[at - 1].kind or _is_headline(lines[at - 1].text)):
        at -= 1
        if lines[at].kind:
            first = at
    # A byline or a note alone does not end an article: what follows it must be marked as not belonging to it.
    return (
        first if any(line.kind in {"end", "points", "byline"} for line in lines[first:]) and first > 0 else len(lines)
    )


def _is_headline(text: str) -> bool:
    return len(text) <= 140 and text[-1] not in _HEADLINE_END and len(text.split()) <= 22


def _classified(match: re.Match[str]) -> _Line:
    span = Span(*match.span()).trim(match.string)
    text = span.of(match.string)
    if len(text) <= _LONGEST:
        for kind, pattern in _patterns():
            if found := pattern.fullmatch(text):
                return _Line(span, text, kind, found[1] if pattern.groups else "")
    return _Line(span, text, "", "")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # A name after "By" is told by its capitals, so that rule alone minds case.
    return tuple(
        (kind, re.compile(pattern, 0 if "[A-Z" in pattern else re.IGNORECASE))
        for kind, pattern in rows("furniture.tsv")
    )
