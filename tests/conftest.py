"""Fixtures that need the language model, loaded once a session."""

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
