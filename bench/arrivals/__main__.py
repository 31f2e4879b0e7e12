"""``python -m bench.arrivals FILE``: articles a CPU second that are taken into a store of 100,000.

FILE is a SQLite file or an address of PostgreSQL; it is filled if there is nothing in it, else more articles arrive.
The figure holds copies, versions and all that is read and written, without the grouping of stories, which is printed
beside it.
"""

import sys
from collections.abc import Iterable
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time

import typer
from sqlalchemy import select

from bench.arrivals.articles import Articles
from bench.arrivals.filling import AT, fill, put
from onrecord.grouping.decisions import AnyDecision
from onrecord.grouping.online import Arrival, Online, Report
from onrecord.linking import arriving as taking
from onrecord.linking.passes import arrived
from onrecord.store import Store, open_store, schema
from onrecord.store.connection import transaction
from onrecord.store.schema_arrivals import arrivals, versions

_KIBI = 1024


class _Timed(Online):
    """Notes what the grouping of stories takes, and to take up where it stopped."""

    adding = 0.0
    restoring = 0.0

    def add(self, arrival: Arrival) -> str:
        """As it does."""
        start = process_time()
        story = super().add(arrival)
        _Timed.adding += process_time() - start
        return story

    def restore(self, held: Iterable[Report], decisions: Iterable[AnyDecision] = ()) -> None:
        """As it does."""
        start = process_time()
        super().restore(held, decisions)
        _Timed.restoring += process_time() - start


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
        taking.Online = _Timed  # type: ignore[attr-defined]
        start, wall = process_time(), perf_counter()
        arrived(store, AT)
        took, wall = process_time() - start, perf_counter() - wall
        _tell(store, articles, numbers)
    speed = arriving / (took - _Timed.adding - _Timed.restoring)
    print(f"{speed:.0f} articles a CPU second against {before} stored, stories aside")
    print(f"with them {took:.1f} CPU seconds, {wall:.1f} by the clock")
    print(f"stories: {_Timed.restoring:.2f} s to take up, then {1000 * _Timed.adding / arriving:.2f} ms an article")
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
