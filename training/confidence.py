"""Remakes ``onrecord/resources/confidence.json``: rule → share of right values on gold.

usage: python -m training.confidence --gold DIR

Input: the gold sets that ``bench.quality.judged`` reads (PolNeAR, geo sets, GUM dates, record).
Shares only, no text; each share is drawn towards that of its kind, so that a rule seen ten times is not trusted
as much as one seen a thousand times. Where the gold is judged by one reader, a "wrong" value may be right. Events are
not in it: their confidence is learned (``training/event_confidence.py``).
"""

import argparse
import json
from pathlib import Path

from bench.quality.gold import reader
from bench.quality.judged import judge, shares

TABLE = Path(__file__).parents[1] / "onrecord" / "resources" / "confidence.json"


def main() -> None:
    """Reads the gold, judges every value, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--workers", type=int)
    given = parser.parse_args()
    table = shares(judge(given.gold, reader(given.workers)))
    TABLE.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {TABLE.name}: " + ", ".join(f"{kind} {len(rules)} rules" for kind, rules in table.items()))


if __name__ == "__main__":
    main()
