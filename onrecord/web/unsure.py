"""What the review shows: the values that are least sure and that nobody has decided on."""

from typing import Any, Literal

import msgspec

from onrecord.query import (
    Answers,
    EventQuestion,
    EventRow,
    StatementQuestion,
    StatementRow,
    ask_decisions,
)
from onrecord.web.site import Site

_LOOKED_AT, _SHOWN = 200, 20
ReviewKind = Literal["events", "statements"]


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Values to be accepted, rejected or corrected, the least sure first: of one kind, the other is empty."""

    events: tuple[EventRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()


def unsure(here: Site, kind: ReviewKind) -> tuple[Any, ...]:
    """The events or statements that are least sure."""
    asked = (EventQuestion if kind == "events" else StatementQuestion)(sort="confidence")
    answers: Answers[Any] = Answers(here.store, asked)
    decided = {(each.article, each.words) for each in ask_decisions(here.store)}
    return tuple(row for row in answers.page(size=_LOOKED_AT).rows if _named(row) not in decided)[:_SHOWN]


def _named(row: Any) -> tuple[str, str]:
    """How a decision names what it is about: by its article and words."""
    if isinstance(row, EventRow):
        return row.article, row.trigger
    spans = sorted((*row.content_spans, *row.cue_spans))
    parts = {
        **dict(zip(row.content_spans, row.content.split(" … "), strict=False)),
        **dict.fromkeys(row.cue_spans, row.cue),
    }
    return row.article, " … ".join(parts.get(span, "") for span in spans)
