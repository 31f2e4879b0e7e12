"""The pipeline as it is shipped."""

from functools import lru_cache

from onrecord.attribution import Attribution
from onrecord.config import Settings
from onrecord.entities import Actors, Places, Times
from onrecord.entities.roster import Roster
from onrecord.events import Events
from onrecord.events.ontology import OWN_COLUMNS
from onrecord.language import Language, Parser
from onrecord.pipeline.confidence import Confidence
from onrecord.pipeline.pipeline import Pipeline
from onrecord.resources import own_lines, own_rows
from onrecord.types import Stage


def default_stages(settings: Settings) -> tuple[Stage, ...]:
    """The stages in the order in which each finds what it needs."""
    actors = Actors(Roster(own_lines(settings.roster)))
    events = Events(own_rows(settings.event_types, OWN_COLUMNS))
    confidence = Confidence(settings.event_confidence)
    return (Language(), Parser(settings.model), Times(), Places(), actors, Attribution(), events, confidence)


@lru_cache(maxsize=1)
def reader(settings: Settings) -> Pipeline:
    """The shipped pipeline, its models loaded once a process."""
    return Pipeline(default_stages(settings), settings.max_characters)
