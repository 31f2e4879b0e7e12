"""A text to be grouped."""

import re
from hashlib import sha256

import msgspec

_WORD = re.compile(r"\w+")


class Text(msgspec.Struct, frozen=True):
    """A text with its id, which is opaque, its headline and day of publication where known."""

    id: str
    text: str
    title: str = ""
    published: str = ""

    def words(self) -> list[str]:
        """Lower-case words of the text."""
        return _WORD.findall(self.text.lower())

    def key(self) -> tuple[str, int, str, str]:
        """Sorts texts whatever order they came in: the earliest first, then the longest."""
        digest = sha256(self.text.encode("utf-8", "replace")).hexdigest()
        return self.published or "9999", -len(self.text), digest, self.id
