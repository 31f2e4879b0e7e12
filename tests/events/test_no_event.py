"""What tells of no event: things that act, what one does to oneself, other verbs, pictures, contests in words."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document

Read = Callable[..., Document]


def types(document: Document) -> list[str]:
    return [event.type for event in document.events]


@pytest.mark.parametrize(
    ("deed", "kind", "figure"),
    [
        ("Kenya punished Sudan.", "SANCTION", "The drought punished Sudan."),
        ("The army of Chad shot three soldiers of Sudan.", "ASSAULT", "Chad has shot itself in the foot over Sudan."),
        ("The president of Chad backed Sudan.", "SUPPORT", "The president of Chad backed out his car before Sudan."),
        ("Officers greeted the president of Chad in Sudan.", "CONSULT",
         "The film has scenes of officers greeting the president of Chad in Sudan."),
    ],
)  # fmt: skip
def test_how_it_is_built_shows_that_it_is_no_deed(read: Read, deed: str, kind: str, figure: str) -> None:
    assert kind in types(read(deed))
    assert kind not in types(read(figure))


def test_who_gives_himself_up_does_a_deed(read: Read) -> None:
    assert "RETREAT" in types(read("The rebels gave themselves up to the army of Chad."))


@pytest.mark.parametrize(
    ("deed", "kind", "figure"),
    [
        # who does it
        ("The army seized the radio station in Chad.", "COERCE", "Senator Ann Lund seized the lead in Iowa."),
        ("France gave five helicopters to Mali.", "AID", "The Republican Party gave $5,000 to Senator Ann Lund."),
        ("The army of Chad defeated the rebels.", "ASSAULT", "Governor Tom Berg defeated Senator Ann Lund in Iowa."),
        ("The president of Kenya talked with the president of Sudan.", "CONSULT",
         "The president of Kenya talked with reporters from Sudan."),
        # whom or what it is done to
        ("Kenya released the hostages.", "RETREAT", "Governor Tom Berg released the transcripts."),
        ("Kenya lifted the ban on imports from Sudan.", "CONCEDE", "Kenya lifted the hopes of Sudan."),
        ("Kenya deployed soldiers in Somalia.", "MOBILIZE", "The prime minister of Kenya deployed an old argument."),
        ("Parliament suspended the minister of Kenya.", "SANCTION", "Senator Ann Lund suspended her campaign."),
        ("The governor of Texas defended Senator Ann Lund.", "SUPPORT", "Senator Ann Lund defended her record."),
        ("France rejected a proposal by Mali.", "REJECT", "France rejected the notion that Mali had won."),
        # what follows
        ("Kenya told Sudan to leave.", "REQUEST", "Kenya told Sudan that it had left."),
        ("Kenya appealed to Sudan for help.", "REQUEST", "Senator Ann Lund appealed to voters in Ohio."),
        ("Kenya agreed with Sudan on a date.", "AGREE", "Kenya agreed with Sudan."),
        ("Kenya assured Sudan that it would pay.", "AGREE", "Kenya assured Sudan that it had paid."),
        ("The threat by Kenya against Sudan was heard.", "THREATEN", "The Kenyan threat worried nobody in Sudan."),
    ],
)  # fmt: skip
def test_a_word_means_a_deed_only_where_who_and_what_fit(read: Read, deed: str, kind: str, figure: str) -> None:
    assert kind in types(read(deed))
    assert kind not in types(read(figure))


def test_a_duty_that_is_slapped_on_is_no_blow(read: Read) -> None:
    assert types(read("The government of Kenya slapped a duty on tyres from Sudan.")) == ["SANCTION"]


def test_who_leaves_a_union_of_states_breaks_with_it(read: Read) -> None:
    assert types(read("Kenya withdrew from the treaty.")) == ["SANCTION"]
    assert types(read("Kenya withdrew from the province.")) == ["RETREAT"]


@pytest.mark.parametrize(
    ("deed", "kind", "figure"),
    [
        ("Kenya committed $5 million to Sudan.", "AGREE", "The president of Kenya committed a crime in Sudan."),
        ("Kenya seized the ships of Sudan.", "COERCE", "Kenya seized upon the mistake of Sudan."),
        ("Protesters rallied against the president of Chad.", "PROTEST", "The mayor went to a Tom Berg rally in Chad."),
        ("Kenya stood up for Sudan.", "SUPPORT", "Kenya stood up to Sudan."),
        ("Kenya embraced the president of Chad.", "SUPPORT", "The president of Chad embraced his role."),
        ("The rebels handed over their weapons to Kenya.", "RETREAT", "The rebels handed over an email to Kenya."),
        ("The president of Kenya thanked Sudan.", "SUPPORT", "The president of Kenya thanked God."),
        ("Kenya denied entry to envoys from Sudan.", "REJECT", "Kenya denied any links to the rebels of Sudan."),
    ],
)
def test_what_it_is_done_to_tells_the_sense(read: Read, deed: str, kind: str, figure: str) -> None:
    assert kind in types(read(deed))
    assert kind not in types(read(figure))


def test_a_promise_to_oppose_is_a_threat(read: Read) -> None:
    assert types(read("President Barack Obama promised to veto the bill of Congress.")) == ["THREATEN"]
    assert types(read("President Barack Obama promised a veto of the bill of Congress.")) == ["THREATEN"]


def test_what_somebody_is_called_on_to_do_is_no_second_event(read: Read) -> None:
    assert types(read("Kenya called on the president of Chad to resign.")) == ["REQUEST"]


@pytest.mark.parametrize(
    ("deed", "kind", "figure"),
    [
        ("The army of Chad forced Sudan to withdraw.", "COERCE", "The mayor was forced to admit that he had lost."),
        ("Kenya agreed with Sudan on a ceasefire.", "AGREE", "Kenya agreed with Sudan on the issue."),
        ("Protesters held a rally against the president of Chad.", "PROTEST", "Students attended a rally in Chad."),
        ("Kenya warned that it would close the border with Sudan.", "THREATEN", "Kenya warns that it could soon fall."),
        ("Kenya defended Sudan.", "SUPPORT", "The president of Kenya defended the remark about Sudan."),
        ("The army of Chad beat the rebels.", "ASSAULT", "The government of Chad defeated the bill of Sudan."),
        (
            "Kenya allowed imports from Sudan.",
            "CONCEDE",
            "The president of Chad allowed his talent to shine.",
        ),
    ],
)
def test_power_terms_and_crowds_are_needed(read: Read, deed: str, kind: str, figure: str) -> None:
    assert kind in types(read(deed))
    assert kind not in types(read(figure))
