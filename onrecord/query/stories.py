"""Questions about stories: which articles tell of one affair, who was first, who is independent, which lead."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from onrecord.grouping.rank import Item, Ranked, ranked
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema import articles
from onrecord.store.schema_decisions import votes
from onrecord.store.schema_facts import stories, story_articles

_LATEST = 300  # stories that are ranked: those that were told of last


class StoryArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story. ``copy_of`` is the article that it repeats, ``origin`` who is behind it, if known."""

    article: str
    title: str | None
    outlet: str | None
    original_outlet: str | None
    published: str | None
    copy_of: str | None
    origin: str | None


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A story. ``reports`` counts those behind it who do not repeat one another; ``told`` is by publication."""

    id: str
    title: str | None
    first_day: str | None
    last_day: str | None
    articles: int
    reports: int
    told: tuple[StoryArticle, ...]


class RankedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story in its place, with the votes on its articles; ``why`` is one line a term, ``terms`` their values."""

    story: StoryRow
    points: int
    up: int
    down: int
    rank: float
    why: str
    terms: dict[str, float]


def ask_stories(store: Store, ids: Sequence[str]) -> dict[str, StoryRow]:
    """The stories with these ids, as far as there are any.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        return _stories(connection, ids)


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
    member, article = story_articles.c, articles.c
    query = (
        select(
            member.story, member.article, member.copy_of, article.title, article.outlet, article.original_outlet,
            article.published,
        )
        .join(articles, article.id == member.article)
        .where(member.story.in_(ids), held(story_articles))
        .order_by(article.published.nulls_last(), member.article)
    )  # fmt: skip
    told: dict[str, list[StoryArticle]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        values = {name: row[name] for name in row if name != "story"}
        told[row["story"]].append(StoryArticle(**values, origin=row["original_outlet"] or row["outlet"]))
    return {story: _story(story, tuple(told[story])) for story in ids if story in told}


def _story(identity: str, told: tuple[StoryArticle, ...]) -> StoryRow:
    days = sorted(each.published for each in told if each.published)
    origins = {each.origin for each in told if each.origin and not each.copy_of}
    return StoryRow(
        id=identity, title=next((each.title for each in told if each.title), None), told=told, articles=len(told),
        first_day=days[0] if days else None, last_day=days[-1] if days else None, reports=max(1, len(origins)),
    )  # fmt: skip


def _votes(connection: Connection, found: Iterable[StoryRow]) -> dict[str, list[int]]:
    """Story → votes on its articles, one a person: the last of each."""
    story_of = {each.article: story.id for story in found for each in story.told}
    query = select(votes.c.person, votes.c.article, votes.c.vote).where(votes.c.kind == "article")
    cast: dict[str, dict[str, int]] = defaultdict(dict)
    for person, article, vote in connection.execute(query.order_by(votes.c.recorded, votes.c.article)):
        if article in story_of:
            cast[story_of[article]][person] = vote
    return defaultdict(list, {story: list(given.values()) for story, given in cast.items()})


def _item(story: StoryRow, cast: list[int]) -> Item:
    return Item(
        id=story.id, up=cast.count(1), down=cast.count(-1), outlets=story.reports, published=story.last_day,
    )  # fmt: skip


def _ranked(one: Ranked, story: StoryRow) -> RankedStory:
    return RankedStory(
        story=story, points=one.points, up=one.item.up, down=one.item.down, rank=one.rank,
        terms={term.name: term.value for term in one.terms},
        why="; ".join(f"{term.name} {term.value:+.2f} ({term.why})" for term in one.terms),
    )  # fmt: skip
