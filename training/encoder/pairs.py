"""Trains the layers of the encoder that only pairs of actors use, and writes ``onrecord/resources/encoder.zip``.

usage: python -m training.encoder.pairs --gold DIR [--start DIR] [--work DIR] [--aside]

Input: what ``python -m training.encoder`` left in ``--work`` (``mean.pt``), which stays as it is, PLV's training part,
PLOVER's examples, our own corpus, and our sentences with PLV's roots. The lower layers are those of the articles; the
upper ones begin as theirs. With ``--aside`` a fifth of PLV and a tenth of the corpus are left out, on which the
heads are then measured; nothing is written but their answers (``aside.npz`` in ``--work``), which
``python -m training.code_model --aside`` puts together with those of the linear model. Some four minutes on a core.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from training.encoder.export import export
from training.encoder.network import Network, Pairs, packaged, padded
from training.encoder.sentences import Sentence, all_kinds, sentences, with_roots
from training.pairs import ROOTS

_BATCH, _EPOCHS, _SEED = 16, 4, 1
_CORPUS_SHARE = 0.33  # of our corpus that is read in each epoch
_WEIGHTS = {"plv": 1.0, "plover": 0.6, "pairs": 0.8, "corpus": 0.3}  # of the root, by where a sentence is from
_HELP = 0.2  # weight of kind and status, which our corpus tells
_BALANCE = 0.3  # 0: roots as often as PLV has them, 1: all alike
_SMOOTH = 0.05
_RATE, _HEAD_RATE, _WARM_UP = 2e-4, 1e-3, 0.1
_MEAN_FROM, _MEAN_EVERY = 0.6, 5  # the weights written are the mean of those from this share of all steps on


class Example(msgspec.Struct, frozen=True):
    """A sentence as the upper layers get it: the states of its pieces, marks at the edges included; numbers or -1."""

    of: Sentence
    states: Tensor
    root: int
    kind: int


def main() -> None:
    """Trains, then measures or exports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=packaged())
    parser.add_argument("--work", type=Path, default=Path("build/encoder"))
    parser.add_argument("--aside", action="store_true")
    given = parser.parse_args()
    torch.manual_seed(_SEED)
    kinds = all_kinds(given.gold / "reference")
    network = Network(given.start, len(kinds))
    network.load_state_dict(torch.load(given.work / "mean.pt"))
    read = _examples(network.eval(), [*sentences(given.gold / "events", kinds), *with_roots(kinds)], kinds)
    pairs = Pairs(network)
    _train(pairs, [one for one in read if not (given.aside and one.of.is_aside)])
    if given.aside:
        _measure(pairs.eval(), [one for one in read if one.of.is_aside], given.work / "aside.npz")
    else:
        export(network, pairs.eval(), kinds)


@torch.no_grad()
def _examples(network: Network, read: Sequence[Sentence], kinds: Sequence[str]) -> list[Example]:
    order = sorted(range(len(read)), key=lambda at: len(read[at].marked.ids))
    out: dict[int, Example] = {}
    for start in range(0, len(order), 4 * _BATCH):
        group = order[start : start + 4 * _BATCH]
        ids, traits, mask = padded([read[at].marked.ids for at in group], [read[at].marked.traits for at in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            middle = network.middle(ids, traits, mask).bfloat16()
        for at, states in zip(group, middle, strict=True):
            one = read[at]
            root = ROOTS.index(one.root) if one.root else -1
            kind = kinds.index(one.kinds[0]) if one.origin == "corpus" else -1
            out[at] = Example(one, states[: len(one.marked.ids) + 2].clone(), root, kind)
    return [out[at] for at in range(len(read))]


def _train(pairs: Pairs, read: Sequence[Example]) -> None:
    chance = random.Random(_SEED)
    corpus = [one for one in read if one.of.origin == "corpus"]
    always = [one for one in read if one.of.origin != "corpus"]
    weights = _root_weights(always)
    upper = {id(p) for p in pairs.layers.parameters()}
    groups = [
        {"params": [p for p in pairs.parameters() if (id(p) in upper) == is_upper], "lr": rate}
        for is_upper, rate in ((True, _RATE), (False, _HEAD_RATE))
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    drawn = [[*always, *chance.sample(corpus, int(len(corpus) * _CORPUS_SHARE))] for _ in range(_EPOCHS)]
    batches = [batch for epoch in drawn for batch in _batches(epoch, chance)]
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / len(batches)))
    mean = torch.optim.swa_utils.AveragedModel(pairs)
    pairs.train()
    for step, batch in enumerate(batches):
        loss = _loss(pairs, batch, weights)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(pairs.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step > _MEAN_FROM * len(batches) and step % _MEAN_EVERY == 0:
            mean.update_parameters(pairs)
        if step % 50 == 0:
            print(f"batch {step} of {len(batches)} loss {loss.item():.3f}", flush=True)
    pairs.load_state_dict(mean.module.state_dict())


def _rate(done: float) -> float:
    return min(1.0, done / _WARM_UP) * max(0.02, 1 - done)


def _root_weights(read: Sequence[Example]) -> Tensor:
    counts = np.bincount([one.root for one in read if one.of.origin == "plv"], minlength=len(ROOTS))
    return torch.tensor((counts.mean() / counts) ** _BALANCE, dtype=torch.float32)


def _batches(read: list[Example], chance: random.Random) -> list[list[Example]]:
    """Shuffled, sentences of like length together."""
    chance.shuffle(read)
    out: list[list[Example]] = []
    for start in range(0, len(read), 16 * _BATCH):
        near = sorted(read[start : start + 16 * _BATCH], key=lambda one: len(one.states))
        out += [near[at : at + _BATCH] for at in range(0, len(near), _BATCH)]
    chance.shuffle(out)
    return out


def _told(pairs: Pairs, batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Log-odds of roots, kinds and statuses, a row a sentence."""
    states = nn.utils.rnn.pad_sequence([one.states for one in batch], batch_first=True)
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(one.states)) for one in batch], batch_first=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        upper = pairs.states(states.float(), mask)
    marks = torch.tensor([[mark + 1 for mark in one.of.marked.marks] for one in batch])
    return pairs.heads(upper.float(), mask, marks)


def _loss(pairs: Pairs, batch: Sequence[Example], balance: Tensor) -> Tensor:
    root, kind, status = _told(pairs, batch)
    wanted = torch.tensor([one.root for one in batch])
    weights = torch.tensor([_WEIGHTS[one.of.origin] for one in batch]) * balance[wanted]
    missed = nn.functional.cross_entropy(root, wanted, ignore_index=-1, label_smoothing=_SMOOTH, reduction="none")
    loss = (missed * weights).mean()
    for odds, numbers, weight in (
        (kind, [one.kind for one in batch], _HELP),
        (status, [one.of.status for one in batch], _HELP / 2),
    ):
        if max(numbers) >= 0:
            sums = nn.functional.cross_entropy(odds, torch.tensor(numbers), ignore_index=-1, reduction="sum")
            loss = loss + weight * sums / len(batch)
    return loss


@torch.no_grad()
def _measure(pairs: Pairs, aside: Sequence[Example], out: Path) -> None:
    """Prints how often kind and status are right, and writes the log-odds of the roots of PLV's sentences, in order."""
    plv = [one for one in aside if one.of.origin == "plv"]
    ours = [one for one in aside if one.of.origin == "corpus"]
    roots = _all(pairs, plv)[0]
    _, kinds, statuses = _all(pairs, ours)
    right = np.mean(roots.argmax(1) == [one.root for one in plv])
    kind = np.mean(kinds.argmax(1) == [one.kind for one in ours])
    known = [(told, one.of.status) for told, one in zip(statuses.argmax(1), ours, strict=True) if one.of.status >= 0]
    status = np.mean([told == wanted for told, wanted in known])
    print(f"{len(plv)} of PLV: root right {right:.3f}; {len(ours)} of ours: kind {kind:.3f}, status {status:.3f}")
    np.savez(out, texts=np.array([one.of.text for one in plv]), roots=np.array(ROOTS), odds=roots)


def _all(pairs: Pairs, read: Sequence[Example]) -> list[npt.NDArray[np.float32]]:
    told = [_told(pairs, read[at : at + 32]) for at in range(0, len(read), 32)]
    return [torch.cat(parts).numpy() for parts in zip(*told, strict=True)]


if __name__ == "__main__":
    main()
