"""``python -m bench.arrivals FILE``: articles a CPU second that are taken into a store of 100,000.

FILE is a SQLite file or an address of PostgreSQL; it is filled if there is nothing in it, else more articles arrive.
The figure holds copies, versions and all that is read and written for them; stories, which need each report's words,
are printed beside it.
"""

import sys
from collections import defaultdict
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time
from typing import Any

import typer
from sqlalchemy import select

from bench.arrivals.articles import Articles
from bench.arrivals.filling import AT, fill, put
from onrecord.grouping.online import Online
from onrecord.linking.arriving import Arriving
from onrecord.linking.passes import arrived
from onrecord.store import Store, open_store, schema
from onrecord.store.connection import transaction
from onrecord.store.schema_arrivals import arrivals, versions

_KIBI = 1024


_SECONDS: dict[str, float] = defaultdict(float)


def _timed(of: type, name: str, what: str) -> None:
    """Has what a method takes noted."""
    method = getattr(of, name)

    def timed(*given: Any) -> Any:
        start = process_time()
        found = method(*given)
        _SECONDS[what] += process_time() - start
        return found

    setattr(of, name, timed)


def main(file: str, stored: int = 100_000, arriving: int = 5_000, least: float = 1_000.0) -> None:
    """Print the speed, and fail below ``least`` articles a CPU second.

    Example: python -m bench.arrivals /tmp/arrivals.db --stored 100000
    """
    articles = Articles(stored)
    with open_store(file, create=True) as store:
        if not len(store):
            start = process_time()
            fill(store, articles, stored)
            print(f"{stored} stored in {process_time() - start:.0f} CPU s", file=sys.stderr)
        before = len(store)
        numbers = range(before, before + arriving)
        with transaction(store.engine, write=True) as connection:
            put(connection, articles, numbers, 1)
        _timed(Online, "restore", "taken up")
        _timed(Online, "add", "decided")
        _timed(Arriving, "keep_decisions", "kept")
        start, wall = process_time(), perf_counter()
        arrived(store, AT)
        took, wall = process_time() - start, perf_counter() - wall
        _tell(store, articles, numbers)
    speed = arriving / (took - sum(_SECONDS.values()))
    print(f"{speed:.0f} articles a CPU second against {before} stored, stories aside")
    print(f"with them {took:.1f} CPU seconds, {wall:.1f} by the clock")
    each = ", ".join(f"{1000 * _SECONDS[name] / arriving:.2f} ms {name}" for name in ("decided", "kept"))
    print(f"stories: {_SECONDS['taken up']:.2f} s until they are taken up, then an article {each}")
    print(f"at most {getrusage(RUSAGE_SELF).ru_maxrss / _KIBI:.0f} MiB")
    if speed < least:
        raise typer.Exit(1)


def _tell(store: Store, articles: Articles, numbers: range) -> None:
    """What was found, beside what was made."""
    columns = arrivals.c
    query = select(columns.article, columns.original).join(schema.articles, schema.articles.c.id == columns.article)
    with transaction(store.engine) as connection:
        rows = connection.execute(query.where(schema.articles.c.number > numbers.start)).all()
        later = len(set(connection.execute(select(versions.c.article)).scalars()) & {row.article for row in rows})
    found = {row.article: row.original for row in rows}
    made = [articles[number] for number in numbers]
    copies = {one.id: articles[one.copy_of].id for one in made if one.copy_of is not None}
    right = sum(found[copy] == original for copy, original in copies.items())
    false = sum(found[one.id] is not None for one in made if one.id not in copies)
    print(f"{right} of {len(copies)} copies found; {false} of {len(made) - len(copies)} others taken for one")
    print(f"{later} later states of an address")


if __name__ == "__main__":
    typer.run(main)
