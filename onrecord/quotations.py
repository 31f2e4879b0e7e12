"""Quotation marks paired, paragraph by paragraph, and speech told from titles and scare quotes."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.model.span import Span

_OPENING = "“„«"
_STRAIGHT = '"'
_TWICE = "''"  # two apostrophes, as some agencies' systems write a mark
_MARK = re.compile(f"[“„«”»{_STRAIGHT}]|(?<!'){_TWICE}(?!')")
_PARAGRAPH = re.compile(r"[^\n]+")
_LEAST_WORDS = 3
_TITLE_CASE = 0.75
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Quotation(msgspec.Struct, frozen=True):
    """A passage in quotation marks: with its marks, without them, and whether it reads like somebody's words."""

    outer: Span
    inner: Span
    is_speech: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in double marks, in order, none inside another.

    A mark left open ends with its paragraph, as in print, where each paragraph of a long quotation opens it anew.
    """
    return tuple(found for paragraph in _PARAGRAPH.finditer(text) for found in _paired(text, paragraph))


def _paired(text: str, paragraph: re.Match[str]) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, *paragraph.span()):
        if opened is None:
            opened = mark if _opens(text, mark) else None
        elif mark[0] not in _OPENING:
            yield _quotation(text, Span(opened.start(), mark.end()), Span(opened.end(), mark.start()))
            opened = None
    if opened is not None and paragraph.end() - opened.start() > 2:
        yield _quotation(text, Span(opened.start(), paragraph.end()), Span(opened.end(), paragraph.end()))


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a quotation: no inch mark behind a number, and of two apostrophes not the closing pair."""
    if mark[0] == _STRAIGHT:
        return not _is_inch(text, mark.start())
    if mark[0] == _TWICE:
        return not text[mark.end() : mark.end() + 1].isspace() and not text[: mark.start()][-1:].isalnum()
    return mark[0] in _OPENING


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalpha()


def _quotation(text: str, outer: Span, inner: Span) -> Quotation:
    return Quotation(outer, inner.trim(text), _is_speech(inner.of(text)))


def _is_speech(words: str) -> bool:
    """Three words or more that are not a title in capitals, or a sentence with its mark."""
    found = _WORD.findall(words)
    if len(found) < _LEAST_WORDS:
        return words.rstrip()[-1:] in {",", ".", "!", "?"} and len(found) > 0 and words[:1].isupper()
    capitals = sum(word[0].isupper() for word in found if len(word) > 3)
    long = sum(len(word) > 3 for word in found)
    is_title = long > 1 and capitals >= _TITLE_CASE * long and words.rstrip()[-1:] not in {".", "!", "?", ","}
    return not is_title


def share_inside(found: tuple[Quotation, ...], spans: tuple[Span, ...], text: str) -> float:
    """Which share of the letters and digits of ``spans`` stands inside quotation marks."""
    letters = [at for span in spans for at in range(span.start, span.end) if text[at].isalnum()]
    if not letters:
        return 0.0
    near = [q.outer for q in found if any(q.outer.overlaps(span) for span in spans)]
    return sum(any(q.start <= at < q.end for q in near) for at in letters) / len(letters)
