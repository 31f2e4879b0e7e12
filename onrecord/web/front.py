"""What the front page shows: stories, articles and facts by rank, each with why it stands where it does."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

import msgspec

from onrecord.query import ArticleRow, FactQuestion, FactRow, RankRow, ask_facts, ask_rank
from onrecord.query.arrived import StoryReport
from onrecord.query.stories import RankedStory, ask_stories_of, rank_stories
from onrecord.query.voted import ask_votes
from onrecord.web.site import Site, now

FrontKind = Literal["articles", "stories", "facts"]
_SHOWN = 50
_BESIDE = 8  # stories beside the articles


class FrontRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article, story or fact in its place.

    ``vote`` names it for a vote, and ``cast`` is the vote of who asks. ``reports`` counts independent ones; ``why``
    has a line for each term of the rank. Points are null where nothing is ranked because there is too much.
    """

    id: str
    kind: str
    title: str | None
    href: str
    vote: str
    cast: str | None
    published: str | None
    outlet: str | None
    original_outlet: str | None
    articles: int
    reports: int
    points: int | None
    up: int
    down: int
    why: tuple[str, ...]
    terms: dict[str, float]
    told: tuple[StoryReport, ...] = ()


class Front(msgspec.Struct, frozen=True, kw_only=True):
    """The front page, by rank; ``stories`` stand beside the articles."""

    kind: FrontKind
    articles: int
    rows: tuple[FrontRow, ...]
    stories: tuple[FrontRow, ...]


def front(here: Site, person: str, asked: str = "articles") -> Front:
    """The front page as ``person`` sees it; what is no kind is taken for articles."""
    kind: FrontKind = asked if asked in get_args(FrontKind) else "articles"  # type: ignore[assignment]
    rows: Sequence[FrontRow]
    if kind == "stories":
        rows = _stories(here, person, _SHOWN)
    elif kind == "facts":
        rows = _facts(here, person)
    else:
        rows = _articles(here, person)
    beside = _stories(here, person, _BESIDE) if kind == "articles" else ()
    return Front(kind=kind, articles=len(here.store), rows=tuple(rows), stories=tuple(beside))


def _articles(here: Site, person: str) -> list[FrontRow]:
    ranks: dict[str, RankRow] = {each.id: each for each in ask_rank(here.store, "articles", now(), _SHOWN)}
    rows = [row for identity in ranks for row in here.ask.articles(article=identity)]
    ids = [row.article for row in rows]
    stories, cast = ask_stories_of(here.store, ids), ask_votes(here.store, person, articles=ids)
    return [_article(row, ranks.get(row.article), stories, cast) for row in rows]


def _article(row: ArticleRow, rank: RankRow | None, stories: Mapping[str, Any], cast: Mapping[str, str]) -> FrontRow:
    story = stories.get(row.article)
    return FrontRow(
        id=row.article, kind="article", title=row.title, href=f"/articles/{row.article}", vote=row.article,
        cast=cast.get(row.article), published=row.published, outlet=row.outlet, original_outlet=row.original_outlet,
        articles=story.articles if story else 1, reports=story.independent if story else 1, **_ranked(rank),
    )  # fmt: skip


def _ranked(rank: RankRow | RankedStory | None) -> dict[str, Any]:
    if rank is None:
        return {"points": None, "up": 0, "down": 0, "why": (), "terms": {}}
    why = tuple(rank.why.split("; "))
    return {"points": rank.points, "up": rank.up, "down": rank.down, "why": why, "terms": rank.terms}


def _stories(here: Site, person: str, most: int) -> list[FrontRow]:
    found = rank_stories(here.store, now(), most)
    firsts = [next(one for one in each.story.reports if one.article == each.story.first) for each in found]
    cast = ask_votes(here.store, person, articles=[first.article for first in firsts])
    return [
        FrontRow(
            id=each.story.id, kind="story", title=each.story.title, href=f"/stories/{each.story.id}",
            vote=first.article, cast=cast.get(first.article), published=each.story.last_day, outlet=first.outlet,
            original_outlet=first.original_outlet, articles=each.story.articles, reports=each.story.independent,
            told=each.story.reports, **_ranked(each),
        )
        for each, first in zip(found, firsts, strict=True)
    ]  # fmt: skip


def _facts(here: Site, person: str) -> list[FrontRow]:
    ranks = ask_rank(here.store, "facts", now(), _SHOWN)
    cast = ask_votes(here.store, person, facts=[each.id for each in ranks])
    told = {each.id: fact for each in ranks for fact in ask_facts(here.store, FactQuestion(id=each.id))}
    return [_fact(told[each.id], each, cast) for each in ranks if each.id in told]


def _fact(fact: FactRow, rank: RankRow, cast: Mapping[str, str]) -> FrontRow:
    first = fact.told[0] if fact.told else None
    sides = " → ".join((fact.source or "?", fact.target or "?"))
    return FrontRow(
        id=fact.id, kind="fact", title=f"{sides}: {rank.title}", href=f"/facts/{fact.id}", vote=f"fact:{fact.id}",
        cast=cast.get(fact.id), published=fact.published, outlet=first.outlet if first else None,
        original_outlet=None, articles=fact.reports, reports=fact.outlets, **_ranked(rank),
    )  # fmt: skip
