"""The examples of docs/how-to/sources.md give what they say."""

import re
from pathlib import Path

import pytest

from onrecord.ingest import kinds
from onrecord.model.page import Page
from onrecord.pipeline.intake import cleaned
from tests.ingest.reading import read_file

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "sources.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```\w+ file=(\S+) articles=(\d+)(?: map=(\S+))?\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize(("name", "count", "column", "text"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_is_read_as_it_says(tmp_path: Path, name: str, count: str, column: str, text: str) -> None:
    found = read_file(tmp_path / name, text, *([column] if column else []))
    pages = [page for page in found if isinstance(page, Page)]
    assert len(pages) == len(found) == int(count), found
    for page in pages:
        article = cleaned(page)
        assert "Varna" in article.text
        assert article.title is None or article.title.startswith("Port of Varna")


def test_every_suffix_stands_in_the_guide() -> None:
    missing = [suffix for suffix in kinds.SUFFIXES if not re.search(rf"{re.escape(suffix)}\b", GUIDE)]
    assert not missing
