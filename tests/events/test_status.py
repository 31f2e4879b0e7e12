"""Whether it happened: what did not, or may not have, is never told as fact, by kind of cue."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Had Kenya condemned Sudan, the talks would have failed.", "ACCUSE", "hypothetical"),
        ("Any general who attacks Sudan will be tried.", "ASSAULT", "hypothetical"),
        ("Kenya denied that it had attacked Sudan.", "ASSAULT", "negated"),
        ("Kenya denied having attacked Sudan.", "ASSAULT", "negated"),
        ("Kenya has yet to condemn Sudan.", "ACCUSE", "negated"),
        ("Not one minister in Kenya condemned Sudan.", "ACCUSE", "negated"),
        ("Kenya is likely to condemn Sudan.", "ACCUSE", "possible"),
        ("It is possible that Kenya condemned Sudan.", "ACCUSE", "possible"),
        ("It appears that Kenya has attacked Sudan.", "ASSAULT", "possible"),
        ("There were unconfirmed reports that Kenya had attacked Sudan.", "ASSAULT", "possible"),
        ("Kenya probably attacked Sudan.", "ASSAULT", "possible"),
        ("Kenya would withdraw its troops once Sudan had attacked Chad.", "ASSAULT", "hypothetical"),
        ("The parliament of Kenya will vote on condemning Sudan.", "ACCUSE", "planned"),
        ("Kenya is leaning towards condemning Sudan.", "ACCUSE", "hypothetical"),
        ("A meeting of Kenya with Sudan was called off.", "CONSULT", "negated"),
        ("The meeting of Kenya with Sudan never took place.", "CONSULT", "negated"),
        ("Talks between Kenya and Sudan are to open on Monday.", "CONSULT", "planned"),
        ("Officers in Kenya simulated an attack by Sudan.", "ASSAULT", "hypothetical"),
        ("Kenya decided against sanctions on Sudan.", "SANCTION", "negated"),
        ("Kenya is suspected of an attack on Sudan.", "ASSAULT", "possible"),
        ("Any attack by Kenya on Sudan would be answered.", "ASSAULT", "hypothetical"),
    ],
)
def test_what_is_no_fact(read: Read, text: str, kind: str, status: str) -> None:
    assert [event.status for event in read(text).events if event.type == kind] == [status]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Had the minister condemned Sudan? He had, and Kenya condemned Chad as well.", "ACCUSE"),
        ("Kenya denied visas to the envoys after it had attacked Sudan.", "ASSAULT"),
        ("When it attacked Sudan, Kenya had few allies.", "ASSAULT"),
        ("Kenya, which attacked Sudan in May, will hold an election.", "ASSAULT"),
        ("The attack by Kenya on Sudan came at dawn.", "ASSAULT"),
        ("Before it attacked Sudan, Kenya would send warnings.", "ASSAULT"),
    ],
)
def test_what_is_a_fact(read: Read, text: str, kind: str) -> None:
    assert "actual" in {event.status for event in read(text).events if event.type == kind}
