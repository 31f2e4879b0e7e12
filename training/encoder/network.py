"""The encoder with its heads: cues, what hangs on a cue, and what one marked actor does to another."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.encoder.traits import DISTANCES, WIDTHS
from training.corpus import STATUSES

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
        """``(batch, kinds)`` and ``(batch, statuses)`` for sentences with marks at the pieces ``marks`` (batch, 2)."""
        rows = torch.arange(len(states))
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        source, target = (states[rows, marks[:, side]] for side in (0, 1))
        mixed = self.mix(torch.cat([source, target, mean], -1))
        return self.kind(mixed), self.status(mixed)


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
