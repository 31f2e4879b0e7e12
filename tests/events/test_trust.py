"""What speaks for an event and against it, and how sure it is."""

from collections.abc import Callable

import pytest

from onrecord.errors import ResourceError
from onrecord.events import trust
from onrecord.events.grounds import HEADS, grounds
from onrecord.model.document import Document

Read = Callable[..., Document]
PRAISE = "President Barack Obama praised Senator Ann Lund on Monday."


def test_grounds_name_the_word_the_sides_and_the_way_to_them(read: Read) -> None:
    document = read(PRAISE)
    found = grounds(document, document.events[0])
    assert "word praise SUPPORT" in found.type
    assert {"source way nsubj", "target way dobj", "left over 0"} <= found.sides
    assert "status actual VERB" in found.status


def test_an_actor_beside_an_event_that_lacks_a_side_is_noted(read: Read) -> None:
    document = read("Iran condemned the raid by Turkey.")
    event = next(event for event in document.events if event.type == "ACCUSE")
    assert ("left over 0" in grounds(document, event).sides) == bool(event.target)


def test_grounds_are_the_same_wherever_the_sentence_stands(read: Read) -> None:
    alone, after = read(PRAISE), read(f"The day was cold.\n\n{PRAISE}")
    assert grounds(alone, alone.events[0]) == grounds(after, after.events[0])


def test_confidence_is_a_chance_and_no_more_than_that_of_its_weakest_part(read: Read) -> None:
    document = read(PRAISE)
    each = trust.parts(document, document.events[0], trust.weights())
    assert all(0 < one < 1 for one in each)
    assert 0 < trust.confidence(document, document.events[0]) < 1


def test_weights_move_the_confidence(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(PRAISE)
    table = {head: {trust.BIAS: 0.0} for head in HEADS} | {trust.ALL: {trust.BIAS: 0.0, trust.PRODUCT: 1.0}}
    monkeypatch.setattr(trust, "weights", lambda: table)
    even = trust.confidence(document, document.events[0])
    assert even == pytest.approx(1 / 8, abs=1e-3)
    table["type"]["word praise SUPPORT"] = 2.0
    assert trust.confidence(document, document.events[0]) > even
    table["type"]["word praise SUPPORT"] = -2.0
    assert trust.confidence(document, document.events[0]) < even


def test_a_praise_is_surer_than_a_figure_of_speech(read: Read) -> None:
    praise, figure = (
        read(PRAISE),
        read("President Barack Obama tried to protest that the news forced Congress to wait."),
    )
    sure = trust.confidence(praise, praise.events[0])
    assert all(trust.confidence(figure, event) < sure for event in figure.events)


@pytest.mark.parametrize(
    "rows",
    [
        (("type", "always", "much"),),
        (("kind", "always", "0.1"),),
        (("type", "always", "0.1"),),
    ],
)
def test_a_damaged_table_is_refused(rows: tuple[tuple[str, ...], ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "rows", lambda name: rows)
    with pytest.raises(ResourceError, match=trust.TABLE):
        trust.weights.__wrapped__()


def test_every_row_of_the_shipped_table_is_of_a_known_head() -> None:
    table = trust.weights()
    assert set(table) == {*HEADS, trust.ALL}
    assert table[trust.ALL][trust.PRODUCT] > 0
    assert all(len(table[head]) > 100 for head in HEADS)
