"""Formats of linked data: W3C Web Annotation, W3C PROV, schema.org, FollowTheMoney, STIX 2.1, GeoJSON."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, UUID, uuid5

from onrecord.export.addresses import is_of_web
from onrecord.export.chosen import Chosen
from onrecord.model.record import Actor, Event, Spans, Statement
from onrecord.model.span import Span
from onrecord.query import EventRow
from onrecord.query.frames import encodable
from onrecord.resources import rows
from onrecord.store import StoredArticle
from onrecord.store.columns import storable
from onrecord.store.days import days

Json = dict[str, Any]
_CONTEXT = 40  # code points before and after a quotation, by which it is found again
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9-]+")
_SPACE = "https://onrecord.example/ns#"


def lines(of: Callable[[StoredArticle], Iterator[Json]]) -> Any:
    """A writer of one JSON object a line, for every article."""

    def write(chosen: Chosen, out: BinaryIO) -> int:
        count = 0
        for article in chosen.articles():
            for each in of(article):
                out.write(_json(each) + b"\n")
                count += 1
        return count

    return write


def listed(before: str, after: str, of: Callable[[Chosen], Iterator[Json]]) -> Any:
    """A writer of one JSON document: what is ``before``, the objects with commas between, what is ``after``."""

    def write(chosen: Chosen, out: BinaryIO) -> int:
        out.write(before.encode())
        count = 0
        for each in of(chosen):
            out.write((b",\n" if count else b"") + _json(each))
            count += 1
        out.write(after.encode())
        return count

    return write


def _json(value: Json) -> bytes:
    """Escaped beyond ASCII; what is no UTF-8 is replaced, since the standards' own libraries refuse it."""
    return json.dumps(encodable(value), separators=(",", ":")).encode()


def _given(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", [], ())}


def _urn(*parts: str) -> str:
    return f"urn:uuid:{_uuid('onrecord:' + '/'.join(parts))}"


def _uuid(name: str) -> UUID:
    """The same for the same name, whatever it holds."""
    return uuid5(NAMESPACE_URL, storable(name))


def _values(article: StoredArticle) -> list[Statement | Event]:
    return [*article.record.statements, *article.record.events]


def _words(article: StoredArticle, spans: Spans) -> str:
    return " … ".join(span.of(article.text) for span in spans)


def annotations(article: StoredArticle) -> Iterator[Json]:
    """W3C Web Annotations of an article: each statement and event, with position and quote selectors."""
    target = article.page.url or _urn(article.id)
    for value in _values(article):
        is_statement = isinstance(value, Statement)
        said = {"kind": "statement" if is_statement else "event", **_said(article, value)}
        spans = (value.content or value.source or value.cue) if isinstance(value, Statement) else (value.evidence,)
        body = {"type": "TextualBody", "purpose": "classifying", "format": "application/json"}
        yield {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": _urn(article.id, value.id),
            "type": "Annotation",
            "motivation": "classifying",
            "body": body | {"value": json.dumps(said)},
            "target": [{"source": target, "selector": _selectors(article.text, span)} for span in spans] or [target],
        }


def _selectors(text: str, span: Span) -> list[Json]:
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after},
    ]


def _said(article: StoredArticle, value: Statement | Event) -> Json:
    names = {actor.id: actor.name for actor in article.record.actors}
    if isinstance(value, Statement):
        return _given(
            source=names.get(value.actor or "") or _words(article, value.source), code=value.code, terms=value.terms,
            form=value.kind, certainty=value.certainty, said=value.when,
        )  # fmt: skip
    sides = {
        side: [names.get(each.actor or "") or each.span.of(article.text) for each in listed_]
        for side, listed_ in (("source", value.source), ("target", value.target))
    }
    return _given(type=value.type, mode=value.mode, status=value.status, **sides)


def provenance(chosen: Chosen) -> Iterator[Json]:
    """PROV-JSON, one bundle for all: each value was derived from its article by the reading of a version."""
    found: dict[str, Json] = {}
    for article in chosen.articles():
        _prove(found, article)
    yield {"prefix": {"or": _SPACE}, **found}


def _prove(found: dict[str, Json], article: StoredArticle) -> None:
    text, agent = f"or:article-{article.id}", f"or:version-{article.pipeline}"
    reading = f"or:reading-{article.id}-{article.reading}"
    _put(found, "entity", text, {"prov:label": article.title or article.id, "or:digest": article.digest})
    _put(found, "agent", agent, {"prov:type": {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}})
    _put(found, "activity", reading, {})
    _put(found, "used", f"_:u-{article.id}", {"prov:activity": reading, "prov:entity": text})
    _put(found, "wasAssociatedWith", f"_:a-{article.id}", {"prov:activity": reading, "prov:agent": agent})
    if article.page.outlet:
        outlet = f"or:outlet-{_uuid(article.page.outlet)}"
        _put(found, "agent", outlet, {"prov:label": article.page.outlet})
        _put(found, "wasAttributedTo", f"_:o-{article.id}", {"prov:entity": text, "prov:agent": outlet})
    for value in _values(article):
        name = f"or:value-{article.id}-{value.id}"
        made = {"or:rule": value.rule, "or:confidence": value.confidence}
        _put(found, "entity", name, made)
        _put(found, "wasGeneratedBy", f"_:g-{name[3:]}", {"prov:entity": name, "prov:activity": reading})
        derived = {"prov:generatedEntity": name, "prov:usedEntity": text}
        _put(found, "wasDerivedFrom", f"_:d-{name[3:]}", derived)


def _put(found: dict[str, Json], kind: str, name: str, values: Json) -> None:
    found.setdefault(kind, {})[name] = values


def schema_org(chosen: Chosen) -> Iterator[Json]:
    """schema.org: each article with its quotations; its events are in ``about``."""
    for article in chosen.articles():
        people = {actor.id: actor for actor in article.record.actors}
        yield _given(
            **{"@type": "NewsArticle", "@id": article.page.url or _urn(article.id)},
            headline=article.title, datePublished=article.record.published, url=article.page.url,
            inLanguage=article.record.language,
            author=[{"@type": "Person", "name": name} for name in article.page.authors],
            publisher=_given(**{"@type": "Organization"}, name=article.outlet) if article.outlet else None,
            hasPart=[_quotation(article, statement, people) for statement in article.record.statements],
            about=[_happening(article, event) for event in article.record.events],
        )  # fmt: skip


def _quotation(article: StoredArticle, statement: Statement, people: dict[str, Actor]) -> Json:
    actor = people.get(statement.actor or "")
    kinds = {"person": "Person", "organization": "Organization", "government": "GovernmentOrganization"}
    speaker = actor.name if actor else _words(article, statement.source)
    creator = _given(**{"@type": kinds.get(actor.kind if actor else "", "Thing")}, name=speaker)
    words = _words(article, statement.content)
    return _given(
        **{"@type": "Quotation", "@id": _urn(article.id, statement.id)}, text=words, creator=creator,
        additionalProperty=_property("terms", statement.terms),
    )  # fmt: skip


def _happening(article: StoredArticle, event: Event) -> Json:
    place = next((p for p in article.record.places if event.where and p.id == event.where.place), None)
    day = next(iter(_day(event.when.value if event.when else None)), None)
    point = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if place else None
    return _given(
        **{"@type": "Event", "@id": _urn(article.id, event.id)}, name=event.type.capitalize(),
        description=event.evidence.of(article.text), startDate=day,
        location=_given(**{"@type": "Place"}, name=place.name, geo=point) if place else None,
        additionalProperty=_property("status", event.status),
    )  # fmt: skip


def _property(name: str, value: str) -> Json:
    return {"@type": "PropertyValue", "name": name, "value": value}


@cache
def _iso2() -> dict[str, str]:
    return {iso3: iso2.lower() for iso3, iso2, *_ in rows("countries.tsv")}


def followthemoney(article: StoredArticle) -> Iterator[Json]:
    """FollowTheMoney entities: the article, its actors, and its events and statements with the article as ``proof``."""
    proof = _ftm_id(article.id)
    address = article.page.url if is_of_web(article.page.url) else None
    yield _ftm(
        proof, "Article", title=[article.title or article.id], publishedAt=_day(article.record.published),
        publisher=[article.outlet], sourceUrl=[address], author=article.page.authors, bodyText=[article.text],
    )  # fmt: skip
    for actor in article.record.actors:
        yield _ftm(
            _ftm_id(article.id, actor.id), _ftm_schema(actor), name=[actor.name], position=_only_person(actor),
            country=[_iso2().get(actor.country or "")], wikidataId=[actor.wikidata], proof=[proof],
        )  # fmt: skip
    known = {actor.id for actor in article.record.actors}
    for event in article.record.events:
        sides = (*event.source, *event.target)
        involved = [_ftm_id(article.id, each.actor) for each in sides if each.actor in known]
        yield _ftm(
            _ftm_id(article.id, event.id), "Event", name=[f"{event.type}, {event.status}"], involved=involved,
            startDate=_day(event.when.value if event.when else None), summary=[event.evidence.of(article.text)],
            country=[_iso2().get(event.where.country or "") if event.where else None], proof=[proof],
        )  # fmt: skip
    for statement in article.record.statements:
        involved = [_ftm_id(article.id, statement.actor)] if statement.actor in known else []
        yield _ftm(
            _ftm_id(article.id, statement.id), "Event", name=[f"statement, {statement.terms}"], involved=involved,
            startDate=_day(statement.when), summary=[_words(article, statement.content)], proof=[proof],
        )  # fmt: skip


def _ftm(identity: str, schema: str, **properties: Any) -> Json:
    kept = {name: [value for value in values or () if value] for name, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _ftm_id(*parts: str) -> str:
    """Of the letters that the model takes; where an id has others, a digest of it."""
    name = "-".join(parts)
    return f"or-{name if _NAME.fullmatch(name) else _uuid(name)}"


def _ftm_schema(actor: Actor) -> str:
    return {"person": "Person", "organization": "Organization", "government": "PublicBody"}.get(
        actor.kind, "LegalEntity"
    )


def _only_person(actor: Actor) -> list[str | None]:
    return [actor.title] if actor.kind == "person" else []


def _day(value: str | None) -> list[str]:
    """A date that the formats take, one that there is: a whole one, a month or a year."""
    text = (value or "")[:10]
    return [text] if _DATE.fullmatch(text) and days(text) else []


def stix(chosen: Chosen) -> Iterator[Json]:
    """STIX 2.1 objects: a report for an article, identities for actors, a note for each statement and event."""
    for article in chosen.articles():
        yield from _stix_article(article)


def _stix_article(article: StoredArticle) -> Iterator[Json]:
    at = _moment(article.record.published)
    identities = [_stix_identity(article, actor, at) for actor in article.record.actors]
    by_actor = {actor.id: made["id"] for actor, made in zip(article.record.actors, identities, strict=True)}
    notes = [_stix_note(article, value, by_actor, at) for value in _values(article)]
    title = article.title or article.id
    report = _stix("report", article.id, at, name=title, published=at, report_types=["observed-data"])
    refs = [each["id"] for each in (*identities, *notes)]
    report["external_references"] = [
        _given(source_name=article.outlet or "article", external_id=article.id, url=article.page.url)
    ]
    report["object_refs"] = list(dict.fromkeys(refs)) or [_stix_reader()["id"]]
    yield from ([_stix_reader()] if not refs else [])
    yield from identities
    yield from notes
    yield report


def _stix_reader() -> Json:
    return _stix("identity", "onrecord", _moment(None), name="onrecord", identity_class="system")


def _stix_identity(article: StoredArticle, actor: Actor, at: str) -> Json:
    kinds = {"person": "individual", "organization": "organization", "government": "organization", "group": "group"}
    described = ", ".join(filter(None, (actor.title, actor.code)))
    made = _stix(
        "identity", f"{article.id}/{actor.id}", at, name=actor.name or actor.id,
        identity_class=kinds.get(actor.kind, "unspecified"), confidence=round(actor.confidence * 100),
    )  # fmt: skip
    return made | _given(description=described)


def _stix_note(article: StoredArticle, value: Statement | Event, by_actor: dict[str, str], at: str) -> Json:
    if isinstance(value, Statement):
        content, actors = _words(article, value.content), [value.actor]
    else:
        content, actors = value.evidence.of(article.text), [each.actor for each in (*value.source, *value.target)]
    refs = list(dict.fromkeys(by_actor[each] for each in actors if each in by_actor))
    made = _stix(
        "note", f"{article.id}/{value.id}", at, content=content or value.id, confidence=round(value.confidence * 100),
        abstract=json.dumps(_said(article, value)),
    )  # fmt: skip
    made["object_refs"] = refs or [f"report--{_uuid(f'onrecord:report:{article.id}')}"]
    return made


def _stix(kind: str, of: str, at: str, **values: Any) -> Json:
    identity = f"{kind}--{_uuid(f'onrecord:{kind}:{of}')}"
    return {"type": kind, "spec_version": "2.1", "id": identity, "created": at, "modified": at, **values}


def _moment(published: str | None) -> str:
    """The publication as STIX writes a time; the epoch where it is not known: never the clock."""
    day = _day(published)
    return f"{day[0]}T00:00:00.000Z" if day and len(day[0]) == len("2024-01-01") else "1970-01-01T00:00:00.000Z"


def geojson(chosen: Chosen) -> Iterator[Json]:
    """A feature (RFC 7946) for each event; without geometry where no place is known."""
    for row in chosen.rows():
        yield feature(row)


def feature(row: EventRow) -> Json:
    """An event as a GeoJSON feature."""
    point = None if row.lat is None or row.lon is None else {"type": "Point", "coordinates": [row.lon, row.lat]}
    properties = {
        "type": row.type, "mode": row.mode, "status": row.status, "first_day": row.first_day,
        "last_day": row.last_day, "place": row.place,
        "country": row.country, "source": [side.shown for side in row.source],
        "target": [side.shown for side in row.target], "by": row.by, "evidence": row.evidence, "outlet": row.outlet,
        "url": row.url, "confidence": row.confidence,
    }  # fmt: skip
    return {"type": "Feature", "id": row.ref, "geometry": point, "properties": properties}
