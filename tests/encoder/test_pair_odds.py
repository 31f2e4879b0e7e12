"""What the encoder gives for a sentence with two marked actors."""

import numpy as np

from onrecord.encoder.network import PairEncoder
from onrecord.encoder.pairs import Marked, marked
from onrecord.events.pairs import YIELD
from onrecord.language import Parser
from onrecord.model.span import Span
from onrecord.resources.plover import quads

TEXT = "Kenya accused Sudan of arming the rebels."
KENYA, SUDAN, REBELS = Span(0, 5), Span(14, 19), Span(30, 40)
ENCODER = PairEncoder()


def read(parser: Parser, source: Span, target: Span) -> Marked:
    return marked(TEXT, [source], [target], (), parser.parse(TEXT))


def test_every_root_kind_and_status_has_odds(parser: Parser) -> None:
    one = read(parser, KENYA, SUDAN)
    root, kind, status = ENCODER(one.ids, one.traits, one.marks)
    assert [len(root), len(kind), len(status)] == [len(ENCODER.roots), len(ENCODER.kinds), len(ENCODER.statuses)]


def test_its_roots_are_those_of_plv() -> None:
    assert set(ENCODER.roots) == {*quads(), YIELD} - {"CONCEDE", "RETREAT"}


def test_who_is_marked_decides(parser: Parser) -> None:
    one, other = read(parser, KENYA, SUDAN), read(parser, REBELS, KENYA)
    assert not np.allclose(ENCODER(one.ids, one.traits, one.marks)[0], ENCODER(other.ids, other.traits, other.marks)[0])
