"""What was forgotten and must not come in again, known by digests alone."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Literal
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from onrecord.model.masking import without_actor
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store.schema_tombstones import tombstones

Kind = Literal["article", "outlet", "actor"]
Buried = Literal["article", "outlet", "actor", "address"]

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6  # of a name that is looked for in a text by its digest
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NUMBERED = re.compile(r":\d+$")  # a line of a file or an entry of a feed, which is another one at another time


def key(kind: Buried, what: str) -> str:
    """The digest under which something is known."""
    return _digest(kind, {"address": _plain_address, "actor": _plain_name}.get(kind, str)(what))


def _digest(kind: Buried, what: str) -> str:
    return sha256(f"{kind}:{what}".encode("utf-8", "surrogatepass")).hexdigest()


def address(place: str | None) -> str | None:
    """The address of a page, if a location or address is one."""
    return place if place and _ADDRESS.fullmatch(place) and not _NUMBERED.search(place) else None


def is_forgotten(
    connection: Connection,
    digest: str | None,
    identity: str | None = None,
    outlets: Iterable[str | None] = (),
    places: Iterable[str | None] = (),
) -> bool:
    """Whether an input of this digest or at one of these places, an article of this id or an outlet was forgotten."""
    keys = [key("article", each) for each in (digest, identity) if each]
    keys += [key("outlet", each) for each in outlets if each]
    keys += [key("address", each) for each in map(address, places) if each]
    asked = select(tombstones.c.id).where(tombstones.c.key.in_(keys)).limit(1)
    return connection.execute(asked).first() is not None


def is_buried(connection: Connection, kind: Buried, what: str) -> bool:
    """Whether this was forgotten."""
    return connection.execute(select(tombstones.c.id).where(tombstones.c.key == key(kind, what))).first() is not None


def allowed(connection: Connection, page: CleanPage, records: Sequence[Record]) -> tuple[CleanPage, list[Record]]:
    """A page and its records without the actors that were forgotten."""
    columns = tombstones.c
    buried = set(connection.execute(select(columns.key).where(columns.kind == "actor")).scalars())
    bare = list(records)
    if named := _named(page, records, buried):
        bare = [without_actor(page, record, *named)[1] for record in records]
        for record in records:
            page, _ = without_actor(page, record, *named)
    return page, bare


def _named(page: CleanPage, records: Sequence[Record], buried: Collection[str]) -> list[str]:
    if not buried:
        return []
    actors = [actor for record in records for actor in record.actors]
    told = {name for actor in actors for name in (actor.name, actor.wikidata) if name}
    for part in (page.text, page.title, page.outlet, page.original_outlet, *page.authors):
        told.update(_runs(part or ""))
    # Earlier versions took the digest of a name as it was given.
    return sorted(name for name in told if key("actor", name) in buried or _digest("actor", name) in buried)


def _runs(text: str) -> Iterator[str]:
    """Every run of words that may be a name."""
    words = _WORD.findall(text)
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
            yield " ".join(words[start:end])


def _plain_name(name: str) -> str:
    """The same in every spelling in which a name is found: see :func:`onrecord.model.masking.naming`."""
    words = _WORD.findall(name)
    return " ".join(words).casefold() if len(words) > 1 else "".join(words)


def _plain_address(url: str) -> str:
    """The same for what differs only in how a page is come to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = "&".join(each for each in parts.query.split("&") if each and not each.startswith("utm_"))
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"
