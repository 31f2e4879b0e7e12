"""Watches held against a real store: each match once, whatever is read, reread or added."""

from pathlib import Path

import msgspec
import pytest

from onrecord.errors import StoreError
from onrecord.linking.passes import link
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.readings import Reading, put_reading
from onrecord.store.watching import Watching
from onrecord.watches.finding import look, set_watch
from onrecord.watches.rule import rule
from tests.linking.telling import put, report
from tests.store.filling import article

NOW = "2024-05-20T08:00:00+00:00"


def fill(path: Path, numbers: range, started: str = "2024-05-05T00:00:00+00:00", sentences: int = 1) -> None:
    with open_store(path, create=True) as store:
        run = store.begin("test", "{}", (), started)
        for number in numbers:
            run.add(*article(number, sentences))
        run.end("done")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "record.db", range(2))
    return tmp_path / "record.db"


def found(store: Store, name: str = "help") -> list[str]:
    return [match.article or match.what for match in Watching(store.engine).found(name)]


def test_each_match_is_found_once_with_its_sentence(path: Path) -> None:
    with open_store(path) as store:
        set_watch(store, rule("help", "PERMIL > PER REQUEST"), NOW)
        first = look(store, NOW)
        assert [match.article for match in first] == ["article-0", "article-1"]
        assert first[0].sentence is not None
        assert first[0].sentence.startswith("The governor of Lima")
        assert first[0].what == "governor 0 [PERMIL] → Lima [PER]: REQUEST, actual"
        assert look(store, NOW) == []
    fill(path, range(1, 4), "2024-05-06T00:00:00+00:00")
    with open_store(path) as store:
        assert [match.article for match in look(store, NOW)] == ["article-2", "article-3"]
        assert len(found(store)) == 4


def test_what_is_reread_is_not_found_again(path: Path) -> None:
    with open_store(path) as store:
        set_watch(store, rule("help", "PERMIL > PER REQUEST"), NOW)
        look(store, NOW)
        kept = store.article("article-0")
        again = msgspec.structs.replace(
            kept.record, events=tuple(msgspec.structs.replace(event, id="other") for event in kept.record.events)
        )
        with transaction(store.engine, write=True) as connection:
            put_reading(connection, kept.text, again, Reading("reread", "later", "{}", "2024-05-07T00:00:00+00:00"))
        assert look(store, NOW) == []


def test_statements_are_watched_too(path: Path) -> None:
    with open_store(path) as store:
        set_watch(store, rule("words", 'governor says named "asked for help"'), NOW)
        assert [match.kind for match in look(store, NOW)] == ["statement", "statement"]


def test_an_actor_is_new_only_after_the_watch_was_set(path: Path) -> None:
    with open_store(path) as store:
        set_watch(store, rule("who", "PER* > PER*", "new_actor"), NOW)
        assert look(store, NOW) == []
    fill(path, range(2, 3), "2024-05-06T00:00:00+00:00", sentences=3)
    with open_store(path) as store:
        assert [match.what for match in look(store, NOW)] == ["new: governor 1 PERMIL", "new: governor 2 PERMIL"]
        assert found(store, "who") == ["article-2", "article-2"]
        assert look(store, NOW) == []


def test_a_week_unlike_the_weeks_before_is_told_once(path: Path) -> None:
    fill(path, range(2, 3), sentences=40)  # all on 3 May 2024
    with open_store(path) as store:
        set_watch(store, rule("many", "PER* > PER*", "level"), NOW)
        told = look(store, "2024-05-08T00:00:00+00:00")
        assert [match.what for match in told] == [
            "more: 42 in the week of 2024-04-29, 0.0 a week in the 4 weeks before"
        ]
        assert look(store, "2024-05-09T00:00:00+00:00") == []
        assert [match.what[:5] for match in look(store, "2024-05-16T00:00:00+00:00")] == ["fewer"]


def test_a_watch_of_another_rule_starts_anew(path: Path) -> None:
    with open_store(path) as store:
        for line in ("PERMIL > PER", "PERMIL > PER", "PERMIL > PER REQUEST"):
            set_watch(store, rule("help", line), NOW)
            look(store, NOW)
        assert len(Watching(store.engine).all()) == 1
        assert len(found(store)) == 2
        Watching(store.engine).remove("help")
        assert found(store) == []
        with pytest.raises(StoreError, match="no watch 'help'"):
            Watching(store.engine).remove("help")


def test_a_confirmation_and_a_denial_are_told_once(tmp_path: Path) -> None:
    attack = ("rebels", "attacked", "Norway", "2024-05-01")
    with open_store(tmp_path / "told.db", create=True) as store:
        put(store, report("first", [attack]), report("second", [attack], outlet="The Herald"))
        set_watch(store, rule("sure", "> NOR ASSAULT", "confirmed"), NOW)
        set_watch(store, rule("not", "> NOR ASSAULT", "denied"), NOW)
        assert look(store, NOW) == []  # nothing is linked yet
        link(store, NOW)
        assert [match.what for match in look(store, NOW)] == [
            "confirmed by The Post, The Herald: rebels [---REB] → Norway [NOR]: ASSAULT, actual"
        ]
        put(store, report("third", [attack], outlet="The Times", denier="Anna Berg"))
        link(store, NOW)
        assert [(match.watch, match.kind) for match in look(store, NOW)] == [("not", "denial")]
        assert look(store, NOW) == []
