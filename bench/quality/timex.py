"""Times of newswire: found to the letter, found at all, and given their value, as TempEval-3 counts them.

The articles (``bench/labels/times``) are our own; its README says what the marks mean.

usage: python -m bench.quality.timex [--part aside] [--errors]
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from bench.quality import gold as data
from onrecord.model.record import Record

ARTICLES = Path(__file__).parents[1] / "labels" / "times"
PARTS = ("look", "aside")
_HEAD = re.compile(r"^# (\S+) (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"\{([^|{}]+)\|([^|{} ]+)( SET)?\}")


class Timed(msgspec.Struct, frozen=True):
    """A time: where it stands, the words, the value, and the type."""

    start: int
    end: int
    words: str
    value: str | None
    type: str


class Article(msgspec.Struct, frozen=True):
    """An article without its marks, and the times that were marked."""

    id: str
    published: str
    text: str
    times: tuple[Timed, ...]


class Counts(msgspec.Struct, frozen=True):
    """How many times are marked, how many claimed, and how many of those match by span, by overlap and by value."""

    marked: int
    claimed: int
    strict: int
    relaxed: int
    value: int


def articles(part: str) -> list[Article]:
    """The articles of a part, in the order of the file."""
    pieces = _HEAD.split((ARTICLES / f"{part}.txt").read_text(encoding="utf-8"))[1:]
    return [_article(*pieces[at : at + 3]) for at in range(0, len(pieces), 3)]


def _article(identity: str, published: str, marked: str) -> Article:
    text, times, at = "", [], 0
    for mark in _MARK.finditer(marked):
        words, value, is_set = mark.groups()
        text += marked[at : mark.start()]
        times.append(Timed(len(text), len(text) + len(words), words, value, _type(value, bool(is_set))))
        text += words
        at = mark.end()
    return Article(identity, published, (text + marked[at:]).rstrip(), tuple(times))


def _type(value: str, is_set: bool) -> str:
    if is_set:
        return "SET"
    return "DURATION" if re.match(r"P[\dTX]", value) else "TIME" if re.search(r"(?:[\dX]|^)T", value) else "DATE"


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """F1 in percent, under ``timex.`` and the part: ``strict``, ``relaxed``, ``value``."""
    figures: dict[str, float] = {}
    for part in PARTS:
        counts = counted([(article.times, claimed) for article, claimed in _read(articles(part), records)])
        total = max(1, counts.marked + counts.claimed)
        for name in ("strict", "relaxed", "value"):
            figures[f"timex.{part}.{name}"] = 200 * getattr(counts, name) / total
    return figures


def _read(rows: Sequence[Article], records: data.Records) -> Iterator[tuple[Article, list[Timed]]]:
    read = records([{"id": row.id, "published": row.published, "text": row.text} for row in rows])
    for row, record in zip(rows, read, strict=True):
        yield row, _claimed(row.text, record)


def _claimed(text: str, record: Record) -> list[Timed]:
    return [
        Timed(time.span.start, time.span.end, text[time.span.start : time.span.end], time.value, time.type)
        for time in record.times
    ]


def counted(read: Sequence[tuple[Sequence[Timed], Sequence[Timed]]]) -> Counts:
    """Marked against claimed times of several articles; a time takes part in one match."""
    pairs = [pair for marked, claimed in read for pair in matched(marked, claimed)]
    both = [(one, other) for one, other in pairs if one and other]
    return Counts(
        sum(one is not None for one, _ in pairs),
        sum(other is not None for _, other in pairs),
        sum((one.start, one.end) == (other.start, other.end) for one, other in both),
        len(both),
        sum(one.value == other.value for one, other in both),
    )


def matched(marked: Sequence[Timed], claimed: Sequence[Timed]) -> list[tuple[Timed | None, Timed | None]]:
    """Each marked time with the claimed one of the same span, else the first free one that overlaps; then the rest."""
    free = {(one.start, one.end): one for one in claimed}
    exact = {one: free.pop((one.start, one.end)) for one in marked if (one.start, one.end) in free}
    pairs: list[tuple[Timed | None, Timed | None]] = []
    for one in marked:
        touching = (span for span in sorted(free) if span[0] < one.end and one.start < span[1])
        span = None if one in exact else next(touching, None)
        pairs.append((one, exact.get(one) if span is None else free.pop(span)))
    return pairs + [(None, one) for one in free.values()]


def main() -> None:
    """Print the figures, and the errors of a part."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality.timex", description=__doc__)
    parser.add_argument("--part", choices=PARTS, default="look")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    records = data.reader(1)
    if given.errors:
        for article, claimed in _read(articles(given.part), records):
            print("\n".join(_differences(article, claimed)))
    for name, figure in score(Path(), records).items():
        print(f"{name:24}{figure:6.1f}")


def _differences(article: Article, claimed: Sequence[Timed]) -> Iterator[str]:
    for one, other in matched(article.times, claimed):
        if one and other and (one.words, one.value) == (other.words, other.value):
            continue
        place = (one or other or article.times[0]).start
        near = article.text[max(0, place - 40) : place + 60].replace("\n", " ")
        yield f"{article.id}\t{_told(one)}\t{_told(other)}\t… {near}"


def _told(time: Timed | None) -> str:
    return f"{time.words} = {time.value}" if time else "-"


if __name__ == "__main__":
    main()
