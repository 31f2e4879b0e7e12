"""Who held which office when, by full name, by another spelling of it, or by the surname of a national leader."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

import msgspec

from onrecord.entities.lexicon import fold, titles
from onrecord.gender import is_given
from onrecord.resources import rows

# The hand-written table is of this day (``leaders.tsv``).
_WRITTEN = "2024-06-30"
_HEADS = frozenset(
    "president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader|leader|taoiseach|junta leader|"
    "state counsellor|emperor|chairman of the sovereign council".split("|")
)
_PUBLIC = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "VNM", "KHM"})
_LATEST = "9999"


class Tenure(msgspec.Struct, frozen=True):
    """One person in one office: ISO dates, months or years; an empty ``end`` means in office on ``asof``.

    ``code`` is a sector or whole code where the words of the office don't tell it, else empty.
    """

    person: str
    wikidata: str
    position: str
    country: str
    start: str
    end: str
    asof: str
    code: str = ""

    def covers(self, day: str) -> bool:
        """Whether the office was held on ``day``, as far as the precision of the dates tells."""
        return (not self.start or self.start <= day[: len(self.start)]) and not self.is_over(day)

    def is_over(self, day: str) -> bool:
        """Whether the office had ended before ``day``."""
        return bool(self.end) and self.end < day[: len(self.end)]

    @property
    def sector(self) -> str:
        """By the table, else by the words of the office; GOV where they don't say, since these are public offices."""
        if self.code:
            return self.code[3:] if len(self.code) > _TOP else self.code
        return self.told or "GOV"

    @property
    def told(self) -> str:
        """The sector that the words of the office tell; "" where they don't."""
        return _sector_of(self.position)

    @property
    def is_head(self) -> bool:
        """Whether it is the office of a head of state or government."""
        return fold(self.position) in _HEADS and self.code in ("", "GOV")


_EXECUTIVE = frozenset({"minister", "ambassador", "governor", "mayor", "envoy", "undersecretary"})


@cache
def _sector_of(position: str) -> str:
    """That of the longest title in the words, of one word only before "of", "for" or "to"."""
    words = fold(position).split()
    first_part = fold(re.split(r" of | for | to ", position)[0]).split()
    if _EXECUTIVE.intersection(first_part):
        return "GOV"
    for length in range(len(words), 0, -1):
        among = words if length > 1 else first_part
        for first in range(len(among) - length, -1, -1):
            found = titles().get(" ".join(among[first : first + length]))
            if found and found.sector not in _NO_OFFICE:
                return found.sector
    return ""


_TOP = 3  # letters of a sector or top-level code
_NO_OFFICE = frozenset({"=", "-", "BUS", "EDU", "UNK", "CVL"})


@cache
def officeholders() -> dict[str, tuple[Tenure, ...]]:
    """Folded full name → tenures; what is written by hand takes the place of the same person's other rows."""
    table: dict[str, list[Tenure]] = {}
    for person, wikidata, position, country, start, end, asof in rows("officeholders.tsv"):
        code = _body_of(position) if country == "IGO" else ""
        table.setdefault(fold(person), []).append(Tenure(person, wikidata, position, country, start, end, asof, code))
    for listed, country, offices in rows("leaders.tsv"):
        forms = [fold(form) for form in listed.split("|")]
        there = [t for form in forms for t in table.get(form, ()) if t.country[:3] in (country, "IGO")]
        known = {t.wikidata for t in there}
        wikidata = known.pop() if len(known) == 1 else ""
        written = [_written(listed.split("|")[0], wikidata, country, office) for office in offices.split("; ")]
        for form in forms:
            others = [t for t in table.get(form, ()) if t not in there or (wikidata and t.wikidata != wikidata)]
            table[form] = [*others, *written]
    return {name: tuple(held) for name, held in table.items()}


def _body_of(position: str) -> str:
    """The top-level code of an office in an international body."""
    if "United Nations" in position or position.startswith(("UN ", "Under-Secretary")):
        return "UNO"
    return "EUR" if "Europe" in position else "IGO"


def _written(person: str, wikidata: str, country: str, office: str) -> Tenure:
    words, _, period = office.rpartition(" ")
    code, _, position = words.rpartition(":")
    start, _, end = period.partition("/")
    return Tenure(person, wikidata, position, country, start, end, _WRITTEN, code)


@cache
def _surnames() -> dict[str, tuple[Tenure, ...]]:
    """Folded surname → tenures of everybody of that surname."""
    table: dict[str, dict[Tenure, None]] = {}
    for name, held in officeholders().items():
        for tenure in held:
            words = _words(name)
            own = words[0] if tenure.country in _SURNAME_FIRST else words[-1]
            table.setdefault(own, {})[tenure] = None
    return {name: tuple(held) for name, held in table.items()}


@cache
def _sounds() -> dict[tuple[str, ...], tuple[Tenure, ...]]:
    """Words as they sound, in any order → tenures of everybody so called."""
    table: dict[tuple[str, ...], dict[Tenure, None]] = {}
    for name, held in officeholders().items():
        if len(key := _sounded(name)) > 1:
            table.setdefault(key, {}).update(dict.fromkeys(held))
    return {key: tuple(held) for key, held in table.items()}


def _words(name: str) -> list[str]:
    """Folded words without initials, "Jr" and Arabic articles."""
    plain = re.sub(r"\b(al|el|as|ad|an)-", "", fold(name).replace("'", ""))
    words = [word for word in re.split(r"[\s.-]+", plain) if len(word) > 1 and word not in _SMALL]
    return words or [plain]


_SMALL = frozenset({"jr", "sr", "ii", "iii", "al", "el", "bin", "ibn", "ben"})
# How the same sounds are written in different romanizations; in this order.
_SPELLINGS = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"^(ye|ie)", "e"), (r"x", "ks"), (r"ph", "f"), (r"(kh|ck|q)", "k"), (r"[dgt]h", lambda m: m[0][0]),
        (r"(tch|tsch|cz)", "ch"), (r"(zh|dj|dzh)", "j"), (r"w", "v"), (r"er\b", "r"), (r"abd[aeu]l", "abdal"),
        (r"(ou|oo)", "u"), (r"(ee|iy|yy|ij|ii|y)", "i"), (r"(ei|ai|ae|ie)", "e"), (r"[ae]", "a"), (r"[ou]", "o"),
        (r"(.)\1", r"\1"), (r"(?<=..)[aio]+$", ""),
    )
)  # fmt: skip


def sounds_alike(one: str, other: str) -> bool:
    """Whether two full names are one in different romanizations: "Moammar Gaddafi", "Muammar Qadhafi"."""
    key = _sounded(one)
    return len(key) > 1 and key == _sounded(other)


@lru_cache(maxsize=50_000)
def _sounded(name: str) -> tuple[str, ...]:
    words = []
    for word in _words(name):
        for old, new in _SPELLINGS:
            word = old.sub(new, word)
        words.append(word)
    return tuple(sorted(words))


def is_listed(name: str) -> bool:
    """Whether the tables have somebody of this full name, as written."""
    return " " in name and fold(name) in officeholders()


def begins_given(name: str) -> bool:
    """Whether the first word of a listed full name is a given name, though it may be a title: "Dean Brown"."""
    return is_given(name.partition(" ")[0]) and is_listed(name)


def tenures(name: str, day: str, country: str | None = None, title: str | None = None) -> tuple[Tenure, ...]:
    """What the tables have for one person; empty where nobody or more than one is so called.

    A full name is looked up as written, then as it sounds. A surname alone stands for the one who held the office of
    ``title`` on ``day``, or with no title for a head of state or government.
    """
    if len(_words(name)) > 1 or fold(name) in officeholders():
        found = officeholders().get(fold(name)) or _sounds().get(_sounded(name), ())
        return _one([t for t in found if country in (None, t.country[:3])])
    held = [t for t in _surnames().get(_words(name)[0], ()) if country in (None, t.country[:3])]
    if title:
        return _one([t for t in held if day and t.covers(day) and _is_office(t, title)])
    return _head(held, day)


def _head(held: Sequence[Tenure], day: str) -> tuple[Tenure, ...]:
    """Everything about the head of state or government among ``held``: the one in office, else the only one ever."""
    heads = [t for t in held if t.is_head]
    ruling = [t for t in heads if (t.covers(day) if day else not t.end)]
    person = {t.person for t in _one(ruling) or _one([t for t in heads if not day or t.start <= day]) or _one(heads)}
    return tuple(t for t in held if t.person in person)


def _is_office(tenure: Tenure, title: str) -> bool:
    position, wanted = fold(tenure.position), fold(title)
    return position == wanted or position.startswith((f"{wanted} of ", f"{wanted} for ")) or (
        wanted.removesuffix(" minister") != wanted and position == f"minister of {wanted.removesuffix(' minister')}"
    )  # fmt: skip


def _one(held: Iterable[Tenure]) -> tuple[Tenure, ...]:
    found = tuple(held)
    people = {t.wikidata or t.person for t in found}
    return found if len(people) == 1 else ()


def country_led(surname: str, day: str) -> str | None:
    """The country of the head of state or government of that surname: "the Biden administration"."""
    held = [t for t in _surnames().get(_words(surname)[0], ()) if t.is_head]
    led = {t.country[:3] for t in held if not day or t.covers(day)} or {t.country[:3] for t in held}
    return led.pop() if len(led) == 1 else None


def same_office(held: Sequence[Tenure], title: str | None, day: str) -> str | None:
    """The sector of the office of just that title among ``held``: Hong Kong's chief executive is no businessman."""
    current = (t for t in held if t.covers(day or _LATEST))
    return next((t.sector for t in current if title and fold(title) == fold(t.position)), None)


class Standing(msgspec.Struct, frozen=True):
    """What a person was on a day: country, sector or top-level code, Wikidata id, and the rule that says so.

    ``also`` is the sector of an office in a body of a top-level code.
    """

    country: str | None
    sector: str | None
    top: str | None
    also: str | None
    wikidata: str | None
    rule: str


def standing(held: Sequence[Tenure], day: str, tops: frozenset[str]) -> Standing:
    """What the holder of ``held`` (not empty) was on ``day``; without a day, what the tables have last.

    Somebody whose public offices are all over is ELI; before the first, the sector is open.
    """
    at = day or _LATEST
    current = [t for t in held if t.covers(at)]
    over = [t for t in held if t.is_over(at)]
    last = max(current or over or held, key=lambda t: (bool(t.code) or t.asof == _WRITTEN, t.sector == "GOV", t.start))
    if not current:
        last = max(over or held, key=lambda t: t.end)
    sector = last.sector if current or over else None
    if over and not current and (sector in _PUBLIC or sector in tops):
        sector = "ELI"
    rule = "office-holder, other time"
    if current:
        rule = "office-holder" if at <= last.asof else "office-holder, unverified after"
    top = sector if sector in tops else None
    country = last.code[:3] if len(last.code) > _TOP else last.country[:3]
    wikidata = next((t.wikidata for t in chain([last], held) if t.wikidata), None)
    also = (last.told or None) if top else None
    is_of_none = country == "---" or country in tops
    return Standing(None if top or is_of_none else country, None if top else sector, top, also, wikidata, rule)
