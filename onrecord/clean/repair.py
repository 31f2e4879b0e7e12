"""Mends what scrapers break: half-decoded entities, mojibake, stray spaces. Each repair is named and can be undone.

A rule finds a fault and gives the words that belong there; the text between stays as it is, so that an offset map is
nothing more than the list of pieces that were kept. A clean text comes out as it went in.
"""

import re
from collections.abc import Callable, Collection, Iterator
from html import unescape
from itertools import pairwise

import msgspec
from ftfy import TextFixerConfig, fix_text

from onrecord.model.page import OffsetMap, Repair
from onrecord.model.span import Span

Edit = tuple[int, int, str]  # start, end, what belongs there
Rule = Callable[[str], Iterator[Edit]]


class Repaired(msgspec.Struct, frozen=True):
    """The mended text, what was mended (spans in the text as found), and the way back."""

    text: str
    repairs: tuple[Repair, ...]
    offsets: OffsetMap


def repair(text: str, off: Collection[str] = ()) -> Repaired:
    """Applies every rule but those named in ``off``, in order; later rules see what earlier ones made."""
    found = text
    offsets = OffsetMap(((0, 0, len(text)),))
    repairs: list[Repair] = []
    for name, rule in _RULES:
        if name in off:
            continue
        edits = [edit for edit in rule(text) if text[edit[0] : edit[1]] != edit[2]]
        if edits:
            repairs += [_described(name, edit, text, offsets) for edit in edits]
            text, step = apply(text, edits)
            offsets = compose(offsets, step)
    return Repaired(text, tuple(sorted(repairs, key=lambda r: (r.span, r.rule))), offsets if repairs else _same(found))


def _same(text: str) -> OffsetMap:
    return OffsetMap(((0, 0, len(text)),) if text else ())


def _described(rule: str, edit: Edit, text: str, offsets: OffsetMap) -> Repair:
    start, end, after = edit
    places = [at for at in (offsets.found(i) for i in range(start, end)) if at is not None]
    if places:
        span = Span(min(places), max(places) + 1)
    else:
        before = offsets.found(start - 1) if start else None
        span = Span(0 if before is None else before + 1, 0 if before is None else before + 1)
    return Repair(rule=rule, span=span, before=text[start:end], after=after)


def apply(text: str, edits: list[Edit]) -> tuple[str, OffsetMap]:
    """The text with ``edits`` (in order, not overlapping) made, and where the rest of it came from."""
    out: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = at = 0
    for start, end, after in [*edits, (len(text), len(text), "")]:
        if start > at:
            pieces.append((length, at, start - at))
            out.append(text[at:start])
            length += start - at
        out.append(after)
        length += len(after)
        at = end
    return "".join(out), OffsetMap(tuple(pieces))


def compose(first: OffsetMap, second: OffsetMap) -> OffsetMap:
    """The map that leads through ``second`` and then through ``first``."""
    pieces: list[tuple[int, int, int]] = []
    index = 0
    for start, middle, length in second.pieces:
        while index < len(first.pieces) and first.pieces[index][0] + first.pieces[index][2] <= middle:
            index += 1
        for inner, found, inner_length in first.pieces[index:]:
            low, high = max(inner, middle), min(inner + inner_length, middle + length)
            if inner >= middle + length:
                break
            if low < high:
                pieces.append((start + low - middle, found + low - inner, high - low))
    return OffsetMap(tuple(pieces))


# ---- the rules -------------------------------------------------------------------------------------------------------

_REMNANT = re.compile("[“”‘’–—];")
_SURE_REMNANT = re.compile(r"[“‘–—];|\w[”’];\w")
_ENTITY = re.compile(r"&(?:amp;)*(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_INVISIBLE = re.compile("[\u200b\u200c\u2060\ufeff\u00ad\u0000-\u0008\u000b\u000e-\u001f]")
_SPACES = re.compile("[\u00a0\u2007\u202f\u2009\u200a]")
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\f")
_DOUBLE = re.compile(r"(?<=\S)  +(?=\S)")
_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_WRAPPED = re.compile(r"(?<=[^\n.!?:”\"])\n(?=[^\s•\-–—*\d])")
_BROKEN = re.compile("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡-¿]|ï»¿")
_FOREIGN = re.compile("[^\x00-\x7f]+")
_WRAP_WIDTH = range(50, 101)
_FTFY = TextFixerConfig(
    unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False,
    fix_line_breaks=False, fix_surrogates=False, remove_control_chars=False, normalization=None,
)  # fmt: skip


def _remnants(text: str) -> Iterator[Edit]:
    """Marks left by entities whose name was dropped and whose semicolon stayed: ``isn”;t``, ``“;no”;``, ``–;``.

    The closing mark stood for the apostrophe too. Between letters it is one; after an s it is a possessor's where no
    quotation is open; elsewhere it closes a quotation.
    """
    if not _SURE_REMNANT.search(text):  # the others may be semicolons after quotations
        return
    is_open = False
    at = 0
    for match in _REMNANT.finditer(text):
        mark, start, end = match[0][0], *match.span()
        is_open = is_open and "\n\n" not in text[at:start]
        if mark in "”’" and _is_apostrophe(text[start - 1 : start], text[end : end + 1], is_open):
            yield start, end, "'"
        else:
            is_open = is_open if mark in "–—" else mark in "“‘"
            yield start, end, mark
        at = end


def _is_apostrophe(before: str, after: str, is_open: bool) -> bool:
    if before.isalnum() and not is_open:
        return True
    return after.isalnum() and (before.isalnum() or (not is_open and not before.strip()))


def _entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        value = match[0]
        for _ in range(3):
            value = unescape(value)
        if value != match[0] and len(value) <= 2:
            yield match.start(), match.end(), value


def _mojibake(text: str) -> Iterator[Edit]:
    at = 0
    for line in text.splitlines(keepends=True):
        if _BROKEN.search(line) and (fixed := fix_text(line, _FTFY)) != line:
            for start, end, after in _changes(line, fixed):
                yield at + start, at + end, after
        at += len(line)


def _changes(line: str, fixed: str) -> list[Edit]:
    """The edits that lead from a line to its repair: one for each broken run, or one for all between first and last."""
    mended = {run: fix_text(run, _FTFY) for run in {*_FOREIGN.findall(line)}}
    runs = [(*run.span(), mended[run[0]]) for run in _FOREIGN.finditer(line)]
    edits = [(start, end, after) for start, end, after in runs if line[start:end] != after]
    if apply(line, edits)[0] == fixed:
        return edits
    start = _alike(line, fixed)
    tail = _alike(line[:start:-1], fixed[:start:-1])
    return [(start, len(line) - tail, fixed[start : len(fixed) - tail])]


def _alike(one: str, other: str) -> int:
    """How many characters two texts share at their start."""
    shortest = min(len(one), len(other))
    return next((at for at in range(shortest) if one[at] != other[at]), shortest)


def _substitute(pattern: re.Pattern[str], after: str) -> Rule:
    def rule(text: str) -> Iterator[Edit]:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), after

    return rule


def _wraps(text: str) -> Iterator[Edit]:
    """Line breaks inside sentences, only where most lines of the text are about as long as one another."""
    if not is_wrapped(text):
        return
    for match in _WRAPPED.finditer(text):
        yield match.start(), match.end(), " "


def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width: most lines that another line follows are 50 to 100 long."""
    inner = [one for one, other in pairwise(text.split("\n")) if one.strip() and other.strip()]
    return len(inner) >= 8 and sum(len(line) in _WRAP_WIDTH for line in inner) >= 0.8 * len(inner)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("line-break", _substitute(_BREAKS, "\n")),
    ("entity", _entities),
    ("mojibake", _mojibake),
    ("entity-remnant", _remnants),
    ("invisible", _substitute(_INVISIBLE, "")),
    ("space-kind", _substitute(_SPACES, " ")),
    ("hyphenation", _substitute(_HYPHENATED, "")),
    ("hard-wrap", _wraps),
    ("double-space", _substitute(_DOUBLE, " ")),
    ("trailing-space", _substitute(_TRAILING, "")),
)
