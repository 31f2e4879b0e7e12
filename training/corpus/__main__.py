"""Counts the corpus by type, mode and status."""

from collections import Counter

from training.corpus import entries


def main() -> None:
    """Reads every line, so that a wrong one is named, and prints the counts."""
    found = list(entries())
    print(f"{len(found)} sentences")
    for what, counts in (
        ("type", Counter(one.type for one in found)),
        ("status", Counter(one.status or "-" for one in found)),
        ("mode", Counter(f"{one.type} {one.mode or '-'}" for one in found)),
    ):
        print(f"{what}: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
