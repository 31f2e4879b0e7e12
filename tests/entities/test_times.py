"""Times: what is found, its value, and what it was counted from."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.entities.times import Times
from onrecord.model.document import Document
from tests.builders import document

# Published on Wednesday, 17 May 2017.
PUBLISHED = "2017-05-17"
VALUES = [
    ("The port was closed on Monday.", "Monday", "2017-05-15"),
    ("They met on Wednesday.", "Wednesday", "2017-05-17"),
    ("The court will rule on Friday.", "Friday", "2017-05-19"),
    ("The bridge fell last Tuesday.", "last Tuesday", "2017-05-16"),
    ("She arrives next Thursday.", "next Thursday", "2017-05-18"),
    ("The raid began on Feb. 24.", "Feb. 24", "2017-02-24"),
    ("The raid began on 24 February 2016.", "24 February 2016", "2016-02-24"),
    ("It opened on the 3rd of March, 2011.", "the 3rd of March, 2011", "2011-03-03"),
    ("It opened on Sunday, January 8, 2012.", "Sunday, January 8, 2012", "2012-01-08"),
    ("The law passed in March 2016.", "March 2016", "2016-03"),
    ("The law passed in October.", "October", "2016-10"),
    ("Voting will be held in September.", "September", "2017-09"),
    ("He resigned in 2009.", "2009", "2009"),
    ("The dam was built in the 1960s.", "the 1960s", "196"),
    ("It dates from the 19th century.", "the 19th century", "18"),
    ("The strike started yesterday.", "yesterday", "2017-05-16"),
    ("Talks resume tomorrow.", "tomorrow", "2017-05-18"),
    ("The vote was held last month.", "last month", "2017-04"),
    ("The vote was held last year.", "last year", "2016"),
    ("A deal is due next week.", "next week", "2017-W21"),
    ("Prices rose this week.", "this week", "2017-W20"),
    ("The mine shut three years ago.", "three years ago", "2014"),
    ("The mine shut two days ago.", "two days ago", "2017-05-15"),
    ("He was held for two weeks.", "two weeks", "P2W"),
    ("He was held for more than two weeks.", "more than two weeks", "P2W"),
    ("He was held for several months.", "several months", "PXM"),
    ("He was held for half a century.", "half a century", "P50Y"),
    ("The siege lasted two decades.", "two decades", "P20Y"),
    ("They march every Monday.", "every Monday", "XXXX-WXX-1"),
    ("They meet every two weeks.", "every two weeks", "P2W"),
    ("Shots were heard on Monday night.", "Monday night", "2017-05-15TNI"),
    ("The blast came at 7.30 a.m. on Monday.", "7.30 a.m. on Monday", "2017-05-15T07:30"),
    ("The blast came at 10 p.m.", "10 p.m.", "2017-05-17T22:00"),
    ("The plane left at 0615 GMT.", "0615 GMT", "2017-05-17T06:15Z"),
    ("He has recently moved.", "recently", "PAST_REF"),
    ("The road is now open.", "now", "PRESENT_REF"),
    ("Sales fell in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3"),
    ("The report covers spring 2014.", "spring 2014", "2014-SP"),
    ("It is dated 2015-11-03.", "2015-11-03", "2015-11-03"),
]  # fmt: skip
NO_TIMES = [
    "The minister may resign.",
    "They march on the capital.",
    "The second witness spoke.",
    "Some 2000 people came.",
    "A 34-year-old man was held.",
    "The score was 48 to 12.",
    "Theresa May spoke.",
    "He finished second, by a second vote.",
    "The ship carried 1,500 tonnes.",
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_values(parsed: Callable[[str], Document], text: str, words: str, value: str) -> None:
    times = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert [(time.span.of(text), time.value) for time in times] == [(words, value)]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(parsed: Callable[[str], Document], text: str) -> None:
    assert Times()(parsed(text).with_layers(published=PUBLISHED)).times == ()


@pytest.mark.parametrize("published", [None, "", "soon", "2017-05", "2017-13-45"])
@pytest.mark.parametrize(
    ("text", "value"),
    [("It began on Feb. 24.", "XXXX-02-24"), ("It began on Sunday.", "XXXX-WXX-7"), ("It began in 2009.", "2009")],
)
def test_without_a_day_of_publication_dates_stay_open(
    parsed: Callable[[str], Document], published: str | None, text: str, value: str
) -> None:
    (time,) = Times()(parsed(text).with_layers(published=published)).times
    assert (time.value, time.anchor) == (value, None)


def test_the_anchor_is_named(parsed: Callable[[str], Document]) -> None:
    text = "Shelling began on March 3 and stopped two days later."
    first, second = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert (first.anchor, second.value, second.anchor) == ("published", "2017-03-05", first.id)


def test_a_duration_before_a_date_hangs_on_it(parsed: Callable[[str], Document]) -> None:
    text = "Since the vote of May 2, and a day before the talks, nothing moved."
    _, second = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert (second.type, second.value) == ("DURATION", "P1D")


WORDS = st.sampled_from(
    ["Monday", "May", "24", "two", "weeks", "ago", "last", "2016", "Feb.", "p.m.", "the", "of", "“", "”",
     "\n", "–", "😀",
     "every", "31", "November",
      "century", "99999", "next", "few", "30.2.2014", "12/13/2014", "25:61"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from([None, "2016-02-29", "0001-01-01", "9999-12-31"]))
@settings(max_examples=200, deadline=None)
def test_anything_can_be_read(text: str, published: str | None) -> None:
    before = document(text, published=published)
    after = Times()(before)
    assert after.text == text
    assert after.parse is before.parse
    spans = [time.span for time in after.times]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
