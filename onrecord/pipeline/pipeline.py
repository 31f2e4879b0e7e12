"""Runs the stages over a document, in order, each behind the one boundary where anything may fail."""

import time
from collections.abc import Sequence

import msgspec

from onrecord.errors import LanguageError, OnrecordError, PipelineError, StageError, TooLargeError
from onrecord.model.document import Document
from onrecord.model.record import Failure
from onrecord.types import Stage

READ_LANGUAGES = frozenset({"en"})


class Reading(msgspec.Struct, frozen=True):
    """A document that has been read, and the seconds each stage took."""

    document: Document
    seconds: dict[str, float]


class Pipeline:
    """Stages in the order given.

    Raises:
        PipelineError: a stage requires a layer that no earlier stage provides.
    """

    def __init__(self, stages: Sequence[Stage], max_characters: int) -> None:
        there: set[str] = set()
        for stage in stages:
            if missing := stage.requires - there:
                raise PipelineError(f"stage {stage.name} requires {sorted(missing)}, which no earlier stage provides")
            there |= stage.provides
        self.stages = tuple(stages)
        self._max_characters = max_characters

    def read(self, document: Document) -> Reading:
        """Never raises: a stage that fails leaves its layers empty and a failure behind."""
        if len(document.text) > self._max_characters:
            refusal = TooLargeError(f"{len(document.text)} characters; at most {self._max_characters} are read")
            return Reading(_failed(document, "input", refusal), {})
        seconds: dict[str, float] = {}
        for stage in self.stages:
            started = time.perf_counter()
            document = _run(stage, document)
            seconds[stage.name] = time.perf_counter() - started
            if unread := _unread(document):
                return Reading(_failed(document, stage.name, unread), seconds)
        return Reading(document, seconds)


def _unread(document: Document) -> OnrecordError | None:
    """Why reading stops here: never the rules of one language over another."""
    if document.language is not None and document.language not in READ_LANGUAGES:
        return LanguageError(f"the text is in {document.language!r}; read are {sorted(READ_LANGUAGES)}")
    return None


def _run(stage: Stage, document: Document) -> Document:
    try:
        return stage(document)
    except OnrecordError as error:
        return _failed(document, stage.name, error)
    except Exception as error:  # noqa: BLE001  # the per-document boundary: the batch goes on
        return _failed(document, stage.name, StageError(f"{type(error).__name__}: {error}"))


def _failed(document: Document, stage: str, error: OnrecordError) -> Document:
    failure = Failure(stage=stage, code=error.code, message=error.message)
    return document.with_layers(failures=(*document.failures, failure))
