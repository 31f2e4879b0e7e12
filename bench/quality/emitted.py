"""Events as they are emitted on articles of PolNeAR, judged one by one against their sentence.

The sample is the 200 events whose place in their article hashes lowest: it stays as the reading changes, and an event
that changes in type, sides or status is an event that nobody has judged yet. The judgements (``bench/labels/``,
``emitted-first`` and ``emitted-second`` by pass, ``emitted`` as settled) hold offsets, codes and digests, no text.

usage: python -m bench.quality.emitted --gold DIR [--errors]
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from bench.quality import gold as data
from bench.quality.terms import LABELS
from onrecord.model.record import Event, Participant, Record
from onrecord.model.span import Span

SAMPLE = 200


class Emitted(msgspec.Struct, frozen=True):
    """What is judged of an event: where it was read, its type, the codes and places of its sides, and its status."""

    doc_id: str
    digest: str
    trigger: tuple[Span, ...]
    type: str
    source: tuple[tuple[str | None, Span], ...]
    target: tuple[tuple[str | None, Span], ...]
    status: str


class Judgement(msgspec.Struct, frozen=True):
    """Which parts of an event its sentence bears out; ``error`` names the kind of what is wrong."""

    event: Emitted
    type: bool
    sides: bool
    status: bool
    error: str | None = None

    @property
    def right(self) -> bool:
        """Whether all of it is."""
        return self.type and self.sides and self.status


def judgements(name: str) -> dict[Emitted, Judgement]:
    """The judgements of one pass (``emitted-first``, ``emitted-second``) or as settled (``emitted``)."""
    lines = (LABELS / f"{name}.jsonl").read_bytes().splitlines()
    return {found.event: found for line in lines if (found := msgspec.json.decode(line, type=Judgement))}


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Percent right in all, and in type, sides and status each; share judged; agreement of the passes."""
    sample = [event for event, _ in sampled(gold, records)]
    settled = judgements("emitted")
    found = [settled[event] for event in sample if event in settled]
    first, second = judgements("emitted-first"), judgements("emitted-second")
    both = [event for event in first if event in second]
    return {
        "emitted.right": _share(each.right for each in found),
        "emitted.type": _share(each.type for each in found),
        "emitted.sides": _share(each.sides for each in found),
        "emitted.status": _share(each.status for each in found),
        "emitted.judged": 100 * len(found) / max(1, len(sample)),
        "emitted.agreement": _share(first[event].right == second[event].right for event in both),
    }


def sampled(gold: Path, records: data.Records) -> list[tuple[Emitted, str]]:
    """The sample, each event with its sentence as it is printed for judging, in the order of the articles."""
    rows = data.load(gold / "quotes" / "polnear-dev.jsonl")
    every = [
        (event, _shown(row["text"], read, record))
        for row, record in zip(rows, records(rows), strict=True)
        for read in record.events
        for event in (emitted(row, read),)
    ]
    lowest = {event for event, _ in sorted(every, key=lambda each: _order(each[0]))[:SAMPLE]}
    return [each for each in every if each[0] in lowest]


def emitted(row: data.Row, event: Event) -> Emitted:
    """What is judged of ``event``, which was read in the article of ``row``."""
    digest = sha256(row["text"].encode()).hexdigest()[:16]
    return Emitted(
        str(row.get("doc_id", row.get("id"))),
        digest,
        event.trigger,
        event.type,
        _sides(event.source),
        _sides(event.target),
        event.status,
    )


def _sides(side: Iterable[Participant]) -> tuple[tuple[str | None, Span], ...]:
    return tuple((each.code, each.span) for each in side)


def _order(event: Emitted) -> bytes:
    return sha256(f"{event.doc_id} {event.trigger[0].start}".encode()).digest()


def _shown(text: str, event: Event, record: Record) -> str:
    """The sentence with the trigger marked, and the event on a line of its own."""
    start, end = event.evidence.start, event.evidence.end
    for span in sorted(event.trigger, reverse=True):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
        end += 2
    name = {actor.id: actor.name for actor in record.actors}

    def side(given: Iterable[Participant]) -> str:
        return ", ".join(f"{each.code} ({name.get(each.actor or '', 'no name')})" for each in given) or "null"

    mode = f"/{event.mode}" if event.mode else ""
    line = f"{side(event.source)} > {side(event.target)}: {event.type}{mode} {event.status}"
    return f"{text[start:end]}\n    {line}"


def _share(hits: Iterable[bool]) -> float:
    told = list(hits)
    return 100 * sum(told) / max(1, len(told))


def main() -> None:
    """Prints the sample with its judgements, or with ``--errors`` what is wrong by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    parser.add_argument("--errors", action="store_true", help="kinds of errors with their numbers, the most first")
    given = parser.parse_args()
    settled = judgements("emitted")
    sample = sampled(given.gold, data.reader(None))
    if given.errors:
        kinds = Counter(settled[event].error for event, _ in sample if event in settled and not settled[event].right)
        print("\n".join(f"{number:4} {kind}" for kind, number in kinds.most_common()))
        return
    for number, (event, shown) in enumerate(sample, 1):
        verdict = settled.get(event)
        told = "not judged" if verdict is None else "right" if verdict.right else verdict.error
        print(f"{number} {told}: {shown}")


if __name__ == "__main__":
    main()
