"""Pages that something only links to: fetched where that is asked for, else named."""

from collections.abc import Iterator

from onrecord.errors import LinkError
from onrecord.ingest.item import Found, Link, Scope, rejected


def follow(link: Link, scope: Scope) -> Iterator[Found]:
    """The page behind ``link``; a rejection where linked pages are not asked for."""
    if scope.web is None:
        yield rejected(link.location, LinkError(f"only a link to {link.url[:300]}; --follow fetches it"))
    else:
        yield from scope.web.linked(link, scope)
