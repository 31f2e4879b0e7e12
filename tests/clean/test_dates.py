"""Dates as pages declare them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.dates import iso, of_address
from onrecord.clean.metadata import read, tree_of


@pytest.mark.parametrize("text", ["yesterday", "2021-02-30", "2021-13", "", None, "0001-01-01", "31.02.2021", "1234"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert iso(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-05", "2021-05"),
        ("2021-05-04T08:00:00+02:00", "2021-05-04T08:00:00+02:00"),
        ("2021-05-04 08:00:00 UTC", "2021-05-04T08:00:00Z"),
        ("2021-5-4", "2021-05-04"),
        ("2021-05-04 (Tuesday)", "2021-05-04"),
        ("2021/05/04 08:00", "2021-05-04"),
        ("20210504", "2021-05-04"),
        ("2021年5月4日", "2021-05-04"),
        ("4.5.2021, 08:00", "2021-05-04"),
        ("Tue, 04 May 2021 08:00:00 GMT", "2021-05-04"),
        ("May 4, 2021 8:00 AM", "2021-05-04"),
        ("4 May 2021", "2021-05-04"),
        ("1620115200000", "2021-05-04T08:00:00Z"),
    ],
)
def test_dates_of_many_forms_are_read(text: str, wanted: str) -> None:
    assert iso(text) == wanted


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_each_form_of_a_day_gives_that_day(day: date) -> None:
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d.%m.%Y", "%a, %d %b %Y 08:00:00 GMT"):
        assert iso(day.strftime(form)) == day.isoformat()


@given(st.text(alphabet="0123456789-/.:TZ+年月 ,May", max_size=30))
def test_what_is_read_is_a_date(text: str) -> None:
    value = iso(text)
    assert value is None or re.match(r"\d{4}-\d{2}(-\d{2}|$)", value)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://example.org/2021/05/04/bridge", "2021-05-04"),
        ("https://example.org/city/2021/may/04/bridge", "2021-05-04"),
        ("https://example.org/news/20210504-bridge", "2021-05-04"),
        ("https://example.org/2021/15/44/bridge", None),
        ("https://example.org/2021/05/bridge", None),
        (None, None),
    ],
)
def test_an_address_may_hold_a_full_date(url: str | None, wanted: str | None) -> None:
    assert of_address(url) == wanted


def test_the_address_goes_before_a_date_that_stands_somewhere_on_the_page() -> None:
    markup = "<time datetime='2017-03-28'>since 2017</time><h1>Bridge reopens</h1><p>Some text."
    told = read(tree_of(markup), "https://example.org/2021/05/04/bridge")
    assert (told.published, told.published_from) == ("2021-05-04", "address")


def test_the_first_declaration_that_is_a_date_counts() -> None:
    markup = '<meta name="pubdate" content="today"><meta name="date" content="2021-05-04"><p>x'
    assert read(tree_of(markup), None).published == "2021-05-04"
