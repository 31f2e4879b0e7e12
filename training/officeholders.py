"""Remakes ``onrecord/resources/officeholders.tsv``: who held which office, where and when.

usage: python -m training.officeholders OFFICEHOLDERS.jsonl

Input: dated tenures compiled from Wikidata (facts, CC0), one JSON object a line: person, wikidata, position, country,
start, end, asof. A person's tenures of one office that touch are joined; tenures that ended before 1990 are left out.
"""

import json
import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / "onrecord" / "resources" / "officeholders.tsv"
_HEAD = """# Who held which office, and when. Facts from Wikidata (CC0), as of the day in asof.
# Made by training/officeholders.py.
# start and end as ISO dates or months or years, empty where not known; an empty end means in office on asof.
person\twikidata\tposition\tcountry\tstart\tend\tasof
"""


def main(source: Path) -> None:
    """Reads the tenures and writes the table, sorted."""
    rows = set()
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            cells = [
                row["person"],
                row["wikidata"],
                row["position"],
                row["country"],
                row["start"],
                row["end"],
                row["asof"],
            ]
            cells = ["" if cell is None else " ".join(str(cell).split()) for cell in cells]
            if not cells[5] or cells[5] >= "1990":
                rows.add(tuple(cells))
    TABLE.write_text(_HEAD + "".join("\t".join(cells) + "\n" for cells in sorted(rows)), encoding="utf-8")
    print(f"wrote {TABLE.name}: {len(rows)} tenures")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
