"""The pipeline: order checked when it is built, failures stored, the rest goes on."""

import pytest

from onrecord.errors import PipelineError, ResourceError
from onrecord.language import Language
from onrecord.model.document import Document
from onrecord.model.record import Time
from onrecord.model.span import Span
from onrecord.pipeline import Pipeline

ENGLISH = "The minister said that the talks would go on in the spring, and that she was not in a hurry."


class Marks:
    """Adds one time, whatever the text."""

    name = "marks"
    requires = frozenset[str]()
    provides = frozenset({"times"})

    def __call__(self, document: Document) -> Document:
        time = Time(id="t1", span=Span(0, 3), type="DATE", value="2020", rule="test")
        return document.with_layers(times=(time,))


class Needs:
    """Requires the layer that Marks provides, and fails in the way it is told to."""

    name = "needs"
    requires = frozenset({"times"})
    provides = frozenset[str]()

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    def __call__(self, document: Document) -> Document:
        if self.error:
            raise self.error
        return document


def test_stages_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(PipelineError, match="times"):
        Pipeline([Needs(), Marks()], 1000)


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyError("x"), "OR-STAGE"), (ResourceError("gone"), "OR-RESOURCE"), (RecursionError(), "OR-STAGE")],
)
def test_a_failing_stage_is_stored_and_the_other_layers_stay(error: Exception, code: str) -> None:
    document = Pipeline([Marks(), Needs(error)], 1000).read(Document(id="a", text=ENGLISH)).document
    assert [(failure.stage, failure.code) for failure in document.failures] == [("needs", code)]
    assert document.times


def test_a_text_too_long_is_stored_unread() -> None:
    reading = Pipeline([Marks()], 10).read(Document(id="a", text=ENGLISH))
    assert reading.document.failures[0].code == "OR-TOO-LARGE"
    assert reading.document.times == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ministerin sagte am Montag, dass die Gespräche mit den Nachbarn im Frühjahr weitergehen würden."),
        ("es", "La ministra dijo el lunes que las conversaciones con los países vecinos seguirían en la primavera."),
        ("ru", "Министр заявила в понедельник, что переговоры с соседями продолжатся весной."),
    ],
)
def test_another_language_is_named_and_not_read(language: str, text: str) -> None:
    document = Pipeline([Language(), Marks()], 1000).read(Document(id="a", text=text)).document
    assert document.language == language
    assert document.times == ()
    assert [failure.code for failure in document.failures] == ["OR-LANGUAGE"]


@pytest.mark.parametrize("text", [ENGLISH, "Kyiv said no.", "Police shot a man.", "", "“”", "2022", "😀"])
def test_english_and_what_cannot_be_told_is_read(text: str) -> None:
    assert Pipeline([Language(), Marks()], 1000).read(Document(id="a", text=text)).document.times
