"""Does something with a store and dies: ``python -m tests.store.dying STORE WHAT N`` is killed at its Nth command.

Prints how many commands it gave the database if it lives to the end.
"""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count

import msgspec
from sqlalchemy import Engine, event

from onrecord.linking.passes import link
from onrecord.model.record import Record
from onrecord.store import Store, open_store
from onrecord.store.forgetting import Order, forget
from onrecord.store.rereading import Machine, replace
from tests.store.filling import article

LATER = "2024-06-01T00:00:00+00:00"
ARTICLES = 4


def reread(number: int) -> Record:
    """What an article says once it was read again."""
    record = article(number)[2]
    return msgspec.structs.replace(record, events=record.events[:-1])


def reread_all(store: Store) -> None:
    """Reads again what was not yet."""
    made = Machine(pipeline="new", settings="{}", recorded=LATER)
    for identity in list(store.article_ids()):
        if store.article(identity).pipeline != "new":
            replace(store, identity, reread(int(identity.partition("-")[2])), made)


def forget_one(store: Store) -> None:
    """Forgets one article."""
    forget(store, Order(kind="article", what="article-1", author="Ines", reason="asked to", made=LATER))


DEEDS: dict[str, Callable[[Store], object]] = {
    "open": len,
    "link": lambda store: link(store, LATER),
    "reread": reread_all,
    "forget": forget_one,
}


def do(place: str, what: str, last: int | None) -> int:
    """Does it, up to the command number ``last``; gives how many commands there were."""
    numbers, given = count(1), [0]

    @event.listens_for(Engine, "before_cursor_execute")
    def counted(_connection: object, _cursor: object, command: str, *_: object) -> None:
        if "pg_stat_activity" in command:  # asked again and again until nobody looks: how often is chance
            return
        given[0] = next(numbers)
        if given[0] == last:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_store(place) as store:
        DEEDS[what](store)
    return given[0]


if __name__ == "__main__":
    number = int(sys.argv[3])
    sys.stdout.write(f"{do(sys.argv[1], sys.argv[2], number or None)}\n")
