"""On what terms sources speak: judged against labels of our own on sentences of PolNeAR.

The labels (``bench/labels/``) hold offsets only; the text is looked up by the document's id and checked by its
digest. Two passes were labelled and settled; the figures are those of the third kept aside, or with ``--part tune`` of
the rest.

usage: python -m bench.quality.terms --gold DIR [--part tune] [--errors]
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from bench.quality import gold as data
from onrecord.model.record import Record, Statement
from onrecord.model.span import Span

LABELS = Path(__file__).parents[1] / "labels"


class Label(msgspec.Struct, frozen=True):
    """One sentence as labelled: which words were looked at (``anchor``), and what they say of their source.

    ``terms`` and ``source`` are null where nobody is quoted; ``certainty`` where nothing is said.
    """

    item: str
    doc_id: str
    digest: str
    anchor: Span
    sentence: Span
    terms: str | None
    source: Span | None
    declined: bool
    reason: Span | None
    certainty: str | None
    aside: bool


def labels(name: str) -> list[Label]:
    """The labels of the file ``name``."""
    lines = (LABELS / name).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Label) for line in lines]


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Figures in percent, under ``terms.``: of the third kept aside, and of the two passes against each other."""
    return judged(gold, records, "aside", None) | agreement(labels("terms-first.jsonl"), labels("terms-second.jsonl"))


def judged(gold: Path, records: data.Records, part: str, errors: list[str] | None) -> dict[str, float]:
    """Terms right, reasons found, refusals found and right, certainty right; what is wrong is added to ``errors``."""
    wanted = [label for label in labels("terms.jsonl") if label.aside == (part == "aside")]
    rows = checked(gold, {label.doc_id: label.digest for label in wanted})
    read = dict(zip(rows, records(list(rows.values())), strict=True))
    counts: dict[str, list[bool]] = {}
    for label in wanted:
        text = rows[label.doc_id]["text"]
        for name, is_right in _verdicts(label, text, read[label.doc_id]):
            counts.setdefault(name, []).append(is_right)
            if not is_right and errors is not None:
                errors.append(_error(label, text, read[label.doc_id], name))
    return {f"terms.{name}": 100 * sum(hits) / len(hits) for name, hits in counts.items()}


def checked(gold: Path, digests: dict[str, str]) -> dict[str, data.Row]:
    """The rows of PolNeAR with the ids in ``digests``, in its order.

    Raises:
        ValueError: a row is not the text that was labelled.
    """
    rows = {
        row["doc_id"]: row for name in ("train", "dev") for row in data.load(gold / "quotes" / f"polnear-{name}.jsonl")
    }
    for name, digest in digests.items():
        if sha256(rows[name]["text"].encode()).hexdigest()[:16] != digest:
            raise ValueError(f"{name}: not the text that was labelled")
    return {name: rows[name] for name in digests}


def _verdicts(label: Label, text: str, record: Record) -> Iterator[tuple[str, bool]]:
    mine = _of_source(label, text, record.statements)
    refusals = [s for s in mine if s.kind == "declined"]
    if label.terms is not None and label.source is not None and (mine or label.declined):
        best = (refusals if label.declined else []) or mine
        yield "terms", bool(best) and _nearest(label, best).terms == label.terms
    if label.terms is not None and not label.declined:
        yield "covered", bool(mine)
    if label.declined:
        yield "declined.recall", bool(refusals)
    elif any(s.kind == "declined" for s in _in_sentence(label, record.statements)):
        yield "declined.precision", False
    if label.declined and refusals:
        yield "declined.precision", True
    if label.reason is not None:
        found = [part for s in record.statements for part in s.reason]
        yield "reason", any(2 * part.shared(label.reason) >= label.reason.end - label.reason.start for part in found)
    said = [s for s in mine if s.content and s.kind != "declined"]
    if label.certainty is not None and said:
        yield "certainty", _nearest(label, said).certainty == label.certainty


def _of_source(label: Label, text: str, statements: Sequence[Statement]) -> list[Statement]:
    if label.source is None:
        return []
    inside = _in_sentence(label, statements)
    return [s for s in inside if any(part.overlaps(label.source) or _takes_up(label, text, part) for part in s.source)]


def _takes_up(label: Label, text: str, part: Span) -> bool:
    """Whether ``part`` begins with a relative pronoun behind the labelled source ("Lind, who declined to comment")."""
    is_relative = part.of(text).split(None, 1)[0].lower() in ("who", "which", "that")
    return label.source is not None and is_relative and 0 < part.start - label.source.end < 60


def _in_sentence(label: Label, statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if any(label.sentence.overlaps(part) for part in (*s.cue, *s.source))]


def _nearest(label: Label, options: Sequence[Statement]) -> Statement:
    return min(options, key=lambda s: min((abs(part.start - label.anchor.start) for part in s.cue), default=9_999))


def _error(label: Label, text: str, record: Record, name: str) -> str:
    found = [
        f"{s.kind} {s.terms} {s.certainty} "
        + " ".join(f"{role}={[part.of(text) for part in getattr(s, role)]}" for role in ("source", "cue", "reason"))
        for s in _in_sentence(label, record.statements)
    ]
    reason = label.reason.of(text) if label.reason else None
    source = label.source.of(text) if label.source else None
    return (
        f"{name}: wanted {label.terms} declined={label.declined} {label.certainty} "
        f"source={source!r} reason={reason!r}\n"
        f"  {label.sentence.of(text)}\n" + "".join(f"    found {line}\n" for line in found)
    )


def agreement(first: Sequence[Label], second: Sequence[Label]) -> dict[str, float]:
    """How often the two passes say the same, in percent."""
    pairs = list(zip(first, second, strict=True))
    same = {
        "terms": [a.terms == b.terms for a, b in pairs],
        "declined": [a.declined == b.declined for a, b in pairs],
        "reason": [(a.reason is None) == (b.reason is None) for a, b in pairs],
        "certainty": [a.certainty == b.certainty for a, b in pairs],
    }
    return {f"terms.passes.{name}": 100 * sum(hits) / len(hits) for name, hits in same.items()}


def main() -> None:
    """Prints the figures as JSON, and with ``--errors`` each case that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--part", choices=("aside", "tune"), default="aside")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--workers", type=int)
    given = parser.parse_args()
    errors: list[str] | None = [] if given.errors else None
    figures = judged(given.gold, data.reader(given.workers), given.part, errors)
    print("\n".join(errors or ()))
    print(json.dumps({name: round(figure, 1) for name, figure in figures.items()}, indent=1))


if __name__ == "__main__":
    main()
