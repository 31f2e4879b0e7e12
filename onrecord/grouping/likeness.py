"""How like two events are: a score out of reasons that can be read."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from onrecord.grouping.common_words import COMMON
from onrecord.grouping.happenings import Happening, Party, counted, is_day, names, number_of, stem

_WORD = re.compile(r"\w+")
_NAMED = 2.0  # weight of a name or number
_LEAST_LENGTH = 3
_SLACK = 0.01  # more than rounding can add

Words = Mapping[str, float]


class Likeness(msgspec.Struct, frozen=True):
    """How like two events are: the points of each reason; a score above nought speaks for one event."""

    score: float
    reasons: tuple[tuple[str, float], ...]


# Points at full agreement, and against at full conflict. ECB+ has stories and no events here, and would have "context"
# decide alone; so they are set by hand to tell like events of one affair apart, and held against both.
_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "words": 5.0,
        "context": 6.0,
        "source": 1.0,
        "target": 1.2,
        "time": 1.0,
        "place": 0.7,
        "trigger": 0.8,
        "number": 1.5,
        "mode": 0.4,
    }
)
_MOST_CONTEXT = 0.45  # beyond that, two reports are of one affair and nothing more is said of their events
_CONFLICT = -4.0  # one name here and another there
# Where who did it may be what reports differ on. In all other types who acts makes the event: two who accuse are two.
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_BASE = -3.0
# Words are compared last, and only where their most could still bring the score above this.
_HOPELESS = -2.0
_MOST_WORDS = _WEIGHTS["words"] + _WEIGHTS["context"] * _MOST_CONTEXT


class Side:
    """Who stands on a side of an event, as sides are compared."""

    __slots__ = ("codes", "countries", "has_names", "has_people", "heads", "is_known", "named")

    def __init__(self, parties: tuple[Party, ...]) -> None:
        stems = [found for party in parties if (found := _stems(party.name or party.words))]
        self.is_known = bool(parties)
        self.named = [(found[-1], frozenset(found)) for found in stems]
        self.has_people = any(_is_person(party.name or "") for party in parties)
        self.has_names = bool(names(parties))
        self.heads = frozenset(
            stem(word) for party in parties for word in _WORD.findall(party.words.lower())[-1:] if word not in COMMON
        )
        self.codes = frozenset(party.code for party in parties if party.code)
        self.countries = frozenset(code[:3] for code in self.codes if not code.startswith("-"))


class Traits:
    """An event as it is compared with many others; ``key`` is that of the event."""

    __slots__ = (
        "_words", "article", "context", "counted", "country", "days", "happening", "is_dated", "is_deed", "is_told",
        "mode", "place", "source", "target", "trigger",
    )  # fmt: skip

    def __init__(self, happening: Happening) -> None:
        self.happening = happening
        self.article, self.context, self.mode = happening.article, happening.context, happening.mode
        self.source, self.target = Side(happening.source), Side(happening.target)
        self.is_deed = happening.type in _DEEDS
        self.days: tuple[int, int] | None = None
        if happening.first_day and happening.last_day:
            self.days = number_of(happening.first_day), number_of(happening.last_day)
        self.is_dated, self.is_told = happening.is_dated, is_day(happening)
        self.trigger = stem(happening.trigger)
        self.place = (happening.place or "").lower()
        self.country = happening.country
        self.counted = counted(happening.target)
        self._words: Words | None = None

    @property
    def words(self) -> Words:
        """The words that show it without those of its actors and trigger, which are compared by themselves."""
        if self._words is None:
            told = self.happening
            others = (told.trigger, *(party.words for party in told.source + told.target))
            known = {form for words in others for word in _WORD.findall(words.lower()) for form in (word, stem(word))}
            self._words = {word: weight for word, weight in weighted(told.evidence).items() if word not in known}
        return self._words


def likeness(one: Happening, other: Happening) -> Likeness:
    """The score of two events with its reasons; what either does not tell counts neither way."""
    return compared(Traits(one), Traits(other))


def compared(one: Traits, other: Traits) -> Likeness:
    """As ``likeness`` has it."""
    told = _told(one, other)
    if _BASE + sum(told) + _MOST_WORDS <= _HOPELESS:
        return _scored(told)
    return _scored(
        (*told, _WEIGHTS["words"] * cosine(one.words, other.words), _WEIGHTS["context"] * _context(one, other))
    )


def linked(one: Traits, other: Traits, least: float) -> Likeness | None:
    """The likeness of two events if its score reaches ``least``, which is above what is hopeless; most do not."""
    told = _told(one, other)
    so_far = _BASE + sum(told) + _SLACK
    if so_far + _MOST_WORDS < least:
        return None
    context = _WEIGHTS["context"] * _context(one, other)
    if so_far + context + _WEIGHTS["words"] < least:
        return None
    words = _WEIGHTS["words"] * cosine(one.words, other.words)
    if so_far + context + words < least:
        return None
    like = _scored((*told, words, context))
    return like if like.score >= least else None


_REASONS = ("time", "source", "target", "place", "trigger", "number", "mode", "words", "context")


def _told(one: Traits, other: Traits) -> tuple[float, ...]:
    """The points of all reasons but the last two, for which texts are read."""
    is_deed = one.is_deed and other.is_deed and not (one.source.has_people and other.source.has_people)
    return (
        _WEIGHTS["time"] * _times(one, other),
        _WEIGHTS["source"] * (_sides(one.source, other.source) / (2 if is_deed else 1)),
        _WEIGHTS["target"] * _sides(one.target, other.target),
        _WEIGHTS["place"] * _places(one, other),
        _WEIGHTS["trigger"] * float(one.trigger == other.trigger),
        _WEIGHTS["number"] * _numbers(one, other),
        0.0 if one.mode is None or other.mode is None else _WEIGHTS["mode"] * (1.0 if one.mode == other.mode else -1.0),
    )


def _scored(points: tuple[float, ...]) -> Likeness:
    reasons = tuple((name, round(found, 3)) for name, found in zip(_REASONS, points, strict=False) if found)
    return Likeness(round(_BASE + sum(found for _, found in reasons), 3), reasons)


@lru_cache(maxsize=10_000)
def weighted(text: str) -> Mapping[str, float]:
    """Word, by its stem unless it is a name or number → weight; in order of the words."""
    found: dict[str, float] = {}
    for word in _WORD.findall(text):
        low = word.lower()
        if low in COMMON or not (len(low) >= _LEAST_LENGTH or low.isdigit()):
            continue
        if word[0].isupper() or word[0].isdigit():
            found[low] = _NAMED
        else:
            found.setdefault(stem(low), 1.0)
    length = sum(weight * weight for weight in found.values()) ** 0.5
    return {word: found[word] / length for word in sorted(found)}  # in order, so that sums are the same each time


def cosine(one: Words, other: Words) -> float:
    """Likeness of two texts as :func:`weighted` gives them, 0 to 1."""
    shared = one.keys() & other.keys()
    return sum(one[word] * other[word] for word in sorted(shared)) if shared else 0


def _context(one: Traits, other: Traits) -> float:
    if one.article == other.article:
        return _MOST_CONTEXT
    return _of_contexts(*sorted((one.context, other.context)))


@lru_cache(maxsize=20_000)
def _of_contexts(one: str, other: str) -> float:
    """Of two articles, which have several events each."""
    return min(_MOST_CONTEXT, cosine(weighted(one), weighted(other)))


def _sides(one: Side, other: Side) -> float:
    if not (one.is_known and other.is_known):
        return 0.0
    for last, mine in one.named:
        for name, theirs in other.named:
            # The same last word, or all words of the shorter in the longer; forms of one word count as one.
            if last == name or mine <= theirs or theirs <= mine:
                return 1.0
    if one.has_people and other.has_people:
        return _CONFLICT
    if one.heads & other.heads:
        return 0.7
    if one.codes & other.codes:
        return 0.4
    if one.countries & other.countries:
        return 0.0
    if not (one.countries and other.countries):
        return 0.0
    return _CONFLICT if one.has_names and other.has_names else -0.5


@lru_cache(maxsize=20_000)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(name) if word[0].isupper() and word.lower() not in COMMON)


@lru_cache(maxsize=20_000)
def _is_person(name: str) -> bool:
    """Whether it is a name of two words or more."""
    return len([word for word in _WORD.findall(name) if word[0].isupper()]) > 1


def _times(one: Traits, other: Traits) -> float:
    gap = _gap(one, other)
    if gap is None:
        return 0.0
    are_told = one.is_told and other.is_told
    if gap == 0:
        return 1.0 if are_told else 0.5
    if are_told:
        return -min(10.0, 1.0 + gap)
    return 0.2 if gap == 1 else -min(4.0, gap / 2)


def _gap(one: Traits, other: Traits) -> int | None:
    """Days between the two, 0 if they may be the same; null if either has none."""
    if one.days is None or other.days is None:
        return None
    return max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])


def _numbers(one: Traits, other: Traits) -> float:
    """Another number of the same is another event, unless the day says otherwise: then it is a contradiction."""
    mine, theirs = one.counted, other.counted
    if not any(mine[head] != theirs[head] for head in mine.keys() & theirs.keys()):
        return 0.0
    return 0.0 if one.is_dated and other.is_dated and _gap(one, other) == 0 else -1.0


def _places(one: Traits, other: Traits) -> float:
    if one.place and other.place and one.place == other.place:
        return 1.0
    if one.country and other.country:
        return 0.2 if one.country == other.country else -2.0
    return 0.0
