"""Decisions of a store, each with what became of it."""

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.decisions import Decision, active
from onrecord.decisions.subjects import LAYERS
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.decided import decided_article, decisions_on


class DecisionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. ``state``: applied, undone, holds (on facts, entities, stories), or why it could not be applied."""

    id: str
    time: str
    author: str
    action: str
    kind: str | None
    article: str | None
    words: str | None
    field: str | None
    value: Any
    undoes: str | None
    reason: str | None
    state: str


def ask_decisions(store: Store, article: str | None = None) -> Iterator[DecisionRow]:
    """All decisions, or those on one article, in the order they were made in.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        made = decisions_on(connection, article)
        holding = {decision.id for decision in active(decisions_on(connection))}
        states: dict[str, dict[str, str]] = {}
        texts: dict[str, str] = {}
        for decision in made:
            about = decision.subject.article if decision.subject else None
            if about is not None and about not in states:
                found = decided_article(connection, about)
                unapplied = found.corrected()[1] if found else ()
                states[about] = {one.decision.id: one.why for one in unapplied}
                if found is not None:
                    texts[about] = found.text
            yield _row(decision, holding, states, texts)


def _row(
    decision: Decision, holding: set[str], states: dict[str, dict[str, str]], texts: dict[str, str]
) -> DecisionRow:
    subject = decision.subject
    text = texts.get(subject.article) if subject else None
    words = " … ".join(text[start:end] for start, end in subject.spans) if subject and text is not None else None
    return DecisionRow(
        id=decision.id, time=decision.time, author=decision.author, action=decision.action,
        kind=subject.kind if subject else None, article=subject.article if subject else None, words=words or None,
        field=decision.field, value=decision.value, undoes=decision.undoes, reason=decision.reason,
        state=_state(decision, holding, states, texts),
    )  # fmt: skip


def _state(decision: Decision, holding: set[str], states: dict[str, dict[str, str]], texts: dict[str, str]) -> str:
    if decision.action != "undo" and decision.id not in holding:
        return "undone"
    subject = decision.subject
    if subject is None or subject.kind not in LAYERS:
        return "holds"
    if subject.article not in texts:
        return "the article is not in this store"
    return states[subject.article].get(decision.id, "applied")
