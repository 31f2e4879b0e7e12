"""Made-up articles by number, of a vocabulary as skewed as English is: reports of affairs, copies, later states."""

from datetime import date, timedelta
from hashlib import sha256

import msgspec
import numpy as np

from onrecord.model.record import Actor, Record
from onrecord.model.span import Span

_VOCABULARY = 50_000
_MEDIAN, _SPREAD = 380, 0.6  # words of an article: log-normal, as in news, the shortest and longest cut off
_LEAST, _MOST = 60, 1_500
_OUTLETS = 200
_FURNITURE = 25  # words that all pages of an outlet have in common
_AFFAIR = 3  # reports of an affair, on average, among the articles around it
_AROUND = 200
_OWN_WORDS, _NAMES = 30, 8  # of an affair
_OF_AFFAIR = 0.25  # share of the words of a report that are its affair's
_A_DAY = 500
_FIRST_DAY = date(2024, 1, 1)


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A made-up article; ``copy_of`` is the number of the stored one that it is a copy of."""

    text: str
    published: str
    url: str
    outlet: str
    record: Record
    copy_of: int | None = None

    @property
    def id(self) -> str:
        """Made of its number, as long as those of articles that were read."""
        return self.record.id


class Articles:
    """The same number, the same article. Of those from ``stored`` on one in ten is a copy of an earlier one, with other
    furniture, cut and lightly edited, and one in twenty a later state of an earlier one's address."""

    def __init__(self, stored: int, seed: int = 1) -> None:
        self._stored = stored
        self._seed = seed
        weights = 1 / np.arange(1, _VOCABULARY + 1)
        self._sums = np.cumsum(weights / weights.sum())

    def __getitem__(self, number: int) -> Made:
        is_later = number >= self._stored
        if is_later and number % 10 == 0:
            return self._copy(number, number * 7919 % self._stored)
        if is_later and number % 20 == 5:
            return self._made(number, self._body(number), url=_url(number * 6007 % self._stored))
        return self._made(number, self._body(number))

    def _copy(self, number: int, original: int) -> Made:
        body = self._body(original)
        cut = body[: len(body) * 4 // 5]
        return self._made(number, [word if at % 60 else "edited" for at, word in enumerate(cut, 1)], copy_of=original)

    def _made(self, number: int, body: list[str], *, url: str | None = None, copy_of: int | None = None) -> Made:
        outlet = number % _OUTLETS
        published = (_FIRST_DAY + timedelta(days=number // _A_DAY)).isoformat()
        text = " ".join([*body, *(f"outlet{outlet}line{at}" for at in range(_FURNITURE))])
        names = dict.fromkeys(word for word in body if word[0].isupper())
        actors = tuple(
            Actor(id=f"a{at}", name=name, kind="person", rule="made-up", mentions=(_span(text, name),))
            for at, name in enumerate(names)
        )
        record = Record(id=_id(number), published=published, language="en", actors=actors)
        return Made(
            text=text, published=published, url=url or _url(number), outlet=f"Outlet {outlet}", record=record,
            copy_of=copy_of,
        )  # fmt: skip

    def _body(self, number: int) -> list[str]:
        chance = np.random.default_rng((self._seed, number))
        length = int(np.clip(chance.lognormal(np.log(_MEDIAN), _SPREAD), _LEAST, _MOST))
        words = [f"w{at}" for at in np.searchsorted(self._sums, chance.random(length)).tolist()]
        affair = (number + int(chance.integers(_AROUND))) // _AFFAIR
        for at in np.flatnonzero(chance.random(length) < _OF_AFFAIR).tolist():
            which = int(chance.integers(_OWN_WORDS))
            words[at] = f"N{affair}x{which}" if which < _NAMES else f"a{affair}x{which}"
        return words


def _id(number: int) -> str:
    return sha256(str(number).encode()).hexdigest()[:16]


def _url(number: int) -> str:
    return f"https://outlet{number % _OUTLETS}.example/{number}"


def _span(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))
