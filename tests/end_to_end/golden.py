"""The records of the samples as they are kept beside the tests: ``python -m tests.end_to_end.golden`` remakes them.

It also sets the floors of the readings to what is measured, which a reviewer sees in the difference.
"""

import json
from pathlib import Path
from typing import Any

from onrecord.cli.lines import plain
from onrecord.model.page import CleanPage
from onrecord.model.record import Record

FOLDER = Path(__file__).parent / "golden"


def path(name: str) -> Path:
    """Where the kept record of a sample is."""
    return FOLDER / f"{name}.json"


def view(page: CleanPage, record: Record) -> dict[str, Any]:
    """What is kept: the page without its offset map, the record without its confidences, which calibration moves."""
    kept: dict[str, Any] = json.loads(json.dumps({"page": plain(page), "record": plain(record)}))
    del kept["page"]["offsets"]
    for layer in ("actors", "places", "times", "statements", "events"):
        for value in kept["record"][layer]:
            del value["confidence"]
    return kept


def main() -> None:
    """Reads the samples, writes the records and the floors."""
    from tests.end_to_end.samples import articles, readings, shares

    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, page, record in articles():
        text = json.dumps(view(page, record), indent=1, ensure_ascii=False, sort_keys=True)
        path(name).write_text(text + "\n", encoding="utf-8")
    floors = json.dumps(shares(readings()), indent=1)
    (Path(__file__).with_name("floors.json")).write_text(floors + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
