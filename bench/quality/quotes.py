"""Attribution on PolNeAR's dev part: contents, speakers, cues, by kind of quotation."""

from pathlib import Path

import msgspec

from bench.quality import gold as data


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Figures of ``quotes/score.py`` in percent, under ``quotes.``."""
    rows = data.load(gold / "quotes" / "polnear-dev.jsonl")
    scorer = data.scorer(gold / "quotes" / "score.py")
    wanted = {row["doc_id"]: row for row in rows}
    predicted = {r.id: [msgspec.to_builtins(s) for s in r.statements if s.content] for r in records(rows)}
    whole = scorer.score(wanted, predicted)
    kinds = {kind: scorer.score(wanted, predicted, {kind}) for kind in ("direct", "mixed", "indirect")}
    spans = whole["component_exact"]
    return {
        "quotes.e2e_f1": whole["e2e"][2],
        "quotes.precision": whole["iou50"][0],
        "quotes.direct.exact_f1": kinds["direct"]["exact"][2],
        "quotes.direct.speaker_f1": kinds["direct"]["e2e"][2],
        "quotes.mixed.speaker_f1": kinds["mixed"]["e2e"][2],
        "quotes.indirect.recall": kinds["indirect"]["iou50"][1],
        "quotes.speaker_overlap": whole["spk_overlap"],
        **{f"quotes.{role}.exact_f1": spans[role][2] for role in ("source", "cue", "content")},
    }
