"""Looking into an element of XML by local names, whatever its namespaces."""

from collections.abc import Iterator
from typing import Any


def local(element: Any) -> str:
    """The name without its namespace, in lower case; empty for an entity."""
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children with one of these local names."""
    return (child for child in element if local(child) in names)


def child(element: Any, *path: str) -> Any:
    """The first descendant at a path of local names; null if there is none."""
    for name in path:
        element = next(children(element, name), None)
        if element is None:
            return None
    return element


def words(element: Any) -> str:
    """All text in an element, without markup; empty for null."""
    if element is None:
        return ""
    return " ".join("".join(map(str, element.itertext())).split())


def said(element: Any, *path: str) -> str:
    """The text of the first descendant at a path."""
    return words(child(element, *path))
