"""Who stands on which side of an event: handed on, described, owned, regional, or left open. Sentences of our own."""

from collections.abc import Callable

import pytest

from onrecord.model.document import Document
from onrecord.model.record import Event

Read = Callable[..., Document]


def event_of(document: Document, word: str) -> Event:
    found = [event for event in document.events if word in event.trigger[0].of(document.text)]
    assert len(found) == 1, [(event.type, event.trigger[0].of(document.text)) for event in document.events]
    return found[0]


def sides(document: Document, word: str) -> tuple[list[str | None], list[str | None]]:
    event = event_of(document, word)
    return [p.code for p in event.source], [p.code for p in event.target]


@pytest.mark.parametrize(
    ("text", "word", "source", "target"),
    [
        ("Kenya, whom nobody had asked, was unwilling to condemn Sudan.", "condemn", ["KEN"], ["SDN"]),
        ("Kenya has no intention of condemning Sudan.", "condemning", ["KEN"], ["SDN"]),
        ("Kenya lets miners stay and backs Sudan.", "backs", ["KEN"], ["SDN"]),
        (
            "Peruvian President Ana Ruiz is a hawk who has repeatedly condemned Chile.",
            "condemned",
            ["PERGOV"],
            ["CHL"],
        ),
    ],
)
def test_who_is_to_do_it(read: Read, text: str, word: str, source: list[str], target: list[str]) -> None:
    assert sides(read(text), word) == (source, target)


def test_a_phrase_before_the_verb_sets_the_scene(read: Read) -> None:
    document = read("On Twitter, Kenya condemned Sudan, according to Chad.")
    assert sides(document, "condemned") == (["KEN"], ["SDN"])


@pytest.mark.parametrize(
    ("text", "word", "source", "target"),
    [
        ("Kenya stepped up pressure on Sudan.", "pressure", ["KEN"], ["SDN"]),
        ("Kenya renewed its criticism of Sudan.", "criticism", ["KEN"], ["SDN"]),
        ("Peru was reeling under pressure from Chile.", "pressure", ["CHL"], ["PER"]),
        ("Kenya threw its support behind Sudan.", "support", ["KEN"], ["SDN"]),
        ("Kenya assured Sudan that it would send doctors.", "assured", ["KEN"], ["SDN"]),
        ("Kenya refused to hand over the ledgers to Sudan.", "refused", ["KEN"], ["SDN"]),
        ("Kenya rejected Sudan's request.", "rejected", ["KEN"], ["SDN"]),
        ("Peru criticized Chile but did not recommend a boycott.", "recommend", ["PER"], []),
    ],
)
def test_to_whom_it_is_done(read: Read, text: str, word: str, source: list[str], target: list[str]) -> None:
    assert sides(read(text), word) == (source, target)


def test_those_on_one_side_of_talks_stay_together(read: Read) -> None:
    source, target = sides(read("Peru and Chile began talks with China."), "talks")
    assert (source, target) == (["PER", "CHL"], ["CHN"])


def test_a_war_is_waged_on_whom_it_is_named_after(read: Read) -> None:
    assert sides(read("The Iraq war began in 2003."), "war") == ([], ["IRQ"])


def test_a_paper_is_on_no_side(read: Read) -> None:
    document = read("The Peruvian Congress approved a resolution condemning Chile.")
    assert sides(document, "approved") == (["PERLEG"], [])
    assert sides(document, "condemning") == (["PERLEG"], ["CHL"])


def test_what_a_law_does_is_nobodys_act(read: Read) -> None:
    assert not read("The law bars migrants from the harbour.").events


def test_somebody_s_successor_is_somebody_else(read: Read) -> None:
    document = read("Peruvian President Ana Ruiz hopes that her successor will condemn Chile.")
    assert all("PERGOV" not in [p.code for p in event.source] for event in document.events if event.type == "ACCUSE")


def test_a_town_called_after_a_party_is_not_the_party(read: Read) -> None:
    document = read("This Republican county voted for President Ana Ruiz of Peru.")
    assert all(p.code != "USAPTY" for event in document.events for p in event.source)


@pytest.mark.parametrize(
    ("text", "word", "target"),
    [
        ("The U.S. government sued North Carolina over its law.", "sued", ["USAGOV"]),
        ("The Kenyan government condemned Texas's plan.", "condemned", ["USAGOV"]),
        ("Kenyan troops seized Crimea.", "seized", ["UKR"]),
    ],
)
def test_regions_are_sides(read: Read, text: str, word: str, target: list[str]) -> None:
    assert sides(read(text), word)[1] == target


def test_a_place_one_is_in_is_no_side(read: Read) -> None:
    document = read("Peruvian President Ana Ruiz flew to Israel, where she met Kenyan ministers.")
    assert sides(document, "met")[1] == ["KENGOV"]


def test_a_side_that_somebody_has_is_not_taken_from_another_mention(read: Read) -> None:
    document = read("Kenya criticized Sudan. Chile criticized the long silence.")
    assert [[p.code for p in event.target] for event in document.events] == [["SDN"], []]


def test_neither_of_two_is_not_nobody(read: Read) -> None:
    source, _ = sides(read("Neither Kenya nor Sudan condemned Chad."), "condemned")
    assert source == ["KEN", "SDN"]


def test_what_a_thing_forces_is_nobodys_act(read: Read) -> None:
    assert not [event for event in read("The flu forced Kenya to rest.").events if event.type == "COERCE"]


def test_a_name_that_is_a_town_s_too_is_no_region(read: Read) -> None:
    text = "Peruvian President Ana Ruiz attacked Alicia Machado in tweets. Ruiz condemned Machado."
    assert all(p.code != "USA" for event in read(text).events for p in event.target)


def test_what_somebody_is_called_on_to_do_is_no_event(read: Read) -> None:
    events = read("France called on Chad to condemn Sudan.").events
    assert [(event.type, [p.code for p in event.target]) for event in events] == [("REQUEST", ["TCD"])]
