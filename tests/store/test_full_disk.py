"""A disk that is full: a clear message, nothing lost, half there or doubled, and the run can be continued."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from onrecord.errors import StoreError
from onrecord.store import Run, open_store
from onrecord.store.checking import check
from onrecord.store.erasing import erase
from onrecord.store.forgetting import forget
from tests.conftest import DATABASES
from tests.store.filling import article
from tests.store.test_forgetting import told

COUNT = 250


@pytest.fixture
def small() -> Iterator[Path]:
    """A file system of its own that can hold little."""
    with TemporaryDirectory(prefix="or-small-", dir="/tmp") as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=14m", "none", folder], check=False).returncode:
            pytest.skip("only who may mount a file system can fill one")
        Path(folder).chmod(0o755)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, small: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(small / "record.db")
        return
    address: str = request.getfixturevalue("postgres")()
    (small / "server").mkdir()
    shutil.chown(small / "server", "postgres")
    user, name = address.partition("@")[0], address.partition("@/")[2].partition("?")[0]
    server = f"{user}@/postgres?{address.partition('?')[2]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE TABLESPACE small LOCATION '{small}/server'")  # type: ignore[arg-type]
        connection.execute(f"ALTER DATABASE {name} SET TABLESPACE small")  # type: ignore[arg-type]
        yield address
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]
        connection.execute("DROP TABLESPACE small")


def add_all(run: Run, count: int = COUNT) -> None:
    for number in range(count):
        source, page, record = article(number, 40)
        if not run.has(source) and not run.skip(source):
            run.add(source, page, record)


@pytest.mark.services
def test_a_full_disk_is_named_and_the_run_goes_on_when_there_is_space(place: str, small: Path) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ("x",))
        with pytest.raises(StoreError, match=r"disk is full.*free some space.*every article stored so far is safe"):
            add_all(run)
        kept = list(store.article_ids())
        assert 0 < len(kept) < COUNT
        assert list(check(store)) == []
        subprocess.run(["mount", "-o", "remount,size=200m", small], check=True)
        again = store.resume("test")
        add_all(again)
        counts = again.end("done")
        assert (counts.inputs, counts.stored, len(store)) == (COUNT, COUNT, COUNT)
        assert set(kept) < set(store.article_ids())
        assert list(check(store)) == []


@pytest.mark.services
def test_no_space_to_write_the_file_anew_leaves_what_is_forgotten_to_a_later_time(place: str, small: Path) -> None:
    with open_store(place, create=True) as store:
        add_all(store.begin("test", "{}", ("x",)), 20)
        filler = small / "filler"
        with filler.open("wb") as file:
            for number in (1 << 20, 1 << 12):
                while shutil.disk_usage(small).free > 20_000 + number:
                    file.write(bytes(number))
                    file.flush()
        with pytest.raises(StoreError, match="disk is full"):
            forget(store, told("article", "article-0"))
        filler.unlink()
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
