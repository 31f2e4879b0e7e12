"""Questions to the store, typed; the one place that writes SELECTs."""

from onrecord.query.answers import EventRow, StatementRow
from onrecord.query.questions import EventQuestion, StatementQuestion, events, statements

__all__ = ["EventQuestion", "EventRow", "StatementQuestion", "StatementRow", "events", "statements"]
