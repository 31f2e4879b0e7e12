"""One sentence with its two actors given: always a type, and scores that sum to one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.events.pairs import Coder, Pair
from onrecord.language import Parser
from onrecord.model.span import Span
from onrecord.resources.plover import quads

CODER = Coder()


def coded(parser: Parser, text: str, source: str, target: str) -> Pair:
    sides = [[Span(text.index(side), text.index(side) + len(side))] for side in (source, target)]
    return CODER(text, parser.parse(text), *sides)


@pytest.mark.parametrize(
    ("text", "source", "target", "kind"),
    [
        ("Kenya accused Sudan of arming the rebels.", "Kenya", "Sudan", "ACCUSE"),
        ("Police in Lima arrested nine teachers.", "Police", "nine teachers", "COERCE"),
        ("Chilean jets bombed a camp of the Peruvian army.", "Chilean jets", "the Peruvian army", "ASSAULT"),
        ("Norway threatened Sweden with war.", "Norway", "Sweden", "THREATEN"),
        ("Norway sent food and medicine to Malawi.", "Norway", "Malawi", "AID"),
        ("The army withdrew its last troops from Chad.", "The army", "Chad", "RETREAT"),
        ("Sweden refused to meet the Danish envoy.", "Sweden", "the Danish envoy", "REJECT"),
    ],
)
def test_type(parser: Parser, text: str, source: str, target: str, kind: str) -> None:
    assert coded(parser, text, source, target).type == kind


def test_status_and_class(parser: Parser) -> None:
    pair = coded(parser, "Kenya will not attack Sudan.", "Kenya", "Sudan")
    assert (pair.status, pair.quad) == ("negated", quads()[pair.type])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_always_an_answer(parser: Parser, text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    pair = CODER(text, parser.parse(text), [span], [])
    assert set(pair.scores) == set(quads())
    assert pair.scores[pair.type] > 0
    assert sum(pair.scores.values()) == pytest.approx(1, abs=1e-4)
