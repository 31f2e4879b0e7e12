"""Questions to the store, typed; the one place that writes SELECTs about values."""

from onrecord.query.answers import EventRow, Side, StatementRow
from onrecord.query.asking import ask_events, ask_statements
from onrecord.query.decided import DecisionRow, ask_decisions
from onrecord.query.judging import JudgedRow, ask_judged
from onrecord.query.linked import EntityQuestion, EntityRow, FactQuestion, FactRow, ask_entities, ask_facts
from onrecord.query.questions import EventQuestion, StatementQuestion
from onrecord.query.ranking import RankRow, ask_rank
from onrecord.query.runs import InputRow, RunRow, ask_inputs, ask_runs

__all__ = [
    "DecisionRow",
    "EntityQuestion",
    "EntityRow",
    "EventQuestion",
    "EventRow",
    "FactQuestion",
    "FactRow",
    "InputRow",
    "JudgedRow",
    "RankRow",
    "RunRow",
    "Side",
    "StatementQuestion",
    "StatementRow",
    "ask_decisions",
    "ask_entities",
    "ask_events",
    "ask_facts",
    "ask_inputs",
    "ask_judged",
    "ask_rank",
    "ask_runs",
    "ask_statements",
]
