"""Places: found, and put within 161 km of where they are."""

from pathlib import Path

from bench.quality import gold as data

_SETS = {"lgl": "lgl-dev", "geowebnews": "geowebnews-dev", "geovirus": "geovirus"}


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """End-to-end F1, accuracy of what was matched and recognition, in percent, under ``geo.``."""
    scorer = data.scorer(gold / "geo" / "score.py")
    figures = {}
    for name, file in _SETS.items():
        rows = data.load(gold / "geo" / f"{file}.jsonl")
        for row in rows:
            row["id"] = str(row["id"])
        predicted = {
            record.id: [
                {"start": p.span.start, "end": p.span.end, "lat": p.lat, "lon": p.lon} for p in record.places
            ]
            for record in records(rows)
        }  # fmt: skip
        result = scorer.score(rows, predicted)
        figures[f"geo.{name}.f1_161"] = result["end2end@161_PRF"][2]
        figures[f"geo.{name}.acc_161"] = result["acc@161"]
        figures[f"geo.{name}.found_f1"] = result["relaxed"][2]
    return figures
