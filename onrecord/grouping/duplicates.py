"""Near-duplicates of a set of texts: the same answer in any order."""

from collections.abc import Sequence

from onrecord.grouping.copies import Copies
from onrecord.grouping.texts import Text


def duplicates(texts: Sequence[Text]) -> dict[str, str]:
    """Id → id of the text it is a copy of: of its group the earliest, then the longest. Originals are left out."""
    ordered = sorted(texts, key=Text.key)
    seen = Copies()
    for text in ordered:
        seen.add(text.words())
    firsts = [seen.first(at) for at in range(len(ordered))]
    return {
        text.id: ordered[first].id for at, (text, first) in enumerate(zip(ordered, firsts, strict=True)) if first != at
    }
