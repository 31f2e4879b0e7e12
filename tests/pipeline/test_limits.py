"""A page costs no more than it may, whatever it was made for."""

import time

import pytest

from onrecord.config import Settings
from onrecord.errors import OverdueError, TooLargeError, UnsafeError
from onrecord.model.page import CleanPage, Page
from onrecord.pipeline import intake, limits

PARAGRAPH = b"<p>The minister said on Monday that the border would stay closed until the spring of next year.</p>"


def page(raw: bytes) -> Page:
    return Page(location="a.html", raw=raw, digest="0" * 64, media_type="text/html")


@pytest.mark.parametrize("swallows", [False, True])
def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, swallows: bool) -> None:
    def endless(_: Page) -> CleanPage:
        for _ in range(2):
            try:
                while True:
                    time.sleep(0.01)
            except BaseException:
                if not swallows:
                    raise
        raise AssertionError("given up at last, but not in time")

    monkeypatch.setattr(intake, "clean", endless)
    monkeypatch.setattr(limits, "_AGAIN_S", 0.05)
    started = time.monotonic()
    with pytest.raises((OverdueError, intake.CleaningError)):
        intake.cleaned(page(PARAGRAPH), Settings(max_seconds=0.1))
    assert time.monotonic() - started < 2
    time.sleep(0.1)  # no alarm is left


def test_large_pages_are_refused_before_they_are_parsed() -> None:
    with pytest.raises(TooLargeError, match="max_page_bytes"):
        intake.cleaned(page(PARAGRAPH * 100), Settings(max_page_bytes=5000))


@pytest.mark.parametrize(
    "attributes",
    [
        b" ".join(b"a%d=1" % number for number in range(30_000)),
        b" ".join(b'a%d=">"' % number for number in range(30_000)),
        b" ".join(b"a%d" % number for number in range(30_000)),
        b" ".join(b"a%d = '\"'" % number for number in range(30_000)),
    ],
)
def test_a_tag_made_to_break_a_parser_is_refused(attributes: bytes) -> None:
    with pytest.raises(UnsafeError, match="attributes"):
        limits.check(page(b"<p " + attributes + b">x</p>" + PARAGRAPH), Settings())


def test_long_scripts_texts_and_values_are_no_attributes() -> None:
    script = b"<script>if (a<b && c) { x = 'it'; } </script>" + b"<p class='x'>" + b"words and words " * 30_000
    limits.check(page(script), Settings())
    limits.check(page(b"<img src='" + b"x " * 300_000 + b"'><p a='" + b"<p b=1>" * 30_000), Settings())


@pytest.mark.parametrize(
    "opening",
    [b"<div>", b"<span>", b"<table><tr><td>", b"<ul><li>", b"<blockquote>", b"<b><i>", b"<!--", b"<a href='"],
)
def test_deep_nesting_neither_breaks_nor_hangs(opening: bytes) -> None:
    try:
        article = intake.cleaned(page(opening * 20_000 + PARAGRAPH * 5))
    except intake.InputError as error:
        assert error.code in ("OR-NO-ARTICLE", "OR-EMPTY", "OR-CLEAN")
    else:
        assert "border" in article.text
