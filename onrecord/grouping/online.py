"""Stories as articles arrive: each joins the story it is most like, or begins one, and what was decided is data.

The likeness of a report to a story is its mean likeness to the story's reports, as in ``stories``. Unlike there, the
answer depends on the order of arrival: a report is judged by what came before it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec
import numpy as np

from onrecord.grouping.decisions import RULE, AnyDecision, Merged, Placed, apart, settled, story_id
from onrecord.grouping.stories import Weights, terms
from onrecord.grouping.texts import Text

_LINK = 0.24  # least mean likeness to the reports of the story that is joined
_MERGE = 0.28  # least mean likeness of two stories' reports, where a report has shown them to be one
_QUIET = 21  # days without a report after which a story takes no more
_BEHIND = 50  # texts that are taken to stand behind those that were seen, as in ``stories``
_KEYS = 24  # words of a report, its weightiest, by which stories are found
_ACTOR = 2.0  # weight of an actor or a place that the reading found
_CLOSE = 3  # stories looked at for a merge


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it comes in: its text, the actors and places read from it by name, and what it is a copy of."""

    text: Text
    names: tuple[str, ...] = ()
    copy_of: str | None = None


class Online:
    """The stories so far. What it holds follows from the arrivals and the decisions it was given, in their order."""

    def __init__(self) -> None:
        self.decisions: list[AnyDecision] = []
        self._held: Counter[str] = Counter()  # word → texts that have it
        self._seen = 0
        self._vectors: dict[str, Weights] = {}  # article → its words, of length 1
        self._days: dict[str, date | None] = {}
        self._stories: dict[str, _Story] = {}
        self._at: dict[str, str] = {}  # article → story
        self._found: dict[str, set[str]] = {}  # word → stories with it
        self._apart: set[frozenset[str]] = set()

    def add(self, arrival: Arrival) -> str:
        """Takes in an article and decides where it belongs: the id of its story.

        An article that has been taken in before stays where it is.
        """
        article = arrival.text.id
        if article in self._at:
            return self._at[article]
        if arrival.copy_of in self._at:
            story = self._at[arrival.copy_of]
            self._place(article, story, f"a copy of {arrival.copy_of}", 1.0)
            return story
        vector, day = self._vector(arrival), _day(arrival.text.published)
        near = self._near(vector, day)
        if near and near[0][0] >= _LINK:
            self._place(article, near[0][1], "its words are like those of the story's reports", near[0][0])
        else:
            self._place(article, story_id(article), "like no story", near[0][0] if near else 0.0)
        self._hold(article, vector, day)
        self._merge(self._at[article], [name for _, name in near[:_CLOSE]])
        return self._at[article]

    def restore(self, arrivals: Iterable[Arrival], decisions: Iterable[AnyDecision]) -> None:
        """Takes in articles whose story is decided, and the decisions so far, by whomever.

        Raises:
            InputError: the decisions undo what cannot be undone.
        """
        known = set(self._at)
        for arrival in arrivals:
            if arrival.copy_of not in known:
                self._vectors[arrival.text.id] = self._vector(arrival)
                self._days[arrival.text.id] = _day(arrival.text.published)
            known.add(arrival.text.id)
        self.decisions += decisions
        self._settle()

    def decide(self, decision: AnyDecision) -> None:
        """Takes in a merge, a split or an undoing.

        Raises:
            InputError: what is undone is no earlier decision, or is an arrival; nothing has changed then.
        """
        settled([*self.decisions, decision])
        self.decisions.append(decision)
        self._settle()

    def stories(self) -> dict[str, str]:
        """Article → its story."""
        return dict(self._at)

    def _place(self, article: str, story: str, reason: str, score: float) -> None:
        score = round(min(1.0, score), 4)
        self.decisions.append(Placed(article=article, story=story, author=RULE, reason=reason, score=score))
        self._at[article] = story

    def _hold(self, article: str, vector: Weights, day: date | None) -> None:
        self._vectors[article], self._days[article] = vector, day
        name = self._at[article]
        self._stories.setdefault(name, _Story()).hold(vector, day)
        for word in _weightiest(vector):
            self._found.setdefault(word, set()).add(name)

    def _settle(self) -> None:
        """Makes the stories anew, as the decisions have them."""
        self._at, self._apart = settled(self.decisions), apart(self.decisions)
        self._stories, self._found = {}, {}
        for article, vector in self._vectors.items():
            if article in self._at:
                self._hold(article, vector, self._days[article])

    def _vector(self, arrival: Arrival) -> Weights:
        weights = terms(arrival.text) | {f"={name.casefold()}": _ACTOR for name in arrival.names}
        self._held.update(weights.keys())
        self._seen += 1
        rare = {word: weight * self._rarity(word) for word, weight in sorted(weights.items())}
        length = sum(weight**2 for weight in rare.values()) ** 0.5 or 1.0
        return {word: weight / length for word, weight in rare.items()}

    def _rarity(self, word: str) -> float:
        return float(np.log((self._seen + _BEHIND) / self._held[word]))

    def _near(self, vector: Weights, day: date | None) -> list[tuple[float, str]]:
        """Stories that are not over, with their likeness, the nearest first."""
        names = {name for word in _weightiest(vector) for name in self._found.get(word, ())}
        open_now = (name for name in names if not self._stories[name].is_over(day))
        return sorted(
            ((self._stories[name].likeness(vector), name) for name in open_now), key=lambda near: (-near[0], near[1])
        )

    def _merge(self, story: str, others: list[str]) -> None:
        """Joins stories that a report was near to, if their reports are like each other; the older keeps its id."""
        for other in others:
            if other == story or not {story, other} <= self._stories.keys() or {story, other} in self._apart:
                continue
            score = self._stories[story].closeness(self._stories[other])
            if score >= _MERGE:
                into, gone = sorted((story, other), key=list(self._stories).index)
                reason = "a report is like both, and their reports are alike"
                score = round(min(1.0, score), 4)
                self.decisions.append(Merged(story=gone, into=into, author=RULE, reason=reason, score=score))
                self._join(gone, into)
                story = into

    def _join(self, gone: str, into: str) -> None:
        """Makes one story of two, its reports added in the order they came in, as ``_settle`` would."""
        members = [article for article in self._vectors if self._at[article] in (gone, into)]
        self._at |= {article: into for article, story in self._at.items() if story == gone}
        del self._stories[gone]
        self._stories[into] = _Story()
        for article in members:
            for word in _weightiest(self._vectors[article]):
                self._found[word].discard(gone)
            self._hold(article, self._vectors[article], self._days[article])


class _Story:
    """The sum of the words of a story's reports, and its days."""

    def __init__(self) -> None:
        self._sum: Weights = {}
        self._number = 0
        self._days: tuple[date, date] | None = None

    def hold(self, vector: Weights, day: date | None) -> None:
        self._number += 1
        for word, weight in vector.items():
            self._sum[word] = self._sum.get(word, 0.0) + weight
        if day is not None:
            first, last = self._days or (day, day)
            self._days = min(first, day), max(last, day)

    def is_over(self, day: date | None) -> bool:
        """Whether a report of ``day`` is too late or too early for it; an unknown day is neither."""
        if day is None or self._days is None:
            return False
        return (day - self._days[1]).days > _QUIET or (self._days[0] - day).days > _QUIET

    def likeness(self, vector: Weights) -> float:
        return sum(weight * self._sum.get(word, 0.0) for word, weight in vector.items()) / self._number

    def closeness(self, other: "_Story") -> float:
        return other.likeness(self._sum) / self._number


def _weightiest(vector: Weights) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:_KEYS]


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
