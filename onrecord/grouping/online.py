"""Stories as articles arrive: each joins the story it is most like, or begins one, and what was decided is data.

The likeness of a report to a story is its mean likeness to the story's reports. From time to time the last reports,
and those they are near to, are grouped anew by the rule of ``stories``, which sees each with all others and so finds
what the first look could not. The answer depends on the order of arrival alone: not on how many arrive at once.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import islice

import msgspec
import numpy as np

from onrecord.grouping.bags import Bag, bagged, packed_bag, unpacked_bag
from onrecord.grouping.decisions import RULE, AnyDecision, Merged, Placed, Split, apart, settled, story_id
from onrecord.grouping.settling import resettled
from onrecord.grouping.stories import labelled, terms
from onrecord.grouping.texts import Text

QUIET = 21  # days without a report after which a story takes no more
HELD = 8_000  # reports, the last that arrived, that are held; a story of which none is left takes no more
WINDOW = 1_000  # reports that are grouped anew
_LINK = 0.24  # least mean likeness to the reports of the story that is joined
_MERGE = 0.28  # least mean likeness of two stories' reports, where a report has shown them to be one
_BEHIND = 50  # texts that are taken to stand behind those that were seen, as in ``stories``
_KEYS = 24  # words of a report, its weightiest, by which stories are found
_VECTOR = 64  # words of a report, its weightiest, that are compared
_ACTOR = 2.0  # weight of an actor or a place that the reading found
_CLOSE = 3  # stories looked at for a merge
_TERM_UNIT = 1 / 64
_ONE = 4096  # the length of a vector
# Reports are grouped anew after so many more; while they are few, that costs nothing.
_STEPS = ((64, 8), (512, 64))
_LAST_STEP = 128


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it comes in: its text, the actors and places read from it by name, and what it is a copy of."""

    text: Text
    names: tuple[str, ...] = ()
    copy_of: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What is held of an article that is no copy; enough to go on from later.

    ``position`` is its number in the order of arrival, from 1; of one that was dropped only that is left. ``words`` are
    its words as they stand in it, a packed bag; so is ``vector``, the weightiest of them as they are compared, weighed
    by how rare they were when it arrived.
    """

    article: str
    position: int
    story: str
    day: str | None
    words: bytes | None
    vector: bytes | None


class Online:
    """The stories so far. What it holds follows from the arrivals and the decisions it was given, in their order."""

    def __init__(self) -> None:
        self.decisions: list[AnyDecision] = []
        self._held: dict[str, Report] = {}  # article → report, in the order of arrival
        self._texts: Counter[int] = Counter()  # word → reports held that have it
        self._position = 0
        self._stories: dict[str, _Story] = {}
        self._at: dict[str, str] = {}  # article → story
        self._found: dict[int, Counter[str]] = {}  # word → stories with it, and how many of their reports have it
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
        report, vector = self._report(arrival)
        near = self._near(vector, report.day)
        if near and near[0][0] >= _LINK:
            self._place(article, near[0][1], "its words are like those of the story's reports", near[0][0])
        else:
            self._place(article, story_id(article), "like no story", near[0][0] if near else 0.0)
        self._hold(msgspec.structs.replace(report, story=self._at[article]))
        self._merge(self._at[article], [name for _, name in near[:_CLOSE]])
        if self._position % _step(self._position) == 0:
            self._settle()
        return self._at[article]

    def restore(self, held: Iterable[Report], decisions: Iterable[AnyDecision] = ()) -> None:
        """Takes in what was held, in the order of arrival, and the decisions so far if any are to be undone."""
        for report in held:
            self._position = report.position
            if report.words is None or report.vector is None:
                continue
            self._texts.update(_bag(report.words).keys())
            self._at[report.article] = report.story
            self._hold(report)
        self.decisions += decisions
        self._apart = apart(self.decisions)
        self._at |= settled(self.decisions)

    def held(self) -> list[Report]:
        """What has to be kept to go on from here, in the order of arrival."""
        return list(self._held.values())

    def report(self, article: str) -> Report | None:
        """What is held of an article; null if it is a copy, or came too long ago."""
        return self._held.get(article)

    def decide(self, decision: AnyDecision) -> None:
        """Takes in a merge, a split or an undoing; all decisions so far have to be known.

        Raises:
            InputError: what is undone is no earlier decision, or is an arrival; nothing has changed then.
        """
        told = settled([*self.decisions, decision])
        self.decisions.append(decision)
        self._apart, self._at = apart(self.decisions), self._at | told
        held, self._held, self._stories, self._found = self._held, {}, {}, {}
        for article, report in held.items():
            self._hold(msgspec.structs.replace(report, story=self._at[article]))

    def move(self, article: str, into: str, reason: str) -> None:
        """Takes a report out of its story and into another, which need not be held."""
        if (story := self._at[article]) != into:
            self._leave(Split(story=story, articles=(article,), new=into, author=RULE, reason=reason))

    def drop(self, article: str) -> None:
        """Lets go of a report; it stays in its story."""
        if (report := self._held.pop(article, None)) is not None:
            self._forget(report)
            self._out(report)

    def stories(self) -> dict[str, str]:
        """Article → its story, for all that came in since this was made or restored."""
        return dict(self._at)

    def _place(self, article: str, story: str, reason: str, score: float) -> None:
        score = round(min(1.0, score), 4)
        self.decisions.append(Placed(article=article, story=story, author=RULE, reason=reason, score=score))
        self._at[article] = story

    def _report(self, arrival: Arrival) -> tuple[Report, Bag]:
        weights = terms(arrival.text) | {f"={name.casefold()}": _ACTOR for name in arrival.names}
        words = bagged(weights, _TERM_UNIT)
        self._position += 1
        self._texts.update(words.keys())
        vector = self._vector(words)
        return Report(
            article=arrival.text.id, position=self._position, story="", day=_day(arrival.text.published),
            words=packed_bag(words), vector=packed_bag(vector),
        ), vector  # fmt: skip

    def _vector(self, words: Bag) -> Bag:
        number = len(self._held) + 1 + _BEHIND
        rare = {word: weight * float(np.log(number / self._texts[word])) for word, weight in words.items()}
        most = sorted(rare, key=lambda word: (-rare[word], word))[:_VECTOR]
        length = sum(rare[word] ** 2 for word in most) ** 0.5 or 1.0
        scaled = {word: round(_ONE * rare[word] / length) for word in most}
        return {word: weight for word, weight in scaled.items() if weight}

    def _hold(self, report: Report) -> None:
        while self._held and (oldest := next(iter(self._held.values()))).position <= report.position - HELD:
            self.drop(oldest.article)
        self._held[report.article] = report
        vector = _bag(report.vector)
        self._stories.setdefault(report.story, _Story()).take(vector, report.day, 1)
        self._count(vector, report.story)

    def _count(self, vector: Bag, story: str) -> None:
        for word in _weightiest(vector):
            stories = self._found.get(word)
            if stories is None:
                stories = self._found[word] = Counter()
            stories[story] += 1

    def _forget(self, report: Report) -> None:
        for word in _bag(report.words):
            self._texts[word] -= 1
            if not self._texts[word]:
                del self._texts[word]

    def _out(self, report: Report) -> None:
        vector = _bag(report.vector)
        story = self._stories[report.story]
        story.take(vector, report.day, -1)
        if not story.number:
            del self._stories[report.story]
        for word in _weightiest(vector):
            stories = self._found[word]
            stories[report.story] -= 1
            if not stories[report.story]:
                del stories[report.story]
                if not stories:
                    del self._found[word]

    def _near(self, vector: Bag, day: str | None) -> list[tuple[float, str]]:
        """Stories that are not over, with their likeness, the nearest first."""
        names = {name for word in _weightiest(vector) for name in self._found.get(word, ())}
        number = None if day is None else _number(day)
        open_now = (name for name in names if not self._stories[name].is_over(number))
        return sorted(
            ((self._stories[name].likeness(vector), name) for name in open_now), key=lambda near: (-near[0], near[1])
        )

    def _merge(self, story: str, others: list[str]) -> None:
        """Joins stories that a report was near to, if their reports are like each other; the older keeps its id."""
        for other in others:
            if other == story or not {story, other} <= self._stories.keys() or frozenset((story, other)) in self._apart:
                continue
            score = self._stories[story].closeness(self._stories[other])
            if score >= _MERGE:
                into, gone = self._older(story, other)
                reason = "a report is like both, and their reports are alike"
                score = round(min(1.0, score), 4)
                self._join(Merged(story=gone, into=into, author=RULE, reason=reason, score=score))
                story = into

    def _older(self, one: str, other: str) -> tuple[str, str]:
        first = next(report.story for report in self._held.values() if report.story in (one, other))
        return first, other if first == one else one

    def _settle(self) -> None:
        """Groups the last reports anew, and decides what has to be decided for it."""
        recent = self._around(list(islice(reversed(self._held.values()), _step(self._position))))
        days = np.array([np.nan if one.day is None else _number(one.day) for one in recent])
        labels = labelled([_bag(one.words) for one in recent], np.abs(days[:, None] - days[None, :]) > QUIET)
        told = {one.article: one.story for one in recent}
        sizes = {name: story.number for name, story in self._stories.items()}
        for decision in resettled(told, labels, sizes, self._apart):
            if isinstance(decision, Merged):
                self._join(decision)
            else:
                self._leave(decision)

    def _around(self, new: list[Report]) -> list[Report]:
        """The reports that came last, and those of the stories that these are nearest to, in the order of arrival."""
        names: dict[str, None] = dict.fromkeys(one.story for one in new)
        for one in new:
            names |= dict.fromkeys(name for _, name in self._near(_bag(one.vector), one.day)[:_CLOSE])
        there = [one for one in reversed(self._held.values()) if one.story in names]
        return there[:WINDOW][::-1]

    def _join(self, decision: Merged) -> None:
        self.decisions.append(decision)
        self._at |= {article: decision.into for article, story in self._at.items() if story == decision.story}
        members = [one.article for one in self._held.values() if one.story == decision.story]
        self._carry(members, decision.into)

    def _leave(self, decision: Split) -> None:
        self.decisions.append(decision)
        self._at |= dict.fromkeys(decision.articles, decision.new)
        self._carry(decision.articles, decision.new)

    def _carry(self, articles: Iterable[str], into: str) -> None:
        """Has reports that are held count for another story, in their place in the order."""
        for article in articles:
            if (report := self._held.get(article)) is not None:
                self._out(report)
                moved = msgspec.structs.replace(report, story=into)
                self._held[article] = moved
                vector = _bag(moved.vector)
                self._stories.setdefault(into, _Story()).take(vector, moved.day, 1)
                self._count(vector, into)


class _Story:
    """The sum of the words of a story's reports, and their days."""

    def __init__(self) -> None:
        self.number = 0
        self._sum: Bag = {}
        self._days: Counter[int] = Counter()  # by their numbers
        self._first = self._last = 0

    def take(self, vector: Bag, day: str | None, sign: int) -> None:
        """Adds a report (``sign`` 1), or takes one out (-1)."""
        self.number += sign
        for word, weight in vector.items():
            left = self._sum.get(word, 0) + sign * weight
            if left:
                self._sum[word] = left
            else:
                del self._sum[word]
        if day is not None:
            number = _number(day)
            self._days[number] += sign
            if not self._days[number]:
                del self._days[number]
            self._first, self._last = min(self._days, default=0), max(self._days, default=0)

    def is_over(self, day: int | None) -> bool:
        """Whether a report of a day, by its number, is too late or too early for it; an unknown day is neither."""
        if day is None or not self._days:
            return False
        return day - self._last > QUIET or self._first - day > QUIET

    def likeness(self, vector: Bag) -> float:
        """Mean likeness of a report to its reports, 0 to 1."""
        return sum(weight * self._sum.get(word, 0) for word, weight in vector.items()) / (self.number * _ONE**2)

    def closeness(self, other: "_Story") -> float:
        """Mean likeness of its reports to those of another."""
        return other.likeness(self._sum) / self.number


def _step(position: int) -> int:
    return next((step for most, step in _STEPS if position <= most), _LAST_STEP)


def _bag(kept: bytes | None) -> Bag:
    return unpacked_bag(kept or b"")


def _weightiest(vector: Bag) -> list[int]:
    by_word = sorted(vector)
    return sorted(by_word, key=vector.__getitem__, reverse=True)[:_KEYS]  # of equals the order stays


@lru_cache(maxsize=10_000)
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _day(published: str) -> str | None:
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return None
