"""The table of questions that people keep under a name."""

from sqlalchemy import Column, Table

from onrecord.store.columns import Token, Words
from onrecord.store.schema import metadata

questions = Table(
    "questions",
    metadata,
    Column("person", Words(), primary_key=True, comment="whose it is, by a name of the caller's"),
    Column("name", Words(), primary_key=True, comment="what that person calls it"),
    Column("kind", Token(), nullable=False, comment="what it asks for: events, statements, facts, and so on"),
    Column("question", Words(), nullable=False, comment="its fields that ask for something, JSON"),
    Column("made", Token(), nullable=False, comment="when it was kept, ISO date-time"),
    comment="Questions kept under a name, by person.",
)
