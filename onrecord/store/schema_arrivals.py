"""The tables of what was decided as articles arrived: copies, versions of an address, stories."""

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, LargeBinary, Table

from onrecord.store.columns import Token, Words
from onrecord.store.schema import metadata

_TOKEN = Token()


def _article(name: str = "article", *, is_key: bool = False, comment: str = "the article, articles.id") -> Column[str]:
    there = ForeignKey("articles.id", ondelete="CASCADE")
    return Column(name, _TOKEN, there, primary_key=is_key, nullable=False, comment=comment)


unlinked = Table(
    "unlinked",
    metadata,
    _article(is_key=True),
    comment="Articles whose reading the second passes have not taken in yet.",
)

link_state = Table(
    "link_state",
    metadata,
    Column("name", _TOKEN, primary_key=True, comment="articles"),
    Column("value", Integer, nullable=False, comment="how many articles there were when the passes last ended"),
    comment="By what the second passes notice that articles were taken out.",
)

arrivals = Table(
    "arrivals",
    metadata,
    _article(is_key=True),
    Column("address", Words(), comment="its address without tracking, by which later versions of it are known"),
    Column("sketch", LargeBinary, nullable=False, comment="sampled shingles of its text, eight bytes each"),
    Column("precedence", Words(), nullable=False, comment="of copies the one that is first in this is the original"),
    Column("original", _TOKEN, comment="the article that it is a copy of by now; null if of none"),
    Column("position", Integer, comment="number in the order of arrival of those that were no copies then"),
    Column("day", _TOKEN, comment="day of publication, ISO"),
    Column("words", LargeBinary, comment="hashes of its words with their weights, six bytes each; null for copies"),
    Column("vector", LargeBinary, comment="its weightiest words as they were compared when it arrived, likewise"),
    Column("story", _TOKEN, nullable=False, comment="the story that it is in by rule, people's decisions aside"),
    Column("score", Double, comment="likeness that led to it, 0 to 1"),
    Column("reason", Words(), nullable=False, comment="why it was put where it was put on arrival"),
    Index("arrivals_address", "address"),
    Index("arrivals_original", "original"),
    Index("arrivals_position", "position"),
    Index("arrivals_story", "story"),
    comment="What was found of each article when it arrived, by which copies, versions and stories are told.",
)

copy_keys = Table(
    "copy_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False, comment="hash of three words in a row"),
    Column(
        "article_number",
        Integer,
        ForeignKey("articles.number", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        comment="the article, articles.number",
    ),
    Index("copy_keys_number", "article_number"),
    sqlite_with_rowid=False,
    comment="By what copies find each other.",
)

story_decisions = Table(
    "story_decisions",
    metadata,
    Column("number", Integer, primary_key=True, comment="number, in the order in which they were made"),
    Column("kind", _TOKEN, nullable=False, comment="merged or split"),
    Column("story", _TOKEN, nullable=False, comment="the story that articles left"),
    Column("into", _TOKEN, nullable=False, comment="the story that they went to"),
    Column("reason", Words(), nullable=False, comment="why"),
    Column("score", Double, comment="likeness that led to it, 0 to 1; null if the reports around them did"),
    Column("recorded", _TOKEN, nullable=False, comment="when, ISO date-time"),
    Index("story_decisions_story", "story"),
    Index("story_decisions_into", "into"),
    comment="Merges and splits of stories by rule after their articles arrived; each can be undone by a person.",
)

story_moves = Table(
    "story_moves",
    metadata,
    Column(
        "decision",
        Integer,
        ForeignKey("story_decisions.number", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        comment="story_decisions.number",
    ),
    _article(is_key=True),
    Index("story_moves_article", "article"),
    comment="The articles that went from one story to another by a decision.",
)

versions = Table(
    "versions",
    metadata,
    Column("number", Integer, primary_key=True, comment="number of the row; means nothing"),
    Column("recorded", _TOKEN, nullable=False, comment="since when the record says this, ISO date-time"),
    Column("until", _TOKEN, comment="when it said so no more, ISO date-time; null while it does"),
    Column("address", Words(), nullable=False, comment="the address of both"),
    _article(comment="the later state, articles.id"),
    _article("earlier", comment="the state before it, articles.id"),
    Index("versions_address", "address"),
    Index("versions_article", "article"),
    Index("versions_earlier", "earlier"),
    comment="Which article is a later state of which other, as found at one address.",
)
