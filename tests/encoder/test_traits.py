"""What the encoder is told of a piece besides the piece."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.pieces import pieces
from onrecord.encoder.traits import DISTANCES, LABELS, TAGS, WIDTHS, distance, traits
from onrecord.model.span import Span
from onrecord.model.token import EMPTY
from tests.builders import document
from tests.strategies import texts


@given(texts)
def test_every_trait_is_below_the_width_of_its_column(text: str) -> None:
    seen = traits(text, pieces(text), [Span(0, len(text) // 2)], EMPTY)
    assert seen.shape[1] == len(WIDTHS)
    assert (seen >= 0).all() and all((seen[:, at] < width).all() for at, width in enumerate(WIDTHS))


def test_case_quotation_and_paragraph_are_bits_of_the_first_column() -> None:
    text = "He left.\n“Go home”"
    found = pieces(text)
    shapes = dict(
        zip(
            (text[a:b] for a, b in zip(found.starts, found.ends, strict=True)),
            traits(text, found, [Span(9, 18)], EMPTY)[:, 0].tolist(),
            strict=True,
        )
    )
    assert (shapes["He"], shapes["left"], shapes["“"], shapes["Go"], shapes["home"]) == (5, 0, 6, 3, 2)


def test_the_parse_is_told_by_tag_label_and_distance() -> None:
    built = document("Raiders fled", "Raiders/NNS/nsubj/1", "fled/VBD/ROOT/1")
    seen = traits(built.text, pieces(built.text), [], built.parse)
    assert seen[-1].tolist() == [0, TAGS.index("VBD") + 1, LABELS.index("ROOT") + 1, 0]
    assert seen[0, 3] == distance(np.array([0]), np.array([1]))[0] != 0


@given(st.integers(-600, 600))
def test_distances_keep_their_sign_and_grow(gap: int) -> None:
    bucket = int(distance(np.array([0]), np.array([gap]))[0])
    further = int(distance(np.array([0]), np.array([gap + (1 if gap > 0 else -1)]))[0])
    assert 0 <= bucket < DISTANCES
    assert (bucket == 0) == (gap == 0)
    assert bucket <= further
    assert gap == 0 or (bucket < DISTANCES // 2) == (gap > 0)
