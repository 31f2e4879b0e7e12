"""An event of an article as linking sees it, and how like another it is: a score out of reasons that can be read."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import msgspec

from onrecord.grouping.common_words import COMMON

_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which two forms of a word are known as one
_NAMED = 2.0  # weight of a name or number
_LEAST_LENGTH = 3
_DATED = 10  # days within which a time that is told is a day, and not a year


class Party(msgspec.Struct, frozen=True):
    """Who stands on a side of an event: name in the record, code, words as printed; unknown ones are null."""

    name: str | None
    code: str | None
    words: str


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One event of one article.

    ``key`` names it, ``article`` its article. Days are ISO; ``is_dated`` tells that the text gives them, otherwise
    they are those of publication. ``by`` is whose word it rests on, with the ``cue`` ("said", "denied") and on which
    ``terms``; null in the outlet's own voice. ``context`` is the headline and beginning of the article, ``origin`` who
    is behind the report: two copies, or a report and its repost, have one.
    """

    key: str
    article: str
    type: str
    mode: str | None = None
    status: str = "actual"
    source: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    is_dated: bool = False
    place: str | None = None
    country: str | None = None
    trigger: str = ""
    evidence: str = ""
    context: str = ""
    published: str | None = None
    origin: str = ""
    by: str | None = None
    cue: str | None = None
    terms: str | None = None

    def order(self) -> tuple[str, str, str]:
        """The earliest first; undated ones last."""
        return self.published or "9999", self.article, self.key


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
_CARDINALS = "two three four five six seven eight nine ten eleven twelve".split()
_BASE = -3.0
# Words are compared last, and only where their most could still bring the score above this.
_HOPELESS = -2.0
_MOST_WORDS = _WEIGHTS["words"] + _WEIGHTS["context"] * _MOST_CONTEXT


def likeness(one: Happening, other: Happening) -> Likeness:
    """The score of two events with its reasons; what either does not tell counts neither way."""
    found = {
        "time": _times(one, other),
        "source": _sides(one.source, other.source) / (2 if _is_deed(one, other) else 1),
        "target": _sides(one.target, other.target),
        "place": _places(one, other),
        "trigger": float(stem(one.trigger) == stem(other.trigger)),
        "number": _numbers(one, other),
        "mode": 0.0 if None in (one.mode, other.mode) else 1.0 if one.mode == other.mode else -1.0,
    }
    if _BASE + sum(_WEIGHTS[name] * value for name, value in found.items()) + _MOST_WORDS > _HOPELESS:
        found["words"] = cosine(_rest(one), _rest(other))
        found["context"] = _context(one, other)
    reasons = tuple((name, round(_WEIGHTS[name] * value, 3)) for name, value in found.items() if value)
    return Likeness(round(_BASE + sum(points for _, points in reasons), 3), reasons)


@lru_cache(maxsize=10_000)
def weighted(text: str) -> Mapping[str, float]:
    """Word, by its stem unless it is a name or number → weight."""
    found: dict[str, float] = {}
    for word in _WORD.findall(text):
        low = word.lower()
        if low in COMMON or not (len(low) >= _LEAST_LENGTH or low.isdigit()):
            continue
        if word[0].isupper() or word[0].isdigit():
            found[low] = _NAMED
        else:
            found.setdefault(low[:_STEM], 1.0)
    length = sum(weight * weight for weight in found.values()) ** 0.5
    return {word: weight / length for word, weight in found.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Likeness of two texts as :func:`weighted` gives them, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in sorted(one.items()) if word in other)


def parties_in(text: str) -> tuple[Party, ...]:
    """Every word of a text with a capital, as if it stood on a side."""
    return tuple(Party(None, None, word) for word in _WORD.findall(text) if word[0].isupper())


@lru_cache(maxsize=20_000)
def names(parties: tuple[Party, ...]) -> frozenset[str]:
    """The words of the names, lower case, of those who have one: a capital within."""
    return frozenset(
        word.lower()
        for party in parties
        for word in _WORD.findall(party.name or party.words)
        if word[0].isupper() and word.lower() not in COMMON and len(word) >= _LEAST_LENGTH
    )


def _rest(happening: Happening) -> Mapping[str, float]:
    """The words that show it without those of its actors and trigger, which are compared by themselves."""
    return _weighted_rest(happening.evidence, (happening.trigger, *(party.words for party in _parties(happening))))


@lru_cache(maxsize=10_000)
def _weighted_rest(evidence: str, others: tuple[str, ...]) -> Mapping[str, float]:
    known = {form for words in others for word in _WORD.findall(words.lower()) for form in (word, word[:_STEM])}
    return {word: weight for word, weight in weighted(evidence).items() if word not in known}


def _parties(happening: Happening) -> tuple[Party, ...]:
    return happening.source + happening.target


def _context(one: Happening, other: Happening) -> float:
    if one.article == other.article:
        return _MOST_CONTEXT
    return min(_MOST_CONTEXT, cosine(weighted(one.context), weighted(other.context)))


def _is_deed(one: Happening, other: Happening) -> bool:
    return {one.type, other.type} <= _DEEDS and not (_people(one.source) and _people(other.source))


def _sides(one: tuple[Party, ...], other: tuple[Party, ...]) -> float:
    if not one or not other:
        return 0.0
    if any(_is_same_name(mine, theirs) for mine in one for theirs in other):
        return 1.0
    if _people(one) and _people(other):
        return _CONFLICT
    if _heads(one) & _heads(other):
        return 0.7
    if {party.code for party in one if party.code} & {party.code for party in other if party.code}:
        return 0.4
    known = [{p.code[:3] for p in side if p.code and not p.code.startswith("-")} for side in (one, other)]
    if known[0] & known[1]:
        return 0.0
    return _CONFLICT if all(known) and names(one) and names(other) else -0.5 if all(known) else 0.0


def _is_same_name(one: Party, other: Party) -> bool:
    """The same last word, or all words of the shorter in the longer; forms of one word count as one."""
    mine, theirs = _name(one), _name(other)
    return bool(mine and theirs) and (mine[-1] == theirs[-1] or set(mine) <= set(theirs) or set(theirs) <= set(mine))


@lru_cache(maxsize=20_000)
def _name(party: Party) -> list[str]:
    return [
        stem(word)
        for word in _WORD.findall(party.name or party.words)
        if word[0].isupper() and word.lower() not in COMMON
    ]


@lru_cache(maxsize=20_000)
def _people(parties: tuple[Party, ...]) -> bool:
    """Whether a name of two words or more is among them."""
    return any(sum(word[0].isupper() for word in _WORD.findall(party.name or "")) > 1 for party in parties)


@lru_cache(maxsize=20_000)
def _heads(parties: tuple[Party, ...]) -> frozenset[str]:
    words = (_WORD.findall(party.words.lower()) for party in parties)
    return frozenset(word[:_STEM] for found in words for word in found[-1:] if word not in COMMON)


def _times(one: Happening, other: Happening) -> float:
    gap = days_between(one, other)
    if gap is None:
        return 0.0
    told = [happening.is_dated and _width(happening) <= _DATED for happening in (one, other)]
    if gap == 0:
        return 1.0 if all(told) else 0.5
    if all(told):
        return -min(10.0, 1.0 + gap)
    return 0.2 if gap == 1 else -min(4.0, gap / 2)


def days_between(one: Happening, other: Happening) -> int | None:
    """Days between the two, 0 if they may be the same; null if either has none."""
    if not (one.first_day and one.last_day and other.first_day and other.last_day):
        return None
    gap = max(_number(one.first_day) - _number(other.last_day), _number(other.first_day) - _number(one.last_day))
    return max(0, gap)


def windows(happening: Happening) -> tuple[str, ...]:
    """The two spells of a week each that its day counts to, so that a week either way has one in common; or none."""
    is_day = happening.is_dated and happening.first_day and _width(happening) <= _DATED
    day = happening.first_day if is_day else happening.published or happening.first_day
    if not day:
        return ()
    week = _number(day) // 7
    return f"{week}", f"{week + 1}"


def _width(happening: Happening) -> int:
    return _number(happening.last_day or "") - _number(happening.first_day or "")


@lru_cache(maxsize=10_000)
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _numbers(one: Happening, other: Happening) -> float:
    """Another number of the same is another event, unless the day says otherwise: then it is a contradiction."""
    mine, theirs = counted(one.target), counted(other.target)
    if not any(mine[head] != theirs[head] for head in mine.keys() & theirs.keys()):
        return 0.0
    is_one_day = one.is_dated and other.is_dated and days_between(one, other) == 0
    return 0.0 if is_one_day else -1.0


@lru_cache(maxsize=20_000)
def counted(parties: tuple[Party, ...]) -> Mapping[str, int]:
    """What is counted, by the stem of its last word → how many."""
    found = {}
    for party in parties:
        words = _WORD.findall(party.words.lower())
        number = next((number for word in words if (number := _value(word)) is not None), None)
        if number is not None and len(words) > 1:
            found[stem(words[-1])] = number
    return found


def _value(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word)
    return _CARDINALS.index(word) + 2 if word in _CARDINALS else None


def _places(one: Happening, other: Happening) -> float:
    if one.place and other.place and one.place.lower() == other.place.lower():
        return 1.0
    if one.country and other.country:
        return 0.2 if one.country == other.country else -2.0
    return 0.0


def stem(word: str) -> str:
    """By which two forms of a word are known as one."""
    return word.lower()[:_STEM]
