"""GeoNames' places by name: two memory-mapped arrays, looked up by hash."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import as_file, files
from typing import Any

import msgspec
import numpy as np

from onrecord.errors import ResourceError

PLACE = np.dtype(
    [("geonameid", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("country", "S3"), ("admin1", "S4"),
     ("name", "S28")]
)  # fmt: skip


class City(msgspec.Struct, frozen=True):
    """A populated place: GeoNames id, WGS84 degrees, inhabitants, alpha-3 country, first-level region, name."""

    geonameid: int
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    name: str


def hashed(folded: str) -> int:
    """The 64-bit key of a folded name."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")


def cities(folded: str) -> Iterator[City]:
    """Every place of a folded name, the largest first."""
    table, names = _arrays()
    key = np.uint64(hashed(folded))
    at = int(np.searchsorted(names["key"], key))
    while at < len(names) and names["key"][at] == key:
        row = table[int(names["row"][at])]
        yield City(
            int(row["geonameid"]), round(float(row["lat"]), 4), round(float(row["lon"]), 4), int(row["population"]),
            row["country"].decode(), row["admin1"].decode(), row["name"].decode("utf-8", "ignore"),
        )  # fmt: skip
        at += 1


@cache
def _arrays() -> tuple[Any, Any]:
    try:
        loaded = []
        for name in ("gazetteer.npy", "gazetteer-names.npy"):
            with as_file(files("onrecord.resources") / name) as path:
                loaded.append(np.load(path, mmap_mode="r"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"gazetteer: {error}; reinstall onrecord") from error
    return loaded[0], loaded[1]
