"""An event of an article as linking sees it."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import msgspec

from onrecord.grouping.common_words import COMMON

_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which two forms of a word are known as one
_LEAST_LENGTH = 3
_DATED = 10  # days within which a time that is told is a day, and not a year
_CARDINALS = "two three four five six seven eight nine ten eleven twelve".split()


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


def windows(happening: Happening) -> tuple[str, ...]:
    """The two spells of a week each that its day counts to, so that a week either way has one in common; or none."""
    day = happening.first_day if is_day(happening) else happening.published or happening.first_day
    if not day:
        return ()
    week = number_of(day) // 7
    return f"{week}", f"{week + 1}"


def is_day(happening: Happening) -> bool:
    """Whether its text tells a day, or a few of them, and not a month or a year."""
    if not (happening.is_dated and happening.first_day and happening.last_day):
        return False
    return number_of(happening.last_day) - number_of(happening.first_day) <= _DATED


@lru_cache(maxsize=10_000)
def number_of(day: str) -> int:
    """An ISO day as a number, one more each day."""
    return date.fromisoformat(day).toordinal()


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


def stem(word: str) -> str:
    """By which two forms of a word are known as one."""
    return word.lower()[:_STEM]
