"""From a page to a document: a stable id, and an extractor that may break."""

import pytest

from onrecord.errors import CleaningError
from onrecord.model.page import CleanPage, Page
from onrecord.pipeline import intake

PAGE = Page(location="a.txt", raw=b"The mayor spoke.", digest="0" * 64, media_type="text/plain")


def test_the_same_words_have_the_same_id() -> None:
    one, other = CleanPage(text="The  mayor\nspoke.", title="A"), CleanPage(text="The mayor spoke.", title="A")
    assert intake.article_id(one) == intake.article_id(other)
    assert intake.article_id(one) != intake.article_id(CleanPage(text="The mayor spoke.", title="B"))
    assert intake.document(one).id == intake.article_id(one)


def test_a_broken_extractor_is_an_error_of_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page) -> CleanPage:
        raise RecursionError("too deep")

    monkeypatch.setattr(intake, "clean", broken)
    with pytest.raises(CleaningError, match="RecursionError"):
        intake.cleaned(PAGE)
