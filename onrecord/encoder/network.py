"""Runs the encoder: int8, on the CPU, one text at a time, so that no other text can change an answer.

Its lower layers read whatever comes; what they give goes on into the upper layers of articles or of sentences with two
marked actors. The three parts are one file: the engine would run all of one graph, whatever is asked of it.
"""

import json
from collections.abc import Iterable
from functools import cache

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from onrecord.encoder.pieces import CLASS, SEPARATOR, Ints, Pieces, pieces, windows
from onrecord.encoder.traits import traits
from onrecord.model.span import Span
from onrecord.model.token import Parse
from onrecord.resources import member

Floats = npt.NDArray[np.float32]

_ARTICLE = ["cue", "first", "last", "other", "own"]
_PAIR = ["root", "kind", "status"]


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
    """Reads articles. A model is loaded when the first that uses it is made, and shared by all that follow."""

    def __init__(self) -> None:
        self._lower, self._upper = _session("lower"), _session("articles")
        self.far: Floats = np.array(json.loads(_told(self._upper)["far"]), dtype=np.float32)

    def read(self, text: str, quoted: Iterable[Span], parse: Parse) -> tuple[Pieces, list[Reading]]:
        """The pieces of ``text``, and one reading for each of its windows, in order."""
        found = pieces(text)
        seen = traits(text, found, quoted, parse)
        cut = windows(found, text, parse.sentence_spans())
        return found, [Reading(a, *self._window(found.ids[a:b], seen[a:b])) for a, b in cut]

    def _window(self, ids: Ints, seen: Ints) -> list[Floats]:
        return list(self._upper.run(_ARTICLE, {"middle": _middle(self._lower, ids, seen)}))


class PairEncoder:
    """Reads sentences with two marked actors.

    Attributes:
        roots: of PLV, in the order of their odds.
        kinds: types with their modes, likewise.
        statuses: likewise.
    """

    def __init__(self) -> None:
        self._lower, self._upper = _session("lower"), _session("pairs")
        known = _told(self._upper)
        self.roots: tuple[str, ...] = tuple(known["roots"].split())
        self.kinds: tuple[tuple[str, str], ...] = tuple(
            (kind, mode) for kind, _, mode in (name.partition(":") for name in known["kinds"].split())
        )
        self.statuses: tuple[str, ...] = tuple(known["statuses"].split())

    def __call__(self, ids: Ints, seen: Ints, marks: tuple[int, int]) -> tuple[Floats, Floats, Floats]:
        """Log-odds of each of ``roots``, ``kinds``, ``statuses`` for a sentence with its actors' marks at ``marks``."""
        given = {"middle": _middle(self._lower, ids, seen), "marks": np.array([marks]) + 1}
        root, kind, status = self._upper.run(_PAIR, given)
        return root, kind, status


def _middle(lower: onnxruntime.InferenceSession, ids: Ints, seen: Ints) -> Floats:
    """``(1, n + 2, width)``: what the lower layers give for ``n`` pieces and the marks at their edges."""
    edged = np.concatenate([[CLASS], ids, [SEPARATOR]])
    (middle,) = lower.run(["middle"], {"ids": edged[None], "traits": np.pad(seen, ((1, 1), (0, 0)))[None]})
    return middle  # type: ignore[no-any-return]


def _told(session: onnxruntime.InferenceSession) -> dict[str, str]:
    """What the part says of itself."""
    return session.get_modelmeta().custom_metadata_map  # type: ignore[no-any-return]


@cache
def _session(part: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes; the same answer everywhere
    model = member("encoder.zip", f"{part}.onnx")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
