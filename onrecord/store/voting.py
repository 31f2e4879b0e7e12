"""Votes: up, down or none, one a person and thing."""

from typing import Literal

import msgspec
from sqlalchemy import Connection

from onrecord.decisions import Subject
from onrecord.decisions.retyped import under_any_type
from onrecord.store.decided import decisions_on
from onrecord.store.schema_decisions import votes

Vote = Literal["up", "down", "none"]
_VALUES = {"up": 1, "down": -1}


def put_vote(connection: Connection, person: str, subject: Subject, vote: Vote, recorded: str) -> None:
    """Makes ``vote`` what ``person`` says of an article, statement or fact; ``none`` takes the vote back."""
    key = {"person": person, "kind": subject.kind, "article": subject.article}
    names = under_any_type(subject, decisions_on(connection, subject.article))
    mine = [votes.c[name] == value for name, value in key.items()]
    connection.execute(votes.delete().where(*mine, votes.c.key.in_([_key(name) for name in names])))
    if vote != "none":
        row = {**key, "key": _key(subject), "vote": _VALUES[vote], "recorded": recorded, "subject": subject}
        connection.execute(votes.insert(), row)


def _key(subject: Subject) -> str:
    return msgspec.json.encode([subject.spans, subject.type]).decode()
