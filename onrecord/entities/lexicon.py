"""The tables of countries, bodies, titles and office-holders, made ready for looking up."""

import unicodedata
from functools import cache

import msgspec

from onrecord.resources import rows


class Country(msgspec.Struct, frozen=True):
    """A country or territory: ISO 3166 alpha-3 code, name, and the cities that stand for its government."""

    code: str
    name: str
    capitals: tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """What a name in a table stands for. ``use`` is country, nation (a nationality), capital, body or metonym."""

    name: str
    code: str
    use: str


class Title(msgspec.Struct, frozen=True):
    """A word for an actor: its sector ("-" none, "=" that of what it belongs to) and the kind of actor."""

    words: str
    sector: str
    kind: str


class Tenure(msgspec.Struct, frozen=True):
    """One person in one office: ISO dates, months or years; an empty ``end`` means in office on ``asof``."""

    wikidata: str
    position: str
    country: str
    start: str
    end: str
    asof: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on ``day``, as far as the precision of the dates tells."""
        return (not self.start or self.start <= day[: len(self.start)]) and (
            not self.end or day[: len(self.end)] <= self.end
        )


def fold(text: str) -> str:
    """Lower case without accents, curly apostrophes or a leading article: the key of every table."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "'").casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.removeprefix("the ")


class Region(msgspec.Struct, frozen=True):
    """A first-level region or larger area, its country and GeoNames region where known, and its point."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None


@cache
def countries() -> dict[str, Country]:
    """Alpha-3 code → country."""
    return {
        code: Country(code, name, tuple(filter(None, capital.split("|"))))
        for code, _, name, _, _, capital in rows("countries.tsv")
    }


@cache
def names() -> dict[str, Known]:
    """Exact surface form → what it stands for; a body counts before a country, a country before a capital."""
    table: dict[str, Known] = {}
    for code, _, name, variants, demonyms, capital in rows("countries.tsv"):
        for city in filter(None, capital.split("|")):
            table[city] = Known(city, f"{code}GOV", "capital")
        for word in filter(None, demonyms.split("|")):
            for form in _numbers(word):
                table[form] = Known(name, code, "nation")
        for form in (name, *filter(None, variants.split("|"))):
            table[form] = Known(name, code, "country")
    for listed, code in rows("organizations.tsv"):
        for form in listed.split("|"):
            table[form] = Known(listed.split("|")[0], code, "body")
    for name, code, _ in rows("metonyms.tsv"):
        table[name] = Known(name, code, "metonym")
    return table


def _numbers(word: str) -> tuple[str, ...]:
    if word.endswith(("ese", "sh", "ch", "men", "s", ".", "US", "man")):
        return (word,)
    return (word, word + "s")


@cache
def longest_name() -> int:
    """Words in the longest name of the tables."""
    return max(len(name.split()) for name in names())


@cache
def titles() -> dict[str, Title]:
    """Lower-case words → title; plurals too."""
    table: dict[str, Title] = {}
    for sector, kind, words in rows("titles.tsv"):
        for word in words.split("|"):
            table.setdefault(word, Title(word, sector, kind))
            if kind in {"person", "organization", "government", "document"}:
                plural = "group" if kind == "person" else kind
                table.setdefault(_plural(word), Title(word, sector, plural))
    return table


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


@cache
def officeholders() -> dict[str, tuple[Tenure, ...]]:
    """Folded full name → tenures."""
    table: dict[str, list[Tenure]] = {}
    for person, *cells in rows("officeholders.tsv"):
        table.setdefault(fold(person), []).append(Tenure(*cells))
    return {name: tuple(held) for name, held in table.items()}


@cache
def surnames() -> dict[str, tuple[Tenure, ...]]:
    """Folded surname → tenures of everybody of that surname."""
    table: dict[str, list[Tenure]] = {}
    for name, held in officeholders().items():
        table.setdefault(name.split()[-1], []).extend(held)
    return {name: tuple(held) for name, held in table.items()}


@cache
def regions() -> dict[str, Region]:
    """Folded name or abbreviation → region."""
    table = {}
    for kind, listed, iso3, admin1, lat, lon in rows("regions.tsv"):
        if kind == "country":
            continue
        forms = listed.split("|")
        point = (None, None) if lat == "-" else (float(lat), float(lon))
        country, code = (None if value == "-" else value for value in (iso3, admin1))
        region = Region(forms[0].removesuffix(" state"), country, code, *point)
        table.update({fold(form): region for form in forms})
        if code:
            table.setdefault(fold(region.name), region)
    return table
