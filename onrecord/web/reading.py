"""What the pages of one article and of one story show."""

from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.query import ArticleRow, FactQuestion, FactRow, ask_facts
from onrecord.query.arrived import StoryQuestion, StoryRow, ask_stories
from onrecord.query.cursors import encode
from onrecord.query.stories import ask_stories_of
from onrecord.query.voted import ask_votes
from onrecord.store import StoredArticle
from onrecord.web.site import Site

_LAST = 2**31 - 1  # after every article
_FIRST = 20  # articles of a story whose facts are told


class ArticlePage(StoredArticle, frozen=True, kw_only=True):
    """An article with its record and what it stands among.

    ``previous`` and ``next`` are in the order of publication, then id; ``cast`` is the vote of who asks.
    """

    previous: ArticleRow | None
    next: ArticleRow | None
    story: StoryRow | None
    facts: tuple[FactRow, ...]
    cast: str | None


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """A story; ``facts`` are those that several of its reports tell, or that one denies."""

    story: StoryRow
    facts: tuple[FactRow, ...]


def article_page(here: Site, person: str, identity: str) -> ArticlePage:
    """One article.

    Raises:
        StoreError: there is none with this id.
    """
    found = here.store.article(identity)
    return ArticlePage(
        **{name: getattr(found, name) for name in StoredArticle.__struct_fields__},
        **_beside(here, found),
        story=ask_stories_of(here.store, [identity]).get(identity),
        facts=tuple(ask_facts(here.store, FactQuestion(article=identity))),
        cast=ask_votes(here.store, person, articles=[identity]).get(identity),
    )


def _beside(here: Site, found: StoredArticle) -> dict[str, Any]:
    """The articles before and after it: walking on comes by each one once."""
    shown = {}
    for way, order, edge in (("next", "published", _LAST), ("previous", "-published", 0)):
        after = encode(order, (found.record.published, found.id, edge))
        shown[way] = next(iter(here.ask.articles(sort=order).page(after, 1).rows), None)
    return shown


def story_page(here: Site, identity: str) -> StoryPage:
    """One story.

    Raises:
        InputError: there is none with this id.
    """
    story = next(ask_stories(here.store, StoryQuestion(id=identity)), None)
    if story is None:
        raise InputError(f"there is no story {identity!r}; onrecord link finds stories")
    of_each = [ask_facts(here.store, FactQuestion(article=each.article)) for each in story.reports[:_FIRST]]
    facts = {fact.id: fact for found in of_each for fact in found if fact.reports > 1 or fact.denials}
    return StoryPage(story=story, facts=tuple(sorted(facts.values(), key=lambda fact: (-fact.outlets, fact.id))))
