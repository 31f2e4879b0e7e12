"""JSON-LD of a page: its objects, references resolved, and what its articles say."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

_ARTICLE = re.compile(
    r"(?:News|Report|Opinion|Analysis|Review|Background|Live|Blog|Tech|Scholarly)?\w*(?:Article|Posting)$"
)
_HOUSE = re.compile(r"Organization$|^WebSite$|Corporation$|^Periodical$|^Newspaper$")
_LISTS = frozenset({"itemListElement", "hasPart"})
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
_WRAPPED = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|/\*\s*\*/|^\s*//\s*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_TYPED = re.compile(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)"')
_STRING = r'"((?:[^"\\\n]|\\.){1,400})"'
_FIELD = re.compile(r'"(headline|datePublished|dateModified|articleSection)"\s*:\s*' + _STRING)
_AUTHOR = re.compile(r'"author"\s*:\s*(\[[^\]]{0,4000}\]|\{[^}]{0,2000}\})')
_NAME = re.compile(r'"name"\s*:\s*' + _STRING)
_MOST = 2000  # objects looked at
_DEEPEST = 6


class LinkedData:
    """The objects of all ``application/ld+json`` scripts of a page; a broken script gives what can be read of it."""

    def __init__(self, tree: Any) -> None:
        self._found = _all(tree)
        self._named = {item["@id"]: item for item in self._found if isinstance(item.get("@id"), str) and "name" in item}
        self._articles = [item for item in self._found if is_article(item)]

    def said(self, key: str) -> Iterator[Any]:
        """Values of ``key`` in the page's articles, in order."""
        for item in self._articles:
            if item.get(key):
                yield item[key]

    def entities(self, key: str) -> Iterator[list[dict[str, Any]]]:
        """For each article that has ``key``: the objects there; a string stands for its name, an id for its object."""
        for value in self.said(key):
            yield [one for part in _flat(value) if (one := self._entity(part))]

    def houses(self) -> Iterator[str]:
        """Names of the organisations and sites that the page is said to be of."""
        for item in self._found:
            if any(isinstance(kind, str) and _HOUSE.search(kind) for kind in listed(item.get("@type"))):
                yield from strings([item.get("name"), item.get("alternateName"), item.get("legalName")])
        for key in ("publisher", "copyrightHolder", "sourceOrganization"):
            for found in self.entities(key):
                yield from strings([name for one in found for name in (one.get("name"), one.get("legalName"))])

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


def _flat(value: Any, depth: int = 0) -> Iterator[Any]:
    """``value``, or what is in it, if it is a list of any kind."""
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    if not isinstance(value, list):
        yield value
    elif depth < _DEEPEST:
        for one in value:
            yield from _flat(one, depth + 1)


def strings(values: Iterable[Any]) -> Iterator[str]:
    """The strings in ``values`` and in lists among them, stripped; empty ones left out."""
    for value in values:
        if isinstance(value, str) and value.strip():
            yield value.strip()
        elif isinstance(value, list):
            yield from strings(value)


def is_article(item: dict[str, Any]) -> bool:
    """Whether an object is an article or posting by schema.org's types, or has a headline as only those have."""
    return "headline" in item or any(
        isinstance(kind, str) and _ARTICLE.match(kind) for kind in listed(item.get("@type"))
    )


def _all(tree: Any) -> list[dict[str, Any]]:
    """All objects, those of lists of other articles last."""
    found: list[dict[str, Any]] = []
    listed_there: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        for item, is_listed in _objects(_loaded(script.text_content())):
            (listed_there if is_listed else found).append(item)
            if len(found) + len(listed_there) >= _MOST:
                return found + listed_there
    return found + listed_there


def _loaded(text: str) -> Any:
    """The value of a script, mended where it is broken in the usual ways; null if it stays broken."""
    text = _WRAPPED.sub("", text).strip().rstrip(";")
    for mend in (str, _without_commas, unescape):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvaged(text)


def _without_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", text)


def _salvaged(text: str) -> dict[str, Any] | None:
    """An article's own fields, read one by one from a script that is no JSON."""
    if not _TYPED.search(text):
        return None
    item: dict[str, Any] = {found[1]: _string(found[2]) for found in reversed(list(_FIELD.finditer(text)))}
    if found := _AUTHOR.search(text):
        item["author"] = [{"name": _string(name[1])} for name in _NAME.finditer(found[1])]
    return {"@type": "Article", **item}


def _string(escaped: str) -> str:
    try:
        return str(json.loads(f'"{escaped}"', strict=False))
    except ValueError:
        return escaped


def _objects(value: Any, is_listed: bool = False, depth: int = 0) -> Iterator[tuple[dict[str, Any], bool]]:
    """Objects within ``value``, each with whether it stands in a list of other pages."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, is_listed, depth + 1)
    elif isinstance(value, dict):
        yield value, is_listed
        for key in _INNER:
            yield from _objects(value.get(key), is_listed or key in _LISTS, depth + 1)
