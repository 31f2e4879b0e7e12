"""The tables of what several articles have in common: facts, entities, stories. Second passes fill them."""

from typing import Any

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, Table

from onrecord.store.columns import Json, Words
from onrecord.store.schema import metadata
from onrecord.store.schema_columns import TOKEN as _TOKEN
from onrecord.store.schema_columns import token as _token
from onrecord.store.schema_columns import words as _words

Reasons = tuple[tuple[str, float], ...]


def _article(name: str = "article", about: str = "the article, articles.id") -> Column[str]:
    return Column(name, _TOKEN, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, comment=about)


def _row() -> tuple[Column[Any], ...]:
    return (
        Column("number", Integer, primary_key=True, comment="number of the row; means nothing"),
        _token("recorded", "since when the record says this, ISO date-time"),
        _token("until", "when it said so no more, ISO date-time; null while it does", null=True),
    )


def _score() -> tuple[Column[Any], ...]:
    return (
        Column("score", Double, comment="how surely it belongs here, the higher the surer; null if it stands alone"),
        Column("reasons", Json(Reasons), nullable=False, comment="what speaks for and against, with points, JSON"),
    )


fact_keys = Table(
    "fact_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, comment="hash of a type with a name and a time"),
    Column("event", _TOKEN, primary_key=True, comment="the event: article, type, place of its trigger"),
    _token("published", "day of publication; 9999 if unknown"),
    _article(),
    Index("fact_keys_order", "key", "published", "article", "event"),
    Index("fact_keys_article", "article"),
    comment="By what events of different articles find each other; made anew out of the record whenever it changes.",
)

fact_links = Table(
    "fact_links",
    metadata,
    *_row(),
    _token("one", "an event"),
    _token("other", "another one that is likely the same"),
    _article("one_article", "the article of the one, articles.id"),
    _article("other_article", "the article of the other, articles.id"),
    *_score(),
    Index("fact_links_one", "one"),
    Index("fact_links_other", "other"),
    comment="Pairs of events that are likely one, with what speaks for it. Facts are made of these and of decisions.",
)

facts = Table(
    "facts",
    metadata,
    *_row(),
    _token("id", "from its first report"),
    _token("type", "PLOVER event type"),
    _token("status", "what the reports say by now: actual, ongoing, planned, possible, hypothetical, negated"),
    Column("reports", Integer, nullable=False, comment="articles that tell of it"),
    Column("outlets", Integer, nullable=False, comment="independent outlets among them: no copies, no reposts"),
    Column("denials", Integer, nullable=False, comment="events of it that deny it"),
    Column("contradictions", Integer, nullable=False, comment="things that reports do not agree on"),
    _token("published", "day of the first report", null=True),
    _token("first_day", "first day it may have been, ISO", null=True),
    _token("last_day", "last day it may have been, ISO", null=True),
    _words("place", "where, by name", null=True),
    _token("country", "where, ISO 3166 alpha-3", null=True),
    Column("telling", Json(dict[str, Any]), nullable=False, comment="history, voices, denials, contradictions, JSON"),
    Index("facts_id", "id"),
    Index(
        "facts_asked",
        "first_day",
        "id",
        "until",
        "type",
        "last_day",
        "status",
        "country",
        "outlets",
        "denials",
        "contradictions",
    ),
    Index("facts_published", "published", "until"),
    comment="Events as the reports tell them together. One that a single article tells is a fact with one report.",
)

fact_reports = Table(
    "fact_reports",
    metadata,
    *_row(),
    _token("fact", "facts.id"),
    _token("event", "the event, named so that it outlives a rereading"),
    _article(),
    _token("event_id", "its id in the record, events.id"),
    _token("role", "tells or denies"),
    _words("origin", "who is behind the report; empty if unknown", null=True),
    *_score(),
    Index("fact_reports_score", "score"),
    Index("fact_reports_fact", "fact"),
    Index("fact_reports_event", "event"),
    Index("fact_reports_article", "article", "event_id"),
    comment="Which events of which articles are which fact.",
)

entities = Table(
    "entities",
    metadata,
    *_row(),
    _token("id", "from the profile that names it best"),
    _words("name", "its name, as most articles have it", null=True),
    _token("kind", "person, organization, government, country"),
    _token("country", "ISO 3166 alpha-3", null=True),
    _token("wikidata", "Wikidata item", null=True),
    Column("codes", Json(tuple[str, ...]), nullable=False, comment="codes that articles give it, JSON"),
    Column("articles", Integer, nullable=False, comment="articles that it is in"),
    Index("entities_id", "id"),
    Index("entities_wikidata", "wikidata"),
    comment="Actors across articles: the same person in a hundred of them is one.",
)

entity_mentions = Table(
    "entity_mentions",
    metadata,
    *_row(),
    _token("entity", "entities.id"),
    _article(),
    _token("actor", "the actor, actors.id of the reading"),
    Column("name_key", Words(), nullable=False, comment="its name as names are compared"),
    _token("wikidata", "Wikidata item", null=True),
    Column("profile", Json(dict[str, Any]), nullable=False, comment="what the article says of it, JSON"),
    *_score(),
    Index("entity_mentions_entity", "entity"),
    Index("entity_mentions_article", "article", "actor"),
    Index("entity_mentions_name", "name_key"),
    Index("entity_mentions_wikidata", "wikidata"),
    comment="Which actors of which articles are which entity.",
)

stories = Table(
    "stories",
    metadata,
    *_row(),
    _token("id", "from the articles in it"),
    Column("articles", Integer, nullable=False, comment="articles in it, copies included"),
    _token("first_day", "when its first article was published", null=True),
    _token("last_day", "when its last article was published", null=True),
    Index("stories_id", "id"),
    Index("stories_asked", "last_day", "id", "until", "articles"),
    comment="Articles that tell of one affair.",
)

story_articles = Table(
    "story_articles",
    metadata,
    *_row(),
    _token("story", "stories.id"),
    _article(),
    _token("copy_of", "the article that it is a copy of, articles.id", null=True),
    Index("story_articles_story", "story"),
    Index("story_articles_article", "article"),
    comment="Which articles are in which story, and which are copies of others.",
)
