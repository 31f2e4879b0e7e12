"""Half-open ranges of code points in a text."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``[start, end)`` of a document's text; ``span.of(text)`` is the value it stands for."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside, edges included."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: "Span") -> int:
        """How many characters the two have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def trim(self, text: str, characters: str | None = None) -> "Span":
        """Without white space (or ``characters``) at either edge; empty at ``start`` if nothing is left."""
        value = text[self.start : self.end]
        start = self.start + len(value) - len(value.lstrip(characters))
        return Span(start, max(start, self.start + len(value.rstrip(characters))))


def cover(spans: Iterable[Span]) -> Span:
    """The shortest span that contains all of ``spans``.

    Raises:
        ValueError: there is none in ``spans``.
    """
    spans = list(spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def merge(spans: Iterable[Span], gap: int = 0) -> tuple[Span, ...]:
    """The spans in order, those that touch or lie at most ``gap`` apart joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + gap:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
