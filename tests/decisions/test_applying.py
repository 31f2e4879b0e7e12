"""Decisions on a record: order does not matter where they do not conflict, an undo restores, spans stay valid."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.decisions import Decision, Subject, active, apply, decide, decisions_from, find, line_of, subject_of
from onrecord.decisions.subjects import LAYERS
from onrecord.errors import LineError
from onrecord.model.record import Actor, Event, Participant, Record, Statement
from onrecord.model.span import Span
from tests.strategies import records

TEXT = "Police arrested nine men in Oslo. The police chief, Kari Dahl, said so. Dahl and Lund met."
_TIMES = st.integers(0, 59).map(lambda minute: f"2024-05-01T10:{minute:02}")


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


POLICE = Actor(id="a1", name="Police", kind="organization", code="NORCOP", rule="test", mentions=(span("Police"),))
DAHL = Actor(
    id="a2", name="Kari Dahl", kind="person", code="NORCOP", rule="test", mentions=(span("Kari Dahl"), span("Dahl", 1))
)
LUND = Actor(id="a3", name="Lund", kind="person", rule="test", mentions=(span("Lund"),), confidence=0.4)
ARREST = Event(
    id="e1", type="COERCE", mode="arrest", trigger=(span("arrested"),), status="actual", evidence=Span(0, 33), quad=4,
    source=(Participant(actor="a1", code="NORCOP", span=span("Police")),), rule="test", confidence=0.6,
)  # fmt: skip
SAID = Statement(
    id="s1", content=(span("so"),), source=(span("Kari Dahl"),), cue=(span("said"),), actor="a2", code="NORCOP",
    kind="indirect", terms="named", rule="test",
)  # fmt: skip
RECORD = Record(id="a", actors=(POLICE, DAHL, LUND), statements=(SAID,), events=(ARREST,))


def on(about: Any, action: str, time: str = "2024-05-02", **parts: Any) -> Decision:
    return decide(action, "Ana", time, subject=subject_of("a", about), **parts)  # type: ignore[arg-type]


@st.composite
def decided(draw: st.DrawFn, record: Record) -> list[Decision]:
    """Decisions on values of ``record``, of which no two of one time are about the same value."""
    values = [value for layer in LAYERS.values() for value in getattr(record, layer)]
    out: list[Decision] = []
    for value in draw(st.lists(st.sampled_from(values), max_size=6)) if values else []:
        time = draw(_TIMES)
        action = draw(st.sampled_from(["accept", "reject", "merge", "edit", "split"]))
        parts: dict[str, Any] = {}
        if action == "edit":
            parts = {"field": draw(st.sampled_from(["code", "status", "country", "id"])), "value": "planned"}
        if action == "merge":
            parts = {"others": (subject_of("a", draw(st.sampled_from(values))),)}
        if action == "split":
            parts = {"value": [list(span) for span in getattr(value, "mentions", ())[:1]]}
        out.append(on(value, action, time, **parts))
    undone = draw(st.lists(st.sampled_from(out), max_size=2)) if out else []
    return out + [decide("undo", "Ana", draw(_TIMES), undoes=decision.id) for decision in undone]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_order_and_repetition_do_not_matter_and_spans_stay_in_the_text(data: st.DataObject) -> None:
    record = data.draw(records("The mayor said “no”.", "a"))
    made = data.draw(decided(record))
    corrected, unapplied = apply(record, made, 20)
    assert apply(record, data.draw(st.permutations(made * 2)), 20) == (corrected, unapplied)
    for value in (*corrected.events, *corrected.statements, *corrected.actors):
        subject = subject_of("a", value)
        assert all(0 <= one.start <= one.end <= 20 for one in subject.spans)
    assert {one.decision.id for one in unapplied} <= {decision.id for decision in active(made)}


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_undoing_everything_restores_the_reading_exactly(data: st.DataObject) -> None:
    record = data.draw(records("The mayor said “no”.", "a"))
    made = data.draw(decided(record))
    undos = [decide("undo", "Bo", "2024-06-01", undoes=decision.id) for decision in made if decision.action != "undo"]
    assert apply(record, [*made, *undos]) == (record, ())


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_what_undoes_one_decision_leaves_the_others(data: st.DataObject) -> None:
    record = data.draw(records("The mayor said “no”.", "a"))
    made = [one for one in data.draw(decided(record)) if one.action != "undo"]
    if made:
        gone = data.draw(st.sampled_from(made))
        undo = decide("undo", "Bo", "2024-06-01", undoes=gone.id)
        assert apply(record, [*made, undo]) == apply(record, [one for one in made if one.id != gone.id])


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_lines_give_the_same_decisions_back(data: st.DataObject) -> None:
    made = data.draw(decided(data.draw(records("The mayor said “no”.", "a"))))
    assert list(decisions_from(line_of(decision) for decision in made)) == made


def test_a_decision_changed_by_hand_is_refused() -> None:
    line = line_of(on(ARREST, "accept")).replace("Ana", "Eve")
    with pytest.raises(LineError, match="does not fit"):
        list(decisions_from([line]))


def test_accepted_values_are_certain_and_rejected_ones_gone_with_what_refers_to_them() -> None:
    corrected, unapplied = apply(RECORD, [on(ARREST, "accept"), on(DAHL, "reject")])
    assert not unapplied
    assert corrected.events[0].confidence == 1.0
    assert [actor.id for actor in corrected.actors] == ["a1", "a3"]
    assert corrected.statements[0].actor is None


def test_the_later_verdict_counts() -> None:
    verdicts = [on(ARREST, "reject", "2024-05-03"), on(ARREST, "accept", "2024-05-04")]
    assert len(apply(RECORD, verdicts)[0].events) == 1
    assert apply(RECORD, [on(ARREST, "accept", "2024-05-02"), verdicts[0]])[0].events == ()


def test_an_edited_code_is_that_of_statements_and_deeds_too_and_editing_again_changes_nothing() -> None:
    edits = [on(DAHL, "edit", field="code", value="NORGOV"), on(ARREST, "edit", field="type", value="ASSAULT")]
    corrected, _ = apply(RECORD, edits)
    assert corrected.statements[0].code == corrected.actors[1].code == "NORGOV"
    assert (corrected.events[0].type, corrected.events[0].rule) == ("ASSAULT", "decision")
    assert corrected.events[0].source[0].code == "NORCOP"
    assert apply(corrected, edits) == (corrected, ())


def test_another_type_brings_its_class_and_keeps_nothing_that_only_the_old_one_has() -> None:
    coded = msgspec.structs.replace(ARREST, cameo="173", goldstein=-5.0)
    record = msgspec.structs.replace(RECORD, events=(coded,))
    met = apply(record, [on(ARREST, "edit", field="type", value="CONSULT")])[0].events[0]
    assert (met.quad, met.mode, met.cameo, met.goldstein) == (1, None, None, None)
    same = apply(record, [on(ARREST, "edit", field="type", value="COERCE")])[0].events[0]
    assert (same.quad, same.mode, same.cameo, same.goldstein) == (4, "arrest", "173", -5.0)
    own = apply(record, [on(ARREST, "edit", field="type", value="DEPORTATION")])[0].events[0]
    assert (own.type, own.quad) == ("DEPORTATION", 4)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", ["AID"]),
        ("status", "perhaps"),
        ("evidence", [0, 900]),
        ("evidence", [5, 2]),
        ("id", "e9"),
        ("colour", "red"),
    ],
)
def test_an_edit_that_makes_no_value_is_kept_and_listed(field: str, value: object) -> None:
    decision = on(ARREST, "edit", field=field, value=value)
    corrected, unapplied = apply(RECORD, [decision], len(TEXT))
    assert corrected == RECORD
    assert [one.decision for one in unapplied] == [decision]


def test_merged_and_split_actors_take_their_statements_along() -> None:
    merged, _ = apply(RECORD, [on(LUND, "merge", others=(subject_of("a", DAHL),))])
    assert [(actor.id, actor.code) for actor in merged.actors] == [("a1", "NORCOP"), ("a2", "NORCOP")]
    assert merged.actors[1].mentions == (*DAHL.mentions, *LUND.mentions)
    apart, _ = apply(RECORD, [on(DAHL, "split", value=[list(span("Kari Dahl"))])])
    assert [actor.mentions for actor in apart.actors][1:3] == [(span("Dahl", 1),), (span("Kari Dahl"),)]
    assert apart.statements[0].actor == apart.actors[2].id


def test_an_added_value_can_be_accepted_and_its_addition_undone() -> None:
    met = msgspec.to_builtins(
        Event(id="", type="CONSULT", trigger=(span("met"),), status="actual", evidence=Span(72, 90), quad=1, rule="")
    )
    subject = Subject("event", "a", (span("met"),), "CONSULT")
    addition = decide("add", "Ana", "2024-05-02", subject=subject, value=met)
    corrected, unapplied = apply(RECORD, [addition, decide("accept", "Bo", "2024-05-03", subject=subject)], len(TEXT))
    assert not unapplied
    assert [(event.type, event.rule) for event in corrected.events] == [("COERCE", "test"), ("CONSULT", "decision")]
    assert apply(corrected, [addition], len(TEXT))[0] == corrected
    assert apply(RECORD, [addition, decide("undo", "Ana", "2024-05-03", undoes=addition.id)])[0] == RECORD


def test_a_reread_value_is_found_by_its_place_and_never_an_event_of_another_type() -> None:
    wider = msgspec.structs.replace(ARREST, id="e7", trigger=(Span(span("arrested").start, span("nine").end),))
    reread = msgspec.structs.replace(RECORD, events=(wider,))
    subject = subject_of("a", ARREST)
    assert find(reread, subject, of_type=True) == wider
    other = msgspec.structs.replace(RECORD, events=(msgspec.structs.replace(ARREST, type="ASSAULT"),))
    assert find(other, subject, of_type=True) is None
    _, unapplied = apply(other, [on(ARREST, "accept")])
    assert "no such event" in unapplied[0].why


def test_an_undone_undo_lets_the_decision_hold_again() -> None:
    first = on(ARREST, "reject", "2024-05-02")
    undo = decide("undo", "Bo", "2024-05-03", undoes=first.id)
    again = decide("undo", "Ana", "2024-05-04", undoes=undo.id)
    assert active([again, undo, first]) == [first]
    assert active([undo, first]) == []


def test_an_undo_comes_after_what_it_undoes_within_one_moment() -> None:
    subject = Subject("article", "a")
    for number in range(40):
        made = decide("accept", "Ana", "2024-05-01T00:00:00+00:00", subject=subject, reason=str(number))
        undone = decide("undo", "Ana", "2024-05-01T00:00:00+00:00", undoes=made.id)
        again = decide("undo", "Ana", "2024-05-01T00:00:00+00:00", undoes=undone.id)
        assert active([made, undone]) == []
        assert active([undone, made, again]) == [made]
