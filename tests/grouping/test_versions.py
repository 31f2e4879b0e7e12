"""Later versions of one address, and what was changed in them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.grouping.versions import Change, Version, address, changes, is_later
from onrecord.model.span import Span
from tests.strategies import texts

_EARLIER = "Port Amsel is closed.\nThree dockers were hurt, the union says.\nTalks go on."
_LATER = "Port Amsel is closed.\nTwo dockers were hurt, the union says.\nTalks go on.\nThis report was corrected."

_addresses = st.tuples(
    st.sampled_from(["http://", "https://", "HTTPS://www.", "ftp://"]),
    st.text("ab0:/?&=#%.[]@wutm_s48 \t\ud800", max_size=30),
).map("".join)
_times = st.none() | st.sampled_from(
    ["2024-05-01", "2024-05-01T10:00", "2024-05-01T09:00Z", "2024-05-02T01:00+02:00", "x"]
)
_versions = st.builds(
    Version,
    article=st.just("a"),
    url=st.none() | st.sampled_from(["https://harbour.example/port", "http://www.harbour.example/port/?utm_source=x"]),
    text=st.sampled_from([_EARLIER, _LATER, _LATER + "\n"]),
    updated=_times,
    retrieved=_times,
)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept, at = "", 0
    for start, end in spans:
        kept += text[at:start]
        at = end
    return kept + text[at:]


def _shown(earlier: str, later: str) -> list[tuple[str, str]]:
    return [(one.removed.of(earlier), one.added.of(later)) for one in changes(earlier, later)]


@pytest.mark.parametrize(
    "url",
    [
        "http://harbour.example/port",
        "https://www.harbour.example/port/",
        "http://harbour.example:80/port",
        "https://HARBOUR.example:443/port#comments",
        "https://harbour.example/port?utm_source=letter&fbclid=7",
    ],
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert address(url) == "https://harbour.example/port"


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/port?id=2",
        "https://harbour.example:8080/port",
        "https://harbour.example/Port",
        "https://news.harbour.example/port",
        "urn:harbour:port",
    ],
)
def test_addresses_of_other_pages_are_others(url: str) -> None:
    assert address(url) != "https://harbour.example/port"


@given(texts | _addresses)
def test_an_address_is_settled_at_once(url: str) -> None:
    assert address(address(url)) == address(url)


def test_parameters_stand_in_any_order() -> None:
    assert address("https://harbour.example/?b=2&a=1") == address("https://harbour.example?a=1&b=2")


@given(_versions, _versions)
def test_of_two_texts_at_most_one_is_later(one: Version, other: Version) -> None:
    assert not (is_later(one, other) and is_later(other, one))
    assert not is_later(one, one)


def test_a_corrected_text_is_later() -> None:
    earlier = Version(article="a", url="https://harbour.example/port", text=_EARLIER, retrieved="2024-05-01T10:00")
    later = Version(article="b", url="http://harbour.example/port/", text=_LATER, retrieved="2024-05-01T12:00")
    assert is_later(later, earlier)
    assert not is_later(earlier, later)


def test_the_update_counts_before_the_visit() -> None:
    url = "https://harbour.example/port"
    one = Version(article="a", url=url, text=_EARLIER, updated="2024-05-01T10:00Z", retrieved="2024-05-09")
    other = Version(article="b", url=url, text=_LATER, updated="2024-05-01T11:00+00:30", retrieved="2024-05-08")
    assert is_later(other, one)


def test_without_times_neither_is_later() -> None:
    one = Version(article="a", url="https://harbour.example/port", text=_EARLIER)
    other = Version(article="b", url="https://harbour.example/port", text=_LATER)
    assert not is_later(one, other)
    assert not is_later(other, one)


def test_changed_words_and_new_lines_are_shown() -> None:
    assert _shown(_EARLIER, _LATER) == [("Three ", "Two "), ("", ".\nThis report was corrected")]


@given(texts, texts)
def test_what_is_in_no_change_is_the_same_on_both_sides(earlier: str, later: str) -> None:
    found = changes(earlier, later)
    kept = _without(earlier, [one.removed for one in found])
    assert kept == _without(later, [one.added for one in found])
    ends = [(one.removed, one.added) for one in found]
    assert all(a[0].end <= b[0].start and a[1].end <= b[1].start for a, b in pairwise(ends))


@given(texts)
def test_one_text_has_no_changes(text: str) -> None:
    assert changes(text, text) == ()


def test_a_passage_too_long_to_compare_is_one_change() -> None:
    earlier, later = "a b " * 3000, "b a " * 3000
    assert changes(earlier, later) == (Change(Span(0, 12_000), Span(0, 12_000)),)
