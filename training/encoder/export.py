"""Writes the network as one file of int8 ONNX: the layers that all share, and those above for articles and pairs."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import onnx
import onnx.utils
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.encoder.traits import WIDTHS
from training.corpus import STATUSES
from training.encoder.network import LINKS, SHARED, SIZE, Network, Pairs
from training.pairs import ROOTS

OUT = Path(__file__).parents[2] / "onrecord" / "resources" / "encoder.zip"
_LINEAR = ["MatMul", "Gemm", "Gather"]
_ARTICLE, _PAIR = ["cue", "first", "last", "other", "own"], ["root", "kind", "status"]
_NAMES = ["middle", *_ARTICLE, *_PAIR]
_PARTS = {  # what goes in, what comes out
    "lower.onnx": (["ids", "traits"], ["middle"]),
    "articles.onnx": (["middle"], _ARTICLE),
    "pairs.onnx": (["middle", "marks"], _PAIR),
}


class _Graph(nn.Module):
    """One sentence or window at a time: its marks at the edges are read and not given out."""

    def __init__(self, network: Network, pairs: Pairs) -> None:
        super().__init__()
        self.network, self.pairs = network, pairs

    def forward(self, ids: Tensor, traits: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        base = self.network.base
        layers = list(base.encoder.layer)
        middle = _unmasked(layers[:SHARED], base.embeddings(input_ids=ids, token_type_ids=traits))
        states = _unmasked(layers[SHARED:], middle)
        cue, *links, own = (out[0, 1:-1] for out in self.network.heads(states))
        sides = [side.view(-1, LINKS, SIZE) for side in links]
        told = self.pairs.heads(_unmasked(list(self.pairs.layers), middle), torch.ones_like(middle[..., 0]), marks)
        return middle, cue, *sides, own, *(out[0] for out in told)


def _unmasked(layers: Sequence[nn.Module], states: Tensor) -> Tensor:
    """What ``layers`` give where no piece is padding: without the mask they run a tenth faster."""
    for layer in layers:
        attention = layer.attention.self
        heads = (1, -1, attention.num_attention_heads, attention.attention_head_size)
        query, key, value = (f(states).view(*heads) for f in (attention.query, attention.key, attention.value))
        scores = (query.transpose(1, 2) * heads[3] ** -0.5) @ key.permute(0, 2, 3, 1)
        mixed = (scores.softmax(-1) @ value.transpose(1, 2)).transpose(1, 2).reshape(1, -1, heads[2] * heads[3])
        states = layer.attention.output.LayerNorm(layer.attention.output.dense(mixed) + states)
        raised = nn.functional.gelu(layer.intermediate.dense(states))
        states = layer.output.LayerNorm(layer.output.dense(raised) + states)
    return states


def export(network: Network, pairs: Pairs, kinds: Sequence[str], out: Path = OUT) -> None:
    """Traces both, quantizes their weights, and writes each part with what it says of itself in its metadata."""
    _check(network)
    given = (
        torch.randint(1000, 20000, (1, 40)), torch.zeros(1, 40, len(WIDTHS), dtype=torch.long), torch.tensor([[3, 7]]),
    )  # fmt: skip
    long = {name: {1: "pieces"} for name in ("ids", "traits", "middle")} | {name: {0: "inner"} for name in _ARTICLE}
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            _Graph(network, pairs), given, str(whole), input_names=["ids", "traits", "marks"], output_names=_NAMES,
            dynamic_axes=long, dynamo=False, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            str(whole), str(small), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=_LINEAR
        )
        say = {
            "articles.onnx": {"far": json.dumps(network.far.weight.tolist())},
            "pairs.onnx": {"kinds": " ".join(kinds), "statuses": " ".join(STATUSES), "roots": " ".join(ROOTS)},
        }
        with ZipFile(out, "w") as parts:
            for name, (taken, told) in _PARTS.items():
                part = Path(folder) / name
                onnx.utils.extract_model(small, part, taken, told)
                _say(part, say.get(name, {}))
                parts.writestr(ZipInfo(name), part.read_bytes())  # no time of day: the same parts are the same file
    print(f"wrote {out.name}: {out.stat().st_size // 1024} kB")


def _say(path: Path, told: dict[str, str]) -> None:
    model = onnx.load(path)
    for name, value in told.items():
        model.metadata_props.add(key=name, value=value)
    onnx.save(model, path)


@torch.no_grad()
def _check(network: Network) -> None:
    """Raises ValueError if what is written would not give what was trained."""
    ids, traits = torch.randint(1000, 20000, (1, 50)), torch.ones(1, 50, len(WIDTHS), dtype=torch.long)
    begun = network.base.embeddings(input_ids=ids, token_type_ids=traits)
    gap = network.states(ids, traits, torch.ones_like(ids)) - _unmasked(list(network.base.encoder.layer), begun)
    if gap.abs().max() > 1e-3:
        raise ValueError(f"the written graph differs from the trained one by {gap.abs().max():.4f}")
