"""Events whose type people edited: what names one under its old type names it under the new one too, and back."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.decisions.decision import Decision, Subject
from onrecord.decisions.subjects import is_near


def under_any_type(subject: Subject, decisions: Iterable[Decision]) -> Iterator[Subject]:
    """``subject`` as it is, then as it is named before and after each edit of its type, those undone included."""
    yield subject
    if subject.type is None:
        return
    renamed = [
        (decision.subject.type, str(decision.value))
        for decision in decisions
        if decision.action == "edit" and decision.field == "type" and decision.subject
        and decision.subject.type and is_near(decision.subject, subject)
    ]  # fmt: skip
    types, found = {subject.type}, True
    while found:
        met = [other for pair in renamed if types & set(pair) for other in pair if other not in types]
        found = bool(met)
        for other in met:
            if other not in types:
                types.add(other)
                yield msgspec.structs.replace(subject, type=other)
