"""Where an outlet is at home, as far as its address or its name tells."""

import re
from functools import cache, lru_cache
from urllib.parse import urlsplit

import msgspec

from onrecord.entities.lexicon import fold
from onrecord.resources import rows
from onrecord.resources.gazetteer import City, places


class Home(msgspec.Struct, frozen=True):
    """The country that a table or the end of an address tells, and the cities that may be the outlet's."""

    country: str | None = None
    cities: tuple[City, ...] = ()


def home_of(url: str | None, outlet: str | None) -> Home:
    """What the address, or without one the name, of an outlet says of where it is at home."""
    host = (urlsplit(url).hostname or "").lower() if url else ""
    return _home(host, fold(outlet or ""))


@lru_cache(maxsize=2000)
def _home(host: str, outlet: str) -> Home:
    labels = host.removeprefix("www.").split(".")
    listed = (_listed().get(".".join(labels[at:])) for at in range(len(labels) - 1))
    if (home := next(filter(None, listed), None)) is not None:
        return home
    country = _endings().get(labels[-1])
    parts = [label for label in labels[:-1] if label not in _PARTS] or [re.sub(r"[^a-z]", "", outlet)]
    named = (_named_in(part) for part in parts)
    return Home(
        country, next((tuple(c for c in found if country in (None, c.country)) for found in named if found), ())
    )


def _named_in(label: str) -> tuple[City, ...]:
    """The cities of the name that a label begins with, where the rest is what papers are called: "parisbeacon"."""
    label = re.sub(r"^(the|my|online|daily|visit)", "", label.replace("-", ""))
    rest = _PAPERS.search(label)
    name = label[: rest.start()] if rest else label
    if len(name) < _SHORTEST:
        return ()
    spaced = (name, *(f"{name[:at]} {name[at:]}" for at in range(2, len(name) - 1)))
    found = (tuple(p for p in places(form) if p.kind == "city" and fold(p.name) == form) for form in spaced)
    return next((cities for cities in found if cities), ())


_SHORTEST = 5  # letters in the name of a city in an address
_PARTS = frozenset("www news co com org net ac gov m amp web weekly local edition online en english".split())
_PAPERS = re.compile(
    r"(local|daily|morning|evening|city|area|star|sun|state|local)?(news|times|herald|post|press|journal|tribune|gazette|"
    r"star|sun|record|register|review|beacon|telegram|telegraph|advocate|dispatch|chronicle|citizen|observer|examiner|"
    r"standard|mercury|courier|leader|sentinel|independent|mail|echo|argus|today|live|online|daily|guardian|bulletin|"
    r"reporter|tribune|democrat|republican|enquirer|inquirer|globe|world|eagle|voice|weekly|reader|free|sentinelreview|"
    r"newspapers?|radio|tv|fm|banner|messenger|monitor|magazine|union|ledger|mirror)+s?$"
)


@cache
def _listed() -> dict[str, Home]:
    """Domain → home, of the outlets in the table."""
    table = {}
    for country, admin1, city, domains in rows("outlets.tsv"):
        named = (place for place in places(fold(city)) if (place.country, place.kind) == (country, "city"))
        home = Home(country, tuple(place for place in named if admin1 in ("-", place.admin1))[:1])
        table.update(dict.fromkeys(domains.split("|"), home))
    return table


@cache
def _endings() -> dict[str, str]:
    """Top-level domain → country; those that are sold as words are left out."""
    table = {iso2.lower(): iso3 for iso3, iso2, *_ in rows("countries.tsv") if iso2.lower() not in _SOLD}
    return table | {"uk": "GBR"}


_SOLD = frozenset("tv me io co fm am ai cc ly to ws la gg sh st ms".split())
