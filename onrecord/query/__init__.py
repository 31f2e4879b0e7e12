"""Questions to the store, typed; the one place that writes SELECTs about values."""

from onrecord.query.answers import ActorRow, ArticleRow, EventRow, PlaceRow, Row, Side, StatementRow, TimeRow
from onrecord.query.arrived import StoryQuestion, StoryRow, VersionRow, ask_stories, ask_versions
from onrecord.query.asking import Answers, Page, ask_events, ask_statements
from onrecord.query.counting import LESS_EXACT, Count, Dyad
from onrecord.query.decided import DecisionRow, ask_decisions
from onrecord.query.interface import Asking
from onrecord.query.judging import JudgedRow, ask_judged
from onrecord.query.kinds import KINDS, Kind
from onrecord.query.linked import EntityQuestion, EntityRow, FactQuestion, FactRow, ask_entities, ask_facts
from onrecord.query.questions import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    PlaceQuestion,
    Question,
    StatementQuestion,
    TimeQuestion,
)
from onrecord.query.ranking import RankRow, ask_rank
from onrecord.query.runs import InputRow, RunRow, ask_inputs, ask_runs

__all__ = [
    "KINDS",
    "LESS_EXACT",
    "ActorQuestion",
    "ActorRow",
    "Answers",
    "ArticleQuestion",
    "ArticleRow",
    "Asking",
    "Count",
    "DecisionRow",
    "Dyad",
    "EntityQuestion",
    "EntityRow",
    "EventQuestion",
    "EventRow",
    "FactQuestion",
    "FactRow",
    "InputRow",
    "JudgedRow",
    "Kind",
    "Page",
    "PlaceQuestion",
    "PlaceRow",
    "Question",
    "RankRow",
    "Row",
    "RunRow",
    "Side",
    "StatementQuestion",
    "StatementRow",
    "StoryQuestion",
    "StoryRow",
    "TimeQuestion",
    "TimeRow",
    "VersionRow",
    "ask_decisions",
    "ask_entities",
    "ask_events",
    "ask_facts",
    "ask_inputs",
    "ask_judged",
    "ask_rank",
    "ask_runs",
    "ask_statements",
    "ask_stories",
    "ask_versions",
]
