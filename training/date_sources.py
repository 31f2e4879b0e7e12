"""Remakes ``onrecord/resources/date_sources.tsv``: how often each source of a publication date is right.

usage: python -m training.date_sources --gold DIR

Input: saved pages with their dates (``pages/fundus_parsers-dev``, with each source asked by itself, whatever the others
say). Shares only, no text; each is drawn towards the mean of all, so that a source seen ten times is not trusted as
much as one seen a hundred times. What a feed or the caller says of a page is not in the gold, and has no share.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from onrecord.clean import dates
from onrecord.clean.declared import Declared

TABLE = Path(__file__).parents[1] / "onrecord" / "resources" / "date_sources.tsv"
_TOWARDS = 10  # pages that the mean of all counts for


def judged(folder: Path) -> Iterator[tuple[str, bool]]:
    """Each source of each page that gives a day, and whether it is the right one."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["date"]:
            continue
        page = Declared(html.fromstring(gzip.decompress((folder / row["html"]).read_bytes())))
        for source, value in dates.told(page, row["url"]).items():
            yield source, value[:10] == row["date"]


def main() -> None:
    """Reads the gold, judges every source, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    found = list(judged(parser.parse_args().gold / "pages" / "fundus_parsers-dev"))
    asked, right = Counter(source for source, _ in found), Counter(source for source, is_right in found if is_right)
    mean = sum(right.values()) / len(found)
    lines = ["# How often each source of a publication date is right, of so many pages; made by training.date_sources."]
    lines.append("source\tshare\tpages")
    for source in sorted(asked):
        share = (right[source] + _TOWARDS * mean) / (asked[source] + _TOWARDS)
        lines.append(f"{source}\t{share:.3f}\t{asked[source]}")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
