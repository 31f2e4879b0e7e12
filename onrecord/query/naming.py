"""What people call a thing (``fact:4f…``, ``ARTICLE/e2``, ``ARTICLE``), and what names it in a decision or vote."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select

from onrecord.decisions import Kind, Subject, subject_of
from onrecord.decisions.subjects import named
from onrecord.errors import InputError
from onrecord.model.record import Actor, Event, Record
from onrecord.store.readings import held
from onrecord.store.schema import articles, readings
from onrecord.store.schema_facts import entity_mentions, fact_reports, story_articles

_FORMS = "ARTICLE, ARTICLE/VALUE (as in 3f2a…/e1), fact:ID, entity:ID or story:ID"


def subjects_named(connection: Connection, name: str) -> list[Subject]:
    """What names the thing: one subject; of a fact or entity one for each of its events or actors, the first first.

    Raises:
        InputError: there is no such thing in the store.
    """
    kind, colon, identity = name.partition(":")
    if colon and kind == "fact":
        return [_as("fact", one) for one in _values(connection, fact_reports, "fact", "event_id", identity)]
    if colon and kind == "entity":
        return [_as("entity", one) for one in _values(connection, entity_mentions, "entity", "actor", identity)]
    if colon and kind == "story":
        query = select(story_articles.c.article).where(story_articles.c.story == identity, held(story_articles))
        return _some([Subject("story", one) for one in connection.execute(query).scalars()], name)
    article, slash, value = name.rpartition("/")
    if slash:
        return [subject_of(article, named(_record(connection, article), value))]
    if connection.execute(select(articles.c.id).where(articles.c.id == name)).first() is None:
        raise InputError(f"{name!r}: no such article in this store; a name is {_FORMS}")
    return [Subject("article", name)]


def as_kind(kind: Kind, subjects: Sequence[Subject]) -> list[Subject]:
    """Events as they name a fact, actors as they name an entity.

    Raises:
        InputError: one of them is something else.
    """
    fitting = {"fact": ("event", "fact"), "entity": ("actor", "entity"), "story": ("article", "story")}[kind]
    if wrong := [subject for subject in subjects if subject.kind not in fitting]:
        raise InputError(f"a {kind} has {fitting[0]}s; this is a {wrong[0].kind}")
    return [msgspec.structs.replace(subject, kind=kind) for subject in subjects]


def _as(kind: Kind, pair: tuple[str, Event | Actor]) -> Subject:
    article, value = pair
    return msgspec.structs.replace(subject_of(article, value), kind=kind)


def _values(
    connection: Connection, table: Table, group: str, member: str, identity: str
) -> list[tuple[str, Event | Actor]]:
    query = (
        select(table.c.article, table.c[member])
        .join(articles, articles.c.id == table.c.article)
        .where(table.c[group] == identity, held(table))
        .order_by(articles.c.published.nulls_last(), table.c.article, table.c[member])
    )
    rows = connection.execute(query).all()
    found: Any = [(article, named(_record(connection, article), value)) for article, value in rows]
    return _some(found, f"{group}:{identity}")


def _record(connection: Connection, article: str) -> Record:
    query = select(readings.c.record).where(readings.c.article == article, held(readings))
    found: Record | None = connection.execute(query).scalar()
    if found is None:
        raise InputError(f"{article!r}: no such article in this store; a name is {_FORMS}")
    return found


def _some(found: list[Any], name: str) -> list[Any]:
    if not found:
        raise InputError(f"{name!r}: there is none in this store; onrecord link RECORD finds facts, entities, stories")
    return found
