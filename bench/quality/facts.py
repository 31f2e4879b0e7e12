"""Facts: events of several reports that are one, held against pairs.

``facts.affairs``: affairs of our own writing, each told by several outlets; ``[killed|bus.kill]`` marks the words of
an event, and events with one mark are one. Only events that the machine finds are paired, so that the figure is that
of linking. On the first file the weights were set; ``facts.unseen`` is the second, which was written afterwards and
nothing was set on. ``facts.ecb``: ECB+'s development part has stories, not events, here; two reports that a fact joins
are right if they tell one story. A stand-in: recall is held against all reports of one story that have an event.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from bench.quality import gold as data
from onrecord.grouping import Text, duplicates
from onrecord.grouping.facts import facts
from onrecord.grouping.happenings import Happening
from onrecord.linking.happenings import happenings_of
from onrecord.model.record import Record

AFFAIRS = Path(__file__).parents[1] / "labels" / "affairs.jsonl"
UNSEEN = AFFAIRS.with_name("affairs-second.jsonl")
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")

Pairs = set[tuple[str, str]]


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Pair precision, recall and F1 in percent, under ``facts.``."""
    seen, unseen = affairs("affairs", AFFAIRS, records), affairs("unseen", UNSEEN, records)
    return seen | unseen | stories(gold, records)


def affairs(name: str, path: Path, records: data.Records) -> dict[str, float]:
    """The figures of a file of affairs."""
    rows, labels = marked(path)
    found = [_of(row, record, row["outlet"]) for row, record in zip(rows, records(rows), strict=True)]
    label: dict[str, str] = {}
    for row, (record, happenings) in zip(rows, found, strict=True):
        for event, happening in zip(record.events, happenings, strict=True):
            for start, end, mark in labels[row["id"]]:
                if any(span.start < end and start < span.end for span in event.trigger):
                    label[happening.key] = mark
    groups = facts([happening for _, happenings in found for happening in happenings])
    mine = _pairs(fact.members for fact in groups)
    wanted = {pair for pair in _all(sorted(label)) if label[pair[0]] == label[pair[1]]}
    return _figures(name, {pair for pair in mine if pair[0] in label and pair[1] in label}, wanted)


def stories(gold: Path, records: data.Records) -> dict[str, float]:
    """The figures of the stand-in."""
    rows = data.load(gold / "stories" / "ecbplus-dev.jsonl")
    copies = duplicates([Text(row["id"], row["text"]) for row in rows])
    happenings = [
        happening
        for row, record in zip(rows, records(rows), strict=True)
        for happening in _of(row, record, copies.get(row["id"]) or row["id"])[1]
    ]
    article = {happening.key: happening.article for happening in happenings}
    story = {row["id"]: row["story"] for row in rows}
    joined = _pairs({article[key] for key in fact.members} for fact in facts(happenings))
    telling = sorted(set(article.values()))
    return _figures("ecb", joined, {pair for pair in _all(telling) if story[pair[0]] == story[pair[1]]})


def marked(path: Path) -> tuple[list[data.Row], dict[str, list[tuple[int, int, str]]]]:
    """The affairs of a file without their marks, and by id where each mark stood: start, end, name."""
    rows, labels = [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        row["text"], labels[row["id"]] = _unmarked(row["text"])
        rows.append(row)
    return rows, labels


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    out, at, found = "", 0, []
    for mark in _MARK.finditer(text):
        out += text[at : mark.start()]
        found.append((len(out), len(out) + len(mark[1]), mark[2]))
        out, at = out + mark[1], mark.end()
    return out + text[at:], found


def _of(row: data.Row, record: Record, origin: str) -> tuple[Record, list[Happening]]:
    return record, happenings_of(row["text"], record, origin)


def _all(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    return combinations(keys, 2)


def _pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _figures(name: str, mine: Pairs, wanted: Pairs) -> dict[str, float]:
    right = len(mine & wanted)
    p, r = right / max(1, len(mine)), right / max(1, len(wanted))
    f1 = 2 * p * r / (p + r) if right else 0.0
    return {f"facts.{name}.pair_{key}": 100 * value for key, value in (("precision", p), ("recall", r), ("f1", f1))}
