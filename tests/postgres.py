"""A PostgreSQL server of our own, started for the tests that need one; each test gets a database."""

import getpass
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").is_dir() else []


def _binary(name: str) -> str:
    found = shutil.which(name, path=os.pathsep.join(map(str, reversed(_BINARIES)))) or shutil.which(name)
    if found is None:
        raise RuntimeError(f"{name} was not found: these tests need a PostgreSQL server installed")
    return found


def as_server() -> list[str]:
    """What a command begins with to be run as who runs the server, which refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def server(*options_of_cluster: str) -> Iterator[Callable[[], str]]:
    """A running server, as a function that makes a new database and gives its address."""
    with TemporaryDirectory(prefix="or-pg-", dir="/tmp") as folder:
        as_whom = as_server()
        user = "postgres" if as_whom else getpass.getuser()
        if as_whom:
            shutil.chown(folder, user, user)
        data = f"{folder}/data"
        initdb = [
            *as_whom,
            _binary("initdb"),
            *options_of_cluster,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            f"--pgdata={data}",
        ]
        subprocess.run(initdb, check=True, capture_output=True, cwd=folder)
        # Without syncs: the tests are about this program, and each makes a database.
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=50"
        control = [*as_whom, _binary("pg_ctl"), f"--pgdata={data}", "--wait"]
        subprocess.run(
            [*control, f"--log={folder}/log", "-o", options, "start"], check=True, capture_output=True, cwd=folder
        )
        numbers = count()

        def new() -> str:
            name = f"record{next(numbers)}"
            with psycopg.connect(host=folder, user=user, dbname="postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
            return f"postgresql://{user}@/{name}?host={folder}"

        try:
            yield new
        finally:
            subprocess.run([*control, "--mode=immediate", "stop"], check=False, capture_output=True, cwd=folder)
