"""Addresses of feeds that work without a token of their reader's, each of which can be taken back."""

import msgspec
from sqlalchemy import Connection, select

from onrecord.errors import InputError
from onrecord.store.schema_watches import feeds


class FeedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A feed that somebody subscribes to: of one watch, or of all if null. ``key`` names it, and is not its address."""

    key: str
    person: str
    watch: str | None
    made: str


def put_feed(connection: Connection, feed: FeedRow) -> None:
    """Keeps a feed; its key is the digest of the secret in its address, which is kept nowhere."""
    connection.execute(feeds.insert().values(**msgspec.structs.asdict(feed)))


def feed_of(connection: Connection, key: str) -> FeedRow | None:
    """The feed with this key."""
    row = connection.execute(select(feeds).where(feeds.c.key == key)).mappings().first()
    return FeedRow(**row) if row else None


def feeds_of(connection: Connection, person: str) -> list[FeedRow]:
    """The feeds of a person, the first made first."""
    query = select(feeds).where(feeds.c.person == person).order_by(feeds.c.made, feeds.c.key)
    return [FeedRow(**row) for row in connection.execute(query).mappings()]


def remove_feed(connection: Connection, person: str, key: str) -> None:
    """Takes a feed of a person's back: its address leads nowhere from then on.

    Raises:
        InputError: there is none.
    """
    if not connection.execute(feeds.delete().where(feeds.c.person == person, feeds.c.key == key)).rowcount:
        raise InputError(f"there is no feed {key[:80]!r} of yours")
