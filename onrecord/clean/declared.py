"""What a page declares about itself, looked up once: meta elements and JSON-LD."""

import re
from html import unescape
from typing import Any

from onrecord.clean.linked import LinkedData

_TAGS = re.compile(r"<[^>]{1,40}>")


class Declared:
    """The declarations of an lxml HTML tree. ``meta`` holds lower-case names and their contents in order."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.linked = LinkedData(tree)
        self.meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and (content := (element.get("content") or "").strip()):
                self.meta.setdefault(name.lower(), []).append(content)

    def first(self, *names: str) -> str | None:
        """The first meta element with one of ``names``, in the order of the names."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def texts(self, path: str) -> list[str]:
        """The text of each element at an XPath, white space collapsed."""
        found = (" ".join(element.text_content().split()) for element in self.tree.xpath(path))
        return [text for text in found if text]


def plain(text: str) -> str:
    """A declared text without entities, tags and needless white space."""
    return " ".join(_TAGS.sub("", unescape(unescape(text))).split())


def fold(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())
