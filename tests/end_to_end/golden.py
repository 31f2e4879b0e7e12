"""The records of the samples as they are kept beside the tests: ``python -m tests.end_to_end.golden`` remakes them.

It also lifts the floors of the readings to what is measured; ``--allow-lower`` lets them down too, as a new sample may
make needful.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.cli.lines import plain
from onrecord.model.page import CleanPage
from onrecord.model.record import Record

FOLDER = Path(__file__).parent / "golden"
FLOORS = Path(__file__).with_name("floors.json")


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


def is_ceiling(layer: str) -> bool:
    """Whether a figure is better the lower it is."""
    return "claimed" in layer or layer == "false facts"


def raised(floors: Mapping[str, float], measured: Mapping[str, float], allow_lower: bool) -> dict[str, float]:
    """What was measured, or the old floor where that asks for more."""
    return {
        layer: figure
        if allow_lower or layer not in floors
        else (min if is_ceiling(layer) else max)(figure, floors[layer])
        for layer, figure in measured.items()
    }


def main() -> None:
    """Reads the samples, writes the records and the floors."""
    from tests.end_to_end.samples import articles, readings, shares

    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.golden", description=__doc__)
    parser.add_argument("--allow-lower", action="store_true", help="let floors down to what is measured")
    given = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, page, record in articles():
        text = json.dumps(view(page, record), indent=1, ensure_ascii=False, sort_keys=True)
        path(name).write_text(text + "\n", encoding="utf-8")
    floors = raised(json.loads(FLOORS.read_text(encoding="utf-8")), shares(readings()), given.allow_lower)
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
