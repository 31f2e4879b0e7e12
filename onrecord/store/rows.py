"""A record as rows of the tables, so that it can be asked."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from sqlalchemy import Table

from onrecord.model.record import Actor, Event, Place, Record, Spans, Statement, Time
from onrecord.store import schema
from onrecord.store.days import days

Row = dict[str, Any]


def rows_of(text: str, record: Record, reading: int, recorded: str) -> Iterator[tuple[Table, list[Row]]]:
    """Table and rows of every layer of ``record``, whose spans point into ``text``, as they hold from ``recorded``."""
    for table, rows in _layers(text, record):
        for row in rows:
            row.update(article=record.id, reading=reading)
            if "recorded" in table.c:
                row.update(recorded=recorded, until=None)
        yield table, rows


def _layers(text: str, record: Record) -> Iterator[tuple[Table, list[Row]]]:
    names = {actor.id: actor.name for actor in record.actors}
    yield schema.actors, _numbered([_actor(actor) for actor in record.actors])
    yield schema.statements, _numbered([_statement(s, text, record, names) for s in record.statements])
    yield schema.events, _numbered([_event(event, text, record) for event in record.events])
    yield schema.participants, list(_participants(text, record, names))
    yield schema.dyads, [row for at, event in enumerate(record.events) for row in _dyads(at, event, record)]
    yield schema.places, _numbered([_place(place) for place in record.places])
    yield schema.times, _numbered([_time(time) for time in record.times])


def _numbered(rows: list[Row]) -> list[Row]:
    for position, row in enumerate(rows):
        row["position"] = position
    return rows


def _words(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)


def _dated(told: str | None, record: Record) -> Row:
    """The days of what the text says, else of the publication."""
    for value, origin in ((told, "text"), (record.published, "published")):
        if found := days(value):
            return {"first_day": found[0], "last_day": found[1], "dated_from": origin}
    return {"first_day": None, "last_day": None, "dated_from": None}


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id, "name": actor.name, "kind": actor.kind, "title": actor.title, "country": actor.country,
        "sectors": actor.sectors, "code": actor.code, "wikidata": actor.wikidata, "rule": actor.rule,
        "mentions": actor.mentions, "confidence": actor.confidence,
    }  # fmt: skip


def _place(place: Place) -> Row:
    return {
        "id": place.id, "name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon,
        "geonameid": place.geonameid, "precision": place.precision, "use": place.use, "rule": place.rule,
        "start": place.span.start, "end": place.span.end, "confidence": place.confidence,
    }  # fmt: skip


def _time(time: Time) -> Row:
    return {
        "id": time.id, "type": time.type, "value": time.value, "mod": time.mod, "anchor": time.anchor,
        "rule": time.rule, "start": time.span.start, "end": time.span.end, "confidence": time.confidence,
    }  # fmt: skip


def _statement(statement: Statement, text: str, record: Record, names: dict[str, str]) -> Row:
    return {
        "id": statement.id, "kind": statement.kind, "terms": statement.terms, "act": statement.act,
        "certainty": statement.certainty, "actor": statement.actor, "actor_name": names.get(statement.actor or ""),
        "code": statement.code, "source": _words(text, statement.source), "cue": _words(text, statement.cue),
        "content": _words(text, statement.content), "reason": _words(text, statement.reason) or None,
        "addressee": _words(text, statement.addressee) or None, "venue": _words(text, statement.venue) or None,
        "said": statement.when, **_dated(statement.when, record), "within": statement.within,
        "source_spans": statement.source, "cue_spans": statement.cue,
        "content_spans": statement.content, "rule": statement.rule, "confidence": statement.confidence,
    }  # fmt: skip


def _event(event: Event, text: str, record: Record) -> Row:
    by = next((s for s in record.statements if s.id == event.statement), None)
    place = next((p for p in record.places if event.where and p.id == event.where.place), None)
    happened = event.when.value if event.when else None
    return {
        "id": event.id, "type": event.type, "mode": event.mode, "status": event.status, "statement": event.statement,
        "by": _words(text, by.source) if by else None, "terms": by.terms if by else None,
        "certainty": by.certainty if by else None, "contexts": event.contexts,
        "happened": happened, **_dated(happened, record),
        "place": place.name if place else None, "country": event.where.country if event.where else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None, "countries": _countries(event),
        "precision": place.precision if place else None,
        "sources": coded(each.code for each in event.source), "targets": coded(each.code for each in event.target),
        "cameo": event.cameo, "quad": event.quad, "goldstein": event.goldstein,
        "object": _words(text, event.object) or None, "trigger": _words(text, event.trigger),
        "trigger_spans": event.trigger, "evidence": event.evidence.of(text),
        "start": event.evidence.start, "end": event.evidence.end, "rule": event.rule, "confidence": event.confidence,
    }  # fmt: skip


def _participants(text: str, record: Record, names: dict[str, str]) -> Iterator[Row]:
    for position, event in enumerate(record.events):
        for side, listed in (("source", event.source), ("target", event.target)):
            for number, participant in enumerate(listed):
                yield {
                    "event": position, "side": side, "number": number,
                    "actor": participant.actor, "name": names.get(participant.actor or ""), "code": participant.code,
                    "stem": _stem(participant.code), "words": participant.span.of(text),
                    "start": participant.span.start, "end": participant.span.end,
                }  # fmt: skip


def _countries(event: Event) -> str:
    """Where it was and the stems of its actors, each once, between bars; empty if there are none."""
    stems = [_stem(each.code) for each in (*event.source, *event.target)]
    return coded([*stems, event.where.country if event.where else None])


def coded(found: Iterable[str | None]) -> str:
    """Codes, each once, in order, between bars; empty if none is known."""
    known = sorted({each for each in found if each})
    return f"|{'|'.join(known)}|" if known else ""


def _stem(code: str | None) -> str | None:
    return code[:3] if code else None


def _dyads(position: int, event: Event, record: Record) -> Iterator[Row]:
    """Each pair of codes once, in their order."""
    sources, targets = ({each.code: None for each in side if each.code} for side in (event.source, event.target))
    day = _dated(event.when.value if event.when else None, record)["first_day"]
    seen: set[tuple[str, str]] = set()
    for source, target in product(sources, targets):
        stems = source[:3], target[:3]
        yield {
            "event": position, "source": source, "target": target, "source_stem": stems[0], "target_stem": stems[1],
            "first": int(stems not in seen), "quad": event.quad, "first_day": day,
        }  # fmt: skip
        seen.add(stems)
