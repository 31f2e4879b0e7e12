"""Seconds until the index of places answers, and the memory it takes, each in a fresh process.

Start-up is from before its import, in a process that has imported numpy, to its first answer, in seconds of the
processor, which other programs don't lengthen. Memory is what the process has more of after many names were looked up
than before that import, the pages of the mapped files included.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

BOUNDS = {"start_up_s": 0.2, "resident_bytes": 60e6}
_STARTS = 5
_STATM = Path("/proc/self/statm")
_NAMES = 20_000


def main() -> int:
    """Exit code 1 with ``--check`` if a bound is broken."""
    parser = argparse.ArgumentParser(prog="python -m bench.gazetteer", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="fail if a bound is broken")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        print(json.dumps(once(sys.stdin.read().split())))
        return 0
    figures = measure()
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name:20} {value:16.3f}   bound {BOUNDS.get(name, float('nan')):.1f}")
    broken = over(figures)
    for name in broken:
        print(f"over its bound: {name} {figures[name]:.2f} > {BOUNDS[name]:.2f}", file=sys.stderr)
    return 1 if broken and given.check else 0


def over(figures: Mapping[str, float]) -> list[str]:
    """The names of the figures above their bounds."""
    return [name for name, bound in BOUNDS.items() if figures[name] > bound]


def measure() -> dict[str, float]:
    """The quickest of several starts, and the largest memory of them."""
    from onrecord.entities.lexicon import fold
    from onrecord.resources import rows

    words = sorted({fold(word) for row in rows("officeholders.tsv") for word in row[0].split()})[:_NAMES]
    command = [sys.executable, "-m", "bench.gazetteer", "--once"]
    runs = [json.loads(subprocess.check_output(command, input="\n".join(words), text=True)) for _ in range(_STARTS)]
    return {
        "start_up_s": min(run["start_up_s"] for run in runs),
        "resident_bytes": max(run["resident_bytes"] for run in runs),
        "lookups_per_s": max(run["lookups_per_s"] for run in runs),
    }


def once(words: list[str]) -> dict[str, float]:
    """The figures of this process, which must not have used the index yet."""
    import onrecord.resources  # noqa: F401  # what every command has

    before, started = _resident(), time.process_time()
    from onrecord.resources.gazetteer import places

    places("lima")
    answered = time.process_time()
    for word in words:
        places(word)
    looked_up = time.process_time()
    return {
        "start_up_s": answered - started,
        "resident_bytes": _resident() - before,
        "lookups_per_s": len(words) / (looked_up - answered),
    }


def _resident() -> float:
    """Bytes in memory now, as Linux tells; elsewhere the most there were."""
    if _STATM.exists():
        return int(_STATM.read_text(encoding="ascii").split()[1]) * float(resource.getpagesize())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak if sys.platform == "darwin" else peak * 1024)


if __name__ == "__main__":
    sys.exit(main())
