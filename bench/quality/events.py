"""Events: several coders' triggers and whole events, and the types of PLV's sentences.

A whole event agrees if action, source and target overlap (or both are empty) and the first two digits of the CAMEO code
are the same. Plain saying, which these coders code as 01, is taken from the statements. F1 is the mean over coders.
PLV's training part is what ``code`` was trained on: its figure here is not an estimate, only a floor against accidents.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.quality import gold as data
from onrecord.cli.lines import plain
from onrecord.config import Settings
from onrecord.events.pairs import Coder
from onrecord.language import Parser
from onrecord.model.record import Record
from onrecord.model.span import Span

Spans = Sequence[Sequence[int]]


class Coded(msgspec.Struct, frozen=True):
    """One event as a coder or we have it."""

    action: Spans
    source: Spans
    target: Spans
    root: str


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Figures in percent, under ``events.``."""
    folder = gold / "events"
    return _annotators(data.load(folder / "several-annotators.jsonl"), records) | _plv(
        data.load(folder / "plv-train.jsonl")
    )


def _annotators(rows: list[data.Row], records: data.Records) -> dict[str, float]:
    tallies: dict[int, list[int]] = {}
    for row, record in zip(rows, records(rows), strict=True):
        mine = _ours(record)
        for coder in row["annotations"]:
            theirs = [_theirs(event) for event in coder["events"]]
            tally = tallies.setdefault(coder["annotator"], [0, 0, 0, 0])
            tally[0] += _pairs(mine, theirs, whole=False)
            tally[1] += _pairs(mine, theirs, whole=True)
            tally[2] += len(mine)
            tally[3] += len(theirs)
    trigger = [200 * t[0] / max(1, t[2] + t[3]) for t in tallies.values()]
    event = [200 * t[1] / max(1, t[2] + t[3]) for t in tallies.values()]
    return {
        "events.annotators.trigger_f1": sum(trigger) / len(trigger),
        "events.annotators.event_f1": sum(event) / len(event),
    }


def _ours(record: Record) -> list[Coded]:
    events = [
        Coded(plain(e.trigger), [p.span for p in e.source], [p.span for p in e.target], (e.cameo or "")[:2])
        for e in record.events
    ]
    taken = [span for event in events for span in event.action]
    said = [
        Coded(s.cue, s.source, s.addressee, "01")
        for s in record.statements
        if s.act == "speech" and s.cue and not _touch(s.cue, taken)
    ]
    return [*events, *said]


def _theirs(event: data.Row) -> Coded:
    spans = [[part["span"] for part in event[role] if part.get("span")] for role in ("actions", "sources", "targets")]
    root = re.match(r"\d-(\d+)", event.get("cameo_root") or "")  # "4-18 Assault"
    return Coded(*spans, root[1].zfill(2) if root else "")


def _pairs(mine: list[Coded], theirs: list[Coded], whole: bool) -> int:
    used: set[int] = set()
    for one in mine:
        for at, other in enumerate(theirs):
            fits = _touch(one.action, other.action)
            fits = fits and (not whole or (_agree(one, other) and one.root == other.root))
            if at not in used and fits:
                used.add(at)
                break
    return len(used)


def _agree(one: Coded, other: Coded) -> bool:
    return all(
        _touch(a, b) or (not a and not b) for a, b in ((one.source, other.source), (one.target, other.target))
    )  # fmt: skip


def _touch(one: Spans, other: Spans) -> bool:
    return any(Span(*a).overlaps(Span(*b)) for a in one for b in other)


def _plv(rows: list[data.Row]) -> dict[str, float]:
    parser, coder = Parser(Settings().model, without=("ner",)), Coder()
    hits: dict[str, list[int]] = {}
    for row in rows:
        sides = ([Span(*span) for span in row[f"{side}_spans"]] for side in ("source", "target"))
        kind = coder(row["text"], parser.parse(row["text"]), *sides).type
        kind = "YIELD" if kind in ("CONCEDE", "RETREAT") else kind
        hits.setdefault(row["gold_root"], [0, 0, 0])[2] += 1
        hits.setdefault(kind, [0, 0, 0])[1] += 1
        hits[kind][0] += kind == row["gold_root"]
    f1 = [200 * right / max(1, claimed + wanted) for right, claimed, wanted in hits.values()]
    return {"events.plv.train_root_macro_f1": sum(f1) / len(f1)}
