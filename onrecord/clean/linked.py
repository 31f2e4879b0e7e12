"""JSON-LD of a page: its objects, references resolved, and what its articles say."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_ARTICLE = re.compile(
    r"(?:News|Report|Opinion|Analysis|Review|Background|Live|Blog|Tech|Scholarly)?\w*(?:Article|Posting)$"
)
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
_MOST = 2000  # objects looked at
_DEEPEST = 6


class LinkedData:
    """The objects of all ``application/ld+json`` scripts of a page; broken scripts count as absent."""

    def __init__(self, tree: Any) -> None:
        found = _all(tree)
        self._named = {item["@id"]: item for item in found if isinstance(item.get("@id"), str) and "name" in item}
        self._articles = [item for item in found if is_article(item)]

    def said(self, key: str) -> Iterator[Any]:
        """Values of ``key`` in the page's articles, in order."""
        for item in self._articles:
            if item.get(key):
                yield item[key]

    def entities(self, key: str) -> Iterator[list[dict[str, Any]]]:
        """For each article that has ``key``: the objects there; a string stands for its name, an id for its object."""
        for value in self.said(key):
            yield [one for part in listed(value) if (one := self._entity(part))]

    def _entity(self, value: Any) -> dict[str, Any] | None:
        if isinstance(value, str):
            return {"name": value}
        if not isinstance(value, dict):
            return None
        if not value.get("name") and isinstance(value.get("@id"), str):
            return {**self._named.get(value["@id"], {}), **{k: v for k, v in value.items() if v}}
        return value


def listed(value: Any) -> list[Any]:
    """``value`` as a list."""
    return value if isinstance(value, list) else [value]


def strings(values: Iterable[Any]) -> Iterator[str]:
    """The strings in ``values`` and in lists among them, stripped; empty ones left out."""
    for value in values:
        if isinstance(value, str) and value.strip():
            yield value.strip()
        elif isinstance(value, list):
            yield from strings(value)


def is_article(item: dict[str, Any]) -> bool:
    """Whether schema.org counts an object of this type among articles or postings."""
    return any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in listed(item.get("@type")))


def _all(tree: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            value = json.loads(script.text_content().strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            found.append(item)
            if len(found) >= _MOST:
                return found
    return found


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INNER:
            yield from _objects(value.get(key), depth + 1)
