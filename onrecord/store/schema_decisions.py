"""The tables of people's decisions and votes."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from onrecord.decisions import Decision, Subject
from onrecord.store.columns import Json, Words
from onrecord.store.schema import metadata
from onrecord.store.schema_columns import TOKEN as _TOKEN

decisions = Table(
    "decisions",
    metadata,
    Column("id", _TOKEN, primary_key=True, comment="made of all that it says, so that one imported twice is one"),
    Column("action", _TOKEN, nullable=False, comment="accept, reject, edit, add, merge, split or undo"),
    Column("kind", _TOKEN, comment="what it is about: actor, place, time, statement, event, fact, entity, story"),
    Column("article", _TOKEN, comment="the article that it is about, articles.id; null if an undo of none here"),
    Column("author", Words(), nullable=False, comment="who decided"),
    Column("recorded", _TOKEN, nullable=False, comment="when, ISO date-time"),
    Column("reason", Words(), comment="why, in the author's words"),
    Column("decision", Json(Decision), nullable=False, comment="the whole of it, JSON"),
    Index("decisions_article", "article"),
    Index("decisions_kind", "kind"),
    comment="What people decided about values, facts, entities and stories. An undo is one more row.",
)

votes = Table(
    "votes",
    metadata,
    Column("person", Words(), primary_key=True, comment="who votes, by a name or token of the caller's"),
    Column("kind", _TOKEN, primary_key=True, comment="article, statement or fact"),
    Column(
        "article",
        _TOKEN,
        ForeignKey("articles.id", ondelete="CASCADE"),
        primary_key=True,
        comment="the article, or the one whose statement or event names what is voted on",
    ),
    Column("key", _TOKEN, primary_key=True, comment="which of its statements or events: kind, spans and type, JSON"),
    Column("vote", Integer, nullable=False, comment="1 up, -1 down"),
    Column("recorded", _TOKEN, nullable=False, comment="when, ISO date-time"),
    Column("subject", Json(Subject), nullable=False, comment="what names it whatever is read anew or merged, JSON"),
    Index("votes_article", "article"),
    comment="One vote a person and thing. A fact is named by one of its events; votes go where that event goes.",
)
