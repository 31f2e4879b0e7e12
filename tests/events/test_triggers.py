"""Which words name an event, and whom it is aimed at."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document
from onrecord.model.record import Participant

Read = Callable[..., Document]


def codes(side: tuple[Participant, ...]) -> list[str | None]:
    return [participant.code for participant in side]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Kenya vowed to attack Sudan.", "THREATEN", ["KEN"], ["SDN"]),
        ("Kenya threatened to attack Sudan.", "THREATEN", ["KEN"], ["SDN"]),
        ("Kenya promised to help Sudan.", "AGREE", ["KEN"], ["SDN"]),
        ("Kenya vowed not to attack Sudan.", "AGREE", ["KEN"], ["SDN"]),
        ("Kenya and Sudan agreed to reopen the road.", "AGREE", ["KEN"], ["SDN"]),
        ("Kenya ratified the treaty with Sudan.", "SUPPORT", ["KEN"], ["SDN"]),
        ("Kenya requested maps and tents from Sudan.", "REQUEST", ["KEN"], ["SDN"]),
        ("Kenya called for sanctions against Sudan.", "REQUEST", ["KEN"], ["SDN"]),
        ("Students in Kenya protested on Monday against the government of Sudan.", "PROTEST", ["KENEDU"], ["SDNGOV"]),
        ("Kenya and Sudan resumed the peace process.", "CONSULT", ["KEN"], ["SDN"]),
        ("Kenya warned Sudan of consequences.", "THREATEN", ["KEN"], ["SDN"]),
        ("Kenya warned Sudan not to attack.", "THREATEN", ["KEN"], ["SDN"]),
        ("Kenya warned Sudan that it would close the border.", "THREATEN", ["KEN"], ["SDN"]),
        ("Kenya told Sudan to withdraw its envoy.", "REQUEST", ["KEN"], ["SDN"]),
        ("Kenya dropped bombs on Sudan.", "ASSAULT", ["KEN"], ["SDN"]),
        ("Kenya took aim at Sudan.", "ACCUSE", ["KEN"], ["SDN"]),
        ("Kenya agreed to lend boats to Sudan.", "AGREE", ["KEN"], ["SDN"]),
        ("Kenya lifted the ban on exports to Sudan.", "CONCEDE", ["KEN"], ["SDN"]),
        ("Kenya demanded that Sudan open the road.", "REQUEST", ["KEN"], ["SDN"]),
        ("Kenya refused to sit down with Sudan.", "REJECT", ["KEN"], ["SDN"]),
        ("Activist released in Kenya", "RETREAT", [], ["KENCVL"]),
        ("Two French journalists were abducted in Syria in June.", "ASSAULT", [], ["FRAJRN"]),
        ("Activists in Kenya called for reforms.", "REQUEST", ["KENCVL"], []),
        ("The Kenyan president directed the army to feed the villages.", "REQUEST", ["KENGOV"], ["KENMIL"]),
    ],
)
def test_acts_and_their_sides(read: Read, text: str, kind: str, source: list[str], target: list[str]) -> None:
    events = read(text).events
    assert [(event.type, codes(event.source), codes(event.target)) for event in events] == [(kind, source, target)]


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Kenya warned of floods.",
        "The president of Kenya warned that prices would rise.",
        "A farmer in Kenya killed a neighbour.",
        "The president of Kenya called the farmer on Friday.",
        "The president of Kenya warned ministers to be brief.",
        "The president of Kenya told reporters that it would rain.",
        "The farmer whose boat sank off Kenya was tired.",
        "Kenyan police suspected of theft were found.",
    ],
)
def test_what_is_no_political_act(read: Read, text: str) -> None:
    assert read(text).events == ()


def test_what_the_verb_tells_is_told_once(read: Read) -> None:
    assert [event.type for event in read("Kenya will provide aid to Sudan.").events] == ["AID"]


@pytest.mark.parametrize(
    ("text", "cameo"), [("Kenya demanded an answer from Sudan.", "10"), ("Kenya urged Sudan to act.", "02")]
)
def test_demands_are_told_from_appeals(read: Read, text: str, cameo: str) -> None:
    (event,) = read(text).events
    assert event.cameo == cameo


@pytest.mark.parametrize(
    ("text", "cameo", "mode"),
    [
        ("Kenya demanded reforms from Sudan.", "104", "change"),
        ("Kenya urged Sudan to withdraw its troops.", "0256", "yield"),
        ("Kenya asked Sudan for military aid.", "0232", "assist"),
        ("Kenya refused to negotiate with Sudan.", "125", "meet"),
        ("Sudanese rebels attacked Kenyan troops with rockets.", "18", "heavy-weapons"),
        ("The Sudanese army attacked Kenyan troops with rockets.", "194", "heavy-weapons"),
        ("A suicide car bomb killed Kenyan soldiers.", "1831", "suicide-attack"),
        ("Kenyan soldiers killed a gunman in Nairobi.", "19", None),
        ("The Kenyan president met the Sudanese president by phone.", "041", "phone"),
    ],
)
def test_what_is_asked_or_used_gives_code_and_mode(read: Read, text: str, cameo: str, mode: str | None) -> None:
    (event,) = read(text).events
    assert (event.cameo, event.mode) == (cameo, mode)


def test_people_of_whom_nothing_is_known_are_a_side_without_a_code(read: Read) -> None:
    document = read("The Kenyan government suspended a publisher.")
    (event,) = document.events
    assert [(side.code, side.span.of(document.text)) for side in event.target] == [(None, "a publisher")]
    assert event.cameo == "172"


def test_states_that_break_with_one_another_are_no_officials_suspended(read: Read) -> None:
    (event,) = read("Kenya expelled the Sudanese ambassador.").events
    assert event.cameo == "161"


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president released his tax returns.",
        "The Kenyan president received an award.",
        "The Kenyan senator beat the Kenyan mayor by forty votes.",
    ],
)
def test_things_are_no_prisoners_and_votes_no_blows(read: Read, text: str) -> None:
    assert not [event for event in read(text).events if event.type in ("ASSAULT", "CONSULT", "RETREAT")]


def test_an_attack_of_arms_is_none_in_words(read: Read) -> None:
    (event,) = read("The Kenyan army attacked Sudan for the first time.").events
    assert event.type == "ASSAULT"


def test_an_attack_in_words_is_criticism(read: Read) -> None:
    (event,) = read("The Kenyan senator attacked the Kenyan president over the new tax.").events
    assert (event.type, event.quad) == ("ACCUSE", 3)
