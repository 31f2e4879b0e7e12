"""Judgements carried over to events that are read again."""

import pytest

from bench.quality.carried import Carried, Verdict
from bench.quality.emitted import Emitted, Judgement, judgements
from onrecord.model.span import Span


def event(
    kind: str = "ACCUSE", code: str = "NORGOV", status: str = "actual", at: int = 10, digest: str = "d1"
) -> Emitted:
    source, target = ((code, Span(0, 8)),), ((None, Span(20, 25)),)
    return Emitted("a", digest, (Span(at, at + 7),), kind, source, target, status)


KNOWN = Carried([Judgement(event(), type=True, sides=False, status=True, error="missing target")])


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        (event(), Verdict(True, False, True)),
        (event(kind="REJECT"), Verdict(None, False, True)),
        (event(code="NORPTY"), Verdict(True, None, True)),
        (event(status="negated"), Verdict(True, False, None)),
        (event(at=40), Verdict()),
        (event(digest="d2"), Verdict()),
    ],
)
def test_a_part_that_changed_is_not_judged(again: Emitted, expected: Verdict) -> None:
    assert KNOWN.of(again) == expected


@pytest.mark.parametrize(
    ("verdict", "right"),
    [
        (Verdict(True, True, True), True),
        (Verdict(True, False, True), False),
        (Verdict(True, False, None), None),
        (Verdict(True, None, True), None),
        (Verdict(), None),
    ],
)
def test_an_event_is_judged_where_each_of_its_parts_is(verdict: Verdict, right: bool | None) -> None:
    assert verdict.right is right


def test_what_confidence_is_learned_from_is_none_of_what_it_is_measured_on() -> None:
    learned, measured = judgements("emitted-train"), judgements("emitted")
    assert len(learned) > 1000
    assert not {each.digest for each in learned} & {each.digest for each in measured}
