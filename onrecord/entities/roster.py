"""A user's own table of actors: who is meant by which names, under which code, from when to when.

Tab-separated, with the header line ``names kind code wikidata start end`` (docs/how-to/actors.md).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.entities.lexicon import countries, fold
from onrecord.entities.roles import TOP_LEVEL, Role
from onrecord.errors import ResourceError
from onrecord.resources import numbered

HEADER = ("names", "kind", "code", "wikidata", "start", "end")
RULE = "roster"
_KINDS = ("person", "organization", "government", "group")
_SECTORS = frozenset(
    "GOV MIL COP JUD LEG PTY OPP SPY REB PRM UAF JRN BUS EDU MED REL LAB AGR CVL SOC REF CRM ELI UNK".split()
)  # PLOVER's
_COUNTRY = 3  # letters of a country code
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_QID = re.compile(r"Q[1-9]\d*")


class Entry(msgspec.Struct, frozen=True):
    """One actor under one code; ``start`` and ``end`` are ISO days, months or years, both inclusive, "" where open."""

    name: str
    kind: str
    code: str
    wikidata: str | None
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether it holds on ``day`` (ISO); without a day, only a row without dates does."""
        if not day:
            return not self.start and not self.end
        return self.start <= day[: len(self.start)] and (not self.end or day[: len(self.end)] <= self.end)

    @property
    def role(self) -> Role:
        """What the row says, without a title."""
        if self.code in TOP_LEVEL:
            return Role(None, None, self.kind, None, RULE, self.code)
        country = None if self.code.startswith("---") else self.code[:_COUNTRY]
        return Role(None, self.code[_COUNTRY:] or None, self.kind, country, RULE)


class Fault(msgspec.Struct, frozen=True):
    """One fault: the number of its line, from 1, and what was found and expected."""

    line: int
    message: str


class Roster:
    """The rows of a table by every name they give; of none, an empty one.

    Raises:
        ResourceError: a line is faulty; the message names the first.
    """

    def __init__(self, lines: Sequence[str] | None = None) -> None:
        if lines is not None and (found := faults(lines)):
            raise ResourceError(f"table of actors, line {found[0].line}: {found[0].message}")
        self._rows: dict[str, list[Entry]] = {}
        for _, cells in _rows(lines or ())[1:]:
            for name in cells[0].split("|"):
                self._rows.setdefault(fold(name), []).append(_entry(cells))
        self.longest = max((len(name.split()) for name in self._rows), default=0)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def at(self, name: str, day: str) -> Entry | None:
        """The row that holds for ``name`` on ``day``; null where there is none."""
        return next((entry for entry in self._rows.get(fold(name), ()) if entry.covers(day)), None)


def _entry(cells: Sequence[str]) -> Entry:
    names, kind, code, wikidata, start, end = cells
    return Entry(names.split("|")[0], kind, code, wikidata or None, start, end)


def _rows(lines: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
    """The header and the rows with their line numbers, white space around the cells left out."""
    return [(at, tuple(cell.strip() for cell in cells)) for at, cells in numbered(lines)]


def faults(lines: Sequence[str]) -> list[Fault]:
    """Every fault of a table, by line."""
    rows = _rows(lines)
    if not rows or rows[0][1] != HEADER:
        at, header = rows[0] if rows else (1, ())
        return [Fault(at, f"header {' '.join(header)!r}; expected {' '.join(HEADER)!r}, with tabs between")]
    if len(rows) == 1:
        return [Fault(rows[0][0], "a header and no row")]
    found = [Fault(at, message) for at, cells in rows[1:] if (message := _fault(cells))]
    faulty = {fault.line for fault in found}
    sound = {at: cells for at, cells in rows[1:] if at not in faulty}
    return sorted([*found, *_overlaps(sound)], key=lambda fault: fault.line)


def _fault(cells: Sequence[str]) -> str | None:
    if len(cells) != len(HEADER):
        return f"{len(cells)} columns; expected {len(HEADER)}: {' '.join(HEADER)}"
    names, kind, code, wikidata, start, end = cells
    if not all(name.strip() for name in names.split("|")):
        return "no name, or an empty one between two |"
    if kind not in _KINDS:
        return f"kind {kind!r}; expected one of {', '.join(_KINDS)}"
    if wikidata and not _QID.fullmatch(wikidata):
        return f"wikidata {wikidata!r}; expected Q and a number, or nothing"
    return _code_fault(code) or _date_fault(start, end)


def _code_fault(code: str) -> str | None:
    if code in TOP_LEVEL:
        return None
    country, sector = code[:_COUNTRY], code[_COUNTRY:]
    if country not in countries() and not (country == "---" and sector):
        others = ", ".join(sorted(TOP_LEVEL))
        return f"code {code!r}: {country!r} is no country's; expected ISO 3166 alpha-3, --- or {others}"
    if sector and sector not in _SECTORS:
        return f"code {code!r}: {sector!r} is no sector; expected one of {', '.join(sorted(_SECTORS))}"
    return None


def _date_fault(start: str, end: str) -> str | None:
    for day in (start, end):
        if day and not _DAY.fullmatch(day):
            return f"date {day!r}; expected YYYY, YYYY-MM or YYYY-MM-DD"
    shared = min(len(start), len(end))
    return f"it ends ({end}) before it starts ({start})" if start[:shared] > end[:shared] else None


def _overlaps(rows: Mapping[int, Sequence[str]]) -> Iterator[Fault]:
    """Rows whose name an earlier row has for the same time: the later one would never be reached."""
    seen: dict[str, list[tuple[int, Entry]]] = {}
    for at, cells in rows.items():
        entry = _entry(cells)
        for name in dict.fromkeys(map(fold, cells[0].split("|"))):
            for line, other in seen.get(name, ()):
                if _meet(entry, other):
                    yield Fault(at, f"{name!r} stands in line {line} already, for the same time")
            seen.setdefault(name, []).append((at, entry))


def _meet(one: Entry, other: Entry) -> bool:
    """Whether some day lies within both: where one ends on the day, month or year the other starts, they don't."""
    return _before(one.start, other.end) and _before(other.start, one.end)


def _before(start: str, end: str) -> bool:
    shared = min(len(start), len(end))
    return not shared or start[:shared] < end[:shared]
