"""Questions about stories: which articles tell of one affair, who was first, who is independent, which lead."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from onrecord.grouping.rank import Item, Ranked, ranked
from onrecord.query.arrived import StoryRow, told
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema_decisions import votes
from onrecord.store.schema_facts import stories, story_articles

_LATEST = 300  # stories that are ranked: those that were told of last


class RankedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story in its place, with the votes on its articles; ``why`` is one line a term, ``terms`` their values."""

    story: StoryRow
    points: int
    up: int
    down: int
    rank: float
    why: str
    terms: dict[str, float]


def ask_stories_of(store: Store, ids: Sequence[str]) -> dict[str, StoryRow]:
    """The story that each of these articles is in; none of an article that was not linked yet.

    Raises:
        StoreError: the store cannot be read.
    """
    member = story_articles.c
    query = select(member.article, member.story).where(member.article.in_(ids), held(story_articles))
    with transaction(store.engine) as connection:
        story_of = {row.article: row.story for row in connection.execute(query)}
        found = _stories(connection, sorted(set(story_of.values())))
    return {article: found[story] for article, story in story_of.items() if story in found}


def rank_stories(store: Store, now: str, limit: int) -> list[RankedStory]:
    """Of the stories of several articles that were told of last those with the highest rank, as of ``now``.

    Raises:
        InputError: ``now`` is no date.
        StoreError: the store cannot be read.
    """
    query = select(stories.c.id).where(held(stories), stories.c.articles > 1)
    query = query.order_by(stories.c.last_day.desc().nulls_last(), stories.c.id.desc()).limit(_LATEST)
    with transaction(store.engine) as connection:
        found = _stories(connection, connection.execute(query).scalars().all())
        cast = _votes(connection, found.values())
    items = [_item(story, cast[story.id]) for story in found.values()]
    return [_ranked(one, found[one.item.id]) for one in ranked(items, now)[:limit]]


def _stories(connection: Connection, ids: Sequence[str]) -> dict[str, StoryRow]:
    query = select(stories).where(stories.c.id.in_(ids), held(stories))
    found = {row["id"]: row for row in connection.execute(query).mappings()}
    return {story.id: story for story in told(connection, [found[each] for each in ids if each in found])}


def _votes(connection: Connection, found: Iterable[StoryRow]) -> dict[str, list[int]]:
    """Story → votes on its articles, one a person: the last of each."""
    story_of = {each.article: story.id for story in found for each in story.reports}
    query = select(votes.c.person, votes.c.article, votes.c.vote).where(votes.c.kind == "article")
    cast: dict[str, dict[str, int]] = defaultdict(dict)
    for person, article, vote in connection.execute(query.order_by(votes.c.recorded, votes.c.article)):
        if article in story_of:
            cast[story_of[article]][person] = vote
    return defaultdict(list, {story: list(given.values()) for story, given in cast.items()})


def _item(story: StoryRow, cast: list[int]) -> Item:
    return Item(
        id=story.id, up=cast.count(1), down=cast.count(-1), outlets=story.independent, published=story.last_day,
    )  # fmt: skip


def _ranked(one: Ranked, story: StoryRow) -> RankedStory:
    return RankedStory(
        story=story, points=one.points, up=one.item.up, down=one.item.down, rank=one.rank,
        terms={term.name: term.value for term in one.terms},
        why="; ".join(f"{term.name} {term.value:+.2f} ({term.why})" for term in one.terms),
    )  # fmt: skip
