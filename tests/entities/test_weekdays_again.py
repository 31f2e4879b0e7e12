"""A day of the week that is named again."""

from collections.abc import Callable

from onrecord.model.document import Document


def test_a_weekday_named_again_is_the_same_day(read: Callable[..., Document]) -> None:
    text = "The minister will speak on Sunday. On Sunday morning the senator attacked the plan."
    days = [time.value[:10] for time in read(text, published="2016-12-10").times]
    assert days == ["2016-12-11", "2016-12-11"]


def test_a_weekday_of_the_past_alone_is_the_last_one(read: Callable[..., Document]) -> None:
    assert [time.value for time in read("The senator spoke on Sunday.", published="2016-12-10").times] == ["2016-12-04"]
