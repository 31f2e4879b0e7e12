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
    """F1 is the mean over coders; precision and recall are over all their sentences together.

    Some coders leave most sentences without an event: under ``coded`` are only those in which the coder has one.
    """
    every: dict[int, list[int]] = {}
    coded: dict[int, list[int]] = {}
    for row, record in zip(rows, records(rows), strict=True):
        mine = _ours(record)
        for coder in row["annotations"]:
            theirs = [_theirs(event) for event in coder["events"]]
            found = [_pairs(mine, theirs, whole=False), _pairs(mine, theirs, whole=True), len(mine), len(theirs)]
            for tallies in (every, coded) if theirs else (every,):
                tally = tallies.setdefault(coder["annotator"], [0, 0, 0, 0])
                tallies[coder["annotator"]] = [a + b for a, b in zip(tally, found, strict=True)]
    return _agreement("", every) | _agreement("coded_", coded)


def _agreement(name: str, tallies: dict[int, list[int]]) -> dict[str, float]:
    """Coder → triggers agreed, events agreed, ours, theirs: as figures."""
    out: dict[str, float] = {}
    total = [sum(tally[at] for tally in tallies.values()) for at in range(4)]
    for at, what in enumerate(("trigger", "event")):
        f1 = [200 * tally[at] / max(1, tally[2] + tally[3]) for tally in tallies.values()]
        out[f"events.annotators.{name}{what}_f1"] = sum(f1) / max(1, len(f1))
        out[f"events.annotators.{name}{what}_precision"] = 100 * total[at] / max(1, total[2])
        out[f"events.annotators.{name}{what}_recall"] = 100 * total[at] / max(1, total[3])
    return out


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
    action, source, target = (
        [part["span"] for part in event[role] if part.get("span")] for role in ("actions", "sources", "targets")
    )
    root = re.match(r"\d-(\d+)", event.get("cameo_root") or "")  # "4-18 Assault"
    return Coded(action, source, target, root[1].zfill(2) if root else "")


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
