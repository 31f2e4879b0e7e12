"""Fetching politely: as robots.txt asks, one request at a time to a host, again only where that may help."""

import io
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import BinaryIO, Protocol, cast

import msgspec

from onrecord.config import Settings
from onrecord.errors import FetchError, InputError, RobotsError, SlowError, StatusError, UnchangedError
from onrecord.ingest import http_bodies, kinds, robots
from onrecord.ingest.addresses import Target, resolve, target
from onrecord.ingest.fetching import Answer, fetch
from onrecord.ingest.item import Found, Item, Link, Scope, rejected
from onrecord.model.page import Page, Validators

AGENT = "onrecord"
_TRIES = 3
_AGAIN = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_LONGEST_WAIT_S = 60.0  # what a server may ask us to wait, after an error or between two requests
_ROBOTS_BYTES = 512_000
_MOST_SITES = 10_000  # robots.txt kept at once
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
)


class Memory(Protocol):
    """What is known of addresses that were read before."""

    def recall(self, url: str) -> Validators | None:
        """What was kept of an address; null if it is new, or became no article."""
        ...

    def keep(self, url: str, validators: Validators) -> None:
        """Keeps what a server gave, for the next time."""
        ...


class Clock(Protocol):
    """Time, so that a test need not wait."""

    def now(self) -> float:
        """Seconds that only grow."""
        ...

    def sleep(self, seconds: float) -> None:
        """Waits."""
        ...


class _Time:
    def now(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class Fetcher:
    """Fetches addresses for one run; one at a time, each host with its delay."""

    def __init__(self, settings: Settings, memory: Memory | None = None, clock: Clock | None = None) -> None:
        self._settings = settings
        self._memory = memory
        self._clock: Clock = clock or _Time()
        self._robots: dict[str, robots.Robots] = {}
        self._next: dict[str, float] = {}  # host → the moment from which it may be asked again

    def source(self, url: str, scope: Scope) -> Iterator[Found]:
        """What an address stands for; the pages that a feed or sitemap links to are fetched as well."""
        yield from self._read(Link(location=url, url=url), msgspec.structs.replace(scope, web=self))

    def linked(self, link: Link, scope: Scope) -> Iterator[Found]:
        """The page behind a link. What it links to in turn is fetched only where it is a sitemap."""
        is_map = link.url.partition("?")[0].endswith((".xml", ".xml.gz"))
        yield from self._read(link, scope if is_map else msgspec.structs.replace(scope, web=None))

    def _read(self, link: Link, scope: Scope) -> Iterator[Found]:
        kept = self._memory.recall(link.url) if self._memory is not None else None
        try:
            where, answer = self._fetched(target(link.url), kept)
            if answer.status == 304:
                if kept is None:
                    raise UnchangedError("not changed, says the server, which was not asked")
                if kept.entries is None:  # the entries of a feed are inputs, itself it is none
                    yield Page(
                        location=link.location, raw=b"", digest=kept.digest, media_type="text/html", url=link.url
                    )
                return
            item = _item(link, where, answer)
        except InputError as error:
            yield rejected(link.location, error)
            return
        entries, is_whole = 0, True
        for found in scope.read(item, scope):
            if not isinstance(found, Page):
                is_whole = False
            elif found.location != link.location:
                entries += 1
            elif self._memory is not None:
                self._memory.keep(link.url, _validators(found.digest, answer))
            yield found
        # One of whose entries could not be read is asked for again: it may be there the next time.
        if entries and is_whole and self._memory is not None:
            digest = sha256(answer.body).hexdigest()
            self._memory.keep(link.url, msgspec.structs.replace(_validators(digest, answer), entries=entries))

    def _fetched(self, where: Target, kept: Validators | None) -> tuple[Target, Answer]:
        """The answer at the end of all redirects; each step is checked like the first.

        Raises:
            InputError: it cannot be fetched, or must not be.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            numbers = resolve(where, self._settings.allow_private)
            rules = self._rules(where)
            if not rules.allows(where.path):
                raise RobotsError(f"{where.site}/robots.txt asks programs not to take {where.path[:200]}")
            answer = self._tried(where, numbers, kept, rules.delay)
            if answer.status not in _REDIRECTS:
                if answer.status not in (200, 304):
                    raise StatusError(f"HTTP status {answer.status}")
                return where, answer
            if not answer.headers.get("location"):
                raise StatusError(f"HTTP status {answer.status} without an address to go to")
            where, kept = target(answer.headers["location"], where.url), None
        raise FetchError(f"more than {_MOST_REDIRECTS} redirects")

    def _rules(self, where: Target) -> robots.Robots:
        if where.site not in self._robots:
            if len(self._robots) >= _MOST_SITES:
                self._robots.clear()
            self._robots[where.site] = self._asked(where)
        return self._robots[where.site]

    def _asked(self, where: Target) -> robots.Robots:
        """A site's rules: all is allowed where there are none, nothing where the server fails (RFC 9309, 2.3.1)."""
        at = target(f"{where.site}/robots.txt")
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                numbers = resolve(at, self._settings.allow_private)
                answer = self._tried(at, numbers, None, None)
                if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                    break
                at = target(answer.headers["location"], at.url)
        except FetchError as error:
            raise type(error)(f"robots.txt: {error.message}") from error
        except InputError:
            return robots.NOTHING  # rules without end, or packed in a way that hides them
        if answer.status == 200:
            return robots.parse(answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace"), AGENT)
        return robots.NOTHING if answer.status >= 500 or answer.status == 429 else robots.Robots()

    def _tried(self, where: Target, numbers: tuple[str, ...], kept: Validators | None, delay: float | None) -> Answer:
        """The answer, asked for again after a while where the failure may pass."""
        wait = self._settings.delay_s or 0.1
        for left in range(_TRIES - 1, -1, -1):
            self._wait(where, delay)
            try:
                answer = fetch(where, numbers, _headers(kept), self._settings.timeout_s, self._settings.max_bytes)
            except (FetchError, SlowError):
                if not left:
                    raise
                self._clock.sleep(wait)
            else:
                if answer.status not in _AGAIN or not left:
                    return answer
                self._clock.sleep(min(_LONGEST_WAIT_S, max(wait, _asked_wait(answer))))
            wait *= 2
        raise FetchError("no answer")

    def _wait(self, where: Target, delay: float | None) -> None:
        """Lets each host rest between two requests, as long as it asks for."""
        now = self._clock.now()
        if (ready := self._next.get(where.host, now)) > now:
            self._clock.sleep(ready - now)
        pause = max(self._settings.delay_s, min(delay or 0.0, _LONGEST_WAIT_S))
        self._next[where.host] = self._clock.now() + pause


def _headers(kept: Validators | None) -> dict[str, str]:
    from onrecord import __version__  # late: the package imports its parts

    found = {
        "User-Agent": f"{AGENT}/{__version__}",
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if kept and kept.etag:
        found["If-None-Match"] = kept.etag
    if kept and kept.modified:
        found["If-Modified-Since"] = kept.modified
    return found


def _validators(digest: str, answer: Answer) -> Validators:
    return Validators(digest, answer.headers.get("etag"), answer.headers.get("last-modified"))


def _asked_wait(answer: Answer) -> float:
    """Seconds that the server asks us to wait; a date counts from the server's own clock."""
    told = answer.headers.get("retry-after", "")
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        return (parsedate_to_datetime(told) - parsedate_to_datetime(answer.headers.get("date", ""))).total_seconds()
    except (ValueError, TypeError, IndexError):
        return 0.0


def _item(link: Link, where: Target, answer: Answer) -> Item:
    media_type = answer.headers.get("content-type")
    return Item(
        location=link.location,
        name=kinds.name_of(where.url),
        stream=cast(BinaryIO, io.BytesIO(answer.body)),
        media_type=media_type,
        charset=http_bodies.charset(media_type),
        url=where.url,
        retrieved=_date(answer),
        hints=link.hints,
    )


def _date(answer: Answer) -> str | None:
    """When the server says that it answered."""
    try:
        return parsedate_to_datetime(answer.headers.get("date", "")).isoformat()
    except (ValueError, TypeError, IndexError):
        return None
