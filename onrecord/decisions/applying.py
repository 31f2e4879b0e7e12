"""A record as people's decisions correct it: the machine's reading with all that hold, never one upon another."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from onrecord.decisions.changes import added, edited, merged, split
from onrecord.decisions.decision import Decision, Subject, active
from onrecord.decisions.retyped import under_any_type
from onrecord.decisions.subjects import LAYERS, Value, find
from onrecord.model.record import Record

_JUDGING = ("accept", "reject")
_Found = list[tuple[Decision, Subject, Value]]


class Unapplied(msgspec.Struct, frozen=True):
    """A decision that holds but could not be applied, and why."""

    decision: Decision
    why: str


def apply(
    record: Record, decisions: Iterable[Decision], length: int | None = None
) -> tuple[Record, tuple[Unapplied, ...]]:
    """``record`` corrected by those of ``decisions`` that hold and are about its values, and those that could not be.

    Of two that conflict the later one counts. What was accepted, edited or added has the confidence 1, what was edited
    or added the rule ``decision``. A span beyond ``length``, that of the text, is not applied.
    """
    mine = [d for d in active(decisions) if d.subject and d.subject.kind in LAYERS and d.subject.article == record.id]
    failed: list[Unapplied] = []
    record = _with_added(record, mine, failed, length)
    # All are looked for before any value is changed, so that what is found does not hang on the other decisions.
    found = _found(record, mine, failed)
    others = {
        decision.id: [find(record, other, of_type=False) for other in decision.others] for decision, _, _ in found
    }
    record = _with_edited(record, found, failed, length)
    record = _judged(record, found)
    record = _with_split(record, found, failed)
    record = _with_merged(record, found, others, failed)
    return record, tuple(sorted(failed, key=lambda one: one.decision.order()))


def _with_added(record: Record, mine: Sequence[Decision], failed: list[Unapplied], length: int | None) -> Record:
    for decision in mine:
        if decision.action == "add" and decision.subject:
            changed = added(record, decision.subject.kind, f"d{decision.id}", decision.value, length)
            record = _taken(changed, record, decision, failed)
    return record


def _found(record: Record, mine: Sequence[Decision], failed: list[Unapplied]) -> _Found:
    found = []
    for decision in mine:
        if decision.subject is None or decision.action == "add":
            continue
        value = found_by(record, decision, mine)
        if value is None:
            failed.append(Unapplied(decision, f"there is no such {decision.subject.kind} any more"))
        else:
            found.append((decision, decision.subject, value))
    return found


def found_by(record: Record, decision: Decision, others: Sequence[Decision]) -> Value | None:
    """The value of the machine's ``record`` that a decision is about.

    An accepted or rejected event is one of its type, or of the type that it had before people edited it.
    """
    if decision.subject is None:
        return None
    is_judging = decision.action in _JUDGING
    names = under_any_type(decision.subject, others) if is_judging else (decision.subject,)
    values = (find(record, subject, of_type=is_judging) for subject in names)
    return next((value for value in values if value is not None), None)


def _with_edited(record: Record, found: _Found, failed: list[Unapplied], length: int | None) -> Record:
    for decision, subject, value in found:
        if decision.action == "edit":
            changed = edited(record, subject.kind, value.id, decision.field or "", decision.value, length)
            record = _taken(changed, record, decision, failed)
    return record


def _judged(record: Record, found: _Found) -> Record:
    verdicts = {(type(value), value.id): decision.action for decision, _, value in found if decision.action in _JUDGING}
    if "accept" in verdicts.values():
        layers = {
            layer: tuple(
                _sure(value) if verdicts.get((type(value), value.id)) == "accept" else value for value in values
            )
            for layer in LAYERS.values()
            if (values := getattr(record, layer))
        }
        record = msgspec.structs.replace(record, **layers)
    if "reject" in verdicts.values():
        record = record.only(lambda value: verdicts.get((type(value), value.id)) != "reject")
    return record


def _sure(value: Any) -> Any:
    return msgspec.structs.replace(value, confidence=1.0)


def _with_split(record: Record, found: _Found, failed: list[Unapplied]) -> Record:
    for decision, _, value in found:
        if decision.action == "split":
            changed = split(record, value.id, f"d{decision.id}", decision.value)
            record = _taken(changed, record, decision, failed)
    return record


def _with_merged(
    record: Record, found: _Found, others: dict[str, list[Value | None]], failed: list[Unapplied]
) -> Record:
    groups = []
    there = {actor.id for actor in record.actors}
    for decision, subject, value in found:
        if decision.action == "merge":
            group = {value.id, *(other.id for other in others[decision.id] if other)}
            if subject.kind == "actor" and None not in others[decision.id] and group <= there:
                groups.append(group)
            else:
                failed.append(Unapplied(decision, "one of those to be merged is not there any more"))
    return merged(record, groups)


def _taken(changed: Record | str, before: Record, decision: Decision, failed: list[Unapplied]) -> Record:
    if isinstance(changed, str):
        failed.append(Unapplied(decision, changed))
        return before
    return changed
