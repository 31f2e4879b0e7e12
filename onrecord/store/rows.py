"""A record as rows of the tables, so that it can be asked."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from onrecord.model.record import Event, Record, Spans, Statement
from onrecord.store import schema

Rows = list[dict[str, Any]]


def rows_of(text: str, record: Record) -> Iterator[tuple[Table, Rows]]:
    """Table and rows of every layer of ``record``, whose spans point into ``text``."""
    names = {actor.id: actor.name for actor in record.actors}
    yield schema.actors, [
        {
            "article": record.id, "id": a.id, "name": a.name, "kind": a.kind, "title": a.title, "country": a.country,
            "code": a.code, "wikidata": a.wikidata, "rule": a.rule, "mentions": json.dumps(a.mentions),
            "confidence": a.confidence,
        }
        for a in record.actors
    ]  # fmt: skip
    yield schema.statements, [_statement(s, text, record, names) for s in record.statements]
    yield schema.events, [_event(e, text, record) for e in record.events]
    yield schema.participants, [row for e in record.events for row in _participants(e, text, record, names)]
    yield schema.places, [
        {
            "article": record.id, "id": p.id, "name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon,
            "geonameid": p.geonameid, "precision": p.precision, "use": p.use, "rule": p.rule, "start": p.span.start,
            "end": p.span.end, "confidence": p.confidence,
        }
        for p in record.places
    ]  # fmt: skip
    yield schema.times, [
        {
            "article": record.id, "id": t.id, "type": t.type, "value": t.value, "mod": t.mod, "anchor": t.anchor,
            "rule": t.rule, "start": t.span.start, "end": t.span.end, "confidence": t.confidence,
        }
        for t in record.times
    ]  # fmt: skip


def _words(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)


def _statement(statement: Statement, text: str, record: Record, names: dict[str, str]) -> dict[str, Any]:
    first = (*statement.content, *statement.cue, *statement.source)
    return {
        "article": record.id, "id": statement.id, "kind": statement.kind, "terms": statement.terms,
        "act": statement.act, "certainty": statement.certainty, "actor": statement.actor,
        "actor_name": names.get(statement.actor or ""), "code": statement.code,
        "source": _words(text, statement.source), "cue": _words(text, statement.cue),
        "content": _words(text, statement.content), "reason": _words(text, statement.reason) or None,
        "addressee": _words(text, statement.addressee) or None, "venue": _words(text, statement.venue) or None,
        "said": statement.when or record.published, "start": first[0].start if first else 0,
        "confidence": statement.confidence,
    }  # fmt: skip


def _event(event: Event, text: str, record: Record) -> dict[str, Any]:
    by = next((s for s in record.statements if s.id == event.statement), None)
    place = next((p for p in record.places if event.where and p.id == event.where.place), None)
    return {
        "article": record.id, "id": event.id, "type": event.type, "mode": event.mode, "status": event.status,
        "statement": event.statement, "by": _words(text, by.source) if by else None,
        "contexts": json.dumps(event.contexts), "happened": event.when.value if event.when else None,
        "place": place.name if place else None, "country": event.where.country if event.where else None,
        "cameo": event.cameo, "quad": event.quad, "goldstein": event.goldstein,
        "trigger": _words(text, event.trigger), "evidence": event.evidence.of(text), "start": event.evidence.start,
        "confidence": event.confidence,
    }  # fmt: skip


def _participants(event: Event, text: str, record: Record, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for side, listed in (("source", event.source), ("target", event.target)):
        for number, p in enumerate(listed):
            yield {
                "article": record.id, "event": event.id, "side": side, "number": number, "actor": p.actor,
                "name": names.get(p.actor or ""), "code": p.code, "words": p.span.of(text),
            }  # fmt: skip
