"""How surely a source gives what it says, against labels of our own on attributions of PolNeAR's training part.

The labels (``bench/labels/certainty.jsonl``) hold offsets and digests, no text: 200 attributions, two passes, settled.
The figures are those of the third kept aside.
"""

from pathlib import Path

import msgspec

from bench.quality import gold as data
from bench.quality.terms import LABELS, checked
from onrecord.model.record import Record
from onrecord.model.span import Span


class Label(msgspec.Struct, frozen=True):
    """One attribution as labelled."""

    item: str
    doc_id: str
    digest: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    certainty: str
    aside: bool


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Share right of the contents that are read, share read, and agreement of the passes, under ``certainty.``."""
    wanted = [label for label in _labels("certainty") if label.aside]
    rows = checked(gold, {label.doc_id: label.digest for label in wanted})
    read = dict(zip(rows, records(list(rows.values())), strict=True))
    told = [_told(label, read[label.doc_id]) for label in wanted]
    right = [found == label.certainty for found, label in zip(told, wanted, strict=True) if found is not None]
    same = [
        a.certainty == b.certainty for a, b in zip(_labels("certainty-first"), _labels("certainty-second"), strict=True)
    ]
    return {
        "certainty.right": 100 * sum(right) / max(1, len(right)),
        "certainty.read": 100 * len(right) / len(wanted),
        "certainty.passes": 100 * sum(same) / len(same),
    }


def _labels(name: str) -> list[Label]:
    lines = (LABELS / f"{name}.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Label) for line in lines]


def _told(label: Label, record: Record) -> str | None:
    """The certainty of the statement whose content is the labelled one's, by half of both taken together."""
    wanted = {at for span in label.content for at in range(*span)}
    for said in record.statements:
        mine = {at for span in said.content for at in range(*span)}
        if 2 * len(wanted & mine) >= len(wanted | mine):
            return said.certainty
    return None
