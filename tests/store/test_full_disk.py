"""A disk that is full: a clear message, nothing lost, half there or doubled, and the run can be continued."""

import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import psycopg
import pytest
from sqlalchemy import event

from onrecord.errors import StoreError
from onrecord.store import Run, Store, open_store
from onrecord.store.checking import check
from onrecord.store.erasing import erase
from onrecord.store.forgetting import forget
from tests.postgres import as_server, server
from tests.store.filling import article
from tests.store.test_forgetting import told

COUNT = 160
_SAFE = "every article stored so far is safe"


class Disk(Protocol):
    """Where a store is that can be made to hold little, without the right to mount a file system."""

    place: str
    message: str

    def fill(self, store: Store, left: int) -> None:
        """Lets no file of the store become longer than ``left`` bytes."""

    def free(self, store: Store) -> None:
        """Lets files be as long as they like again."""


class LongestFile:
    """SQLite's file and log where the system refuses to write on: as a quota does."""

    message = f"disk I/O error: the disk fails, or a quota .* is reached; {_SAFE}"

    def __init__(self, place: str) -> None:
        self.place = place
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self, _: Store, left: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (left, self._before[1]))

    def free(self, _: Store | None = None) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class MostPages:
    """SQLite's own bound on a file, which is told in the words of a full disk; it holds only for a file that grows."""

    message = f"disk is full: free some space and run it again; {_SAFE}"

    def __init__(self, place: str) -> None:
        self.place = place
        self._pages = 1 << 30

    def fill(self, store: Store, left: int) -> None:
        self._pages = left // 4096
        event.listen(store.engine, "checkout", self._bound)

    def free(self, _: Store) -> None:
        self._pages = 1 << 30

    def _bound(self, connection: object, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={self._pages}")  # type: ignore[attr-defined]


class ServersLongestFile:
    """PostgreSQL takes a limit on the size of files for a full disk, and says so in its sources."""

    message = f"server's disk is full: free some space. {_SAFE}; run it again"

    def __init__(self, place: str) -> None:
        self.place = place
        folder = place.partition("?host=")[2]
        self._server = Path(folder, "data", "postmaster.pid")

    def fill(self, store: Store, left: int) -> None:
        self._limit(f"{left}:", store)

    def free(self, store: Store) -> None:
        self._limit("unlimited:", store)

    def _limit(self, most: str, store: Store) -> None:
        number = self._server.read_text().split()[0]
        subprocess.run([*as_server(), "prlimit", f"--pid={number}", f"--fsize={most}"], check=True)
        store.engine.dispose()  # a process of the server keeps the limit that it was started with


SERVER = pytest.param("server", marks=pytest.mark.services)


@pytest.fixture(params=["longest file", SERVER])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    if request.param == "server":
        with server("--wal-segsize=1") as new:  # in megabytes; the log's files are under the limit, too
            yield ServersLongestFile(new())
    elif request.param == "most pages":
        yield MostPages(str(tmp_path / "record.db"))
    else:
        limited = LongestFile(str(tmp_path / "record.db"))
        yield limited
        limited.free()


def add_all(run: Run, count: int = COUNT) -> None:
    for number in range(count):
        source, page, record = article(number, 40)
        if not run.has(source) and not run.skip(source):
            run.add(source, page, record)


@pytest.mark.parametrize("disk", ["longest file", "most pages", SERVER], indirect=True)
def test_a_full_disk_is_named_and_the_run_goes_on_when_there_is_space(disk: Disk) -> None:
    with open_store(disk.place, create=True) as store:
        disk.fill(store, 1_300_000)
        run = store.begin("test", "{}", ("x",))
        with pytest.raises(StoreError, match=disk.message):
            add_all(run)
        kept = list(store.article_ids())
        assert 0 < len(kept) < COUNT
        assert list(check(store)) == []
        disk.free(store)
        again = store.resume("test")
        add_all(again)
        counts = again.end("done")
        assert (counts.inputs, counts.stored, len(store)) == (COUNT, COUNT, COUNT)
        assert set(kept) < set(store.article_ids())
        assert list(check(store)) == []


def test_no_space_to_write_the_file_anew_leaves_what_is_forgotten_to_a_later_time(disk: Disk) -> None:
    with open_store(disk.place, create=True) as store:
        add_all(store.begin("test", "{}", ("x",)), 20)
        disk.fill(store, 400_000)
        with pytest.raises(StoreError, match=disk.message):
            forget(store, told("article", "article-0"))
        disk.free(store)
        assert forget(store, told("article", "article-0")) in (0, 1)
        assert erase(store.engine, 0)
        assert len(store) == 19
        assert list(check(store)) == []


_FULL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.code = 'PERMIL' AND NEW.article = 'article-3' AND NEW.event = 7 THEN
        RAISE disk_full USING MESSAGE = 'could not extend file "base/1/2": No space left on device';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON participants FOR EACH ROW EXECUTE FUNCTION full_disk();
"""


@pytest.mark.services
def test_the_servers_own_error_in_the_middle_of_an_article(postgres: Callable[[], str]) -> None:
    place = postgres()
    with open_store(place, create=True) as store:
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(_FULL)
        run = store.begin("test", "{}", ("x",))
        with pytest.raises(StoreError, match=r"disk is full: free some space\. every article stored so far is safe"):
            add_all(run)
        assert sorted(store.article_ids()) == [f"article-{number}" for number in range(3)]
        assert list(check(store)) == []
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute("DROP TRIGGER full_disk ON participants")
        add_all(store.resume("test"), 5)
        assert len(store) == 5
