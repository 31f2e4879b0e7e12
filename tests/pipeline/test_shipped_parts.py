"""Parts of a shipped archive: read alone, and named where they are missing."""

import pytest

from onrecord.errors import ResourceError
from onrecord.resources import member


def test_a_part_is_read_alone_and_one_that_is_missing_is_named() -> None:
    assert member("encoder.zip", "articles.onnx")
    for name, part in (("encoder.zip", "verses.onnx"), ("nothing.zip", "lower.onnx"), ("titles.tsv", "lower.onnx")):
        with pytest.raises(ResourceError, match=f"{name}, {part}"):
            member(name, part)
