"""A run that stopped is continued where it stopped, whatever was noted of it by then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import StoreError
from onrecord.query import ask_inputs, ask_runs
from onrecord.store import Input, Run, open_store
from tests.store.filling import article

KINDS = st.lists(st.sampled_from(["new", "same", "OR-EMPTY"]), min_size=1, max_size=10)


def feed(run: Run, kinds: list[str], count: int) -> None:
    for position, kind in enumerate(kinds[:count]):
        source, page, record = article(position if kind == "new" else 99)
        source = Input(position=position, location=f"{position}.txt", digest=source.digest)
        if run.has(source):
            continue
        if kind.startswith("OR-"):
            run.reject(source, kind, "because")
        elif not run.skip(source):
            run.add(source, page, record)


@given(KINDS, st.integers(0, 10), st.booleans())
@settings(max_examples=15, deadline=None)
def test_continued_is_as_if_never_stopped(
    tmp_path_factory: pytest.TempPathFactory, kinds: list[str], count: int, killed: bool
) -> None:
    folder = tmp_path_factory.mktemp("runs")
    with open_store(folder / "a.db", create=True) as stopped, open_store(folder / "b.db", create=True) as whole:
        run = stopped.begin("test", "{}", ("x",))
        feed(run, kinds, count)
        if not killed:  # killed: what was to be noted together is lost
            run.end("stopped")
        again = stopped.resume("test")
        assert (again.number, again.sources) == (1, ("x",))
        feed(again, kinds, len(kinds))
        reference = whole.begin("test", "{}", ("x",))
        feed(reference, kinds, len(kinds))
        assert again.end("done") == reference.end("done")
        assert list(ask_inputs(stopped, 1)) == list(ask_inputs(whole, 1))
        assert [row.state for row in ask_runs(stopped)] == ["done"]


def test_other_sources_are_not_taken_for_the_same(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        run.reject(Input(position=0, location="a.txt"), "OR-EMPTY", "because")
        run.end("stopped")
        again = store.resume("test")
        with pytest.raises(StoreError, match=r"was a\.txt, now it is b\.txt"):
            again.has(Input(position=0, location="b.txt"))


def test_only_what_stopped_is_continued(place: str) -> None:
    with open_store(place, create=True) as store:
        for number in (None, 1):
            with pytest.raises(StoreError, match="there is no run"):
                store.resume("test", number)
        store.begin("test", "{}", ()).end("done")
        with pytest.raises(StoreError, match="no run that stopped"):
            store.resume("test")
        with pytest.raises(StoreError, match="came to its end"):
            store.resume("test", 1)


def test_runs_and_inputs_are_listed(place: str) -> None:
    with open_store(place, create=True) as store:
        feed(store.begin("test", "{}", ("first",)), ["new", "OR-EMPTY"], 2)
        second = store.begin("test", "{}", ("second",), "2024-05-06T10:00:00")
        feed(second, ["new", "OR-EMPTY", "new"], 3)
        second.end("done")
        late, early = ask_runs(store)
        assert (late.run, late.inputs, late.stored, late.duplicate, late.rejected) == (2, 3, 1, 1, 1)
        assert (late.reasons, late.sources, late.started) == ({"OR-EMPTY": 1}, ("second",), "2024-05-06T10:00:00")
        assert (early.state, early.stored, early.inputs) == ("running", 1, 1)
        (refused,) = ask_inputs(store, 2, ("rejected",))
        assert (refused.position, refused.location, refused.code) == (1, "1.txt", "OR-EMPTY")
        with pytest.raises(StoreError, match="no run 9"):
            list(ask_inputs(store, 9))
