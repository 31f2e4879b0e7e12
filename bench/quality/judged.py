"""Single values held against gold: which rule gave them, how sure it was, and whether they are right."""

from collections.abc import Iterable, Iterator, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import msgspec

from bench.quality import gold as data
from bench.quality.carried import Carried
from bench.quality.emitted import emitted, judgements
from onrecord.model.record import Place, Record
from onrecord.model.span import Span

KINDS = ("actors", "events", "places", "statements", "times")
_NEAR_KM = 161  # the usual bound of the geoparsing literature: a hundred miles


class Judged(msgspec.Struct, frozen=True):
    """One value: its kind (a layer of the record), its document, its rule, its confidence, and whether it is right."""

    kind: str
    document: str
    rule: str
    confidence: float
    right: bool


def judge(gold: Path, records: data.Records) -> list[Judged]:
    """Every value that the gold in ``gold`` can judge. A value the gold is silent about is left out."""
    return [
        *_statements(data.load(gold / "quotes" / "polnear-dev.jsonl"), records),
        *_places(gold, records),
        *_record(data.load(gold / "record" / "gold.jsonl"), records),
        *_events(data.load(gold / "quotes" / "polnear-dev.jsonl"), records),
        *_times(data.load(gold / "time" / "gum-dates-dev.jsonl"), records),
    ]


def _statements(rows: list[data.Row], records: data.Records) -> Iterator[Judged]:
    for row, record in zip(rows, records(rows), strict=True):
        truth = [(_letters(row["text"], a["content"]), _letters(row["text"], a["source"])) for a in row["attributions"]]
        for value in record.statements:
            content, source = _letters(row["text"], value.content), _letters(row["text"], value.source)
            if content:
                right = any(
                    2 * len(content & gold_content) >= len(content | gold_content)
                    and (bool(source & gold_source) or (not source and not gold_source))
                    for gold_content, gold_source in truth
                )
                yield Judged("statements", record.id, value.rule, value.confidence, right)


def _letters(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def _places(gold: Path, records: data.Records) -> Iterator[Judged]:
    for name in ("geovirus", "geowebnews-dev", "lgl-dev"):
        rows = data.load(gold / "geo" / f"{name}.jsonl")
        for row, record in zip(rows, records(rows), strict=True):
            for value in record.places:
                right = _place_right(value, row["toponyms"])
                if right is not None:
                    yield Judged("places", record.id, value.rule, value.confidence, right)


def _place_right(value: Place, toponyms: list[data.Row]) -> bool | None:
    """Null where the gold names the place without a point, where we give none, or where not every set marks it."""
    same = [t for t in toponyms if t["start"] < value.span.end and value.span.start < t["end"]]
    if not same:
        return None if value.use in ("demonym", "in_name") else False
    if value.lat is None or value.lon is None or same[0].get("lat") is None:
        return None
    return _kilometres(value.lat, value.lon, same[0]["lat"], same[0]["lon"]) <= _NEAR_KM


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    a, b, c, d = map(radians, (lat, lon, other_lat, other_lon))
    chord = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(chord)))


def _times(rows: list[data.Row], records: data.Records) -> Iterator[Judged]:
    """GUM marks dates only: what it does not mark is not judged."""
    for row, record in zip(rows, records(rows), strict=True):
        for value in record.times:
            same = [t for t in row["timexes"] if t["start"] < value.span.end and value.span.start < t["end"]]
            if same:
                right = any(_same_date(value.value, t["value"]) for t in same)
                yield Judged("times", record.id, value.rule, value.confidence, right)


def _same_date(value: str, wanted: str) -> bool:
    """``--10`` in GUM is an October of a year that it leaves open."""
    return value == wanted or (wanted.startswith("--") and value.endswith(wanted[1:]))


def _record(rows: list[data.Row], records: data.Records) -> Iterator[Judged]:
    for row, record in zip(rows, records(rows), strict=True):
        truth = row["gold"]
        for actor in record.actors:
            same = [a for a in truth["actors"] if a["code"] and _touch(actor.mentions, a["mentions"])]
            if same and actor.code:
                yield Judged(
                    "actors", record.id, actor.rule, actor.confidence, any(a["code"] == actor.code for a in same)
                )
        for time in record.times:
            right = any(_touch([time.span], [t["span"]]) and t["value"] == time.value for t in truth["times"])
            yield Judged("times", record.id, time.rule, time.confidence, right)
        yield from _record_statements(row, record)


def _record_statements(row: data.Row, record: Record) -> Iterator[Judged]:
    text = row["text"]
    truth = [(_letters(text, s["content"]), s["source"] or []) for s in row["gold"]["statements"] if s["content"]]
    for value in record.statements:
        content = _letters(text, value.content)
        if content and value.act == "speech":
            right = any(
                2 * len(content & wanted) >= len(content | wanted)
                and (_touch(value.source, source) or (not value.source and not source))
                for wanted, source in truth
            )
            yield Judged("statements", record.id, value.rule, value.confidence, right)


def _events(rows: list[data.Row], records: data.Records) -> Iterator[Judged]:
    """Right in type, sides and status as judged by hand: the articles are none that confidence was learned from."""
    known = Carried(judgements("emitted").values())
    for row, record in zip(rows, records(rows), strict=True):
        for event in record.events:
            right = known.of(emitted(row, event)).right
            if right is not None:
                yield Judged("events", record.id, event.rule, event.confidence, right)


def _touch(mine: Iterable[Sequence[int]], theirs: Iterable[Sequence[int]]) -> bool:
    theirs = list(theirs)
    return any(Span(*a).overlaps(Span(*b)) for a in mine for b in theirs)


def reliability(judged: Sequence[Judged], bins: int = 10) -> list[tuple[float, float, int]]:
    """Per bin of confidence that is not empty: mean confidence, share right, number of values."""
    rows = []
    for index in range(bins):
        inside = [j for j in judged if min(int(j.confidence * bins), bins - 1) == index]
        if inside:
            mean = sum(j.confidence for j in inside) / len(inside)
            rows.append((mean, sum(j.right for j in inside) / len(inside), len(inside)))
    return rows


def curve(judged: Sequence[Judged]) -> list[tuple[float, float, float]]:
    """Per confidence stated, highest first: it, the share right from it upward, and of all right ones theirs."""
    right = sum(j.right for j in judged)
    rows = []
    for least in sorted({j.confidence for j in judged}, reverse=True):
        kept = [j.right for j in judged if j.confidence >= least]
        rows.append((least, sum(kept) / len(kept), sum(kept) / max(1, right)))
    return rows


def calibration_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error over ten bins, 0 to 1."""
    rows = reliability(judged)
    return sum(abs(mean - share) * number for mean, share, number in rows) / max(1, len(judged))


def shares(judged: Iterable[Judged], prior: float = 8.0) -> dict[str, dict[str, float]]:
    """Kind → rule → share of right values, drawn towards the share of the kind (``*``) by ``prior`` values.

    Of all kinds but events, whose confidence does not hang on the rule alone (``training/event_confidence.py``).
    """
    by_kind: dict[str, list[Judged]] = {kind: [] for kind in KINDS if kind != "events"}
    for value in judged:
        if value.kind in by_kind:
            by_kind[value.kind].append(value)
    table = {}
    for kind, values in by_kind.items():
        whole = sum(value.right for value in values) / len(values) if values else 0.5
        rules = {
            rule: [value.right for value in values if value.rule == rule]
            for rule in sorted({value.rule for value in values})
        }
        table[kind] = {"*": round(whole, 3)} | {
            rule: round((sum(right) + prior * whole) / (len(right) + prior), 3) for rule, right in rules.items()
        }
    return table


def crossed(judged: Sequence[Judged]) -> list[Judged]:
    """The same values with the confidence they would have had, had their half of the documents not been seen.

    Events keep theirs: it was learned from other articles.
    """
    halves: tuple[list[Judged], list[Judged]] = ([], [])
    for value in judged:
        halves[sum(map(ord, value.document)) % 2].append(value)
    out = []
    for seen, unseen in (halves, halves[::-1]):
        table = shares(seen)
        out += [v if v.kind not in table else _rated(v, table[v.kind]) for v in unseen]
    return out


def _rated(value: Judged, table: dict[str, float]) -> Judged:
    return msgspec.structs.replace(value, confidence=table.get(value.rule, table["*"]))
