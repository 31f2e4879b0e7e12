"""What people decide on a page, as decisions: words of a form become values of the record."""

import json
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection

from onrecord.decisions import Subject, active, decide, subject_of
from onrecord.decisions.subjects import TYPES, Value, named
from onrecord.errors import InputError
from onrecord.events.ontology import contexts
from onrecord.model.record import (
    Act,
    ActorKind,
    Certainty,
    PlacePrecision,
    PlaceUse,
    Record,
    StatementKind,
    Status,
    Terms,
    TimeType,
)
from onrecord.query.naming import as_kind, subjects_named
from onrecord.resources.plover import modes, quads
from onrecord.store.connection import transaction
from onrecord.store.decided import decided_article, decisions_on, put_decisions, unapplied
from onrecord.web.site import Site, now

ACTIONS = ("accept", "reject", "edit", "merge", "split", "undo")
# Kind of value → what reviewers correct of it, in the order of the form.
FIELDS = {
    "event": ("type", "mode", "status", "source", "target", "when", "where", "contexts"),
    "statement": ("actor", "code", "terms", "kind", "certainty", "act", "when"),
    "actor": ("code", "name", "kind", "country", "title", "sectors", "wikidata"),
    "place": ("name", "use", "country", "precision", "lat", "lon"),
    "time": ("value", "type", "mod"),
}
_LISTED = ("contexts", "sectors")
_NUMBERS = ("lat", "lon", "goldstein", "quad", "geonameid")
_ACROSS = ("fact", "entity", "story")


def known() -> dict[tuple[str, str], tuple[str, ...]]:
    """Kind and field → the values that it can have, where they are few."""
    literals = {
        ("event", "status"): Status, ("statement", "terms"): Terms, ("statement", "kind"): StatementKind,
        ("statement", "certainty"): Certainty, ("statement", "act"): Act, ("actor", "kind"): ActorKind,
        ("place", "use"): PlaceUse, ("place", "precision"): PlacePrecision, ("time", "type"): TimeType,
    }  # fmt: skip
    return {
        **{key: get_args(kind) for key, kind in literals.items()},
        ("event", "type"): tuple(sorted(quads())),
        ("event", "mode"): ("", *sorted({mode for _, mode in modes() if mode})),
        ("event", "contexts"): tuple(sorted(contexts())),
    }


def take(here: Site, person: str, action: str, what: str, field: str, value: str, reason: str) -> list[str]:
    """Keeps a decision and applies it; gives its id, or several, of a merge.

    ``value``, of an edit, in words: that of the field, empty for none, lists with commas; sides, actors and places by
    their ids in the article, a side also by a code; or JSON. Of a merge, what joins ``what``.

    Raises:
        InputError: it is none, or it cannot be applied.
    """
    if action not in ACTIONS:
        raise InputError(f"{action!r}: {', '.join(ACTIONS)}")
    with transaction(here.store.engine, write=True) as connection:
        made = [
            decide(action, person, now(), reason=reason or None, **parts)  # type: ignore[arg-type]
            for parts in _parts(connection, action, what, field, value)
        ]
        put_decisions(connection, made, now())
        if why := unapplied(connection, made):  # within the transaction: what cannot be applied is not kept
            raise InputError(why)
    return [each.id for each in made]


def _parts(connection: Connection, action: str, what: str, field: str, value: str) -> list[dict[str, Any]]:
    """What the decisions say besides who and when."""
    if action == "undo":
        return [{"undoes": what}]
    if action == "merge":
        return _merger(connection, what, value)
    if action == "split":
        return [_leaving(connection, what, value)]
    found = _found(connection, what)
    if found is None:
        about = subjects_named(connection, what)[0]
        raise InputError(f"{action} is for values of an article (ARTICLE/e1); this is of the kind {about.kind}")
    subject, record, meant = found
    if action != "edit":
        return [{"subject": subject}]
    return [{"subject": subject, "field": field, "value": _meant(record, meant, field, value)}]


def _found(connection: Connection, what: str) -> tuple[Subject, Record, Value] | None:
    """What names a value, with the record as corrected and the value in it; null if it is no value of an article.

    It is named as the machine read it, whatever others have made of it since: they may have rejected it.
    """
    article, slash, identity = what.rpartition("/")
    decided = decided_article(connection, article) if slash else None
    if decided is None:
        return None
    corrected = decided.corrected()[0]
    held = _with(corrected, identity) or _with(decided.read, identity)
    value = _with(decided.read, identity) or held
    if value is None or held is None:
        raise InputError(f"there is no value {identity!r} in article {article!r}")
    return subject_of(article, value), corrected, held


def _with(record: Record, identity: str) -> Value | None:
    try:
        return named(record, identity)
    except InputError:
        return None


def _merger(connection: Connection, what: str, other: str) -> list[dict[str, Any]]:
    if not other:
        raise InputError("merge takes what joins it: another actor of the article, or fact:ID")
    if "/" in what and "/" not in other and ":" not in other:
        other = f"{what.rpartition('/')[0]}/{other}"
    mine, joining = subjects_named(connection, what), subjects_named(connection, other)
    kind = mine[0].kind
    if kind in _ACROSS:
        joined = as_kind(kind, joining)
        apart = _apart(connection, kind)
        # One pair puts two facts together, unless people had set others of their reports apart.
        against = [each for each in mine[1:] if any(frozenset((each, one)) in apart for one in joined)]
        return [{"subject": each, "others": tuple(joined)} for each in (mine[0], *against)]
    if kind != "actor" or joining[0].kind != "actor" or joining[0] == mine[0]:
        raise InputError(f"two actors or two facts are merged, not a {kind} with a {joining[0].kind}")
    return [{"subject": mine[0], "others": (joining[0],)}]


def _apart(connection: Connection, kind: str) -> set[frozenset[Subject]]:
    made = active(decisions_on(connection, kind=kind))
    splits = [each for each in made if each.action == "split" and each.subject]
    return {frozenset((each.subject, other)) for each in splits if each.subject for other in each.others}


def _leaving(connection: Connection, what: str, report: str) -> dict[str, Any]:
    mine = subjects_named(connection, what)
    if mine[0].kind != "fact":
        raise InputError(f"a report leaves a fact, not a {mine[0].kind}")
    going = as_kind("fact", subjects_named(connection, report))[0]
    staying = tuple(each for each in mine if each != going)
    if len(staying) == len(mine) or not staying:
        raise InputError(f"{report!r} is no report of the fact beside others")
    return {"subject": going, "others": staying}


def _meant(record: Record, value: Any, field: str, words: str) -> Any:
    """The value that the words of a form mean."""
    words = words.strip()
    if words[:1] in ("[", "{"):
        try:
            return json.loads(words)
        except ValueError as error:
            raise InputError(f"{field}: no JSON: {error}") from error
    if field in _LISTED:
        return [word.strip() for word in words.split(",") if word.strip()]
    if not words:
        return [] if field in ("source", "target") else None
    if field in ("source", "target") and not isinstance(value, TYPES["statement"]):
        return [_side(record, value, each.strip()) for each in words.split(",") if each.strip()]
    if field == "when" and isinstance(value, TYPES["event"]):
        return {"value": words, "span": list(_when_span(record, value, words))}
    if field == "where":
        return _where(record, words)
    if field == "actor" and words not in {actor.id for actor in record.actors}:
        raise InputError(f"{words!r}: no actor of the article; it has {_ids(record)}")
    return _number(field, words) if field in _NUMBERS else words


def _number(field: str, words: str) -> float | int:
    try:
        return int(words) if field in ("quad", "geonameid") else float(words)
    except ValueError as error:
        raise InputError(f"{field}: {words!r} is no number") from error


def _side(record: Record, event: Any, who: str) -> dict[str, Any]:
    """An actor of the article, at its mention nearest to the event, or a code alone, at the event's own words."""
    start, end = event.evidence
    for actor in record.actors:
        if who == actor.id:
            near = min(actor.mentions, key=lambda span: (not start <= span[0] < end, abs(span[0] - start)))
            return {"actor": actor.id, "code": actor.code, "span": list(near)}
    if not who.replace("-", "").isalpha() or who != who.upper():
        raise InputError(f"{who!r}: neither a code nor an actor of the article; it has {_ids(record)}")
    return {"actor": None, "code": who, "span": list(event.trigger[0] if event.trigger else event.evidence)}


def _when_span(record: Record, event: Any, value: str) -> Any:
    """The words of that time, if the article has them; else those of the time that it had, or of the event."""
    said = next((time.span for time in record.times if time.value == value), None)
    return said or (event.when.span if event.when else event.evidence)


def _where(record: Record, identity: str) -> dict[str, Any]:
    for place in record.places:
        if place.id == identity:
            return {"place": place.id, "country": place.country}
    ids = ", ".join(f"{place.id} ({place.name})" for place in record.places) or "none"
    raise InputError(f"{identity!r}: no place of the article; it has {ids}")


def _ids(record: Record) -> str:
    return ", ".join(f"{actor.id} ({actor.name})" for actor in record.actors) or "none"


def shown(field: str, value: Any) -> str:
    """A field's value in the words that :func:`take` understands."""
    if value is None:
        return ""
    if field in _LISTED:
        return ", ".join(value)
    if field in ("source", "target"):
        return ", ".join(side["actor"] or side["code"] or "" for side in value)
    if field == "when" and isinstance(value, dict):
        return str(value["value"])
    if field == "where":
        return str(value["place"])
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
