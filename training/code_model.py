"""Remakes ``onrecord/resources/code_model.npz``: the linear model of ``onrecord code``. Needs scikit-learn.

usage: python -m training.code_model --gold DIR [--aside FILE]

Input: PLV's training part and PLOVER's example records (``events/plv-train.jsonl``, ``events/plover-gsr-cameo.jsonl``):
weights only, no text; our own sentences (``training/pairs``) and what of our corpus has a root of PLV's. PLV calls
CONCEDE and RETREAT both YIELD, and so does the model; the encoder and the lexicon tell them apart.
Prints root, quad and binary macro-F1 over five folds of PLV's training part, a sentence in one fold only.
Seeds are fixed. Run it again after the lexicon has changed: its types are features.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold

from bench.quality import gold as data
from onrecord.config import Settings
from onrecord.events.pairs import SIZE, YIELD, vector
from onrecord.language import Parser
from onrecord.model.span import Span
from onrecord.resources.plover import quads
from training import corpus, pairs
from training.encoder.sentences import is_aside

OUT = Path(__file__).parents[1] / "onrecord" / "resources" / "code_model.npz"
_STRENGTH = 50.0
_LEAST_SEEN = 2  # sentences that a feature must be in
_OTHER_WEIGHT = 0.6  # of an example from the code book, which is not the wording of news
_OWN_WEIGHT, _CORPUS_WEIGHT = 0.7, 0.07  # of our own sentences, and of our corpus, which was not written to PLV's roots
_BALANCE = 0.5  # 0: types as often as they come, 1: all alike
_RENAMED = {
    "DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
    "CONCEDE": YIELD, "RETREAT": YIELD,
}  # fmt: skip
_QUADS = quads() | {YIELD: 2}


class Example(msgspec.Struct, frozen=True):
    """A sentence as features, with its type and how much it counts."""

    text: str
    columns: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]
    kind: str
    weight: float


def main() -> None:
    """Trains, prints the figures of five folds, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument(
        "--aside",
        type=Path,
        help="write nothing; measure both models by these answers of training.encoder.pairs --aside",
    )
    given = parser.parse_args()
    folder = given.gold / "events"
    parse = Parser(Settings().model, without=("ner",))
    plv = [
        _example(parse, row, row["source_spans"], row["target_spans"], 1.0)
        for row in data.load(folder / "plv-train.jsonl")
    ]
    more = [
        _example(parse, row, _spans(row["sources"]), _spans(row["targets"]), _OTHER_WEIGHT)
        for row in data.load(folder / "plover-gsr-cameo.jsonl")
    ]
    more = [*(example for example in more if example.kind in _QUADS), *_own(parse)]
    if given.aside:
        _aside(plv, more, given.aside)
        return
    _folds(plv, more)
    _write(*_fitted([*plv, *more]))


def _spans(actors: list[data.Row]) -> list[list[int]]:
    return [actor["span"] for actor in actors if actor.get("span")]


def _example(
    parser: Parser, row: data.Row, sources: list[list[int]], targets: list[list[int]], weight: float
) -> Example:
    columns, values = vector(parser.parse(row["text"]), [Span(*s) for s in sources], [Span(*t) for t in targets])
    kind = _RENAMED.get(row["gold_root"], row["gold_root"])
    return Example(row["text"], columns, values, kind, weight)


def _own(parser: Parser) -> Iterator[Example]:
    """Our sentences with PLV's roots, and the entries of our corpus that have one."""
    for one in pairs.sentences():
        yield Example(one.text, *vector(parser.parse(one.text), one.sources, one.targets), one.root, _OWN_WEIGHT)
    for entry in corpus.entries():
        kind = pairs.root(entry)
        if kind is not None:
            found = vector(parser.parse(entry.text), entry.sources, entry.targets)
            yield Example(entry.text, *found, kind, _CORPUS_WEIGHT)


def _matrix(examples: list[Example], seen: npt.NDArray[np.bool_] | None = None) -> csr_matrix:
    rows = np.repeat(np.arange(len(examples)), [len(example.columns) for example in examples])
    columns = np.concatenate([example.columns for example in examples])
    values = np.concatenate([example.values for example in examples])
    if seen is not None:
        values = values * seen[columns]
    return csr_matrix((values, (rows, columns)), shape=(len(examples), SIZE))


def _fitted(examples: list[Example]) -> tuple[LogisticRegression, npt.NDArray[np.bool_]]:
    """The model, and which features it saw often enough."""
    seen = np.bincount(np.concatenate([e.columns for e in examples]), minlength=SIZE) >= _LEAST_SEEN
    kinds, number = np.unique([e.kind for e in examples], return_inverse=True)
    weights = np.array([e.weight for e in examples])
    totals = np.bincount(number, weights=weights)
    weights = weights * (totals.sum() / len(kinds) / totals)[number] ** _BALANCE
    model = LogisticRegression(C=_STRENGTH, max_iter=300, tol=1e-3)
    return model.fit(_matrix(examples, seen), kinds[number], sample_weight=weights), seen


def _folds(plv: list[Example], more: list[Example]) -> None:
    kinds = np.array([example.kind for example in plv])
    predicted = np.empty(len(plv), dtype=object)
    folds = StratifiedGroupKFold(5, shuffle=True, random_state=7)
    for train, test in folds.split(kinds, kinds, [example.text for example in plv]):
        model, seen = _fitted([*(plv[i] for i in train), *more])
        predicted[test] = model.predict(_matrix([plv[i] for i in test], seen))
    for name, view in (("root", str), ("quad", _QUADS.get), ("binary", lambda kind: _QUADS[kind] > 2)):
        truth, mine = ([view(kind) for kind in labels] for labels in (kinds, predicted))
        print(f"five folds, {name} macro-F1: {100 * f1_score(truth, mine, average='macro'):.1f}")


def _aside(plv: list[Example], more: list[Example], answers: Path) -> None:
    """Prints macro-F1 of each model and of both on the sentences of PLV that neither was trained on."""
    kept = [at for at, example in enumerate(plv) if is_aside("plv", example.text)]
    model, seen = _fitted([*(example for at, example in enumerate(plv) if at not in set(kept)), *more])
    linear = model.predict_proba(_matrix([plv[at] for at in kept], seen))
    with np.load(answers) as given:
        if given["texts"].tolist() != [plv[at].text for at in kept]:
            raise ValueError(f"{answers} has the answers for other sentences: run training.encoder.pairs --aside again")
        encoder = _shares(given["odds"])[:, [given["roots"].tolist().index(kind) for kind in model.classes_]]
    truth = [plv[at].kind for at in kept]
    for name, shares in (("linear", linear), ("encoder", encoder), ("both", linear * encoder)):
        told = [str(model.classes_[best]) for best in shares.argmax(1)]
        print(f"{len(kept)} kept aside, {name}: {_three(truth, told)}")


def _shares(odds: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    raised = np.exp(odds - odds.max(1, keepdims=True), dtype=np.float64)
    return raised / raised.sum(1, keepdims=True) + 1e-4


def _three(truth: list[str], told: list[str]) -> str:
    """Root, quad and binary macro-F1 in percent."""
    views = (str, _QUADS.get, lambda kind: _QUADS[kind] > 2)
    return " / ".join(
        f"{100 * f1_score([view(kind) for kind in truth], [view(kind) for kind in told], average='macro'):.1f}"
        for view in views
    )


def _write(model: LogisticRegression, seen: npt.NDArray[np.bool_]) -> None:
    columns = np.flatnonzero(seen)
    np.savez_compressed(
        OUT,
        types=np.array(model.classes_),
        columns=columns.astype(np.int32),
        weights=model.coef_.T[columns].astype(np.float16),
        bias=model.intercept_.astype(np.float32),
    )
    print(f"wrote {OUT.name}: {len(model.classes_)} types, {len(columns)} features, {OUT.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
