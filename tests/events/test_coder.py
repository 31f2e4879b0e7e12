"""Events of sentences of our own: sides, status, what is held, on whose word, one entry an event."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.document import Document
from onrecord.model.record import Event, Participant
from onrecord.model.span import Span

Read = Callable[..., Document]


def only(document: Document) -> Event:
    assert len(document.events) == 1, [(e.type, e.trigger) for e in document.events]
    return document.events[0]


def codes(side: tuple[Participant, ...]) -> list[str | None]:
    return [participant.code for participant in side]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Kenya condemned Sudan on Monday.", "ACCUSE", ["KEN"], ["SDN"]),
        ("Sudan was condemned by Kenya on Monday.", "ACCUSE", ["KEN"], ["SDN"]),
        ("France imposed sanctions on Mali.", "SANCTION", ["FRA"], ["MLI"]),
        ("The US cut ties with Cuba.", "SANCTION", ["USA"], ["CUB"]),
        ("France asked Chad to send doctors.", "REQUEST", ["FRA"], ["TCD"]),
        ("Iraq invaded Kuwait in 1990.", "ASSAULT", ["IRQ"], ["KWT"]),
        ("Peru rejected a proposal by Chile.", "REJECT", ["PER"], []),
    ],
)
def test_type_and_sides(read: Read, text: str, kind: str, source: list[str], target: list[str]) -> None:
    event = only(read(text))
    assert event.type == kind
    assert codes(event.source) == source
    if target:
        assert codes(event.target) == target


def test_what_is_done_together_has_both_sides(read: Read) -> None:
    event = next(event for event in read("Norway and Sweden held talks in Oslo.").events if event.type == "CONSULT")
    assert {*codes(event.source), *codes(event.target)} == {"NOR", "SWE"}


def test_coordinated_actors_are_one_event(read: Read) -> None:
    event = only(read("Norway and Sweden condemned Belarus."))
    assert codes(event.source) == ["NOR", "SWE"]
    assert codes(event.target) == ["BLR"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya condemned Sudan.", "actual"),
        ("Kenya did not condemn Sudan.", "negated"),
        ("Kenya fired no rockets at Sudan.", "negated"),
        ("Kenya refrained from attacking Sudan.", "negated"),
        ("Kenya left the talks without condemning Sudan.", "negated"),
        ("Kenya is thought to have condemned Sudan.", "possible"),
        ("Kenya may condemn Sudan.", "possible"),
        ("Kenya would condemn Sudan if the talks failed.", "hypothetical"),
        ("If Kenya condemns Sudan, the talks will fail.", "hypothetical"),
        ("Kenya will condemn Sudan on Friday.", "planned"),
        ("Kenya plans to condemn Sudan.", "planned"),
        ("Kenya is bombing Sudan.", "ongoing"),
        ("Kenya refrained from promises, but it never attacked Sudan.", "negated"),
    ],
)
def test_status(read: Read, text: str, status: str) -> None:
    events = [event for event in read(text).events if event.type in ("ACCUSE", "ASSAULT")]
    assert [event.status for event in events] == [status]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya threatened to attack Sudan.", "THREATEN"),
        ("France asked Chad to release the prisoners.", "REQUEST"),
        ("Norway refused to release the prisoners.", "REJECT"),
        ("Norway promised to help Sudan.", "AGREE"),
    ],
)
def test_what_is_held_is_no_event_of_its_own(read: Read, text: str, kind: str) -> None:
    event = only(read(text))
    assert event.type == kind
    assert event.object


def test_reported_words_carry_their_statement(read: Read) -> None:
    document = read("Kenya attacked Sudan in May, the Ugandan president said.")
    event = next(event for event in document.events if event.type == "ASSAULT")
    assert event.statement in {statement.id for statement in document.statements}


def test_the_outlets_own_voice_has_no_statement(read: Read) -> None:
    assert only(read("Kenya accused Sudan of lying.")).statement is None


def test_an_event_taken_up_by_a_noun_is_one_entry(read: Read) -> None:
    document = read("Iraq invaded Kuwait in 1990. Iraq's invasion of Kuwait shocked many.")
    event = only(document)
    assert [span.of(document.text) for span in event.also] == ["Iraq's invasion of Kuwait shocked many."]


def test_time_and_place_of_its_clause(read: Read) -> None:
    document = read("The French president met the German chancellor in Rome on 3 May 2019.")
    event = only(document)
    assert event.when is not None
    assert event.when.value == "2019-05-03"
    assert event.where is not None
    assert event.where.country == "ITA"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Police rescued migrants along the coast of Sicily.", "Sicily"),
        ("The Kenyan president met Omar Bashir when he visited the capital, Khartoum.", "Khartoum"),
        ("The Kenyan president met Omar Bashir on a trip to Khartoum.", "Khartoum"),
        ("The Kenyan president, who fled to Khartoum, met Omar Bashir.", None),
    ],
)
def test_where_it_was_is_where_they_went_for_it(read: Read, text: str, where: str | None) -> None:
    document = read(text)
    (event,) = document.events
    names = {place.id: place.name for place in document.places}
    assert (names[event.where.place] if event.where else None) == where


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers demanded the Kenyan president's resignation.",
        "Lawmakers called for the resignation of the Kenyan president.",
    ],
)
def test_whoever_is_to_resign_is_asked(read: Read, text: str) -> None:
    assert [side.code for side in only(read(text)).target] == ["KENGOV"]


def test_the_same_word_of_two_bodies_of_a_country_is_two_events(read: Read) -> None:
    document = read(
        "The Kenyan opposition called for talks. Kenya's government called for calm. Kenya called on Sudan to act."
    )
    assert [[side.code for side in event.source] for event in document.events] == [["KENOPP"], ["KENGOV"]]


def test_a_relative_clause_has_a_time_of_its_own(read: Read) -> None:
    document = read("Kenya, which condemned the raid by Sudan, will hold a vote on 3 May 2019.")
    (event,) = (event for event in document.events if event.type == "ACCUSE")
    assert event.when is None


def test_an_arrest_that_nobody_is_named_for_is_by_the_police_of_the_place(read: Read) -> None:
    event = only(read("Two opposition leaders were arrested in Nairobi on Monday."))
    assert (event.type, event.mode, codes(event.source)) == ("COERCE", "arrest", ["KENCOP"])


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman for Kenya said the weather was fine.",
        "The storm attacked the coast.",
        "Two cars collided in Nairobi on Monday.",
        "A reader asked whether it would rain.",
    ],
)
def test_no_event(read: Read, text: str) -> None:
    assert read(text).events == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "Kenya",
                "attacked",
                "the",
                "Sudan",
                "“",
                "”",
                ".",
                "said",
                "not",
                "of",
                "talks",
                "with",
                "\ud800",
                "😀",
                "by",
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_never_raises_and_spans_lie_in_the_text(read: Read, text: str) -> None:
    document = read(text)
    assert {failure.code for failure in document.failures} <= {"OR-LANGUAGE"}  # "Kenya Kenya Kenya" is Swahili
    for event in document.events:
        sides = (*event.source, *event.target)
        for span in (event.evidence, *event.trigger, *event.also, *event.object, *(side.span for side in sides)):
            assert Span(0, len(text)).contains(span)
            assert span.of(text)
        assert any(side.code for side in sides)


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("The Sudanese soldiers that Kenya accused of theft left.", "ACCUSE", ["KEN"], ["SDNMIL"]),
        ("Chile, which Kenya and Sudan criticised, did not reply.", "ACCUSE", ["KEN", "SDN"], ["CHL"]),
        ("Kenya's meeting with Sudan took place in Oslo.", "CONSULT", ["KEN"], ["SDN"]),
        ("Norway was extremely critical of Belarus.", "ACCUSE", ["NOR"], ["BLR"]),
        ("A car bomb killed three soldiers in Mali.", "ASSAULT", ["---UAF"], ["MLIMIL"]),
    ],
)
def test_sides_that_stand_elsewhere(read: Read, text: str, kind: str, source: list[str], target: list[str]) -> None:
    event = next(event for event in read(text).events if event.type == kind)
    assert codes(event.source) == source
    assert codes(event.target) == target


def test_an_act_beside_another_shares_its_target(read: Read) -> None:
    events = read("The US cut ties with Cuba in 1961 and imposed an embargo.").events
    assert all(codes(event.target) == ["CUB"] for event in events)
    assert {event.when.value for event in events if event.when} == {"1961"}


def test_a_time_of_another_clause_is_not_that_of_the_event(read: Read) -> None:
    assert only(read("Kenya condemned Sudan, which Chad had left in 1961.")).when is None


def test_who_gives_a_speech_aids_nobody(read: Read) -> None:
    assert not [
        e for e in read("The French president delivered a speech to the German parliament.").events if e.type == "AID"
    ]


def test_nobody_is_no_attacker(read: Read) -> None:
    events = read("No group has admitted carrying out the attack on Turkey.").events
    assert not [side for event in events for side in event.source]


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("The Kenyan army killed four Sudanese soldiers.", "19"),
        ("A gunman killed four Sudanese soldiers.", "18"),
        ("Al-Qaeda killed four Sudanese soldiers.", "18"),
        ("Kenyan prosecutors charged a Sudanese diplomat.", "173"),
        ("Kenya and Sudan will hold talks.", "036"),
        ("Kenya and Sudan held talks.", "04"),
    ],
)
def test_the_code_follows_who_acts_and_whether_it_was_done(read: Read, text: str, cameo: str) -> None:
    assert only(read(text)).cameo == cameo
