"""Writes the network as one int8 ONNX file."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

from onrecord.encoder.traits import WIDTHS
from training.corpus import STATUSES
from training.encoder.network import LINKS, SIZE, Network

OUT = Path(__file__).parents[2] / "onrecord" / "resources" / "encoder.onnx"
_LINEAR = ["MatMul", "Gemm", "Gather"]
_NAMES = ["cue", "first", "last", "other", "own", "kind", "status"]


class _Graph(nn.Module):
    """One sentence or window at a time: its marks at the edges are read and not given out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, traits: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        states = _unmasked(self.network.base, ids, traits)
        cue, *links, own = (out[0, 1:-1] for out in self.network.heads(states))
        kind, status = (out[0] for out in self.network.pair(states, torch.ones_like(ids), marks))
        sides = [side.view(-1, LINKS, SIZE) for side in links]
        return cue, *sides, own, kind, status


def _unmasked(base: BertModel, ids: Tensor, traits: Tensor) -> Tensor:
    """What ``base`` gives where no piece is padding: without the mask it runs a tenth faster."""
    states: Tensor = base.embeddings(input_ids=ids, token_type_ids=traits)
    for layer in base.encoder.layer:
        attention = layer.attention.self
        heads = (1, -1, attention.num_attention_heads, attention.attention_head_size)
        query, key, value = (f(states).view(*heads) for f in (attention.query, attention.key, attention.value))
        scores = (query.transpose(1, 2) * heads[3] ** -0.5) @ key.permute(0, 2, 3, 1)
        mixed = (scores.softmax(-1) @ value.transpose(1, 2)).transpose(1, 2).reshape(1, -1, heads[2] * heads[3])
        states = layer.attention.output.LayerNorm(layer.attention.output.dense(mixed) + states)
        raised = nn.functional.gelu(layer.intermediate.dense(states))
        states = layer.output.LayerNorm(layer.output.dense(raised) + states)
    return states


def export(network: Network, kinds: Sequence[str], out: Path = OUT) -> None:
    """Traces the network, quantizes its weights, and writes them with the names of the kinds in the file's metadata."""
    _check(network)
    given = (
        torch.randint(1000, 20000, (1, 40)), torch.zeros(1, 40, len(WIDTHS), dtype=torch.long), torch.tensor([[3, 7]]),
    )  # fmt: skip
    long = {name: {1: "pieces"} for name in ("ids", "traits")} | {name: {0: "inner"} for name in _NAMES[:5]}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Graph(network), given, str(whole), input_names=["ids", "traits", "marks"], output_names=_NAMES,
            dynamic_axes=long, dynamo=False, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            str(whole), str(out), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=_LINEAR
        )
    model = onnx.load(out)
    told = {"kinds": " ".join(kinds), "statuses": " ".join(STATUSES), "far": json.dumps(network.far.weight.tolist())}
    for name, value in told.items():
        model.metadata_props.add(key=name, value=value)
    onnx.save(model, out)
    print(f"wrote {out.name}: {out.stat().st_size // 1024} kB")


@torch.no_grad()
def _check(network: Network) -> None:
    """Raises ValueError if what is written would not give what was trained."""
    ids, traits = torch.randint(1000, 20000, (1, 50)), torch.ones(1, 50, len(WIDTHS), dtype=torch.long)
    gap = network.states(ids, traits, torch.ones_like(ids)) - _unmasked(network.base, ids, traits)
    if gap.abs().max() > 1e-3:
        raise ValueError(f"the written graph differs from the trained one by {gap.abs().max():.4f}")
