"""Fixtures that need the language model, loaded once a session; and what a run leaves out, named at its end."""

from collections.abc import Callable

import pytest

from onrecord.config import Settings
from onrecord.language import Parser
from onrecord.model.document import Document
from onrecord.pipeline import Pipeline, reader


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(Settings().model)


@pytest.fixture(scope="session")
def parsed(parser: Parser) -> Callable[[str], Document]:
    """A function from a text to its document with a parse."""
    return lambda text: parser(Document(id="test", text=text, language="en"))


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return reader(Settings())


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[..., Document]:
    """A function from a text and its metadata to the document with every layer."""
    return lambda text, **metadata: pipeline.read(Document(id="test", text=text, **metadata)).document


_LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_deselected(items: list[pytest.Item]) -> None:
    if items:
        items[0].config.stash.setdefault(_LEFT_OUT, []).extend(item.nodeid for item in items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    left_out = config.stash.get(_LEFT_OUT, [])
    if left_out:
        terminalreporter.section("left out here; make test-services runs them")
        for name in left_out:
            terminalreporter.line(name)
