"""The kinds of answers: for each its question, its rows, the table they are of, and the orders they can come in."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Table

from onrecord.query.answers import ActorRow, ArticleRow, EventRow, PlaceRow, StatementRow, TimeRow
from onrecord.query.questions import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    PlaceQuestion,
    Question,
    StatementQuestion,
    TimeQuestion,
)
from onrecord.store.schema import actors, articles, events, places, statements, times


class Kind(msgspec.Struct, frozen=True):
    """A kind of answer. ``orders``: key → column, the first is the usual one; ``groups``: what can be counted by.

    ``names``: field of a row → column, where they differ.
    """

    question: type[Question]
    row: type[Any]
    table: Table
    orders: Mapping[str, str]
    groups: tuple[str, ...]
    names: Mapping[str, str] = {}


KINDS: Mapping[str, Kind] = {
    "events": Kind(
        EventQuestion,
        EventRow,
        events,
        {"day": "first_day", "confidence": "confidence"},
        ("type", "mode", "status", "quad", "context", "country", "place", "terms", "certainty", "outlet", "rule"),
    ),
    "statements": Kind(
        StatementQuestion,
        StatementRow,
        statements,
        {"day": "first_day", "confidence": "confidence"},
        ("terms", "kind", "act", "certainty", "code", "actor_name", "outlet", "rule"),
    ),
    "actors": Kind(
        ActorQuestion,
        ActorRow,
        actors,
        {"name": "name", "confidence": "confidence"},
        ("name", "code", "country", "kind", "wikidata", "outlet", "rule"),
        {"role": "title"},
    ),
    "places": Kind(
        PlaceQuestion,
        PlaceRow,
        places,
        {"name": "name", "confidence": "confidence"},
        ("name", "country", "precision", "use", "outlet", "rule"),
    ),
    "times": Kind(
        TimeQuestion,
        TimeRow,
        times,
        {"value": "value", "confidence": "confidence"},
        ("type", "value", "mod", "outlet", "rule"),
    ),
    "articles": Kind(
        ArticleQuestion,
        ArticleRow,
        articles,
        {"published": "published"},
        ("outlet", "original_outlet", "language", "published_from"),
    ),
}


def kind_of(question: Question) -> Kind:
    """The kind of answer that a question asks for."""
    return next(kind for kind in KINDS.values() if kind.question is type(question))
