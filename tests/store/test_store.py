"""Opening a store, putting articles in, taking them out."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from onrecord.errors import StoreError
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import Input, Store, migrations, open_store
from onrecord.store.connection import transaction
from onrecord.store.schema import VERSION, inputs, metadata, runs, store_version
from tests.conftest import DATABASES
from tests.store.filling import article
from tests.strategies import articles, words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture(scope="module", params=DATABASES)
def shared(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Store]:
    with open_store(new_place(request.param), create=True) as store:
        yield store


@settings(max_examples=30, deadline=None)
@given(articles(), words)
def test_what_is_stored_comes_back(shared: Store, pair: tuple[CleanPage, Record], location: str) -> None:
    page, record = pair
    with transaction(shared.engine, write=True) as connection:
        for table in reversed(metadata.sorted_tables):
            if table is not store_version:
                connection.execute(table.delete())
    run = shared.begin("test", "{}", (location,))
    assert run.add(Input(position=0, location=location, digest="d"), page, record).kind == "stored"
    stored = shared.article(record.id)
    assert stored.record == record
    assert stored.page == page
    assert stored.location == location
    assert list(shared) == [stored]


def test_the_same_bytes_or_the_same_words_are_duplicates(place: str) -> None:
    source, page, record = article(0)
    other = Input(position=1, location="copy.txt", digest="other bytes")
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        assert not run.skip(source)
        assert run.add(source, page, record).kind == "stored"
        assert run.add(other, page, record).kind == "duplicate"
        again = store.begin("test", "{}", ())
        assert [again.skip(source), again.skip(other)] == [True, True]
        counts = again.end("done")
        assert (counts.inputs, counts.stored, counts.duplicate, counts.rejected) == (2, 0, 2, 0)
        assert len(store) == 1


@given(st.lists(st.sampled_from(["new", "same", "OR-EMPTY", "OR-KIND"]), max_size=12))
@settings(max_examples=8, deadline=None)
def test_counts_add_up(tmp_path_factory: pytest.TempPathFactory, kinds: list[str]) -> None:
    with open_store(tmp_path_factory.mktemp("counts") / "record.db", create=True) as store:
        run = store.begin("test", "{}", ())
        for position, kind in enumerate(kinds):
            source, page, record = article(position if kind == "new" else 99)
            source = Input(position=position, location="one place", digest=source.digest)
            if kind.startswith("OR-"):
                run.reject(source, kind, "because")
            elif not run.skip(source):
                run.add(source, page, record)
        counts = run.end("done")
    assert counts.inputs == len(kinds) == counts.stored + counts.duplicate + counts.rejected
    assert counts.reasons == {code: kinds.count(code) for code in set(kinds) if code.startswith("OR-")}
    assert counts.stored == kinds.count("new") + ("same" in kinds)


def test_articles_come_by_date_and_by_number(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        for number, published in enumerate([None, "2024-05-02", "2023"]):
            source, page, record = article(number)
            record = Record(id=record.id, published=published)
            run.add(source, page, record)
        assert list(store.article_ids()) == ["article-2", "article-1", "article-0"]
        assert [found.id for found in store] == list(store.article_ids())
        assert [found and found.id for found in map(store.nth, (1, 3, 4, 0))] == ["article-2", "article-0", None, None]


def test_nothing_of_an_article_is_left_when_it_fails(place: str) -> None:
    source, page, record = article(0)
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        broken = Record(id="a", statements=record.statements, events=record.events * 2)
        with transaction(store.engine, write=True) as connection:
            connection.execute(text("CREATE UNIQUE INDEX one_event ON events (id)"))
        with pytest.raises(StoreError):
            run.add(source, page, broken)
        with transaction(store.engine) as connection:
            kept = [table for table in metadata.sorted_tables if table not in (runs, store_version)]
            left = {table.name: connection.execute(select(table)).all() for table in kept}
        assert not any(left.values())


def test_no_clock_in_what_is_stored_of_an_article(place: str) -> None:
    with open_store(place, create=True) as store:
        store.begin("test", "{}", (), started="2024-05-04T10:00:00")
        with transaction(store.engine) as connection:
            assert connection.execute(select(runs.c.started)).scalar() == "2024-05-04T10:00:00"
    timed = [column for table in metadata.sorted_tables for column in table.columns if column.name == "started"]
    assert timed == [runs.c.started]


def test_a_full_disk_is_named_and_leaves_the_rest_readable(path: Path) -> None:
    with open_store(path, create=True) as store:
        run = store.begin("test", "{}", ())
        run.add(*article(0))
        with transaction(store.engine) as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StoreError, match="free some space"):
            for number in range(1, 50):
                run.add(*article(number))
        assert store.record("article-0") == article(0)[2]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such store"),
        (b"", "nothing in it"),
        (b"The minister said no." * 100, "no record store"),
    ],
)
def test_what_is_no_store_is_refused(path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=message) as caught:
        open_store(path)
    assert str(path) in str(caught.value)


def test_another_database_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(StoreError, match="no record store"):
            open_store(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["missing/record.db", "file/record.db", "."])
def test_where_no_store_can_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path / place, create=True)


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(StoreError, match="cannot be"):
        open_store("/proc/record.db", create=True)


def _add_column(connection: object) -> None:
    connection.execute(text("ALTER TABLE articles ADD COLUMN mood TEXT"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("create", [True, False])
def test_an_older_store_is_brought_up_to_date(place: str, monkeypatch: pytest.MonkeyPatch, create: bool) -> None:
    with open_store(place, create=True) as store:
        store.begin("test", "{}", ()).add(*article(0))
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    monkeypatch.setitem(migrations.STEPS, VERSION, _add_column)
    with open_store(place, create=create) as store:
        assert "mood" in {column["name"] for column in inspect(store.engine).get_columns("articles")}
        assert store.record("article-0") == article(0)[2]
        with transaction(store.engine) as connection:
            assert migrations.version(connection) == VERSION + 1
    open_store(place).close()


def test_a_later_store_is_refused(place: str) -> None:
    with open_store(place, create=True) as store, transaction(store.engine, write=True) as connection:
        connection.execute(store_version.update().values(version=99))
    for create in (False, True):
        with pytest.raises(StoreError, match="install a later onrecord"):
            open_store(place, create=create)


def test_readers_go_on_while_one_writes(place: str) -> None:
    with open_store(place, create=True) as store, open_store(place) as reader:
        store.begin("test", "{}", ()).add(*article(0))
        with transaction(store.engine, write=True) as connection:
            connection.execute(inputs.delete())
            assert len(reader) == 1


def test_every_table_and_column_is_explained() -> None:
    for table in metadata.sorted_tables:
        assert table.comment
        assert all(column.comment for column in table.columns), table.name


def test_tables_hold_nothing_that_only_sqlite_knows() -> None:
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_store_that_may_only_be_read_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path, create=True) as store:
        store.begin("test", "{}", ()).add(*article(0))
    before = sorted(path.parent.iterdir())
    # Tests may run as a user who may write everywhere, so the answer is given here.
    monkeypatch.setattr("onrecord.store.connection.os.access", lambda *_: False)
    with open_store(path) as store:
        assert store.record("article-0") == article(0)[2]
        assert sorted(path.parent.iterdir()) == before
        with pytest.raises(StoreError, match="cannot be written"):
            store.begin("test", "{}", ())
