"""An entry of a feed, whatever its format, as an article or as a link to one."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from onrecord.errors import NoArticleError
from onrecord.ingest.dates import iso
from onrecord.ingest.item import Found, Item, Link, Scope, rejected
from onrecord.ingest.links import follow
from onrecord.model.page import Page


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed says of one article; ``content`` and ``summary`` are plain text."""

    title: str = ""
    link: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    content: str = ""
    summary: str = ""

    def told(self) -> dict[str, str]:
        """It as metadata of a page."""
        published, updated = iso(self.published), iso(self.updated)
        found = {
            "title": self.title,
            "url": self.link,
            "published": published or "",
            "published_from": "feed" if published else "",
            "updated": updated or "",
            "author": "\n".join(self.authors),
            "outlet": self.outlet,
            "language": self.language[:2].lower(),
            "tags": "\n".join(self.tags),
        }
        return {name: value for name, value in found.items() if value}


def article(location: str, entry: Entry, item: Item, scope: Scope) -> Iterator[Found]:
    """The whole text, if the feed gives it; else the linked page, where links are followed; else the summary."""
    told = entry.told()
    if not entry.content and entry.link and scope.web is not None:
        yield from follow(Link(location=location, url=entry.link, hints=told), scope)
        return
    text = entry.content or entry.summary
    if not text:
        yield rejected(location, NoArticleError("a title and a link without a text; --follow fetches the page"))
        return
    yield Page(
        location=location,
        raw=text.encode("utf-8", "surrogatepass"),
        digest=sha256("\0".join((text, *told.values())).encode("utf-8", "surrogatepass")).hexdigest(),
        media_type="text/plain",
        url=told.get("url"),
        retrieved=item.retrieved,
        metadata=told,
    )
