"""Remakes ``onrecord/resources/goldstein.tsv`` and ``plover.tsv``: scores and classes of the code books.

usage: python -m training.ontology REFERENCE_FOLDER

Input: the code tables of PLOVER and CAMEO as CSV (codes and numbers only; no sentence of a code book is taken).
SANCTION is put in class 4 (material conflict) and ACCUSE at -3, against two misprints of the manual: see
``docs/decisions/0004-code-tables.md``.
"""

import csv
import sys
from pathlib import Path

RESOURCES = Path(__file__).parents[1] / "onrecord" / "resources"
_QUADS = {"VERBAL COOPERATION": 1, "MATERIAL COOPERATION": 2, "VERBAL CONFLICT": 3, "MATERIAL CONFLICT": 4}
_ORIGIN = (
    "Codes and numbers of PLOVER (2021) and CAMEO, as published by openeventdata and GDELT; "
    "made by training/ontology.py."
)


def main(reference: Path) -> None:
    """Writes both tables."""
    with (reference / "plover_event_types.csv").open(encoding="utf-8") as lines:
        quads = {row["event"]: _QUADS[row["quad_category"]] for row in csv.DictReader(lines)}
    quads["SANCTION"] = 4
    with (reference / "plover_scores.csv").open(encoding="utf-8") as lines:
        scores = {(row["event"], row["mode"]): row["score"] for row in csv.DictReader(lines)}
    scores["ACCUSE", ""] = "-3"
    with (reference / "plover_modes.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            # A mode without a score of its own has that of its type.
            scores.setdefault((row["event"], row["mode"]), scores.get((row["event"], ""), ""))
    rows = [
        f"{event}\t{mode or '-'}\t{quads[event]}\t{score}"
        for (event, mode), score in sorted(scores.items())
        if event in quads
    ]
    _write("plover.tsv", "type\tmode\tquad\tscore", rows)
    with (reference / "goldstein_by_cameo_code.csv").open(encoding="utf-8") as lines:
        _write(
            "goldstein.tsv",
            "cameo\tgoldstein",
            [f"{row['cameo_code']}\t{row['goldstein']}" for row in csv.DictReader(lines)],
        )


def _write(name: str, head: str, rows: list[str]) -> None:
    (RESOURCES / name).write_text(f"# {_ORIGIN}\n{head}\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"wrote {name}: {len(rows)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
