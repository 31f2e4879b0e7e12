"""Sitemaps, also of news, and their indexes (https://www.sitemaps.org/protocol.html): links to pages."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.ingest.dates import iso
from onrecord.ingest.elements import child, local, said
from onrecord.ingest.item import Found, Item, Link, Scope
from onrecord.ingest.links import follow

if TYPE_CHECKING:
    from onrecord.ingest.xml_files import Elements


def read(elements: "Elements", item: Item, scope: Scope) -> Iterator[Found]:
    """The pages that a sitemap lists; those of an index are sitemaps again."""
    number = 0
    for element in elements.ended():
        if local(element) not in ("url", "sitemap") or element.getparent() is None:
            continue
        number += 1
        address, hints = said(element, "loc"), _hints(element)
        elements.forget(element)
        if address:
            yield from follow(Link(location=f"{item.location}:{number}", url=address, hints=hints), scope.deeper())


def _hints(element: Any) -> dict[str, str]:
    """What a news sitemap says of a page. ``lastmod`` is no date of publication, and often the day of the sitemap."""
    news = child(element, "news")
    if news is None:
        return {}
    published = iso(said(news, "publication_date"))
    found = {
        "title": said(news, "title"),
        "published": published or "",
        "published_from": "feed" if published else "",
        "outlet": said(news, "publication", "name"),
        "language": said(news, "publication", "language")[:2],
        "tags": "\n".join(part.strip() for part in said(news, "keywords").split(",") if part.strip()),
    }
    return {name: value for name, value in found.items() if value}
