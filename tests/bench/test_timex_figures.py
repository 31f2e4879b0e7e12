"""Times held against marks: how the marks are read, and how matches are counted."""

from bench.quality import timex
from bench.quality.timex import Counts, Timed, counted, matched


def timed(start: int, end: int, value: str = "2012") -> Timed:
    return Timed(start, end, "x" * (end - start), value, "DATE")


def test_the_articles_are_read_without_their_marks() -> None:
    read = [article for part in timex.PARTS for article in timex.articles(part)]
    assert len(read) == 40
    assert len({article.id for article in read}) == 40
    for article in read:
        assert not set("{}|") & set(article.text)
        assert len(article.times) >= 10
        assert all(article.text[time.start : time.end] == time.words for time in article.times)


def test_the_type_follows_from_the_value() -> None:
    times = {time.words: time.type for article in timex.articles("look") for time in article.times}
    told = ("each year", "nearly two years", "this morning", "now", "the third quarter", "20 minutes")
    assert [times[words] for words in told] == ["SET", "DURATION", "TIME", "DATE", "DATE", "DURATION"]


def test_a_claim_matches_once_and_the_same_span_first() -> None:
    one, other = timed(0, 4), timed(10, 20)
    assert matched([one, other], [timed(3, 12), timed(10, 20)]) == [(one, timed(3, 12)), (other, timed(10, 20))]
    assert matched([one, other], [timed(0, 20)]) == [(one, timed(0, 20)), (other, None)]


def test_counts() -> None:
    marked = [timed(0, 4), timed(10, 20), timed(30, 40)]
    claimed = [timed(0, 4), timed(12, 20, "2013"), timed(50, 60)]
    assert counted([(marked, claimed)]) == Counts(marked=3, claimed=3, strict=1, relaxed=2, value=1)
