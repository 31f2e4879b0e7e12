"""How quickly a large store answers: ``python -m bench.store FILE --articles 100000``, then ``--check``.

FILE may be an address of PostgreSQL.

Prints milliseconds of each page (bound 100) and of each count (bound 1000), the fastest of three.
"""

import argparse
import sys
import time
from collections.abc import Callable

from bench.store.filling import fill
from onrecord.query import Asking
from onrecord.store import open_store

_PAGE_MS, _COUNT_MS = 100.0, 1000.0


def asked(asking: Asking) -> dict[str, tuple[float, Callable[[], object]]]:
    """Name → bound in milliseconds, and what is asked."""
    events, statements = asking.events, asking.statements
    middle = events().page(size=500).next
    return {
        "page: events": (_PAGE_MS, events().page),
        "page: events, the last first": (_PAGE_MS, events(sort="-day").page),
        "page: events, after 500": (_PAGE_MS, lambda: events().page(middle)),
        "page: events by confidence": (_PAGE_MS, events(sort="-confidence").page),
        "page: a frequent dyad": (_PAGE_MS, events(dyad="USA*>RUS*").page),
        "page: a rare dyad, type and year": (_PAGE_MS, events(dyad="CHL*>KEN*", type="REQUEST", since="2020").page),
        "page: a dyad of codes": (_PAGE_MS, events(dyad="RUSGOV>CHN*").page),
        "page: an actor's code": (_PAGE_MS, events(source="PERMIL").page),
        "page: a country's acts": (_PAGE_MS, events(source="USA*").page),
        "page: a name": (_PAGE_MS, events(actor="minister 4711").page),
        "page: a country": (_PAGE_MS, events(country="ETH").page),
        "page: a type, the last first": (_PAGE_MS, events(type="SANCTION", sort="-day").page),
        "page: words of the article": (_PAGE_MS, events(words="ceasefire harbour").page),
        "page: words of the sentence": (_PAGE_MS, events(text="about the drought").page),
        "page: near a point": (_PAGE_MS, events(near="48.85,2.35,50").page),
        "page: as of a day": (_PAGE_MS, events(as_of="2025", type="AID").page),
        "page: an outlet": (_PAGE_MS, events(outlet="Outlet 42").page),
        "page: statements": (_PAGE_MS, statements(sort="-day").page),
        "page: statements of a country": (_PAGE_MS, statements(country="TUR").page),
        "page: statements of a name": (_PAGE_MS, statements(actor="minister 4711").page),
        "page: actors of a name": (_PAGE_MS, asking.actors(name="minister 4711").page),
        "page: articles with words": (_PAGE_MS, asking.articles(words="pipeline -hostages").page),
        "page: articles": (_PAGE_MS, asking.articles(sort="-published").page),
        "count: events": (_COUNT_MS, events().count),
        "count: events of a type": (_COUNT_MS, events(type="PROTEST").count),
        "count: a dyad": (_COUNT_MS, events(dyad="USA*>RUS*").count),
        "count: a country": (_COUNT_MS, events(country="USA").count),
        "count: words": (_COUNT_MS, events(words="ceasefire").count),
        "count: words of the sentence": (_COUNT_MS, events(text="about the drought").count),
        "count: surer than half": (_COUNT_MS, events(min_confidence=0.5).count),
        "count: events by type": (_COUNT_MS, lambda: events().by("type")),
        "count: events by country": (_COUNT_MS, lambda: events().by("country", 50)),
        "count: events by outlet": (_COUNT_MS, lambda: events().by("outlet", 50)),
        "count: events over months": (_COUNT_MS, lambda: events().over_time("month")),
        "count: a type over weeks": (_COUNT_MS, lambda: events(type="PROTEST").over_time("week")),
        "count: between countries": (_COUNT_MS, lambda: events().between(limit=100)),
        "count: between countries, a type": (_COUNT_MS, lambda: events(type="CONSULT").between(limit=100)),
        "count: statements by terms": (_COUNT_MS, lambda: statements().by("terms")),
        "count: actors by name": (_COUNT_MS, lambda: asking.actors().by("name", 100)),
    }


def measure(place: str) -> bool:
    """Prints every figure; whether all are within their bounds."""
    is_quick = True
    with open_store(place) as store:
        for name, (bound, ask) in asked(Asking(store)).items():
            took = min(_milliseconds(ask) for _ in range(3))
            is_quick &= took <= bound
            print(f"{took:8.1f} ms  {name}{'' if took <= bound else f'   over {bound:.0f} ms'}")
    return is_quick


def _milliseconds(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Fills, measures, or both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", help="a file, or an address of PostgreSQL")
    parser.add_argument("--articles", type=int, help="make the store, with so many articles")
    parser.add_argument("--check", action="store_true", help="exit code 1 if a bound is broken")
    options = parser.parse_args()
    if options.articles:
        fill(options.file, options.articles)
    if not measure(options.file) and options.check:
        sys.exit(1)


if __name__ == "__main__":
    main()
