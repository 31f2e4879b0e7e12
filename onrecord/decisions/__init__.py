"""People's decisions on what was read: what they are, which hold, and a record as they correct it."""

from onrecord.decisions.applying import Unapplied, apply
from onrecord.decisions.decision import Action, Decision, Kind, Subject, active, decide
from onrecord.decisions.lines import decisions_from, line_of
from onrecord.decisions.subjects import find, subject_of

__all__ = [
    "Action",
    "Decision",
    "Kind",
    "Subject",
    "Unapplied",
    "active",
    "apply",
    "decide",
    "decisions_from",
    "find",
    "line_of",
    "subject_of",
]
