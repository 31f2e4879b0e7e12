"""GeoNames' places by name: memory-mapped arrays, looked up by hash."""

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import as_file, files
from typing import Any, Literal

import msgspec
import numpy as np

from onrecord.errors import ResourceError

PlaceKind = Literal["city", "region", "county"]
KINDS: tuple[PlaceKind, ...] = ("city", "region", "county")
# ``name`` and ``length`` say which bytes of the array of letters are the name.
PLACE = np.dtype(
    [("geonameid", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("name", "<u4"), ("length", "u1"),
     ("kind", "u1"), ("country", "S3"), ("admin1", "S4")]
)  # fmt: skip
FILES = ("gazetteer.npy", "gazetteer-keys.npy", "gazetteer-rows.npy", "gazetteer-letters.npy")


class City(msgspec.Struct, frozen=True):
    """A place: GeoNames id (null for counties and regions), WGS84 degrees, inhabitants, alpha-3 country, first-level
    region, name. The inhabitants of a region or county are those of its cities."""

    geonameid: int | None
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    name: str
    kind: PlaceKind = "city"


def hashed(folded: str) -> int:
    """The 64-bit key of a folded name."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")


def cities(folded: str) -> Iterator[City]:
    """Every populated place of a folded name, the largest first."""
    return (place for place in places(folded) if place.kind == "city")


@lru_cache(maxsize=10_000)
def places(folded: str) -> tuple[City, ...]:
    """Every populated place, county and first-level region of a folded name, the largest first."""
    table, keys, rows, letters = _arrays()
    key = np.uint64(hashed(folded))
    at = int(np.searchsorted(keys, key))
    found = []
    while at < len(keys) and keys[at] == key:
        found.append(_city(table[int(rows[at])], letters))
        at += 1
    return tuple(found)


def _city(row: Any, letters: Any) -> City:
    start = int(row["name"])
    return City(
        int(row["geonameid"]) or None, round(float(row["lat"]), 4), round(float(row["lon"]), 4), int(row["population"]),
        row["country"].decode(), row["admin1"].decode(),
        letters[start : start + int(row["length"])].tobytes().decode(), KINDS[int(row["kind"])],
    )  # fmt: skip


@cache
def _arrays() -> tuple[Any, ...]:
    try:
        loaded = []
        for name in FILES:
            with as_file(files("onrecord.resources") / name) as path:
                loaded.append(np.asarray(np.load(path, mmap_mode="r")))
    except (OSError, ValueError) as error:
        raise ResourceError(f"gazetteer: {error}; reinstall onrecord") from error
    return tuple(loaded)
