"""What a decision is: an action on a subject, by somebody, at some time, for a reason."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Literal

import msgspec

from onrecord.model.record import Spans

Action = Literal["accept", "reject", "edit", "add", "merge", "split", "undo"]
Kind = Literal["actor", "place", "time", "statement", "event", "article", "fact", "entity", "story"]


class Subject(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a decision is about, named by what survives a rereading: never by an id of the record.

    ``spans``, in order, are the mentions of an actor, the place of a place or time, content and cue of a statement,
    the trigger of an event. ``type`` is that of an event. A fact is named by one of its events, an entity by one of
    its actors, a story by one of its articles (no spans).
    """

    kind: Kind
    article: str
    spans: Spans = ()
    type: str | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One decision; ``id`` is made of everything else, so that the same decision imported twice is one.

    ``others`` are those that ``subject`` is merged with or split from. An edit has a ``field`` and its new ``value``,
    an addition the whole ``value`` without its id, the split of an actor the mentions that go, as ``value``. ``time``
    is an ISO date-time. ``undoes`` is the id of the decision that an undo takes back.
    """

    id: str
    action: Action
    subject: Subject | None = None
    others: tuple[Subject, ...] = ()
    field: str | None = None
    value: Any = None
    undoes: str | None = None
    author: str
    time: str
    reason: str | None = None

    def order(self) -> tuple[str, str]:
        """Decisions hold in the order they were made in; made at once, in that of their ids."""
        return self.time, self.id


def decide(action: Action, author: str, time: str, **parts: Any) -> Decision:
    """The decision with the id that its other fields give."""
    unnamed = Decision(id="", action=action, author=author, time=time, **parts)
    digest = sha256(msgspec.json.encode(unnamed, order="deterministic")).hexdigest()
    return msgspec.structs.replace(unnamed, id=digest[:16])


def active(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that hold, in order: without undos, and without what was undone by an undo that holds itself.

    What undoes what is followed by name, not by time: of two within one moment the undo still comes after.
    """
    known = {decision.id: decision for decision in decisions}
    undos: dict[str, list[str]] = {}
    for decision in known.values():
        if decision.action == "undo" and decision.undoes:
            undos.setdefault(decision.undoes, []).append(decision.id)

    def holds(identity: str) -> bool:
        # An id is made of all that a decision says, what it undoes included: there are no circles.
        return not any(map(holds, undos.get(identity, ())))

    kept = (decision for decision in known.values() if decision.action != "undo" and holds(decision.id))
    return sorted(kept, key=Decision.order)
