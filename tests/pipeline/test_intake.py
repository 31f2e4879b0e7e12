"""From a page to a document: a stable id, and an extractor that may break."""

import msgspec
import pytest

from onrecord.errors import CleaningError
from onrecord.model.page import CleanPage, Page
from onrecord.pipeline import intake
from onrecord.resources import date_shares

PAGE = Page(location="a.txt", raw=b"The mayor spoke.", digest="0" * 64, media_type="text/plain")


def test_the_same_words_have_the_same_id() -> None:
    one, other = CleanPage(text="The  mayor\nspoke.", title="A"), CleanPage(text="The mayor spoke.", title="A")
    assert intake.article_id(one) == intake.article_id(other)
    assert intake.article_id(one) != intake.article_id(CleanPage(text="The mayor spoke.", title="B"))
    assert intake.document(one).id == intake.article_id(one)


def test_a_broken_extractor_is_an_error_of_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page, repairs_off: tuple[str, ...]) -> CleanPage:
        raise RecursionError("too deep")

    monkeypatch.setattr(intake, "clean", broken)
    with pytest.raises(CleaningError, match="RecursionError"):
        intake.cleaned(PAGE)


TOLD = {
    "title": "Talks", "published": "2024-05-06", "published_from": "feed", "updated": "2024-05-07", "section": "World",
    "tags": "peace\ntalks", "author": "Ana Ruiz",
}  # fmt: skip


def test_what_the_source_says_is_kept_with_where_it_is_from() -> None:
    article = intake.cleaned(msgspec.structs.replace(PAGE, metadata=TOLD))
    assert (article.published, article.published_from, article.updated) == ("2024-05-06", "feed", "2024-05-07")
    assert (article.page.tags, article.page.section, article.authors) == (("peace", "talks"), "World", ("Ana Ruiz",))
    plain = intake.cleaned(msgspec.structs.replace(PAGE, metadata={"published": "2024-05-06"}))
    assert plain.published_from == "source"
    assert (article.published_confidence, plain.published_confidence) == (None, None)  # nobody has measured those


def test_a_date_says_how_often_such_a_source_is_right() -> None:
    told = b"<meta property='article:published_time' content='2024-05-06'>"
    raw = b"<html><head>" + told + b"</head><body><article><p>" + b"The mayor spoke of the harbour. " * 9 + b"</p>"
    article = intake.cleaned(msgspec.structs.replace(PAGE, raw=raw, media_type="text/html"))
    assert article.published_from == "meta"
    assert article.published_confidence == date_shares()["meta"]
    assert all(0.5 < share < 1 for share in date_shares().values())


def test_hints_fill_in_only_what_the_page_leaves_open() -> None:
    open_page = intake.cleaned(msgspec.structs.replace(PAGE, hints=TOLD))
    assert (open_page.title, open_page.published, open_page.published_from) == ("Talks", "2024-05-06", "feed")
    assert open_page.authors == ("Ana Ruiz",)
    own = {"title": "Own", "published": "2024-05-01", "author": "Jo Roe"}
    said = intake.cleaned(msgspec.structs.replace(PAGE, metadata=own, hints=TOLD))
    assert (said.title, said.published, said.published_from) == ("Own", "2024-05-01", "source")
    assert said.authors == ("Jo Roe",)


def test_the_time_of_retrieval_is_never_a_date_of_publication() -> None:
    assert intake.cleaned(msgspec.structs.replace(PAGE, retrieved="2024-05-06T10:00:00Z")).published is None
