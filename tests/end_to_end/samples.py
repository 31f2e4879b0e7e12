"""The sample articles, each with what a careful reader gets out of it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.quality.reading import Reading, compare
from onrecord.clean import clean
from onrecord.config import Settings
from onrecord.ingest import pages
from onrecord.model.page import CleanPage, Rejected
from onrecord.model.record import Record
from onrecord.pipeline import reader
from onrecord.pipeline.intake import document

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
EXPECTED = Path(__file__).parent / "expected"
LAYERS = ("page", "people", "governments", "places", "times", "statements", "events")


def articles() -> Iterator[tuple[str, CleanPage, Record]]:
    """Name, page and record of every sample; a line of JSON lines is named file-number."""
    for page in pages([str(SAMPLES)], Settings()):
        if isinstance(page, Rejected):
            raise AssertionError(f"{page.location}: {page.message}")
        name, _, line = Path(page.location).name.partition(":")
        if name != "README.md":
            cleaned = clean(page)
            yield (
                name.split(".")[0] + (f"-{line}" if line else ""),
                cleaned,
                reader(Settings()).read(document(cleaned)).document.record(),
            )


def expected(name: str) -> dict[str, Any] | None:
    """The expected reading of a sample; null for one that is not to be read."""
    path = EXPECTED / f"{name}.yaml"
    if not path.is_file():
        return None
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def readings() -> dict[str, Reading]:
    """The reading of every sample that has one expected."""
    return {name: compare(wanted, page, record) for name, page, record in articles() if (wanted := expected(name))}


def shares(found: dict[str, Reading]) -> dict[str, float]:
    """Per layer, the percentage found over all samples; claims per wanted entry; false facts."""
    out: dict[str, float] = {}
    for layer in LAYERS:
        hits, wanted = (sum(reading.found[layer][at] for reading in found.values()) for at in (0, 1))
        out[layer] = round(100 * hits / max(1, wanted), 1)
        if layer in ("statements", "events"):
            claimed = sum(reading.claimed[layer] for reading in found.values())
            out[f"{layer} claimed per wanted"] = round(claimed / max(1, wanted), 2)
    for name in ("kind", "terms", "reason", "addressee"):
        hits, wanted = (sum(reading.agreed.get(name, (0, 0))[at] for reading in found.values()) for at in (0, 1))
        out[f"statement {name}"] = round(100 * hits / max(1, wanted), 1)
    out["false facts"] = float(sum(reading.false_facts for reading in found.values()))
    return out


if __name__ == "__main__":
    from bench.quality.reading import table

    found = readings()
    for name, reading in found.items():
        sys.stdout.write(f"== {name}\n{table(reading)}\n")
    sys.stdout.write(f"{shares(found)}\n")
