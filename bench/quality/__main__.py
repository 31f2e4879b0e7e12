"""One table of every figure, held against ``floors.json``.

Each scorer is a function from the gold folder (and a way to read articles) to figures; a set that is not in the folder
is named and left out. A figure below its floor fails the run. ``--raise`` lifts the floors to what was measured, less
a margin for the noise of small sets; a floor is lowered only with ``--allow-lower``.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.quality import (
    actors,
    certainty,
    emitted,
    events,
    facts,
    geo,
    pages,
    quotes,
    reading,
    record,
    speakers,
    stories,
    terms,
    time,
    timex,
)
from bench.quality.gold import Records, reader
from bench.quality.judged import KINDS, Judged, calibration_error, crossed, curve, judge, reliability

FLOORS = Path(__file__).with_name("floors.json")
_MARGIN = 1.0  # points a figure may fall before it fails

Scorer = Callable[[Path, Records], dict[str, float]]
# Name → the folder of the gold that it needs, and the scorer.
SCORERS: dict[str, tuple[str, Scorer]] = {
    "record": ("record", record.score),
    "quotes": ("quotes", quotes.score),
    "speakers": ("coref", speakers.score),
    "terms": ("quotes", terms.score),
    "certainty": ("quotes", certainty.score),
    "events": ("events", events.score),
    "emitted": ("quotes", emitted.score),
    "actors": ("actors", actors.score),
    "geo": ("geo", geo.score),
    "time": ("time", time.score),
    "timex": (".", timex.score),
    "stories": ("stories", lambda gold, _: stories.score(gold)),
    "facts": ("stories", facts.score),
    "pages": ("pages", lambda gold, _: pages.score(gold)),
}


def main() -> int:
    """Exit code 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    parser.add_argument("--seed", type=Path, help="folder of an article.txt and its expected.yaml")
    parser.add_argument("--only", help="names of scorers, with commas")
    parser.add_argument("--workers", type=int)
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="lift the floors to what is measured")
    parser.add_argument("--allow-lower", action="store_true", help="with --raise: also let floors down")
    given = parser.parse_args()
    only = given.only.split(",") if given.only else [*SCORERS, "seed", "confidence"]
    figures, values = measure(given.gold, given.seed, only, reader(given.workers))
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        _print_reliability(values)
        _print(figures, _floors())
    if given.raise_:
        _write(raised(_floors(), figures, given.allow_lower))
        return 0
    below = fallen(_floors(), figures)
    for name, (figure, floor) in below.items():
        print(f"below its floor: {name} {figure:.1f} < {floor:.1f}", file=sys.stderr)
    return 1 if below else 0


def measure(gold: Path, seed: Path | None, only: list[str], records: Records) -> tuple[dict[str, float], list[Judged]]:
    """The figures of every scorer in ``only`` whose gold is there, and the values judged for their confidence."""
    figures: dict[str, float] = {}
    for name, (folder, score) in SCORERS.items():
        if name in only:
            if (gold / folder).is_dir():
                figures |= score(gold, records)
            else:
                print(f"left out: {name}, because {gold / folder} is not there", file=sys.stderr)
    if "seed" in only and seed is not None:
        figures |= reading.score(seed / "article.txt", seed / "expected.yaml")
    values = judge(gold, records) if "confidence" in only else []
    for kind in KINDS if values else ():
        mine = [value for value in values if value.kind == kind]
        figures[f"confidence.{kind}.error"] = 100 * calibration_error(mine)
        figures[f"confidence.{kind}.error_unseen"] = 100 * calibration_error(crossed(mine))
    return {name: round(figure, 1) for name, figure in figures.items()}, values


def is_error(name: str) -> bool:
    """Whether a figure is better the lower it is; its floor is then a ceiling."""
    return "error" in name or name.endswith((".claimed", ".false_author"))


def fallen(floors: Mapping[str, float], figures: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Figures that are worse than their floor: name → figure, floor."""
    return {
        name: (figures[name], floor)
        for name, floor in floors.items()
        if name in figures and (figures[name] > floor if is_error(name) else figures[name] < floor)
    }


def raised(floors: Mapping[str, float], figures: Mapping[str, float], allow_lower: bool) -> dict[str, float]:
    """The floors with each measured figure, less the margin, where that is stricter (or ``allow_lower``)."""
    out = dict(floors)
    for name, figure in figures.items():
        if name.endswith("_unseen"):
            continue  # halves of few documents: printed, but too noisy to fail on
        wanted = round(figure + _MARGIN if is_error(name) else max(0.0, figure - _MARGIN), 1)
        old = floors.get(name)
        stricter = old is None or (wanted < old if is_error(name) else wanted > old)
        if stricter or allow_lower:
            out[name] = wanted
    return dict(sorted(out.items()))


def _floors() -> dict[str, float]:
    loaded: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded


def _write(floors: dict[str, float]) -> None:
    with tempfile.NamedTemporaryFile("w", dir=FLOORS.parent, delete=False, encoding="utf-8") as stream:
        stream.write(json.dumps(floors, indent=1) + "\n")
    Path(stream.name).replace(FLOORS)


def _print(figures: Mapping[str, float], floors: Mapping[str, float]) -> None:
    width = max(map(len, figures), default=0)
    for name, figure in figures.items():
        floor = f"{floors[name]:8.1f}" if name in floors else "       -"
        print(f"{name:{width}} {figure:8.1f} {floor}")


def _print_reliability(values: list[Judged]) -> None:
    for kind in KINDS if values else ():
        print(f"confidence of {kind}: stated, share right, number")
        for mean, share, number in reliability([value for value in values if value.kind == kind]):
            print(f"  {mean:.2f}  {share:.2f}  {number}")
    events = [value for value in values if value.kind == "events"]
    if events:
        print("events kept from a confidence upward: it, share right, share of all right ones")
        for least, precision, recall in curve(events):
            print(f"  {least:.2f}  {precision:.2f}  {recall:.2f}")


if __name__ == "__main__":
    sys.exit(main())
