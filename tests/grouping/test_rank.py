"""The rank: terms that add up, and neither a crowd nor an outlet that can freeze or flood it."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.grouping.rank import A_DAY, CROWDED, WIDEST, Item, ranked, wilson

NOW = "2024-06-30"
_COUNTS = st.integers(0, 100_000)
_DAYS = st.integers(1, 30).map(lambda day: f"2024-06-{day:02}")


@st.composite
def items(draw: st.DrawFn) -> Item:
    return Item(
        id=draw(st.text("abcdef", min_size=6, max_size=6)), up=draw(_COUNTS), down=draw(_COUNTS),
        outlets=draw(st.integers(0, 500)), origin=draw(st.sampled_from([None, "", "Post", "Mail"])),
        similar=draw(st.integers(0, 50)), published=draw(st.none() | _DAYS),
    )  # fmt: skip


_LISTS = st.lists(items(), max_size=12, unique_by=lambda item: item.id)


@given(_LISTS, st.randoms())
def test_terms_add_up_and_order_does_not_matter(listed: list[Item], random: object) -> None:
    found = ranked(listed, NOW)
    random.shuffle(listed)  # type: ignore[attr-defined]
    assert ranked(listed, NOW) == found
    assert sorted(one.item.id for one in found) == sorted(item.id for item in listed)
    for one in found:
        assert one.rank == pytest.approx(sum(term.value for term in one.terms))
        assert one.points == one.item.up - one.item.down
    assert [one.rank for one in found] == sorted((one.rank for one in found), reverse=True)


@given(items(), items())
def test_no_crowd_freezes_what_is_old_on_top_or_buries_what_is_new(old: Item, new: Item) -> None:
    """Whatever is voted, what is newer by so many days stands above."""
    days = ceil(WIDEST / A_DAY) + 1
    old = Item(id="old", up=old.up, down=0, outlets=old.outlets, published="2024-01-01")
    new = Item(id="new", up=0, down=new.down, similar=new.similar, published=f"2024-01-{1 + days:02}")
    assert ranked([old, new], f"2024-01-{1 + days:02}")[0].item.id == "new"


@given(items(), st.integers(1, 60), st.sampled_from(["Post", ""]))
def test_no_outlet_floods_the_page(other: Item, flood: int, origin: str) -> None:
    """However many one outlet has, at most so many stand above another's of the same day."""
    other = Item(id="other", up=other.up, down=other.down, similar=other.similar, published=NOW, origin="Mail")
    many = [Item(id=f"{number:03}", up=10**6, origin=origin, published=NOW) for number in range(flood)]
    order = [one.item.id for one in ranked([*many, other], NOW)]
    assert order.index("other") <= ceil(WIDEST / CROWDED) + 1


@given(_COUNTS, _COUNTS)
def test_wilson_is_a_careful_share(good: int, bad: int) -> None:
    bound = wilson(good, good + bad)
    assert 0 <= bound <= (good / (good + bad) if good + bad else 0) + 1e-12
    assert wilson(good + 1, good + bad + 1) >= bound - 1e-12


def test_one_vote_counts_less_than_many_of_the_same_share() -> None:
    assert wilson(1, 1) < wilson(9, 10) < wilson(900, 1000)
    few, many = Item(id="few", up=1, published=NOW), Item(id="many", up=90, down=10, published=NOW)
    assert [one.item.id for one in ranked([few, many], NOW)] == ["many", "few"]


def test_no_date_is_refused() -> None:
    with pytest.raises(InputError, match="no ISO date"):
        ranked([], "today")


def test_what_has_no_date_ages_from_when_it_was_stored_and_never_stays_young() -> None:
    stored = Item(id="stored", stored="2024-06-29T10:00:00+00:00")
    undated = Item(id="undated", up=100_000, outlets=16)
    old = Item(id="old", published="2024-05-01")
    assert [one.item.id for one in ranked([undated, old, stored], NOW)] == ["stored", "old", "undated"]
