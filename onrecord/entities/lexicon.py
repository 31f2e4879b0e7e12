"""The tables of countries, bodies, peoples and titles, made ready for looking up."""

import unicodedata
from functools import cache, lru_cache

import msgspec

from onrecord.resources import rows


class Country(msgspec.Struct, frozen=True):
    """A country or territory: ISO 3166 alpha-3 code, name, and the cities that stand for its government."""

    code: str
    name: str
    capitals: tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """What a name in a table stands for.

    ``use`` is country, nation (a nationality), people (another people, or a faith), capital, body or metonym. ``also``
    is a further sector, or IMG. A shared name means this body only where the article speaks of its country. From
    ``changed`` on (an ISO day), the code is ``later``.
    """

    name: str
    code: str
    use: str
    also: str = ""
    is_shared: bool = False
    changed: str = ""
    later: str = ""

    def code_on(self, day: str) -> str:
        """The code on ``day`` (ISO); without a day the latest."""
        return self.later if self.changed and (not day or day >= self.changed) else self.code


class Title(msgspec.Struct, frozen=True):
    """A word for an actor: its sector ("-" none, "=" that of what it belongs to) and the kind of actor."""

    words: str
    sector: str
    kind: str


@lru_cache(maxsize=50_000)
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


# What a state was called while it was another one, though its code is that of the state after it.
_BEFORE = dict.fromkeys(("Soviet Union", "USSR", "U.S.S.R.", "Soviet"), "Soviet Union")


@cache
def names() -> dict[str, Known]:
    """Exact surface form → what it stands for; a body counts before a country, a country before a capital."""
    table: dict[str, Known] = {}
    for code, _, name, variants, demonyms, capital in rows("countries.tsv"):
        for city in filter(None, capital.split("|")):
            table[city] = Known(city, f"{code}GOV", "capital")
        for word in filter(None, demonyms.split("|")):
            for form in _numbers(word):
                table[form] = Known(_BEFORE.get(word, name), code, "nation")
        for form in (name, *filter(None, variants.split("|"))):
            table[form] = Known(_BEFORE.get(form, name), code, "country")
    for listed, coded, also in rows("organizations.tsv"):
        for form in listed.split("|"):
            table[form] = _body(listed.split("|")[0], coded, "body", also)
    for name, coded, kind in rows("metonyms.tsv"):
        if kind != "capital":
            table[name] = _body(name, coded, "metonym")
    return table


@cache
def acting_seats() -> dict[str, Known]:
    """Capital → who is meant where it acts or speaks, if that is not its country's government."""
    return {name: _body(name, coded, "metonym") for name, coded, kind in rows("metonyms.tsv") if kind == "capital"}


def _body(name: str, coded: str, use: str, also: str = "") -> Known:
    """A row's code: "A", "A?" for a shared name, or "A until DAY, B"."""
    code, _, after = coded.rstrip("?").partition(" until ")
    changed, _, later = after.partition(", ")
    return Known(name, code, use, also, coded.endswith("?"), changed, later)


@cache
def actor_names() -> dict[str, Known]:
    """As ``names``, and peoples and faiths, which are no places."""
    table = dict(names())
    for listed, code in rows("peoples.tsv"):
        for form in listed.split("|"):
            table[form] = Known(listed.split("|")[0], code, "people")
    return table


def _numbers(word: str) -> tuple[str, ...]:
    if word.endswith(("ese", "sh", "ch", "men", "s", ".", "US", "man")):
        return (word,)
    return (word, word + "s")


@cache
def ships() -> dict[str, str]:
    """The letters before a warship's name → the country of the navy."""
    return {cells[0]: cells[1] for cells in rows("ships.tsv")}


@cache
def longest_name() -> int:
    """Words in the longest name of the tables."""
    return max(len(name.split()) for name in actor_names())


@cache
def titles() -> dict[str, Title]:
    """Lower-case words → title; plurals too, the group's of a person."""
    table: dict[str, Title] = {}
    for sector, kind, words in rows("titles.tsv"):
        for word in words.split("|") if kind != "adjective" else ():
            table.setdefault(word, Title(word, sector, kind))
            plural = "group" if kind == "person" else kind
            table.setdefault(_plural(word), Title(word, sector, plural))
    return table


@cache
def adjectives() -> dict[str, str]:
    """Lower-case adjective → the sector of what it stands before: "congressional" is LEG."""
    return {
        word: sector
        for sector, kind, words in rows("titles.tsv") if kind == "adjective"
        for word in words.split("|")
    }  # fmt: skip


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


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
