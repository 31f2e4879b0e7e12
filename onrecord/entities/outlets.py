"""Where an outlet is at home."""

from functools import cache
from urllib.parse import urlsplit

from onrecord.resources import rows

Home = tuple[str, str | None, float | None, float | None]


def home_of(url: str | None, outlet: str | None) -> Home | None:
    """Country, first-level region and point of the outlet of an address, as far as the tables or its ending tell."""
    host = (urlsplit(url).hostname or "" if url else outlet or "").lower()
    ending = host.rsplit(".", 1)[-1]
    return (_endings()[ending], None, None, None) if ending in _endings() else None


@cache
def _endings() -> dict[str, str]:
    """Top-level domain → country; those that are sold as words are left out."""
    table = {iso2.lower(): iso3 for iso3, iso2, *_ in rows("countries.tsv") if iso2.lower() not in _SOLD}
    return table | {"uk": "GBR"}


_SOLD = frozenset("tv me io co fm am ai cc ly to ws la gg sh st ms".split())
