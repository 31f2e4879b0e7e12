"""Every span of a record, wherever it stands."""

from collections.abc import Iterator
from typing import Any

_SPANS = frozenset(
    {"mentions", "content", "source", "cue", "reason", "addressee", "venue", "object", "trigger", "also"}
)
_SPAN = frozenset({"span", "evidence"})


def spans_of(value: Any, key: str = "") -> Iterator[list[int]]:
    """``[start, end]`` of every value of a record in plain form."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spans_of(inner, name)
    elif isinstance(value, list):
        if key in _SPAN and len(value) == 2 and all(isinstance(end, int) for end in value):
            yield value
            return
        for inner in value:
            if key in _SPANS and isinstance(inner, list):
                yield inner
            else:
                yield from spans_of(inner, key)
