"""The examples of docs/how-to/stories.md give what they say."""

import doctest
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "stories.md"


def test_the_examples_give_what_they_say() -> None:
    failed, tried = doctest.testfile(str(GUIDE), module_relative=False)
    assert tried > 20
    assert failed == 0
