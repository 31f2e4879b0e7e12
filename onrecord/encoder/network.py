"""Runs the encoder: one int8 file, on the CPU, one text at a time, so that no other text can change an answer."""

import json
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from onrecord.encoder.pieces import CLASS, SEPARATOR, Ints, Pieces, pieces, windows
from onrecord.encoder.traits import traits
from onrecord.model.span import Span
from onrecord.model.token import Parse
from onrecord.resources import content

Floats = npt.NDArray[np.float32]

_ARTICLE = ["cue", "first", "last", "other", "own"]
_PAIR = ["kind", "status"]


class Reading(msgspec.Struct, frozen=True):
    """What the encoder gives for one window of ``n`` pieces.

    A link is one of six: inside, first piece, last piece of a content, then the same of a source.

    Attributes:
        start: the first piece of the window in its text.
        cue: ``(n, 3)``, log-odds that the piece is no cue, begins one, goes on with one.
        first: ``(n, 6, d)``, its side of the links where a cue begins with it.
        last: the same where a cue ends with it.
        other: ``(n, 6, d)``, its side where it is part of a content or source itself.
        own: ``(n, 6)``, what is added to each link to it.
    """

    start: int
    cue: Floats
    first: Floats
    last: Floats
    other: Floats
    own: Floats


class Encoder:
    """Reads texts. The model is loaded when the first one is made, and shared by all that follow."""

    def __init__(self) -> None:
        self._session = _session()
        known = self._session.get_modelmeta().custom_metadata_map
        self.kinds: tuple[tuple[str, str], ...] = tuple(
            (kind, mode) for kind, _, mode in (name.partition(":") for name in known["kinds"].split())
        )
        self.statuses: tuple[str, ...] = tuple(known["statuses"].split())
        self.far: Floats = np.array(json.loads(known["far"]), dtype=np.float32)

    def read(self, text: str, quoted: Iterable[Span], parse: Parse) -> tuple[Pieces, list[Reading]]:
        """The pieces of ``text``, and one reading for each of its windows, in order."""
        found = pieces(text)
        seen = traits(text, found, quoted, parse)
        cut = windows(found, text, parse.sentence_spans())
        return found, [Reading(a, *self._run(found.ids[a:b], seen[a:b], _ARTICLE)) for a, b in cut]

    def pair(self, ids: Ints, seen: Ints, marks: tuple[int, int]) -> tuple[Floats, Floats]:
        """Log-odds of each of ``kinds`` and of ``statuses`` for a sentence whose actors' marks are at ``marks``."""
        kind, status = self._run(ids, seen, _PAIR, marks)
        return kind, status

    def _run(self, ids: Ints, seen: Ints, outputs: Sequence[str], marks: tuple[int, int] = (0, 0)) -> list[Floats]:
        edged = np.concatenate([[CLASS], ids, [SEPARATOR]])
        wide = np.pad(seen, ((1, 1), (0, 0)))
        return list(
            self._session.run(outputs, {"ids": edged[None], "traits": wide[None], "marks": np.array([marks]) + 1})
        )


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes; the same answer everywhere
    return onnxruntime.InferenceSession(content("encoder.onnx"), options, providers=["CPUExecutionProvider"])
