"""Whole articles read by hand: statements, events, actors and times at once."""

from pathlib import Path

import msgspec

from bench.quality import gold as data


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Figures of ``record/score.py`` in percent, under ``record.``."""
    rows = data.load(gold / "record" / "gold.jsonl")
    predicted = {record.id: msgspec.to_builtins(record) for record in records(rows)}
    result = data.scorer(gold / "record" / "score.py").score(rows, predicted)
    figures = {
        f"record.{layer}.{name}_f1": value["f1"]
        for layer in ("statements", "events", "times")
        for name, value in result[layer].items()
    }
    rates = {name: float(text.split()[0]) for name, text in result["rates"].items() if "%" in text}
    kept = ("statement kind", "statement terms", "statement source country", "event status", "event attributed",
            "event when", "actor coverage", "actor country", "actor code", "spans valid")  # fmt: skip
    return figures | {f"record.{name.replace(' ', '_')}": rates[name] for name in kept if name in rates}
