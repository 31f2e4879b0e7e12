"""Status of events on the corpus of this project: by status, and facts made out of what did not happen.

usage: python -m bench.quality.statuses [--every N]

Each sentence of ``training/corpus`` has one event with its status. It counts as found where an event of its type is
read at one of its triggers. The sentences are our own and the words of the lexicon were written beside them: the
figures show which status fails, not how often events of news are found.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.config import Settings
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.pipeline import reader
from training.corpus import STATUSES, Entry, entries

_FACT = frozenset({"actual", "ongoing"})
_NO_FACT = frozenset({"planned", "possible", "hypothetical", "negated"})


class Tally(msgspec.Struct, frozen=True):
    """Sentences of each status, and of those found (wanted status, status read) → number."""

    wanted: Counter[str]
    read: Counter[tuple[str, str]]

    def found(self, statuses: Iterable[str]) -> int:
        """How many sentences of ``statuses`` had their event found."""
        return sum(number for (wanted, _), number in self.read.items() if wanted in statuses)

    def false_facts(self) -> int:
        """How many events that did not happen, or may not have, are told as fact."""
        return sum(number for (wanted, got), number in self.read.items() if wanted in _NO_FACT and got in _FACT)


def tally(lines: Iterable[Entry]) -> Tally:
    """Reads every sentence that has a status."""
    pipeline = reader(Settings(event_confidence=0.0))  # what the rules read, however sure
    out = Tally(Counter(), Counter())
    for number, line in enumerate(lines):
        if line.status is None:
            continue
        out.wanted[line.status] += 1
        events = pipeline.read(Document(id=str(number), text=line.text)).document.events
        hit = next((e for e in events if e.type == line.type and _meets(e.trigger, line.triggers)), None)
        if hit is not None:
            out.read[line.status, hit.status] += 1
    return out


def _meets(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def table(result: Tally) -> str:
    """One line a status: sentences, found, right in percent of those found, and what the others were read as."""
    lines = [f"{'status':14}{'sentences':>10}{'found':>7}{'right %':>9}  read as"]
    for status in STATUSES:
        found = result.found([status])
        others = ", ".join(
            f"{got} {number}" for (wanted, got), number in result.read.most_common() if wanted == status != got
        )
        right = 100 * result.read[status, status] / max(1, found)
        lines.append(f"{status:14}{result.wanted[status]:10}{found:7}{right:9.1f}  {others}")
    unreal, false = result.found(_NO_FACT), result.false_facts()
    lines.append(f"facts out of what did not happen: {false} of {unreal}, {100 * false / max(1, unreal):.1f} %")
    return "\n".join(lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="read only every N-th sentence")
    given = parser.parse_args()
    sys.stdout.write(table(tally(list(entries())[:: given.every])) + "\n")


if __name__ == "__main__":
    main()
