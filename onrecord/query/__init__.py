"""Questions to the store, typed; the one place that writes SELECTs about values."""

from onrecord.query.answers import EventRow, Side, StatementRow
from onrecord.query.asking import ask_events, ask_statements
from onrecord.query.questions import EventQuestion, StatementQuestion
from onrecord.query.runs import InputRow, RunRow, ask_inputs, ask_runs

__all__ = [
    "EventQuestion",
    "EventRow",
    "InputRow",
    "RunRow",
    "Side",
    "StatementQuestion",
    "StatementRow",
    "ask_events",
    "ask_inputs",
    "ask_runs",
    "ask_statements",
]
