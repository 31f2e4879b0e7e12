"""The table of what was forgotten, so that it is not read in again."""

from sqlalchemy import Column, Integer, Table

from onrecord.store.columns import Token, Words
from onrecord.store.schema import metadata

tombstones = Table(
    "tombstones",
    metadata,
    Column("id", Integer, primary_key=True, comment="number, from 1"),
    Column("kind", Token(), nullable=False, comment="article, outlet, actor, or address: of a page"),
    Column("key", Words(), nullable=False, comment="SHA-256, hex, of what is not to be read in again"),
    Column("made", Token(), nullable=False, comment="when, ISO date-time"),
    Column("author", Words(), nullable=False, comment="who had it forgotten"),
    Column("reason", Words(), nullable=False, comment="why"),
    Column("erased", Integer, comment="1 once nothing of it is left in the file; null until then"),
    comment="What was forgotten: digests only, so that nothing of it is kept.",
)
