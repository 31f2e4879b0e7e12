"""Fixtures that need the language model, loaded once a session, and places of stores in each kind of database."""

from collections.abc import Callable, Iterator

import pytest

from onrecord.config import Settings
from onrecord.language import Parser
from onrecord.model.document import Document
from onrecord.pipeline import Pipeline, reader
from tests.postgres import server

# The databases that a store may be in; the suites of store and query run over each.
DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.services))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """A function that makes a new database in a server of our own."""
    with server() as new:
        yield new


@pytest.fixture(scope="session")
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """A function from a kind of database to a place where a store can be made."""

    def new(kind: str) -> str:
        if kind == "sqlite":
            return str(tmp_path_factory.mktemp("store") / "a store?#%.db")
        found: str = request.getfixturevalue("postgres")()
        return found

    return new


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> str:
    """Where a store can be made, in each kind of database."""
    return new_place(request.param)


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(Settings().model)


@pytest.fixture(scope="session")
def parsed(parser: Parser) -> Callable[[str], Document]:
    """A function from a text to its document with a parse."""
    return lambda text: parser(Document(id="test", text=text, language="en"))


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return reader(Settings(event_confidence=0.0))  # what the rules read, however sure


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[..., Document]:
    """A function from a text and its metadata to the document with every layer."""
    return lambda text, **metadata: pipeline.read(Document(id="test", text=text, **metadata)).document
