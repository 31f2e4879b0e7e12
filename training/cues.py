"""Remakes ``onrecord/resources/cue_weights.tsv``: how often a verb in a frame is the cue of an attribution.

usage: python -m training.cues --gold DIR

Input: PolNeAR's training part (``quotes/polnear-train.jsonl``; no licence is stated for it, so only counts of lemmas
are kept, no text). For each lemma and frame: times seen as a cue, times seen. The share is drawn towards none by three
sightings; what stays below the least share is left out.
"""

import argparse
from collections import Counter
from pathlib import Path

from bench.quality import gold as data
from onrecord.attribution.cues import frames
from onrecord.config import Settings
from onrecord.language import Parser
from onrecord.model.document import Document
from onrecord.model.span import Span

TABLE = Path(__file__).parents[1] / "onrecord" / "resources" / "cue_weights.tsv"
_LEAST_SEEN = 3
_LEAST_SHARE = 0.25
_HEAD = """# How often a lemma in a frame is the cue of an attribution; made by training/cues.py from counts over
# PolNeAR's training part (no licence stated; no text is kept). share is smoothed: cue / (seen + 3).
lemma\tframe\tshare\tseen
"""


def main() -> None:
    """Parses the training articles, counts, writes the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--gold", type=Path, required=True)
    given = arguments.parse_args()
    parser = Parser(Settings().model)
    hits: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for row in data.load(given.gold / "quotes" / "polnear-train.jsonl"):
        parse = parser(Document(id="", text=row["text"])).parse
        cues = {i for a in row["attributions"] for span in a["cue"] for i in parse.tokens_in(Span(*span))}
        for index in range(len(parse.tokens)):
            for frame in frames(parse, index):
                key = (parse.tokens[index].lemma.lower(), frame)
                seen[key] += 1
                hits[key] += index in cues
    rows = [
        f"{lemma}\t{frame}\t{hits[lemma, frame] / (count + 3):.2f}\t{count}\n"
        for (lemma, frame), count in sorted(seen.items())
        if count >= _LEAST_SEEN and hits[lemma, frame] / (count + 3) >= _LEAST_SHARE and lemma.isalpha()
    ]
    TABLE.write_text(_HEAD + "".join(rows), encoding="utf-8")
    print(f"wrote {TABLE.name}: {len(rows)} lemmas in frames")


if __name__ == "__main__":
    main()
