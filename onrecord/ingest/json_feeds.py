"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Iterator
from typing import Any

from onrecord.errors import EmptyError, LineError
from onrecord.ingest.feeds import Entry, article
from onrecord.ingest.item import Found, Item, Scope, rejected
from onrecord.ingest.markup import plain


def is_feed(value: dict[str, Any]) -> bool:
    """Whether an object says that it is a JSON Feed."""
    return str(value.get("version", "")).startswith(
        ("https://jsonfeed.org/", "http://jsonfeed.org/", "https://www.json")
    )


def articles(item: Item, feed: dict[str, Any], scope: Scope) -> Iterator[Found]:
    """The articles of a feed, in its order."""
    entries = feed.get("items")
    if not isinstance(entries, list) or not entries:
        raise EmptyError("a feed without items")
    for number, entry in enumerate(entries, 1):
        location = f"{item.location}:{number}"
        if isinstance(entry, dict):
            yield from article(location, _entry(entry, feed), item, scope)
        else:
            yield rejected(location, LineError(f"a {type(entry).__name__}; expected an object"))


def _entry(entry: dict[str, Any], feed: dict[str, Any]) -> Entry:
    return Entry(
        title=_text(entry.get("title")),
        link=_text(entry.get("url")) or _text(entry.get("external_url")),
        published=_text(entry.get("date_published")),
        updated=_text(entry.get("date_modified")),
        authors=_authors(entry) or _authors(feed),
        outlet=_text(feed.get("title")),
        language=_text(entry.get("language")) or _text(feed.get("language")),
        tags=tuple(tag for tag in entry.get("tags") or () if isinstance(tag, str)),
        content=_text(entry.get("content_text")) or plain(_text(entry.get("content_html"))),
        summary=plain(_text(entry.get("summary"))),
    )


def _authors(value: dict[str, Any]) -> tuple[str, ...]:
    listed = value.get("authors") or [value.get("author")]
    named = listed if isinstance(listed, list) else []
    return tuple(name for one in named if isinstance(one, dict) and (name := _text(one.get("name"))))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
