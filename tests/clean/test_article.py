"""From a page's bytes to its article."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean import clean
from onrecord.clean.decode import decode
from onrecord.errors import EmptyError, InputError, NoArticleError
from onrecord.model.page import CleanPage, MediaType, Page

TEXT = """Council approves bridge repairs

The city council isn”;t waiting any longer, a spokeswoman told the Daily Example on Monday.

“;We start in May,”; said Mayor Jane Doe –; and nobody disagreed.

Advertisement

The work will cost 4 million and last until autumn.

Read more:

What do you think?

12 Points
Upvote Downvote

Written by johnroe

Seven Bridges You Should See

How to Paint a Fence | Part Two
"""
PARAGRAPHS = [
    f"The council met on day {day} and spoke at length about the old bridge, its stones and its uncertain future."
    for day in range(8)
]


def page(raw: bytes | str, media_type: MediaType = "text/plain", **told: str) -> Page:
    raw = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    return Page(location="x", raw=raw, digest=sha256(raw).hexdigest(), media_type=media_type, metadata=told)


def html_page(body: str, head: str = "") -> Page:
    return page(f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>", "text/html")


def test_a_plain_text_is_freed_of_all_that_is_not_its_article() -> None:
    article = clean(page(TEXT))
    assert article.title == "Council approves bridge repairs"
    assert article.authors == ("johnroe",)
    assert article.page.points == 12
    assert article.page.related == ("Seven Bridges You Should See", "How to Paint a Fence | Part Two")
    assert article.original_outlet == "Daily Example"
    assert article.text == (
        "The city council isn't waiting any longer, a spokeswoman told the Daily Example on Monday.\n\n"
        "“We start in May,” said Mayor Jane Doe – and nobody disagreed.\n\n"
        "The work will cost 4 million and last until autumn."
    )
    assert [one.rule for one in article.repairs] == ["entity-remnant"] * 4


def test_the_article_leads_back_to_the_file() -> None:
    article = clean(page(TEXT))
    at = article.text.index("autumn")
    found = article.offsets.found(at)
    assert found is not None
    assert TEXT[found : found + 6] == "autumn"
    assert article.offsets.found(article.text.index("'t waiting")) is None


def test_a_dateline_stays_and_names_the_agency() -> None:
    article = clean(page("LAGOS, March 3 (Reuters) - The port reopened.\n\nShips came at once."))
    assert article.text.startswith("LAGOS, March 3 (Reuters) - The port")
    assert article.original_outlet == "Reuters"
    assert article.title is None


def test_nobody_but_an_outlet_is_the_original() -> None:
    assert clean(page("The mayor told reporters on Monday that the bridge is safe.")).original_outlet is None


def test_a_web_page_gives_its_paragraphs_and_its_metadata() -> None:
    body = "<nav>Home</nav><article><h1>Bridge talks</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article>"
    article = clean(
        html_page(body, '<meta property="og:site_name" content="Daily Example"><title>Bridge talks</title>')
    )
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.title, article.outlet, article.published, article.language) == (
        "Bridge talks",
        "Daily Example",
        None,
        "en",
    )


def test_the_headline_is_no_part_of_the_text_also_where_another_is_the_title() -> None:
    body = "<article><div><h1>Old bridge, new bill</h1></div>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    article = clean(html_page(body, '<meta property="og:title" content="A bill for the bridge"><title>x</title>'))
    assert (article.title, article.text) == ("A bill for the bridge", "\n\n".join(PARAGRAPHS))


def test_an_article_in_several_blocks_is_read_whole() -> None:
    blocks = [PARAGRAPHS[:3], PARAGRAPHS[3:5], PARAGRAPHS[5:]]
    body = "".join(
        f'<div class="article-body">{"".join(f"<p>{p}</p>" for p in block)}</div><div class="ad">Buy</div>'
        for block in blocks
    )
    text = clean(html_page(f"<main><h1>Bridge talks</h1>{body}</main>")).text
    assert all(paragraph in text for paragraph in PARAGRAPHS)


def test_what_the_source_says_of_its_article_counts() -> None:
    article = clean(page("Ships came.", published="2021-05-04", title="Port", author="By Jane Doe\nJohn Roe"))
    assert (article.published, article.published_from, article.title) == ("2021-05-04", "source", "Port")
    assert article.authors == ("Jane Doe", "John Roe")
    assert clean(page("Ships came.", published="yesterday")).published is None


@pytest.mark.parametrize(
    ("given_page", "error"),
    [
        (page("Advertisement\n"), EmptyError),
        (page("\ufeff".encode()), EmptyError),
        (html_page(""), NoArticleError),
        (page("", "text/html"), NoArticleError),
    ],
)
def test_a_page_without_an_article_is_refused(given_page: Page, error: type[InputError]) -> None:
    with pytest.raises(error):
        clean(given_page)


def survives(given_page: Page) -> CleanPage | None:
    try:
        article = clean(given_page)
    except InputError:
        return None
    found = decode(given_page.raw)
    if given_page.media_type == "text/plain":
        for start, at, length in article.offsets.pieces:
            assert article.text[start : start + length] == found[at : at + length]
    return article


LINES = st.sampled_from([*TEXT.split("\n"), "”", "“;", "🚢", "שלום עולם", "\ud800", "By Jane Doe", "Tags: a, b", " "])


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_any_lines_are_survived_and_lead_back(text: str) -> None:
    survives(page(text))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_survived(raw: bytes, is_html: bool) -> None:
    survives(page(raw, "text/html" if is_html else "text/plain"))


@pytest.mark.parametrize(
    "text",
    ["word " * 60_000, "“" * 100_000, "x" * 300_000, "a\n" * 60_000, "Ã©" * 20_000, "<div>" * 5_000, "<p>a " * 5_000],
    ids=["words", "marks", "letters", "lines", "mojibake", "deep", "paragraphs"],
)
def test_long_texts_are_survived(text: str) -> None:
    survives(page(text, "text/html" if text.startswith("<") else "text/plain"))
