"""The tables of watches: their rules, what they found, and what was told of it to whom."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Table

from onrecord.store.columns import Token, Words
from onrecord.store.schema import metadata

watches = Table(
    "watches",
    metadata,
    Column("name", Words(), primary_key=True, comment="its name, as its author gave it"),
    Column("rule", Words(), nullable=False, comment="the question and what about it is watched, JSON"),
    Column("made", Token(), nullable=False, comment="when it was set, ISO date-time"),
    Column("seen", Token(), nullable=False, comment="readings recorded up to then have been looked at; empty: none"),
    comment="Rules that are held against every article that comes in.",
)

matches = Table(
    "matches",
    metadata,
    Column("watch", Words(), ForeignKey("watches.name", ondelete="CASCADE"), primary_key=True, comment="watches.name"),
    Column("key", Token(), primary_key=True, comment="what tells it from others, also when its article is reread"),
    Column("kind", Token(), nullable=False, comment="event, statement, level, actor, confirmation, denial"),
    Column("article", Token(), ForeignKey("articles.id", ondelete="CASCADE"), comment="the article, articles.id"),
    Column("day", Token(), comment="first day that it may have been, ISO"),
    Column("found", Token(), nullable=False, comment="when it was found, ISO date-time"),
    Column("what", Words(), nullable=False, comment="what was found, in a line"),
    Column("sentence", Words(), comment="the words of the article that show it"),
    Column("title", Words(), comment="the article's headline"),
    Column("outlet", Words(), comment="who published it"),
    Column("url", Words(), comment="the article's address"),
    Index("matches_found", "watch", "found"),
    comment="What watches found, each once. A level that changed has no article.",
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("watch", Words(), primary_key=True, comment="matches.watch"),
    Column("key", Token(), primary_key=True, comment="matches.key"),
    Column("output", Words(), primary_key=True, comment="where it went: lines, webhook, terminal with its address"),
    ForeignKeyConstraint(["watch", "key"], ["matches.watch", "matches.key"], ondelete="CASCADE"),
    comment="Which matches went where, so that each goes there once.",
)

feeds = Table(
    "feeds",
    metadata,
    Column("key", Token(), primary_key=True, comment="SHA-256 of the secret in its address, in hex"),
    Column("person", Words(), nullable=False, comment="who subscribes"),
    Column("watch", Words(), ForeignKey("watches.name", ondelete="CASCADE"), comment="watches.name; null: of all"),
    Column("made", Token(), nullable=False, comment="when its address was given, ISO date-time"),
    comment="Feeds that can be read by their address alone, until they are taken back.",
)
