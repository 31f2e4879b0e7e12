"""``onrecord schema``: the JSON Schema of a record."""

import json
import sys

import msgspec

from onrecord.model.record import SCHEMA, Record


def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of onrecord/1.

    Example: onrecord schema > onrecord-1.schema.json
    """
    sys.stdout.write(text())


def text() -> str:
    """The schema as it is kept in ``docs/reference/onrecord-1.schema.json``."""
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **msgspec.json.schema(Record),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
