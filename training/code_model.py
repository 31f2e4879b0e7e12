"""Remakes ``onrecord/resources/code_model.npz``: the linear model of ``onrecord code``. Needs scikit-learn.

usage: python -m training.code_model --gold DIR

Input: PLV's training part and PLOVER's example records (``events/plv-train.jsonl``, ``events/plover-gsr-cameo.jsonl``):
weights only, no text. PLV calls CONCEDE and RETREAT both YIELD; which of the two is told by the words of the lexicon.
Prints root, quad and binary macro-F1 over five folds of PLV's training part. Seeds are fixed.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from bench.quality import gold as data
from onrecord.events.ontology import quads
from onrecord.events.pairs import SIZE, by_stem, features, marked
from onrecord.model.span import Span

OUT = Path(__file__).parents[1] / "onrecord" / "resources" / "code_model.npz"
_STRENGTH = 30.0
_RENAMED = {"DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def main() -> None:
    """Trains, prints the figures of five folds, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    folder = parser.parse_args().gold / "events"
    plv = [_example(row, row["source_spans"], row["target_spans"]) for row in data.load(folder / "plv-train.jsonl")]
    more = [
        _example(row, [s["span"] for s in row["sources"]], [t["span"] for t in row["targets"]])
        for row in data.load(folder / "plover-gsr-cameo.jsonl")
    ]
    more = [example for example in more if example[1] in set(quads())]
    _folds(plv, more)
    model = _fitted([*plv, *more])
    types = list(model.classes_)
    np.savez_compressed(
        OUT, types=np.array(types), weights=model.coef_.T.astype(np.float16), bias=model.intercept_.astype(np.float32)
    )
    print(f"wrote {OUT.name}: {len(types)} types, {OUT.stat().st_size // 1024} kB")


def _example(row: data.Row, sources: list[list[int]], targets: list[list[int]]) -> tuple[list[int], str]:
    first, second = (Span(*spans[0]) if spans and spans[0] else None for spans in (sources, targets))
    text = marked(row["text"], first, second)
    kind = _RENAMED.get(row["gold_root"], row["gold_root"])
    if kind == "YIELD":
        words = set(text.lower().split())
        concede = sum("CONCEDE" in by_stem("verb").get(word.rstrip("eds"), ()) for word in words)
        kind = "CONCEDE" if concede else "RETREAT"
    return list(features(text)), kind


def _matrix(examples: list[tuple[list[int], str]]) -> csr_matrix:
    rows = [row for row, (found, _) in enumerate(examples) for _ in found]
    columns = [column for found, _ in examples for column in found]
    values = [1 / len(found) ** 0.5 for found, _ in examples for _ in found]
    return csr_matrix((values, (rows, columns)), shape=(len(examples), SIZE))


def _fitted(examples: list[tuple[list[int], str]]) -> LogisticRegression:
    model = LogisticRegression(C=_STRENGTH, max_iter=300, class_weight="balanced")
    return model.fit(_matrix(examples), [kind for _, kind in examples])


def _folds(plv: list[tuple[list[int], str]], more: list[tuple[list[int], str]]) -> None:
    kinds = np.array([kind for _, kind in plv])
    predicted = np.empty(len(plv), dtype=object)
    for seen, unseen in StratifiedKFold(5, shuffle=True, random_state=7).split(plv, kinds):
        model = _fitted([*(plv[i] for i in seen), *more])
        predicted[unseen] = model.predict(_matrix([plv[i] for i in unseen]))
    for name, view in (("root", _root), ("quad", quads().get), ("binary", lambda kind: quads()[kind] > 2)):
        truth, mine = ([view(kind) for kind in labels] for labels in (kinds, predicted))
        print(f"five folds, {name} macro-F1: {100 * f1_score(truth, mine, average='macro'):.1f}")


def _root(kind: str) -> str:
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


if __name__ == "__main__":
    main()
