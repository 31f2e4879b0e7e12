"""Rereading keeps what people decided and voted, and every id that leads to an article."""

import msgspec

from onrecord.decisions import decide, find, subject_of
from onrecord.model.span import Span
from onrecord.query.why import why_value
from onrecord.store import open_store
from onrecord.store.checking import check
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.rereading import Machine, replace
from tests.store.filling import article

FIRST, DECIDED, AGAIN = (f"2024-0{month}-01T00:00:00+00:00" for month in (5, 6, 7))


def test_decisions_and_ids_are_kept(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("0.1", "{}", (), FIRST)
        source, page, record = article(0, 3)
        run.add(source, page, record)
        status = decide(
            "edit", "Ana", DECIDED, subject=subject_of(record.id, record.events[1]), field="status", value="planned"
        )
        gone = decide("reject", "Ana", DECIDED, subject=subject_of(record.id, record.statements[2]))
        with transaction(store.engine, write=True) as connection:
            put_decisions(connection, [status, gone], DECIDED)

        # Another version finds the events in another order, with other ids, and a trigger one word longer.
        def moved(number: int) -> object:
            event = record.events[2 - number]
            (trigger,) = event.trigger
            return msgspec.structs.replace(event, id=f"e{number + 7}", trigger=(Span(trigger.start, trigger.end + 4),))

        new = msgspec.structs.replace(record, events=tuple(map(moved, range(3))))
        assert replace(store, record.id, new, Machine(pipeline="0.2", settings="{}", recorded=AGAIN))
        now = store.article(record.id)
        assert (now.id, now.pipeline) == (record.id, "0.2")
        edited = find(now.record, subject_of(record.id, record.events[1]), of_type=True)
        assert edited is not None
        assert [each.id for each in now.record.events if each.status == "planned"] == [edited.id]
        assert [each.id for each in now.record.statements] == ["s0", "s1"]
        assert store.machine(record.id).record == new
        assert store.article(record.id, "2024-06-15").record.events[1].status == "planned"
        assert store.article(record.id, "2024-05-15").record == record
        decided = [line.said for line in why_value(store, f"{record.id}/{edited.id}") if line.about == "decided"]
        assert decided == [f"edit status to 'planned', by Ana on {DECIDED}"]
        assert list(check(store)) == []
