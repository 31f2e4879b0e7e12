"""Dates as others write them; what could be two days is none."""

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.dates import iso


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05", "2024-05"),
        ("2024-05-06T10:00:00Z", "2024-05-06T10:00:00Z"),
        ("20240506T100000Z", "2024-05-06T10:00:00Z"),
        ("20240506", "2024-05-06"),
        ("2024/5/6", "2024-05-06"),
        ("Mon, 06 May 2024 10:00:00 GMT", "2024-05-06T10:00:00+00:00"),
        ("6 May 2024", "2024-05-06"),
        ("May 6th, 2024", "2024-05-06"),
        ("Sept. 6, 2024", "2024-09-06"),
        ("Monday 6 May 2024", "2024-05-06"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("05/06/2024", None),
        ("6/6/2024", "2024-06-06"),
        ("1715000000", "2024-05-06T12:53:20+00:00"),
        ("1715000000000", "2024-05-06T12:53:20+00:00"),
        ("31 February 2024", None),
        ("99999999999999999", None),
        ("last Monday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(told: str | None, expected: str | None) -> None:
    assert iso(told) == expected


@given(st.text(max_size=40))
def test_nothing_that_is_told_breaks_it(told: str) -> None:
    iso(told)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-12, 14))
def test_a_feeds_own_form_keeps_the_moment(day: date, hours: int) -> None:
    moment = datetime(day.year, day.month, day.day, 10, 30, tzinfo=timezone(timedelta(hours=hours)))
    found = iso(format_datetime(moment))
    assert found is not None
    assert datetime.fromisoformat(found) == moment
