"""How quickly every page of a large store comes: ``python -m bench.web FILE [--check]``.

Prints milliseconds to the first byte (bound 150) and to the last of each page, of what pages load after themselves
(bound 1000 to the last byte) and of downloads (first byte), the fastest of three; with ``--cold`` the first answer
after a start instead; with ``--browser`` the time until a page can be used in Chromium (bound 1000). Last comes the
most memory that the server took (bound 300 MB). ``python -m bench.store FILE --articles 100000`` makes such a store.
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.web.addresses import downloads, pages, parts
from bench.web.browsing import browser, is_there
from bench.web.serving import Server, Took, server
from onrecord.store import open_store

_FIRST_MS, _USABLE_MS, _MOST_BYTES = 150.0, 1000.0, 300_000_000
_ROUNDS = 3
_GLANCE = 100_000  # bytes of a download that are looked at


def main() -> None:
    """Exit code 1 with ``--check`` if a bound is broken or an answer is none."""
    parser = argparse.ArgumentParser(prog="python -m bench.web", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--cold", action="store_true", help="the first answer after a start, which no bound is held to")
    parser.add_argument("--browser", action="store_true", help="in a real browser, too")
    parser.add_argument("--check", action="store_true", help="exit code 1 if a bound is broken")
    parser.add_argument("--only", default="", help="addresses that hold this")
    given = parser.parse_args()
    with open_store(given.file) as store:
        asked = {kind: [each for each in found if given.only in each] for kind, found in (
            ("page", list(pages(store))), ("part", list(parts(store))), ("download", list(downloads())),
        )}  # fmt: skip
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    rounds = 1 if given.cold else _ROUNDS
    with server(given.file) as site:
        broken = [fault for kind, addresses in asked.items() for fault in _measured(site, kind, addresses, rounds)]
        if given.browser and is_there():
            broken += _browsed(site, asked["page"])
        broken += _memory(site)
    print(f"{len(broken)} over their bound" if broken else "all within their bounds")
    if broken and given.check and not given.cold:
        sys.exit(1)


def _measured(site: Server, kind: str, addresses: Iterable[str], rounds: int) -> Iterable[str]:
    for address in addresses:
        most = _GLANCE if kind == "download" else None
        took = min((site.ask(address, most) for _ in range(rounds)), key=lambda each: each.whole)
        over = _over(kind, took)
        print(f"{took.first:8.0f} {took.whole:8.0f} ms {took.size:9} bytes  {kind}: {address}{over}", flush=True)
        if over:
            yield address


def _over(kind: str, took: Took) -> str:
    if took.status != 200:
        return f"   answered {took.status}"
    if kind != "part" and took.first > _FIRST_MS:
        return f"   over {_FIRST_MS:.0f} ms"
    return f"   over {_USABLE_MS:.0f} ms" if kind != "download" and took.whole > _USABLE_MS else ""


def _browsed(site: Server, addresses: Iterable[str]) -> list[str]:
    broken = []
    with browser() as usable:
        for address in addresses:
            if "feed." in address:
                continue
            took = min(usable(site.address + address) for _ in range(_ROUNDS))
            over = "" if took <= _USABLE_MS else f"   over {_USABLE_MS:.0f} ms"
            print(f"{took:17.0f} ms usable: {address}{over}", flush=True)
            broken += [address] if over else []
    return broken


def _memory(site: Server) -> list[str]:
    peak = site.peak_bytes()
    if peak is None:
        return []
    print(f"{peak / 1e6:8.0f} MB at most")
    return ["memory"] if peak > _MOST_BYTES else []


if __name__ == "__main__":
    main()
