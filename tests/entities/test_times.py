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
# Sentence, and words, value and modifier of each time in it.
FORMS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Music of the sixties sold well.", [("the sixties", "196", None)]),
    ("He grew up in the early 1990s.", [("the early 1990s", "199", "START")]),
    ("It fell by the end of 2016.", [("the end of 2016", "2016", "END")]),
    ("It rose in mid-2016.", [("mid-2016", "2016", "MID")]),
    ("It rose in late September.", [("late September", "2016-09", "END")]),
    ("It rose since early March 2015.", [("early March 2015", "2015-03", "START")]),
    ("Profit grew in Q3 2016.", [("Q3 2016", "2016-Q3", None)]),
    ("Profit grew in the first half of 2016.", [("the first half of 2016", "2016-H1", None)]),
    ("They met over the weekend.", [("the weekend", "2017-W19-WE", None)]),
    ("They met last weekend.", [("last weekend", "2017-W19-WE", None)]),
    ("They left the day before.", [("the day before", "2017-05-16", None)]),
    ("It rained the following day.", [("the following day", "2017-05-18", None)]),
    ("It was lower than the previous year.", [("the previous year", "2016", None)]),
    ("He was freed a week later.", [("a week later", "2017-05-24", None)]),
    ("He was freed on 3 May and left a week later.",
     [("3 May", "2017-05-03", None), ("a week later", "2017-05-10", None)]),
    ("She left the next day.", [("the next day", "2017-05-18", None)]),
    ("He was hurt last night.", [("last night", "2017-05-16TNI", None)]),
    ("He spoke this morning.", [("this morning", "2017-05-17TMO", None)]),
    ("He spoke on Tuesday evening.", [("Tuesday evening", "2017-05-16TEV", None)]),
    ("They were held for the past five years.", [("the past five years", "P5Y", None)]),
    ("They were held for about three hours.", [("about three hours", "PT3H", "APPROX")]),
    ("They were held for at least 48 hours.", [("at least 48 hours", "PT48H", "EQUAL_OR_MORE")]),
    ("They were held for nearly a year.", [("nearly a year", "P1Y", "LESS_THAN")]),
    ("They were held for a month and a half.", [("a month and a half", "P1.5M", None)]),
    ("They were held for two and a half years.", [("two and a half years", "P2.5Y", None)]),
    ("They were held for a two-year term.", [("two-year", "P2Y", None)]),
    ("They were held for 18 months.", [("18 months", "P18M", None)]),
    ("It happened 11 days before the vote.", [("11 days", "P11D", None)]),
    ("They meet annually.", [("annually", "P1Y", None)]),
    ("They meet every other week.", [("every other week", "P2W", None)]),
    ("They meet twice a week.", [("twice a week", "P1W", None)]),
    ("They meet each year.", [("each year", "P1Y", None)]),
    ("They meet on Mondays.", [("Mondays", "XXXX-WXX-1", None)]),
    ("It is reviewed every morning.", [("every morning", "XXXX-XX-XXTMO", None)]),
    ("The case is currently in court.", [("currently", "PRESENT_REF", None)]),
    ("It will open in the future.", [("the future", "FUTURE_REF", None)]),
    ("It will open in the coming weeks.", [("the coming weeks", "FUTURE_REF", None)]),
    ("He has slept little in recent weeks.", [("recent weeks", "PAST_REF", None)]),
    ("He used to live there in the past.", [("the past", "PAST_REF", None)]),
    ("It happened decades ago.", [("decades ago", "PAST_REF", None)]),
    ("The hall opened last summer.", [("last summer", "2016-SU", None)]),
    ("He died at noon on Friday.", [("noon on Friday", "2017-05-12T12:00", None)]),
    ("He died at midnight.", [("midnight", "2017-05-17T24:00", None)]),
    ("The vote on 5/23/2016 failed.", [("5/23/2016", "2016-05-23", None)]),
    ("The vote on 23/5/2016 failed.", [("23/5/2016", "2016-05-23", None)]),
    ("The vote on 3/4/2016 failed.", [("3/4/2016", "2016", None)]),
    ("It ran from 2010 to 2014.", [("2010", "2010", None), ("2014", "2014", None)]),
    ("It ran in 2010-2014.", [("2010", "2010", None), ("2014", "2014", None)]),
    ("The tremor was felt at 14:05 local time.", [("14:05 local time", "2017-05-17T14:05", None)]),
    ("He called at 3pm yesterday.", [("3pm yesterday", "2017-05-16T15:00", None)]),
    ("In April and May, prices fell.", [("April", "2017-04", None), ("May", "2017-05", None)]),
    ("The war began on August 2, 1990, and ended in 1991.",
     [("August 2, 1990", "1990-08-02", None), ("1991", "1991", None)]),
    ("The talks began on Dec. 28.", [("Dec. 28", "2016-12-28", None)]),
    ("He quit this year.", [("this year", "2017", None)]),
    ("He quit earlier this year.", [("earlier this year", "2017", "START")]),
    ("He quit later this month.", [("later this month", "2017-05", "END")]),
    ("He quit late last year.", [("late last year", "2016", "END")]),
    ("The March 11 quake killed many.", [("March 11", "2017-03-11", None)]),
    ("The 2011 quake killed many.", [("2011", "2011", None)]),
    ("Police said Monday that they left.", [("Monday", "2017-05-15", None)]),
]  # fmt: skip
NO_TIMES = [
    "On the 15th he left.",
    "The minister may resign.",
    "They march on the capital.",
    "The second witness spoke.",
    "Some 2000 people came.",
    "A 34-year-old man was held.",
    "The score was 48 to 12.",
    "Theresa May spoke.",
    "April Okello and June Mensah left.",
    "He finished second, by a second vote.",
    "The ship carried 1,500 tonnes.",
    "Flight 1997 was late, and Resolution 1973 was passed.",
    "She said that day care is dear.",
    "She bought the weekend edition.",
    "Half the quarter final was over.",
    "It went up at the time of the vote.",
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_values(parsed: Callable[[str], Document], text: str, words: str, value: str) -> None:
    times = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert [(time.span.of(text), time.value) for time in times] == [(words, value)]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms(parsed: Callable[[str], Document], text: str, expected: list[tuple[str, str, str | None]]) -> None:
    times = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert [(time.span.of(text), time.value, time.mod) for time in times] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fleet sailed on March 3. It came back later that month.", "2017-03"),
        ("The fleet sailed on March 3. Two ships sank that day.", "2017-03-03"),
        ("The fleet sailed in 2009 and sank that year.", "2009"),
    ],
)
def test_that_day_is_one_named_before(parsed: Callable[[str], Document], text: str, value: str) -> None:
    first, second = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert (second.value, second.anchor) == (value, first.id)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("later that day", "XXXX-XX-XX"), ("that week", "XXXX-WXX"), ("that month", "XXXX-XX"), ("that year", "XXXX"),
        ("that night", "XXXX-XX-XXTNI"),
    ],
)  # fmt: skip
def test_that_day_stays_open_where_no_day_was_named(parsed: Callable[[str], Document], words: str, value: str) -> None:
    (time,) = Times()(parsed(f"He quit {words}.").with_layers(published=PUBLISHED)).times
    assert (time.span.of(f"He quit {words}."), time.value, time.anchor) == (words, value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The board will decide this week.", "2017-W21"),
        ("A ruling is expected to be made this week.", "2017-W21"),
        ("The board decided this week.", "2017-W20"),
    ],
)
def test_this_week_of_a_weekend(parsed: Callable[[str], Document], text: str, value: str) -> None:
    (time,) = Times()(parsed(text).with_layers(published="2017-05-20")).times
    assert time.value == value


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


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", ["Monday", "last Tuesday", "yesterday", "tomorrow", "next weekend", "last weekend"])
def test_no_step_leaves_the_calendar(published: str, text: str) -> None:
    (time,) = Times()(document(text, published=published)).times
    assert time.anchor is None


def test_the_anchor_is_named(parsed: Callable[[str], Document]) -> None:
    text = "Shelling began on March 3 and stopped two days later."
    first, second = Times()(parsed(text).with_layers(published=PUBLISHED)).times
    assert (first.anchor, second.value, second.anchor) == ("published", "2017-03-05", first.id)


@pytest.mark.parametrize(
    ("published", "value", "anchor"),
    [
        ("2017-05-17", "2017-05-17", "t1"),  # written up a day before
        (None, "2017-05-17", "t1"),
        ("2019-01-05", "2019-01-04", "published"),  # the date of something else
    ],
)
def test_a_date_in_a_line_of_its_own_is_what_the_article_calls_today(
    parsed: Callable[[str], Document], published: str | None, value: str, anchor: str
) -> None:
    text = "Bridge closed\n\nThursday, May 18, 2017\n\nThe bridge was closed yesterday."
    yesterday = Times()(parsed(text).with_layers(published=published)).times[-1]
    assert (yesterday.value, yesterday.anchor) == (value, anchor)


def test_a_date_within_a_line_is_no_dateline(parsed: Callable[[str], Document]) -> None:
    text = "On May 18, 2017, it rained.\nThe bridge was closed yesterday."
    assert Times()(parsed(text).with_layers(published=PUBLISHED)).times[-1].value == "2017-05-16"


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
