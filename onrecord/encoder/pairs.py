"""A sentence with its two actors marked, as the encoder reads it."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from onrecord.encoder.pieces import WINDOW, Ints, pieces
from onrecord.encoder.traits import WIDTHS, traits
from onrecord.model.span import Span
from onrecord.model.token import Parse

OPENING, CLOSING = (1, 3), (2, 4)  # unused vocabulary numbers that stand around the source and the target


class Marked(msgspec.Struct, frozen=True):
    """``n`` pieces with marks among them: ids ``(n,)``, traits ``(n, 4)``, and where the first mark of each side is.

    A side that has no actor is marked at -1, which is the mark at the beginning of the text.
    """

    ids: Ints
    traits: Ints
    marks: tuple[int, int]


def marked(text: str, sources: Sequence[Span], targets: Sequence[Span], quoted: Iterable[Span], parse: Parse) -> Marked:
    """``text`` with marks around its actors; what is longer than the encoder reads is cut off at the end."""
    found = pieces(text)
    seen = traits(text, found, quoted, parse)
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    for side, spans in enumerate((sources, targets)):
        for span in spans:
            covered = np.flatnonzero((found.starts < span.end) & (found.ends > span.start)).tolist()
            if covered:
                before.setdefault(covered[0], []).append(OPENING[side])
                after.setdefault(covered[-1], []).insert(0, CLOSING[side])
    ids: list[int] = []
    of: list[int] = []
    for at, number in enumerate(found.ids.tolist()):
        stretch = [*before.get(at, ()), number, *after.get(at, ())]
        ids += stretch
        of += [at] * len(stretch)
    ids, of = ids[:WINDOW], of[:WINDOW]
    places = tuple(ids.index(mark) if mark in ids else -1 for mark in OPENING)
    rows = seen[of] if of else np.zeros((0, len(WIDTHS)), dtype=np.int64)
    return Marked(np.array(ids, dtype=np.int64), rows, (places[0], places[1]))
