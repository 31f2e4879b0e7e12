"""Headlines of pages."""

import pytest

from onrecord.clean.metadata import read, tree_of

SITE = '<meta property="og:site_name" content="The Daily Example">'


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Bridge reopens - The Daily Example", "Bridge reopens"),
        ("Bridge reopens | Daily Example", "Bridge reopens"),
        ("Bridge reopens | City | Daily Example", "Bridge reopens"),
        ("Bridge reopens - City", "Bridge reopens"),
        ("Bridge reopens : dailyexample.org", "Bridge reopens"),
        ("Daily Example | Bridge reopens", "Bridge reopens"),
        ("Daily Example: bridge – a story of steel", "Daily Example: bridge – a story of steel"),
        ("Bridge reopens - all of the city came", "Bridge reopens - all of the city came"),
        ("Daily routines - a guide", "Daily routines - a guide"),
        ("Bridge &quot;reopens&quot;", 'Bridge "reopens"'),
        ("橋が再開：dailyexample", "橋が再開"),
    ],
)
def test_a_title_loses_its_site_and_section(title: str, wanted: str) -> None:
    section = '<meta property="article:section" content="City"><link rel="canonical" href="https://dailyexample.org/1">'
    assert read(tree_of(f"{SITE}{section}<title>{title}</title><p>x"), None).title == wanted


def test_the_printed_headline_is_taken_where_the_declared_one_is_it_with_marks() -> None:
    title = '<meta property="og:title" content="{}"><h1>Two years of work on the old bridge</h1><p>x'
    for declared in ("Two years of work on the old…", "Opinion | Two years of work on the old bridge"):
        assert read(tree_of(title.format(declared)), None).title == "Two years of work on the old bridge"


def test_a_title_that_is_but_the_site_gives_way_to_the_heading() -> None:
    assert read(tree_of(f"{SITE}<title>The Daily Example</title><h1>Bridge reopens</h1><p>x"), None).title == (
        "Bridge reopens"
    )


SEARCHED = "Bridge repair cost: what the old bridge will cost the city"


@pytest.mark.parametrize(
    ("shared", "heading", "wanted"),
    [
        ("A bridge too dear for its town", SEARCHED, "A bridge too dear for its town"),
        ("A bridge too dear for its town", "A headline on the page alone", SEARCHED),
        ("What the old bridge will cost the city", SEARCHED, SEARCHED),
        ("News and weather of the county today", SEARCHED, SEARCHED),
        ("Bridge costs", SEARCHED, SEARCHED),
    ],
)
def test_the_headline_for_readers_is_told_from_the_one_for_searches(shared: str, heading: str, wanted: str) -> None:
    markup = f"""{SITE}<meta property="og:title" content="{shared}"><title>{SEARCHED} | Daily Example</title>
      <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{SEARCHED}"}}</script>
      <h1>Log in</h1><h1>{heading}</h1><p>x"""
    assert read(tree_of(markup), None).title == wanted
