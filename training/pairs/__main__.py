"""Counts the sentences by root, and the entries of our corpus that have one."""

from collections import Counter

from training import corpus
from training.pairs import ROOTS, root, sentences


def main() -> None:
    """Reads every line, so that a wrong one is named, and prints the counts."""
    own = Counter(one.root for one in sentences())
    taken = Counter(root(entry) for entry in corpus.entries())
    print(f"{sum(own.values())} sentences, and {sum(taken[name] for name in ROOTS)} entries of the corpus")
    for name in ROOTS:
        print(f"{name}: {own[name]}, {taken[name]}")


if __name__ == "__main__":
    main()
