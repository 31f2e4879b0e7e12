"""Remakes ``onrecord/resources/event_confidence.tsv``: what makes an event more or less likely to be right.

usage: python -m training.event_confidence --gold DIR [--aside]

Input: the events of ``bench/labels/emitted-train.jsonl``, judged one by one, and the articles that they were read in
(training part of PolNeAR; ECB+, GeoVirus and GUM news, which are no campaign news). Weights only, no text. Judgements
hold for what is read there now as far as it is what was judged (:mod:`bench.quality.carried`).

Prints, for articles not learned from (five parts), how well events are told apart, how well the confidence fits, and
what is kept and right from each confidence upward; the same for the articles of PolNeAR's development part. Needs
numpy alone; some minutes.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np

from bench.quality import gold as data
from bench.quality.carried import Carried, Verdict
from bench.quality.emitted import emitted, judgements
from onrecord.config import Settings
from onrecord.events.grounds import HEADS, Grounds, grounds
from onrecord.events.trust import ALL, BIAS, PRODUCT, TABLE, log_odds
from onrecord.model.document import Document
from onrecord.pipeline import reader
from training.logistic import Floats, chance, fitted

OUT = Path(__file__).parents[1] / "onrecord" / "resources" / TABLE
_LEARNED = ("quotes/polnear-train", "stories/ecbplus-dev", "geo/geovirus", "coref/gum-news-dev")
_TESTED = ("quotes/polnear-dev",)
_STRENGTHS = {"type": 0.4, "sides": 0.1, "status": 0.4}  # of the five parts the best
_LEAST_SEEN = 2  # events that a ground must be true of
_LEAST_WEIGHT = 0.02  # below it a row says nothing
_PARTS = 5
_UNBENT = 1e6  # two weights over a thousand examples need no penalty
_BINS = 10
_ABOUT = (
    "# What makes an event more or less sure; made by training/event_confidence.py from events judged one by one.",
    "# head: what is judged of it (type, sides, status), or all, which joins the three. ground: what is true of it,",
    "# by names of onrecord/events/grounds.py. weight: what that adds to the log-odds that the head is right.",
)
Weights = dict[str, dict[str, float]]


class Example(msgspec.Struct, frozen=True):
    """An event that was judged: its article's digest, its grounds, and what is known of it."""

    article: str
    grounds: Grounds
    verdict: Verdict


def main() -> None:
    """Reads the articles again, learns, prints the figures, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--aside", action="store_true", help="write nothing")
    given = parser.parse_args()
    learned = list(_examples(given.gold, _LEARNED, "emitted-train"))
    tested = list(_examples(given.gold, _TESTED, "emitted"))
    unseen = _unseen(learned)
    bent = _bend(learned, unseen)
    _report("articles not learned from", learned, _chances(unseen, bent))
    weights = {head: _weights(learned, head) for head in HEADS} | {ALL: bent}
    _report("development part", tested, _chances({head: _shares(tested, head, weights[head]) for head in HEADS}, bent))
    if not given.aside:
        _write(weights)


def _examples(gold: Path, names: Iterable[str], labels: str) -> Iterator[Example]:
    carried = Carried(judgements(labels).values())
    pipeline = reader(Settings(event_confidence=0.0))
    for name in names:
        for row in data.load(gold / f"{name}.jsonl"):
            digest = sha256(row["text"].encode()).hexdigest()[:16]
            if digest in carried.digests:
                document = pipeline.read(_document(row)).document
                for event in document.events:
                    verdict = carried.of(emitted(row, event))
                    yield Example(digest, grounds(document, event), verdict)


def _document(row: data.Row) -> Document:
    given = {name: row[name] for name in ("title", "url") if row.get(name)}
    published = next((row[name] for name in ("published", "date") if row.get(name)), None)
    return Document(id=str(row.get("doc_id", row.get("id"))), text=row["text"], published=published, **given)


def _known(examples: Sequence[Example], head: str) -> list[Example]:
    return [each for each in examples if getattr(each.verdict, head) is not None]


def _weights(examples: Sequence[Example], head: str) -> dict[str, float]:
    known = _known(examples, head)
    counts = Counter(name for each in known for name in getattr(each.grounds, head))
    names = sorted(name for name, count in counts.items() if count >= _LEAST_SEEN)
    right = np.array([float(getattr(each.verdict, head)) for each in known])
    found, bias = fitted(_matrix(known, head, names), right, _STRENGTHS[head])
    kept = {name: float(one) for name, one in zip(names, found, strict=True) if abs(one) >= _LEAST_WEIGHT}
    return {BIAS: bias} | kept


def _matrix(examples: Sequence[Example], head: str, names: Sequence[str]) -> Floats:
    place = {name: at for at, name in enumerate(names)}
    out = np.zeros((len(examples), len(names)))
    for row, each in zip(out, examples, strict=True):
        row[[place[name] for name in getattr(each.grounds, head) if name in place]] = 1.0
    return out


def _shares(examples: Sequence[Example], head: str, weights: dict[str, float]) -> Floats:
    names = sorted(weights)
    matrix = _matrix(examples, head, names)
    matrix[:, names.index(BIAS)] = 1.0
    return chance(matrix @ np.array([weights[name] for name in names]))


def _unseen(examples: Sequence[Example]) -> dict[str, Floats]:
    """Each head's chances by models that have not seen the article."""
    articles = {article: at % _PARTS for at, article in enumerate(sorted({each.article for each in examples}))}
    part = np.array([articles[each.article] for each in examples])
    out = {head: np.zeros(len(examples)) for head in HEADS}
    for number in range(_PARTS):
        seen = [each for each, of in zip(examples, part, strict=True) if of != number]
        rest = [each for each, of in zip(examples, part, strict=True) if of == number]
        for head in HEADS:
            out[head][part == number] = _shares(rest, head, _weights(seen, head))
    return out


def _products(shares: dict[str, Floats]) -> Floats:
    return np.array([log_odds(product) for product in np.prod(list(shares.values()), axis=0).tolist()])


def _bend(examples: Sequence[Example], shares: dict[str, Floats]) -> dict[str, float]:
    """How the product of the chances is bent to the share that is right."""
    judged = np.array([each.verdict.right is not None for each in examples])
    right = np.array([float(bool(each.verdict.right)) for each in examples])
    slope, bias = fitted(_products(shares)[judged, None], right[judged], _UNBENT)
    return {BIAS: bias, PRODUCT: float(slope[0])}


def _chances(shares: dict[str, Floats], bent: dict[str, float]) -> Floats:
    return chance(bent[BIAS] + bent[PRODUCT] * _products(shares))


def _report(name: str, examples: Sequence[Example], chances: Floats) -> None:
    told = [(each.verdict.right, one) for each, one in zip(examples, chances, strict=True)]
    judged = np.array([(float(right), one) for right, one in told if right is not None]).reshape(-1, 2)
    right, sure = judged[:, 0], judged[:, 1]
    print(f"{name}: {len(right)} of {len(examples)} events judged, {right.mean():.0%} right")
    print(f"  a right one is surer than a wrong one in {_ordered(right, sure):.1%} of pairs")
    print(f"  calibration error {_error(right, sure):.3f}")
    for least in np.arange(0.0, 0.85, 0.05):
        kept = sure >= least
        if kept.any():
            recall = right[kept].sum() / right.sum()
            print(
                f"  from {least:.2f}: kept {kept.mean():.0%}, right {right[kept].mean():.0%}, of all right {recall:.0%}"
            )


def _ordered(right: Floats, sure: Floats) -> float:
    """Area under the curve of true against false positives."""
    gaps = sure[right == 1][:, None] - sure[right == 0][None, :]
    return float(((gaps > 0) + (gaps == 0) / 2).mean())


def _error(right: Floats, sure: Floats) -> float:
    """Expected calibration error."""
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs((sure - right)[bins == at].sum()) for at in range(_BINS)]
    return float(sum(gaps) / len(right))


def _write(weights: Weights) -> None:
    lines = [
        f"{head}\t{name}\t{weight:.3f}" for head, known in weights.items() for name, weight in sorted(known.items())
    ]
    OUT.write_text("\n".join([*_ABOUT, "head\tground\tweight", *lines]) + "\n", encoding="utf-8")
    print(f"wrote {OUT.name}: {len(lines)} rows")


if __name__ == "__main__":
    main()
