"""Addresses of PostgreSQL that lead nowhere: a clear message with a way out, and no password in it."""

import traceback

import psycopg
import pytest

from onrecord.errors import StoreError
from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.postgresql import shown, without_secrets
from onrecord.store.schema import articles
from tests.store.filling import article

SECRET = "hush-hush"


@pytest.mark.parametrize(
    ("address", "way_out"),
    [
        (f"postgresql://u:{SECRET}@localhost:port/db", "an address is postgresql://user:password@server:port/database"),
        (f"postgresql://u:{SECRET}@[::1/db", "an address is"),
        (f"postgresql://u:{SECRET}@localhost:99999/db", "99999 is no port"),
        (f"postgresql://u:{SECRET}@1@localhost/db", "with %40 for @"),
        (f"postgresql://u:{SECRET}@localhost/d\0b", "an address is"),
        (f"postgres://u:{SECRET}@localhost:1/db", "is the server running"),
        (f"postgresql://localhost:1/db?password={SECRET}&user=u", "is the server running"),
        (f"postgresql://localhost:1/db?user=u&pass%77ord={SECRET}", "is the server running"),
        (f"postgresql://u@/db?host=/nowhere&sslpassword={SECRET}", "is the server running"),
        (f"postgresql://u:{SECRET}@localhost/db?nonsense=1", "list of parameters"),
        (f"postgresql://localhost/db?connect_timeout=abc&password={SECRET}", "list of parameters"),
        (f"postgresql://u:{SECRET}@server.invalid/db", "is the server's name right"),
    ],
)
def test_a_wrong_address_says_what_to_do_and_no_password(address: str, way_out: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(address, create=True)
    assert way_out in str(caught.value)
    assert SECRET not in str(caught.value)
    assert "\n" not in traceback.format_exception_only(caught.value)[-1].strip()


def test_what_may_be_told_of_a_place() -> None:
    assert shown("a:b@c?password=d") == "a:b@c?password=d"  # a file
    assert shown(f"postgresql://u:{SECRET}@s:1/d?Password={SECRET}&host=h") == "postgresql://u@s:1/d?host=h"
    address = "postgresql://u:p%40ss@s/d"
    assert without_secrets("p@ss p%40ss passport is wrong", address) == "*** *** passport is wrong"


@pytest.mark.services
def test_what_the_server_refuses_says_what_to_do(postgres: object) -> None:
    place: str = postgres()  # type: ignore[operator]
    user, _, rest = place.partition("@")
    for wrong, way_out in (
        (f"{user}@/no_such_base?{rest.partition('?')[2]}", "createdb"),
        (f"postgresql://nobody@{rest}", "createuser"),
        (place, "onrecord read SOURCE"),
    ):
        with pytest.raises(StoreError, match=way_out):
            open_store(wrong)
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(StoreError, match="the user may not do that"):
        open_store(f"postgresql://guest@{rest}", create=True)


@pytest.mark.services
def test_a_connection_that_is_ended_loses_nothing(postgres: object) -> None:
    place: str = postgres()  # type: ignore[operator]
    ended = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
    )
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        run.add(*article(0))
        with (
            pytest.raises(StoreError, match="the server ended the connection"),
            transaction(store.engine, write=True) as writing,
            psycopg.connect(place, autocommit=True) as connection,
        ):
            writing.execute(articles.update().values(title="half done"))
            connection.execute(ended)
            writing.execute(articles.update().values(title="done"))
        assert store.article("article-0").title == article(0)[1].title
        assert run.add(*article(1)).kind == "stored"
        assert len(store) == 2
