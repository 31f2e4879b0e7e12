"""A site over the samples: asked in this process, and by a real browser."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from onrecord.cli.read import begun, take_in
from onrecord.config import Settings
from onrecord.linking.passes import link
from onrecord.store import open_store
from onrecord.store.plan import Plan
from onrecord.web.app import make_app
from onrecord.web.safety import Access

SAMPLES = sorted(str(each) for each in (Path(__file__).parents[2] / "samples").glob("[0-9]*"))
NOW = "2024-06-01T00:00:00+00:00"


@pytest.fixture(scope="session")
def samples_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples, linked."""
    path = tmp_path_factory.mktemp("web") / "record.db"
    plan = Plan(sources=tuple(SAMPLES), columns=(), limit=None, follow=False, settings=Settings())
    with open_store(path, create=True) as store:
        take_in(store, begun(store, plan, NOW), plan, 1)
        link(store, NOW)
    return path


@pytest.fixture
def record(samples_record: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    path = tmp_path / "record.db"
    path.write_bytes(samples_record.read_bytes())
    return path


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    with TestClient(make_app(str(record)), base_url="http://127.0.0.1", follow_redirects=False) as client:
        client.get("/")  # as a browser, which has been given the mark that forms carry
        yield client


TOKENS = {"a" * 20: "Ana", "b" * 20: "Ben"}


@pytest.fixture
def guarded(record: Path) -> Iterator[TestClient]:
    """The same where a token is needed."""
    app = make_app(str(record), Access(tokens=TOKENS))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


@pytest.fixture
def address(record: Path) -> Iterator[str]:
    """The address of a real server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(str(record)), "127.0.0.1", port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
