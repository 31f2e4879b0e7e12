"""What the vocabulary of word pieces does not show: case, quotation marks, paragraphs, and the parse."""

from collections.abc import Iterable

import numpy as np

from onrecord.encoder.pieces import Ints, Pieces
from onrecord.model.span import Span
from onrecord.model.token import Parse

# Penn Treebank tags and ClearNLP labels, as the parser gives them; a number is a place in its list, 0 any other.
TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
).split()
LABELS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()
DISTANCES = 32
WIDTHS = (8, len(TAGS) + 1, len(LABELS) + 1, DISTANCES)  # how many values each column has

_TAG = {name: number for number, name in enumerate(TAGS, 1)}
_LABEL = {name: number for number, name in enumerate(LABELS, 1)}
_CAPITAL, _QUOTED, _FIRST = 1, 2, 4


def traits(text: str, found: Pieces, quoted: Iterable[Span], parse: Parse) -> Ints:
    """``(pieces, 4)``: shape (capital, quoted, first of its paragraph), tag, label, distance to the governor.

    Args:
        text: the text.
        found: its pieces.
        quoted: its quotations, marks included.
        parse: its parse, or an empty one.
    """
    out = np.zeros((len(found.ids), len(WIDTHS)), dtype=np.int64)
    inside = np.zeros(len(text) + 1, dtype=np.int64)
    for span in quoted:
        inside[span.start : span.end] = _QUOTED
    capital = np.fromiter((text[at : at + 1].isupper() for at in found.starts.tolist()), np.int64, len(found.ids))
    out[:, 0] = _CAPITAL * capital + inside[found.starts] + _FIRST * _opens_paragraph(text, found)
    if parse.tokens:
        out[:, 1:] = _parsed(parse)[_token_of(parse, found)]
    return out


def _opens_paragraph(text: str, found: Pieces) -> Ints:
    before = zip([0, *found.ends.tolist()], found.starts.tolist(), strict=False)
    return np.fromiter(("\n" in text[end:start] or not end for end, start in before), np.int64, len(found.ids))


def _token_of(parse: Parse, found: Pieces) -> Ints:
    """Index of the token that each piece begins in."""
    starts = np.fromiter((token.start for token in parse.tokens), np.int64, len(parse.tokens))
    return np.maximum(np.searchsorted(starts, found.starts, side="right") - 1, 0)


def _parsed(parse: Parse) -> Ints:
    """``(tokens, 3)``: tag, label and distance to the governor of each token."""
    count = len(parse.tokens)
    heads = np.fromiter((token.head for token in parse.tokens), np.int64, count)
    return np.stack(
        [
            np.fromiter((_TAG.get(token.tag, 0) for token in parse.tokens), np.int64, count),
            np.fromiter((_LABEL.get(token.dep, 0) for token in parse.tokens), np.int64, count),
            distance(np.arange(count), heads),
        ],
        axis=1,
    )


def distance(of: Ints, to: Ints) -> Ints:
    """A bucket for each signed distance: exact up to 4, then by powers of the square root of 2; below ``DISTANCES``."""
    gap = to - of
    size = np.maximum(np.abs(gap), 1)
    log = np.floor(2 * np.log2(np.maximum(size, 4) / 4)).astype(np.int64)
    bucket = np.minimum(np.where(size <= 4, size, 4 + log), DISTANCES // 2 - 1)
    out: Ints = np.where(gap == 0, 0, np.where(gap > 0, bucket, bucket + DISTANCES // 2))
    return out
