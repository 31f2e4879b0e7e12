"""The public schema: kept in the documents, and true of what is printed."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from onrecord.cli import schema
from onrecord.cli.lines import plain
from onrecord.model.document import Document

KEPT = Path(__file__).parents[2] / "docs" / "reference" / "onrecord-1.schema.json"
TEXTS = [
    "",
    "“”",
    "Kenya's foreign minister, Amina Odhiambo, said on Tuesday that talks would go on. “We are patient,” she said.",
    "Asked in Nairobi, a spokesman for the army declined to comment.",
    "Police arrested 40 protesters in Dhaka on 3 May 2019 after the opposition called for a strike.",
]


def test_kept_schema_is_the_printed_one() -> None:
    assert KEPT.read_text(encoding="utf-8") == schema.text(), (
        "run: onrecord schema > docs/reference/onrecord-1.schema.json"
    )


@pytest.mark.parametrize("text", TEXTS)
def test_records_obey_the_schema(text: str, read: Callable[..., Document]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema.text()))
    validator.validate(json.loads(json.dumps(plain(read(text, published="2019-05-04").record()))))


def test_schema_refuses_what_is_no_record() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema.text()))
    assert not validator.is_valid({"schema": "onrecord/1", "id": 5})
    assert not validator.is_valid({"schema": "onrecord/2", "id": "a"})
