"""One article as a row: an object of JSON, a line of a table."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from onrecord.errors import EmptyError, InputError
from onrecord.ingest import columns, ninjs
from onrecord.ingest.item import Found, Item, Link, Scope, rejected
from onrecord.ingest.links import follow
from onrecord.ingest.markup import is_markup, plain
from onrecord.model.page import Page


def articles(
    location: str, row: dict[str, Any], item: Item, scope: Scope, digest: str | None = None
) -> Iterator[Found]:
    """The article of one row of ``item``, or the page that it links to, or why there is neither."""
    if ninjs.is_ninjs(row):
        yield from ninjs.articles(location, row)
        return
    try:
        told = columns.told(row, scope.columns)
        if "text" not in told and "html" not in told:
            bodies = _bodies(row)
            if any(isinstance(body, str) for body in bodies):
                raise EmptyError("its text is empty")
            if bodies or "url" not in told:
                raise columns.missing(row)
            yield from follow(Link(location=location, url=told.pop("url"), hints=told), scope)
            return
        yield _page(location, told, item, digest or digest_of(row))
    except InputError as error:
        yield rejected(location, error)


def digest_of(row: dict[str, Any]) -> str:
    """SHA-256 of a row, whatever the order of its columns."""
    text = json.dumps(row, sort_keys=True, default=str)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _bodies(row: dict[str, Any]) -> list[Any]:
    """What stands in the columns that claim to be the text."""
    return [value for name, value in row.items() if columns.means(name, "text") or columns.means(name, "html")]


def _page(location: str, told: dict[str, str], item: Item, digest: str) -> Page:
    body = told.pop("html", None)
    text = told.pop("text", "")
    if body is None and is_markup(text):
        text = plain(text)
    raw = (text if body is None else body).encode("utf-8", "surrogatepass")
    if not raw.strip():
        raise EmptyError("its text is empty")
    return Page(
        location=location,
        raw=raw,
        digest=digest,
        media_type="text/plain" if body is None else "text/html",
        url=told.get("url"),
        retrieved=item.retrieved,
        metadata=told,
    )
