"""Fills a made-up store with what second passes and people add: facts, entities, stories, votes, decisions, watches."""

from collections.abc import Iterator
from itertools import groupby, islice
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, func, select

from onrecord.decisions import Subject, decide, subject_of
from onrecord.store import Store, schema
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.schema_facts import entities, entity_mentions, fact_reports, facts, stories, story_articles
from onrecord.store.schema_watches import matches, watches
from onrecord.store.voting import put_vote

_MADE = "2025-01-01T00:00:00+00:00"
_HELD: dict[str, Any] = {"recorded": _MADE, "until": None}
_AT_ONCE = 5000
_SHARED = 0.3  # share of the events that the article before or after tells of, too
_STORY = 3  # articles a story, about
_VOTES, _DECISIONS, _MATCHES = 2000, 200, 5000


def fill_linked(store: Store, seed: int = 7) -> None:
    """What a second pass would find in articles that were made up, in its size, not its sense."""
    chance = Random(seed)
    with transaction(store.engine, write=True) as connection:
        _put(connection, _stories(connection, chance))
        _put(connection, _facts(connection, chance))
        _put(connection, _entities(connection))
        _put(connection, _found(connection))
        _judge(connection, chance)


def _put(connection: Connection, rows: Iterator[tuple[Table, dict[str, Any]]]) -> None:
    while part := list(islice(rows, _AT_ONCE)):
        by_table: dict[Table, list[dict[str, Any]]] = {}
        for table, row in part:
            by_table.setdefault(table, []).append(row)
        for table, some in by_table.items():
            connection.execute(table.insert(), some)


def _stories(connection: Connection, chance: Random) -> Iterator[tuple[Table, dict[str, Any]]]:
    """Articles in the order of their days, some three a story; a tenth are copies of the first in theirs."""
    column = schema.articles.c
    rows = connection.execute(select(column.id, column.published).order_by(column.published, column.id)).all()
    at = 0
    while at < len(rows):
        part = rows[at : at + chance.randrange(1, 2 * _STORY)]
        name = f"story{at}"
        days = {"first_day": part[0].published, "last_day": part[-1].published}
        yield stories, {"id": name, "articles": len(part), **days, **_HELD}
        for number, row in enumerate(part):
            is_copy = number > 0 and chance.random() < 0.1
            member = {"story": name, "article": row.id, "copy_of": part[0].id if is_copy else None}
            yield story_articles, member | _HELD
        at += len(part)


def _facts(connection: Connection, chance: Random) -> Iterator[tuple[Table, dict[str, Any]]]:
    """One fact an event, but for those that the articles after tell of as well."""
    column = schema.events.c
    query = select(
        column.article, column.id, column.type, column.status, column.first_day, column.place, column.country
    )
    rows = connection.execute(query.order_by(column.first_day, column.article, column.position)).all()
    told: list[Any] = []
    for row in rows:
        told.append(row)
        if chance.random() > _SHARED:
            yield from _fact(told)
            told = []
    if told:
        yield from _fact(told)


def _fact(told: list[Any]) -> Iterator[tuple[Table, dict[str, Any]]]:
    first = told[0]
    name = f"{first.article}{first.id}"
    is_denied = len(told) > 3
    yield facts, {
        "id": name, "type": first.type, "status": first.status, "reports": len(told), "outlets": len(told),
        "denials": int(is_denied), "contradictions": int(is_denied), "published": first.first_day,
        "first_day": first.first_day, "last_day": first.first_day, "place": first.place, "country": first.country,
        "telling": {"history": [], "voices": [], "denials": [], "contradictions": []}, **_HELD,
    }  # fmt: skip
    for row in told:
        yield fact_reports, {
            "fact": name, "event": f"{row.article}:{row.id}", "article": row.article, "event_id": row.id,
            "role": "tells", "origin": f"Outlet {int(row.article) % 300}", "score": 1.0, "reasons": [], **_HELD,
        }  # fmt: skip


def _entities(connection: Connection) -> Iterator[tuple[Table, dict[str, Any]]]:
    """One a name."""
    column = schema.actors.c
    query = select(column.name, column.article, column.id, column.code, column.country)
    rows = connection.execute(query.order_by(column.name, column.article, column.position)).all()
    for name, group in groupby(rows, key=lambda row: row.name):
        mentions = list(group)
        identity = name.replace(" ", "-")
        codes = sorted({row.code for row in mentions})[:5]
        yield entities, {
            "id": identity, "name": name, "kind": "person", "country": mentions[0].country, "wikidata": None,
            "codes": codes, "articles": len({row.article for row in mentions}), **_HELD,
        }  # fmt: skip
        for row in mentions:
            yield entity_mentions, {
                "entity": identity, "article": row.article, "actor": row.id, "name_key": name, "wikidata": None,
                "profile": {"name": name, "code": row.code}, "score": 1.0, "reasons": [], **_HELD,
            }  # fmt: skip


def _found(connection: Connection) -> Iterator[tuple[Table, dict[str, Any]]]:
    """Two watches with matches, and the inputs of the run."""
    for name in ("requests", "a minister"):
        yield watches, {"name": name, "rule": "{}", "made": _MADE, "seen": _MADE}
    column = schema.articles.c
    rows = connection.execute(select(column.id, column.title, column.outlet, column.published, column.number)).all()
    for row in rows:
        source = {"run": 1, "position": row.number, "location": f"{row.number}.html", "digest": row.id}
        yield schema.inputs, source | {"outcome": "stored", "article": row.id, "code": None, "message": None}
    for row in rows[:_MATCHES]:
        yield matches, {
            "watch": "requests", "key": row.id, "kind": "event", "article": row.id, "day": row.published,
            "found": _MADE, "what": "a request", "sentence": None, "title": row.title, "outlet": row.outlet,
            "url": None,
        }  # fmt: skip


def _judge(connection: Connection, chance: Random) -> None:
    """Votes by twenty people, and values accepted."""
    count = connection.execute(select(func.count()).select_from(schema.articles)).scalar_one()
    for number in range(min(_VOTES, count)):
        subject = Subject("article", f"{chance.randrange(count):016d}")
        put_vote(connection, f"person {number % 20}", subject, "up" if number % 3 else "down", _MADE)
    made = []
    row = schema.readings.c
    some = [f"{chance.randrange(count):016d}" for _ in range(min(_DECISIONS, count))]
    for record in connection.execute(select(row.record).where(row.article.in_(some)).order_by(row.article)).scalars():
        event = record.events[0]
        made.append(decide("accept", "editor", _MADE, subject=subject_of(record.id, event)))
    put_decisions(connection, made, _MADE)
