"""Times: GUM's dates, found and given their value. GUM marks dates only, so what else is found is not judged."""

import re
from pathlib import Path

from bench.quality import gold as data

_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Shares of gold dates in percent, under ``time.gum.``."""
    rows = data.load(gold / "time" / "gum-dates-dev.jsonl")
    wanted = found = calendar = right = 0
    for row, record in zip(rows, records(rows), strict=True):
        for date in row["timexes"]:
            same = [t for t in record.times if t.span.start < date["end"] and date["start"] < t.span.end]
            wanted += 1
            found += bool(same)
            if _CALENDAR.match(date["value"] or ""):
                calendar += 1
                right += any(t.value == date["value"] for t in same)
    return {
        "time.gum.relaxed_recall": 100 * found / max(1, wanted),
        "time.gum.calendar_right": 100 * right / max(1, calendar),
    }
