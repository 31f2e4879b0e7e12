"""Articles and words a second on one core, next to a bare spaCy parse of the same texts in the same run.

Parse and pipeline take turns on each article, several rounds, and the fastest round of each counts, so that another
program on the machine disturbs both alike. Start-up and memory are those of a fresh process that reads one article.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from onrecord.clean import clean
from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.ingest import pages
from onrecord.model.document import Document
from onrecord.model.page import Page
from onrecord.pipeline import Pipeline, reader

BOUNDS = {"times_bare_parse": 2.0, "start_up_s": 3.0, "peak_bytes": 1.2e9}
_ROUNDS = 3
_STARTS = 6
_LEAST_WORDS = 10_000


def main() -> int:
    """Exit code 1 with ``--check`` if a bound is broken."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--samples", type=Path, default=Path("samples"), help="folder of articles")
    parser.add_argument("--texts", type=Path, help="or JSON lines with a text each")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="fail if a bound is broken")
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    texts = _jsonl(given.texts) if given.texts else _samples(given.samples)
    figures = measure(texts) | fresh(texts[0])
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, one core used")
        for name, value in figures.items():
            print(f"{name:32} {value:12.3f}")
    broken = [name for name, bound in BOUNDS.items() if figures[name] > bound]
    for name in broken:
        print(f"over its bound: {name} {figures[name]:.2f} > {BOUNDS[name]:.2f}", file=sys.stderr)
    return 1 if broken and given.check else 0


def measure(texts: list[str]) -> dict[str, float]:
    """Seconds of the bare parse and of the pipeline over ``texts``, as rates and as their ratio."""
    pipeline = reader(Settings())
    bare = spacy.load(Settings().model)
    documents = [Document(id=str(at), text=text, language="en") for at, text in enumerate(texts)]
    bare(texts[0])
    pipeline.read(documents[0])
    parse_s = whole_s = float("inf")
    stages: dict[str, float] = {}
    for _ in range(_ROUNDS):
        parse, seconds = _round(bare, pipeline, documents)
        parse_s = min(parse_s, parse)
        if seconds["whole"] < whole_s:
            whole_s, stages = seconds.pop("whole"), seconds
    words = sum(len(text.split()) for text in texts)
    return {
        "articles": len(texts),
        "words": words,
        "articles_per_s": len(texts) / whole_s,
        "words_per_s": words / whole_s,
        "bare_parse_words_per_s": words / parse_s,
        "times_bare_parse": whole_s / parse_s,
        **{f"stage.{name}.share": value / whole_s for name, value in stages.items()},
    }


def _round(
    bare: Callable[[str], object], pipeline: Pipeline, documents: list[Document]
) -> tuple[float, dict[str, float]]:
    """Seconds of the bare parse, and of the pipeline: each stage and, as ``whole``, all of it."""
    parse, total = 0.0, {"whole": 0.0}
    for document in documents:
        started = time.perf_counter()
        bare(document.text)
        parsed = time.perf_counter()
        reading = pipeline.read(document)
        total["whole"] += time.perf_counter() - parsed
        parse += parsed - started
        for name, seconds in reading.seconds.items():
            total[name] = total.get(name, 0.0) + seconds
    return parse, total


def fresh(text: str) -> dict[str, float]:
    """Start-up and peak memory of a new process that annotates one text; the best of several starts."""
    line = json.dumps({"id": "1", "text": text}) + "\n"
    command = [sys.executable, "-m", "onrecord", "annotate", "-", "--workers", "1", "--timings", "/dev/stderr"]
    runs = []
    for _ in range(_STARTS):
        started = time.perf_counter()
        done = subprocess.run(command, input=line, capture_output=True, text=True, check=True)
        timings = json.loads(done.stderr[done.stderr.index("{") :])
        runs.append((time.perf_counter() - started - sum(timings["stages"].values()), timings["peak_resident_bytes"]))
    return {"start_up_s": min(run[0] for run in runs), "peak_bytes": max(run[1] for run in runs)}


def _jsonl(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def _samples(folder: Path) -> list[str]:
    """The English texts of the samples, repeated until there are enough words to time."""
    texts = []
    for page in pages([str(folder)], Settings()):
        if isinstance(page, Page):
            try:
                texts.append(clean(page).text)
            except InputError:
                continue
    texts = [text for text in texts if reader(Settings()).read(Document(id="", text=text)).document.language == "en"]
    words = sum(len(text.split()) for text in texts)
    return texts * (1 + _LEAST_WORDS // max(1, words))


if __name__ == "__main__":
    sys.exit(main())
