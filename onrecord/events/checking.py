"""What is wrong with a table of event types, words, contexts, codes or scores, line by line."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from onrecord.events.meaning import use_fault_of
from onrecord.events.ontology import fault_of, goldstein, own_fault_of
from onrecord.resources.plover import modes

Row = tuple[str, ...]
_QUADS = ("1", "2", "3", "4")
_CONTEXT_NAMES = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource "
    "environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)  # PLOVER's 37
_FRAMED = 2  # columns of the lexicon that say how a word is used: part of speech and frame


class Fault(msgspec.Struct, frozen=True):
    """One fault: the number of its line, from 1, and what was found and expected."""

    line: int
    message: str


def faults(lines: Sequence[str]) -> list[Fault]:
    """Every fault of a tab-separated table with a header line; which table it is, its header says.

    Blank lines and lines that begin with ``#`` count as lines and hold nothing.
    """
    numbered = [
        (at, tuple(line.rstrip("\r\n").split("\t")))
        for at, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
    if not numbered:
        return [Fault(1, f"no header; expected {_headers()}")]
    (first, header), *rows = numbered
    if header not in _CHECKS:
        return [Fault(first, f"header {' '.join(header)!r}; expected {_headers()}, with tabs between")]
    if not rows:
        return [Fault(first, "a header and no row")]
    return [*_row_faults(header, rows), *_repeated(header, rows)]


def _headers() -> str:
    return " or ".join(repr(" ".join(header)) for header in _CHECKS)


def _row_faults(header: Row, rows: Sequence[tuple[int, Row]]) -> Iterator[Fault]:
    for at, row in rows:
        if len(row) != len(header):
            yield Fault(at, f"{len(row)} columns where the header has {len(header)}")
        elif message := _CHECKS[header](row):
            yield Fault(at, message)


def _repeated(header: Row, rows: Sequence[tuple[int, Row]]) -> Iterator[Fault]:
    """Entries that an earlier line has already: the later one is never reached."""
    seen: dict[Row, int] = {}
    for at, row in rows:
        for key in _keys(header, row):
            if key in seen:
                yield Fault(at, f"{' '.join(key)!r} stands in line {seen[key]} already")
            seen.setdefault(key, at)


def _keys(header: Row, row: Row) -> list[Row]:
    if len(row) != len(header):
        return []
    if header == _LEXICON:
        return [(*row[:_FRAMED], word) for word in row[-1].split("|")]
    if header == _OWN:
        return [(*row[2:4], word) for word in row[-1].split("|")]
    if header == _USES:
        return [(row[1], row[3], word) for word in row[0].split("|")]
    if header in (_CONTEXTS, _DEPTH):
        return [(*(row[:1] if header == _DEPTH else ()), word) for word in row[-1].split("|")]
    return [row[:2] if header == _TYPES else row[:1]]


def _type_fault(row: Row) -> str | None:
    kind, _, quad, score = row
    if not kind.isupper():
        return f"type {kind!r}; expected capital letters"
    if quad not in _QUADS:
        return f"quad {quad!r}; expected 1, 2, 3 or 4"
    return _number_fault(score)


def _context_fault(row: Row) -> str | None:
    if row[0] not in _CONTEXT_NAMES:
        return f"context {row[0]!r} is not one of PLOVER's: {', '.join(sorted(_CONTEXT_NAMES))}"
    return _words_fault(row[1])


def _depth_fault(row: Row) -> str | None:
    root, code, mode, words = row
    if code not in goldstein() or not code.startswith(root):
        return f"CAMEO code {code!r}; expected one of goldstein.tsv that begins with {root!r}"
    if mode != "-" and mode not in {known for _, known in modes()}:
        return f"mode {mode!r} is not in plover.tsv"
    return _words_fault(words)


def _score_fault(row: Row) -> str | None:
    return _number_fault(row[1]) if row[0].isdigit() else f"CAMEO code {row[0]!r}; expected digits"


def _words_fault(words: str) -> str | None:
    if not all(words.split("|")):
        return "an empty word between two |"
    return f"capital letters in {words[:40]!r}; words are matched in lower case" if words != words.lower() else None


def _number_fault(text: str) -> str | None:
    try:
        number = float(text)
    except ValueError:
        return f"score {text!r}; expected a number"
    return None if -10 <= number <= 10 else f"score {text}; expected -10 to 10"  # CAMEO's scale


_LEXICON = ("pos", "frame", "type", "mode", "cameo", "words")
_TYPES = ("type", "mode", "quad", "score")
_CONTEXTS = ("context", "words")
_DEPTH = ("root", "code", "mode", "words")
_OWN = ("type", "quad", "pos", "frame", "words")
_USES = ("words", "need", "listed", "otherwise")
_CHECKS: dict[Row, Callable[[Row], str | None]] = {
    _LEXICON: lambda row: fault_of(row) or _words_fault(row[-1]),
    _OWN: lambda row: own_fault_of(row) or _words_fault(row[-1]),
    _USES: lambda row: use_fault_of(row) or _words_fault(row[2]),
    _TYPES: _type_fault,
    _CONTEXTS: _context_fault,
    _DEPTH: _depth_fault,
    ("cameo", "goldstein"): _score_fault,
}
