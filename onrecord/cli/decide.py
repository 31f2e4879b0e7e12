"""``onrecord decide``: correct what was read; every correction is kept and can be undone."""

import json
import re
from typing import Annotated, Any, Literal, get_args

import typer
from sqlalchemy import Connection

from onrecord.cli.asking import StoreArgument
from onrecord.cli.clock import AtOption, at_or_now
from onrecord.decisions import Subject
from onrecord.decisions import decide as decision_of
from onrecord.decisions.subjects import LAYERS, TYPES
from onrecord.errors import InputError
from onrecord.query.naming import as_kind, subjects_named
from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions, unapplied
from onrecord.store.postgresql import shown

_Action = Literal["accept", "reject", "edit", "add", "merge", "split", "undo"]
_ACROSS = ("fact", "entity", "story")
_SPAN = re.compile(r"(\d+)-(\d+)")


def decide(
    record: StoreArgument,
    action: Annotated[str, typer.Argument(metavar="|".join(get_args(_Action)))],
    what: Annotated[list[str], typer.Argument(metavar="WHAT…", help="ARTICLE/VALUE, fact:ID, entity:ID, decision")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="who decides")],
    field: Annotated[str | None, typer.Option(metavar="NAME", help="edit: which field")] = None,
    value: Annotated[str | None, typer.Option(metavar="JSON", help="edit, add: the value; a word may go bare")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=f"add: {', '.join(LAYERS)}")] = None,
    mentions: Annotated[str | None, typer.Option(metavar="S-E,…", help="split an actor: the mentions that go")] = None,
    reason: Annotated[str | None, typer.Option(metavar="WORDS", help="why")] = None,
    at: AtOption = None,
) -> None:
    """Accept, reject or edit a value, add one, merge or split actors, facts or entities, or undo a decision.

    Values of an article change at once, and again after every reread; facts and entities with the next onrecord link.
    Merge and split take the first WHAT and those that join or leave it.

    Example: onrecord decide record.db edit 3f2a90c1/e2 --field status --value planned --by Ana
    """
    if action not in get_args(_Action):
        raise typer.BadParameter(f"{action!r}: one of {', '.join(get_args(_Action))}", param_hint="ACTION")
    time = at_or_now(at)
    with open_store(record) as store, transaction(store.engine, write=True) as connection:
        made = [
            decision_of(action, by, time, reason=reason, **parts)  # type: ignore[arg-type]
            for parts in _parts(connection, action, what, field, value, kind, mentions)
        ]
        put_decisions(connection, made, time)
        why = unapplied(connection, made)
        if why:  # within the transaction: what cannot be applied is not kept
            raise InputError(why)
    for decision in made:
        typer.echo(decision.id)
    if any(decision.subject and decision.subject.kind in _ACROSS for decision in made):
        typer.echo(f"onrecord link {shown(record)} applies it", err=True)


def _parts(
    connection: Connection,
    action: str,
    what: list[str],
    field: str | None,
    value: str | None,
    kind: str | None,
    mentions: str | None,
) -> list[dict[str, Any]]:
    """What the decisions say besides who and when."""
    if action == "undo":
        return [{"undoes": identity} for identity in what]
    if action == "add":
        return [_addition(what[0], kind, _json(value))]
    if action in ("merge", "split"):
        return _grouping(connection, action, what, mentions)
    subjects = [subject for name in what for subject in subjects_named(connection, name)]
    if wrong := [subject.kind for subject in subjects if subject.kind not in LAYERS]:
        raise InputError(f"{action} is for values of an article (ARTICLE/e1); this is of the kind {wrong[0]}")
    if action == "edit":
        if field is None or value is None:
            raise InputError("edit takes --field and --value")
        return [{"subject": subject, "field": field, "value": _json(value)} for subject in subjects]
    return [{"subject": subject} for subject in subjects]


def _grouping(connection: Connection, action: str, what: list[str], mentions: str | None) -> list[dict[str, Any]]:
    first, *others = [subjects_named(connection, name) for name in what]
    if action == "split" and first[0].kind == "actor":
        spans = [[int(start), int(end)] for start, end in _SPAN.findall(mentions or "")]
        return [{"subject": first[0], "value": spans}]
    if not others:
        raise InputError(f"{action} takes two or more: what stays, and what joins or leaves it")
    across = first[0].kind if first[0].kind in _ACROSS else None
    if action == "merge" and across is None:
        return [{"subject": first[0], "others": tuple(other[0] for other in others)}]
    if across is None:
        raise InputError(f"split takes an actor, fact:ID, entity:ID or story:ID, not a {first[0].kind}")
    mine = as_kind(across, first)
    going = [one for other in others for one in as_kind(across, other)]
    if action == "merge":
        return [{"subject": mine[0], "others": tuple(going)}]
    staying = tuple(one for one in mine if one not in going)
    return [{"subject": one, "others": staying} for one in going]


def _addition(article: str, kind: str | None, value: Any) -> dict[str, Any]:
    if kind not in LAYERS or not isinstance(value, dict):
        raise InputError(f"add takes an article, --kind ({', '.join(LAYERS)}) and --value, a JSON object")
    named = {"actor": ("mentions",), "statement": ("content", "cue"), "event": ("trigger",)}.get(kind, ("span",))
    spans = [span for name in named for span in (value.get(name) or ())]
    pairs = [spans] if named == ("span",) else spans
    subject = Subject(kind, article, tuple(map(tuple, pairs)), value.get("type") if kind == "event" else None)  # type: ignore[arg-type]
    return {
        "subject": subject,
        "value": {name: one for name, one in value.items() if name in TYPES[kind].__struct_fields__},
    }


def _json(value: str | None) -> Any:
    try:
        return json.loads(value or "null")
    except json.JSONDecodeError:
        return value
