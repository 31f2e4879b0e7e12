"""Which days a value covers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.days import days


@pytest.mark.parametrize(
    ("value", "covered"),
    [
        ("2024-05-01", ("2024-05-01", "2024-05-01")),
        ("2024-05-01T10:30", ("2024-05-01", "2024-05-01")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("2024-W18", ("2024-04-29", "2024-05-05")),
        ("2024-W18-WE", ("2024-05-04", "2024-05-05")),
        ("2024-W18-3", ("2024-05-01", "2024-05-01")),
        ("2024-Q2", ("2024-04-01", "2024-06-30")),
        ("2024-H2", ("2024-07-01", "2024-12-31")),
        ("2024-SU", ("2024-01-01", "2024-12-31")),
        ("2024-04-30/2024-05-02", ("2024-04-30", "2024-05-02")),
        ("2024/2025", ("2024-01-01", "2025-12-31")),
    ],
)
def test_days_covered(value: str, covered: tuple[str, str]) -> None:
    assert days(value) == covered


@pytest.mark.parametrize(
    "value",
    [None, "", "XXXX-05-01", "XXXX-WXX-7", "P2W", "PRESENT_REF", "2024-13", "2024-02-30", "2024-W60", "0000",
     "2024-W18-0", "2025/2024", "2024/", "2024-05-01 or so", "٢٠٢٤", "T10:00"],
)  # fmt: skip
def test_what_names_no_day(value: str | None) -> None:
    assert days(value) is None


@given(st.text("0123456789-WXQHSUPT/:", max_size=12))
def test_never_raises_and_never_ends_before_it_begins(value: str) -> None:
    found = days(value)
    assert found is None or found[0] <= found[1]


@given(st.dates())
def test_every_date_is_its_own_day(day: date) -> None:
    assert days(day.isoformat()) == (day.isoformat(), day.isoformat())
