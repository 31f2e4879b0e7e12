"""Questions to a store. A field that is left out asks for all.

Each field says in its metadata what it asks for; the options of the commands, the parameters of the server and the
calls in Python are all made of these definitions. ``since`` and ``until`` are held against when a thing was and, where
the text does not tell, when it was published; what is only known to have been in a month or year fits if it may have
been within them.
"""

from typing import Annotated, Any, get_args

import msgspec
from msgspec import Meta

from onrecord.model.record import Act, ActorKind, Certainty, PlaceUse, StatementKind, Status, Terms, TimeType

_WHO = "part of a name, a code (RUSGOV), or the start of one (RUS*)"


def _one(help_: str, metavar: str = "WORDS") -> Meta:
    return Meta(description=help_, extra={"metavar": metavar})


def _some(help_: str, known: Any = None, metavar: str = "WORD") -> Meta:
    values = get_args(known)
    extra = {"metavar": "|".join(values) or metavar, "known": values}
    return Meta(description=f"{help_}; any of those given", extra=extra)


_SHARE = {"metavar": "0-1", "min": 0, "max": 1}


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every question may ask."""

    article: Annotated[str | None, _one("of this article", "ID")] = None
    outlet: Annotated[str | None, _one("part of the outlet's name", "NAME")] = None
    story: Annotated[str | None, _one("in articles of this story, as onrecord link found it", "ID")] = None
    words: Annotated[str | None, _one('in articles with these words, "phrases", begin*, none of -these')] = None
    since: Annotated[str | None, _one("not before this ISO date, month or year, as far as is known", "DATE")] = None
    until: Annotated[str | None, _one("not after this ISO date, month or year, as far as is known", "DATE")] = None
    as_of: Annotated[str | None, _one("what the record said at the end of this day", "DATE")] = None
    min_confidence: Annotated[
        float, Meta(ge=0, le=1, description="none below", extra={"metavar": "0-1", "min": 0, "max": 1})
    ] = 0.0
    sort: Annotated[str | None, _one("order; with - before it, the last first", "KEY")] = None
    limit: Annotated[int | None, Meta(description="at most so many", extra={"metavar": "N", "min": 1})] = None


class StatementQuestion(Question, frozen=True, kw_only=True):
    """Which statements."""

    actor: Annotated[str | None, _one(f"whose words: {_WHO}", "WHO")] = None
    country: Annotated[str | None, _one("of whose words they are, alpha-3", "ALPHA3")] = None
    terms: Annotated[tuple[str, ...], _some("on which terms", Terms)] = ()
    kind: Annotated[tuple[str, ...], _some("which kind", StatementKind)] = ()
    certainty: Annotated[tuple[str, ...], _some("how certain", Certainty)] = ()
    act: Annotated[tuple[str, ...], _some("said or thought", Act)] = ()
    text: Annotated[str | None, _one("part of what was said, from the beginning of a word")] = None


class EventQuestion(Question, frozen=True, kw_only=True):
    """Which events."""

    actor: Annotated[str | None, _one(f"on either side: {_WHO}", "WHO")] = None
    source: Annotated[str | None, _one("who acts", "WHO")] = None
    target: Annotated[str | None, _one("who is acted on", "WHO")] = None
    dyad: Annotated[str | None, _one("source and target at once, RUS*>CHN*", "WHO>WHO")] = None
    country: Annotated[str | None, _one("where, or of an actor, alpha-3", "ALPHA3")] = None
    place: Annotated[str | None, _one("part of the place's name", "NAME")] = None
    near: Annotated[str | None, _one("within so many kilometres of a point", "LAT,LON,KM")] = None
    type: Annotated[tuple[str, ...], _some("PLOVER type", metavar="TYPE")] = ()
    mode: Annotated[tuple[str, ...], _some("PLOVER mode", metavar="MODE")] = ()
    context: Annotated[tuple[str, ...], _some("PLOVER context", metavar="CONTEXT")] = ()
    quad: Annotated[tuple[str, ...], _some("class of the type", metavar="1|2|3|4")] = ()
    status: Annotated[tuple[str, ...], _some("whether it happened", Status)] = ()
    terms: Annotated[tuple[str, ...], _some("of the statement it rests on", Terms)] = ()
    certainty: Annotated[tuple[str, ...], _some("of the statement it rests on", Certainty)] = ()
    text: Annotated[str | None, _one("part of the sentence that shows it, from the beginning of a word")] = None


class ActorQuestion(Question, frozen=True, kw_only=True):
    """Which actors, one for each article they are in."""

    name: Annotated[str | None, _one(_WHO, "WHO")] = None
    country: Annotated[str | None, _one("whose, alpha-3", "ALPHA3")] = None
    kind: Annotated[tuple[str, ...], _some("which kind", ActorKind)] = ()
    wikidata: Annotated[str | None, _one("Wikidata item", "Q…")] = None


class PlaceQuestion(Question, frozen=True, kw_only=True):
    """Which places, each as often as it is named."""

    name: Annotated[str | None, _one("part of its name", "NAME")] = None
    country: Annotated[str | None, _one("where, alpha-3", "ALPHA3")] = None
    near: Annotated[str | None, _one("within so many kilometres of a point", "LAT,LON,KM")] = None
    use: Annotated[tuple[str, ...], _some("what the name is used for", PlaceUse)] = ()


class TimeQuestion(Question, frozen=True, kw_only=True):
    """Which expressions of time."""

    type: Annotated[tuple[str, ...], _some("TIMEX3 type", TimeType)] = ()
    value: Annotated[str | None, _one("start of its value", "TIMEX3")] = None


class ArticleQuestion(Question, frozen=True, kw_only=True):
    """Which articles."""

    title: Annotated[str | None, _one("part of the headline")] = None
    language: Annotated[str | None, _one("of which language", "CODE")] = None
    original_outlet: Annotated[str | None, _one("first reported by: part of the name", "NAME")] = None
