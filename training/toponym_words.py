"""Remakes ``onrecord/resources/common_toponyms.tsv``: words and people's names that are also names of places.

usage: python -m training.toponym_words --gold DIR

Words are those that the gold's articles have in lower case (the sets that places are measured on are left out); only
single words that the gazetteer has are kept, no text. People's names are those of ``officeholders.tsv``.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.entities.lexicon import fold
from onrecord.resources import rows
from onrecord.resources.gazetteer import places

OUT = Path(__file__).parents[1] / "onrecord" / "resources" / "common_toponyms.tsv"
_HEAD = """\
# Words that are also names of places and that, capitalised, seldom mean the place ("word"), and names that people have
# ("person"). Made by training/toponym_words.py.
kind\twords
"""
_MEASURED = ("lgl", "geowebnews")
_ALSO = {"olympic", "arab", "harvard"}  # seldom in lower case
_TIMES = 3  # how often a word stands in lower case
_PEOPLE = 4  # how many people have a name


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(prog="python -m training.toponym_words", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    words = Counter(
        word for text in _texts(parser.parse_args().gold) for word in re.findall(r"(?<![\w-])[a-z]{3,}", text)
    )
    people = Counter(
        word for person, *_ in rows("officeholders.tsv") for word in {*person.split()[:1], *person.split()[-1:]}
    )
    common = sorted(_ALSO | {word for word, count in words.items() if count >= _TIMES and places(word)})
    named = {fold(name) for name, count in people.items() if count >= _PEOPLE} - set(common)
    lines = [("word", common), ("person", sorted(name for name in named if places(name)))]
    OUT.write_text(_HEAD + "".join(f"{kind}\t{' '.join(listed)}\n" for kind, listed in lines), encoding="utf-8")
    print(f"wrote {len(common)} words, {len(lines[1][1])} names")


def _texts(gold: Path) -> Iterator[str]:
    for path in sorted(gold.glob("*/*.jsonl")):
        if not path.name.startswith(_MEASURED):
            with path.open(encoding="utf-8") as lines:
                texts = (json.loads(line).get("text") for line in lines)
                yield from (text for text in texts if isinstance(text, str))


if __name__ == "__main__":
    main()
