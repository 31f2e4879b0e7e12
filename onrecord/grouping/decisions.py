"""Which story an article is in, as decisions: each with who made it and why, each but an arrival to be undone."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec

from onrecord.errors import InputError

RULE = "rule"  # author of what no person decided
_LENGTH = 12  # hex digits of a story's id


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """``author`` is ``RULE`` or a person's name; ``score`` the likeness that led to it, 0 to 1, null by hand."""

    author: str
    reason: str
    score: float | None = None


class Placed(Decision, frozen=True, kw_only=True, tag="placed"):
    """An article came in and was put into ``story``, which begins with it if there is none yet."""

    article: str
    story: str


class Merged(Decision, frozen=True, kw_only=True, tag="merged"):
    """All that ``story`` holds by now goes into the story ``into``."""

    story: str
    into: str


class Split(Decision, frozen=True, kw_only=True, tag="split"):
    """``articles`` leave ``story`` for a new one, ``new``."""

    story: str
    articles: tuple[str, ...]
    new: str


class Undone(Decision, frozen=True, kw_only=True, tag="undone"):
    """The decision with the number ``decision``, in order from 0, holds no longer; it may itself be undone."""

    decision: int


AnyDecision = Placed | Merged | Split | Undone


def story_id(*articles: str) -> str:
    """The id of the story that begins with ``articles``: hex digits of the SHA-256 of their ids."""
    return sha256("\n".join(sorted(articles)).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def split(story: str, articles: Iterable[str], author: str, reason: str) -> Split:
    """The decision by which ``articles`` leave ``story``; the new story's id follows from both."""
    leaving = tuple(sorted(set(articles)))
    return Split(story=story, articles=leaving, new=story_id("split", story, *leaving), author=author, reason=reason)


def settled(decisions: Sequence[AnyDecision]) -> dict[str, str]:
    """Article → its story, by all decisions that hold, in order.

    Undoing a merge gives each article back to the story it would be in without: those that were placed in the merged
    story since stay there.

    Raises:
        InputError: what is undone is no earlier decision, or is an arrival.
    """
    void = _void(decisions)
    stories: dict[str, str] = {}
    led: dict[str, str] = {}  # merged story → where it went
    for number, decision in enumerate(decisions):
        if number not in void:
            _apply(decision, stories, led)
    return stories


def apart(decisions: Sequence[AnyDecision]) -> set[frozenset[str]]:
    """Pairs of stories that somebody has parted, by a split or by undoing a merge: no rule joins them again."""
    void = _void(decisions)
    parted: set[frozenset[str]] = set()
    for number, decision in enumerate(decisions):
        if isinstance(decision, Merged) and number in void:
            parted.add(frozenset((decision.story, decision.into)))
        elif isinstance(decision, Split) and number not in void:
            parted.add(frozenset((decision.story, decision.new)))
    return parted


def _void(decisions: Sequence[AnyDecision]) -> set[int]:
    """Numbers of what is undone; an undoing that is itself undone undoes nothing."""
    void: set[int] = set()
    for number in range(len(decisions) - 1, -1, -1):
        decision = decisions[number]
        if isinstance(decision, Undone) and number not in void:
            void.add(_undoable(decisions, decision.decision, number))
    return void


def _undoable(decisions: Sequence[AnyDecision], wanted: int, before: int) -> int:
    if not 0 <= wanted < before:
        raise InputError(f"decision {before} undoes decision {wanted}; one of the {before} before it was expected")
    if isinstance(decisions[wanted], Placed):
        raise InputError(f"decision {wanted} says where an article arrived and is not undone; split its story instead")
    return wanted


def _apply(decision: AnyDecision, stories: dict[str, str], led: dict[str, str]) -> None:
    match decision:
        case Placed(article=article, story=story):
            stories[article] = _end(story, led)
        case Merged(story=story, into=into):
            source, target = _end(story, led), _end(into, led)
            _move((one for one, other in stories.items() if other == source), target, stories)
            if source != target:
                led[source] = target
        case Split(story=story, articles=articles, new=new):
            _move((one for one in articles if stories.get(one) == _end(story, led)), new, stories)
            led.pop(new, None)


def _move(articles: Iterable[str], into: str, stories: dict[str, str]) -> None:
    for article in list(articles):
        stories[article] = into


def _end(story: str, led: dict[str, str]) -> str:
    while story in led:
        story = led[story]
    return story
