"""Word pieces of a text and the windows in which the encoder reads them."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.model.span import Span
from onrecord.resources import text_file

Ints = npt.NDArray[np.int64]

WINDOW = 254  # pieces, the two marks at the edges left aside: the length that the encoder was trained at
CLASS, SEPARATOR = 101, 102
_SURROGATE = re.compile("[\ud800-\udfff]")  # no UTF-8 for these


class Pieces(msgspec.Struct, frozen=True):
    """A text as word pieces: vocabulary numbers, and the code points ``[start, end)`` of each; three equal lengths."""

    ids: Ints
    starts: Ints
    ends: Ints


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_str(text_file("encoder_tokens.json"))


def pieces(text: str) -> Pieces:
    """The word pieces of ``text``, lower-cased, without marks at its edges."""
    encoding = _tokenizer().encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    return Pieces(np.array(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1])


def windows(found: Pieces, text: str, sentences: Sequence[Span], first: int = WINDOW) -> list[tuple[int, int]]:
    """Ranges of pieces that cover the text without overlap, cut at paragraphs, or else sentences, or else anywhere.

    Args:
        found: the pieces of ``text``.
        text: the text.
        sentences: its sentences, in order.
        first: the greatest length of the first window, if other than that of all the others.
    """
    stops = np.searchsorted(found.starts, [span.end for span in sentences])
    ends_paragraph = ["\n" in text[span.end : span.end + 3] for span in sentences]
    out: list[tuple[int, int]] = []
    start, limit = 0, first
    sentence_stop = paragraph_stop = 0
    for stop, is_last in zip([*stops.tolist(), len(found.ids)], [*ends_paragraph, True], strict=True):
        while stop - start > limit:
            cut = (
                paragraph_stop if paragraph_stop > start else sentence_stop if sentence_stop > start else start + limit
            )
            out.append((start, cut))
            start, limit = cut, WINDOW
        sentence_stop = stop
        paragraph_stop = stop if is_last else paragraph_stop
    if start < len(found.ids):
        out.append((start, len(found.ids)))
    return out
