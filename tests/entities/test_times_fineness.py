"""No value is finer than its words, on whatever day the article came out."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.entities.times import Times
from tests.builders import document

# From coarse to fine; a value has the fineness of the first form that it matches.
FORMS = [
    ("open", re.compile(r"(PAST|PRESENT|FUTURE)_REF|P.*")),
    ("century", re.compile(r"\d\d")),
    ("decade", re.compile(r"\d\d\d")),
    ("year", re.compile(r"\d{4}")),
    ("season", re.compile(r"\d{4}-(SP|SU|FA|WI|H[12])")),
    ("quarter", re.compile(r"\d{4}-Q[1-4]")),
    ("month", re.compile(r"[\dX]{4}-\d\d")),
    ("week", re.compile(r"\d{4}-W\d\d(-WE)?")),
    ("day", re.compile(r"[\dX]{4}-\d\d-\d\d")),
    ("hour", re.compile(r".*T.*")),
]
ORDER = {name: number for number, (name, _) in enumerate(FORMS)}
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"])
MONTHS = st.sampled_from(["January", "March", "May", "September", "December"])
YEARS = st.integers(1950, 2029).map(str)
NUMBERS = st.sampled_from(["two", "three", "ten", "14", "about 20", "more than 30"])
DAYS = st.dates(date(1980, 1, 1), date(2030, 12, 31)).map(date.isoformat)


def fineness(value: str) -> int:
    return next(ORDER[name] for name, form in FORMS if form.fullmatch(value))


# What is told in decades or centuries ago is told in years.
AGO = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "year", "centurie": "year"}
TOLD = st.one_of(
    st.tuples(NUMBERS, st.sampled_from(sorted(AGO))).map(lambda told: (f"{told[0]} {told[1]}s ago", AGO[told[1]])),
    UNITS.flatmap(
        lambda unit: st.sampled_from(["last", "next", "this", "the previous", "the following", "the current"]).map(
            lambda rel: (f"{rel} {unit}", unit)
        )
    ),
    UNITS.flatmap(
        lambda unit: st.sampled_from(["the end of last", "the beginning of this", "early next", "late last"]).map(
            lambda rel: (f"{rel} {unit}", unit)
        )
    ),
    st.builds("{} {}".format, MONTHS, YEARS).map(lambda words: (words, "month")),
    st.builds("{} {}".format, st.sampled_from(["early", "late", "mid"]), MONTHS).map(lambda words: (words, "month")),
    st.builds("the first week of {}".format, MONTHS).map(lambda words: (words, "month")),
    st.builds("{}-{}".format, st.just("mid"), YEARS).map(lambda words: (words, "year")),
    st.builds("the end of {}".format, YEARS).map(lambda words: (words, "year")),
    st.sampled_from([("the 1990s", "decade"), ("the 18th century", "century"), ("the summer of 1999", "season"),
                     ("the third quarter", "quarter"), ("fiscal 2010", "year"), ("a few years ago", "open"),
                     ("recently", "open"), ("in the past", "open"), ("a decade ago", "year"),
                     ("half a century ago", "year")]),
)  # fmt: skip


@given(TOLD, DAYS)
@settings(max_examples=400, deadline=None)
def test_no_value_is_finer_than_its_words(told: tuple[str, str], published: str) -> None:
    words, unit = told
    for time in Times()(document(f"It was sold {words}.", published=published)).times:
        assert fineness(time.value) <= ORDER[unit], (words, time.value)
