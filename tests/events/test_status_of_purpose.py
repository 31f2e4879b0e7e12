"""Whether what is meant, weighed, bidden or made possible happened."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        # what somebody did in order to say it, they said
        ("The president of Chad flew to Geneva to condemn Sudan.", "ACCUSE", "actual"),
        ("The president of Chad will fly to Geneva to condemn Sudan.", "ACCUSE", "planned"),
        ("The president of Chad did not come to Geneva to condemn Sudan.", "ACCUSE", "negated"),
        ("The president of Chad went on to condemn Sudan.", "ACCUSE", "actual"),
        ("The minister of Chad was the first to condemn Sudan.", "ACCUSE", "actual"),
        ("The minister regretted criticizing the president of Chad.", "ACCUSE", "actual"),
        ("Kenya was the fourth country to condemn Sudan.", "ACCUSE", "actual"),
        ("The army of Chad won no friends but attacked Sudan.", "ASSAULT", "actual"),
        ("Kenya frees three generals of Sudan.", "RETREAT", "actual"),
        ("The army of Chad continues to shell Sudan.", "ASSAULT", "ongoing"),
        ("A minister became the first member of the cabinet to condemn Sudan.", "ACCUSE", "actual"),
        ("The minister, who'd condemned Sudan, left Kenya.", "ACCUSE", "actual"),
        ("The president of Kenya called the minister to thank Sudan.", "SUPPORT", "actual"),
        ("Kenya fled after being attacked by Sudan.", "ASSAULT", "actual"),
        ("Kenya plans to boost its army after Sudan attacked Chad.", "ASSAULT", "actual"),
        ("The president of Chad could not resist mocking Sudan.", "ACCUSE", "actual"),
        ("The president of Chad chose to condemn Sudan.", "ACCUSE", "actual"),
        # weighed, bidden, possible
        ("The minister of Chad favors imposing sanctions on Sudan.", "SANCTION", "hypothetical"),
        ("The senate of Chad opposed cutting off aid to Sudan.", "SANCTION", "hypothetical"),
        ("It is easy to condemn Sudan, the president of Chad said.", "ACCUSE", "hypothetical"),
        ("Arrest the president of Chad!", "COERCE", "hypothetical"),
        ("Please condemn Sudan and the president of Chad.", "ACCUSE", "hypothetical"),
        ("The crowd in Chad chanted “Arrest the president!” on Monday.", "COERCE", "hypothetical"),
        ("Parliament has the power to impeach the president of Chad.", "ACCUSE", "hypothetical"),
        ("The president of Chad can pardon the rebels.", "CONCEDE", "hypothetical"),
        ("If the talks fail, Chad could attack Sudan.", "ASSAULT", "hypothetical"),
        ("It takes nerve for the president of Chad to condemn Sudan.", "ACCUSE", "hypothetical"),
        ("The minister hopes that the president of Chad will condemn Sudan.", "ACCUSE", "hypothetical"),
        ("Kenya wants to set up a panel to investigate the president of Chad.", "ACCUSE", "hypothetical"),
        ("It is damaging for the president of Chad to condemn Sudan.", "ACCUSE", "hypothetical"),
        # not done
        ("The president of Chad stopped short of condemning Sudan.", "ACCUSE", "negated"),
        ("None of the generals in Chad condemned Sudan.", "ACCUSE", "negated"),
        ("Neither the minister nor the general condemned Sudan.", "ACCUSE", "negated"),
        ("The failure of Chad to condemn Sudan was noted.", "ACCUSE", "negated"),
    ],
)
def test_what_becomes_of_it(read: Read, text: str, kind: str, status: str) -> None:
    assert [event.status for event in read(text).events if event.type == kind] == [status]


def test_what_happened_in_a_way_that_is_asked_about_happened(read: Read) -> None:
    events = read("Officers in Chad tried to learn how the rebels attacked Sudan.").events
    assert [event.status for event in events if event.type == "ASSAULT"] == ["actual"]
