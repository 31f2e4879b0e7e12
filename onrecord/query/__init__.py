"""Questions to the store, typed; the one place that writes SELECTs about values."""

from onrecord.query.answers import ActorRow, ArticleRow, EventRow, PlaceRow, Row, Side, StatementRow, TimeRow
from onrecord.query.asking import (
    Answers,
    Page,
    ask_events,
    ask_statements,
)
from onrecord.query.counting import Count, Dyad
from onrecord.query.interface import Asking
from onrecord.query.kinds import KINDS, Kind
from onrecord.query.questions import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    PlaceQuestion,
    Question,
    StatementQuestion,
    TimeQuestion,
)
from onrecord.query.runs import InputRow, RunRow, ask_inputs, ask_runs

__all__ = [
    "KINDS",
    "ActorQuestion",
    "ActorRow",
    "Answers",
    "ArticleQuestion",
    "ArticleRow",
    "Asking",
    "Count",
    "Dyad",
    "EventQuestion",
    "EventRow",
    "InputRow",
    "Kind",
    "Page",
    "PlaceQuestion",
    "PlaceRow",
    "Question",
    "Row",
    "RunRow",
    "Side",
    "StatementQuestion",
    "StatementRow",
    "TimeQuestion",
    "TimeRow",
    "ask_events",
    "ask_inputs",
    "ask_runs",
    "ask_statements",
]
