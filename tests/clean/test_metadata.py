"""What a page says of itself."""

import pytest

from onrecord.clean import metadata
from onrecord.clean.metadata import Metadata


def read(markup: str, url: str | None = None) -> Metadata:
    return metadata.read(metadata.tree_of(markup), url)


def test_json_ld_gives_the_headline_before_open_graph() -> None:
    markup = """<script type="application/ld+json">[{"@type": ["NewsArticle"], "headline": "Bridge reopens",
      "datePublished": "2021-05-04T08:00:00+02:00", "dateModified": "2021-05-05", "articleSection": "City",
      "keywords": ["bridges", "steel"], "publisher": {"name": "Daily Example"}}]</script>
      <meta property="og:title" content="You won't believe this bridge"><p>x"""
    told = read(markup)
    assert (told.title, told.published, told.published_from) == (
        "Bridge reopens",
        "2021-05-04T08:00:00+02:00",
        "json-ld",
    )
    assert (told.updated, told.section, told.tags, told.outlet) == (
        "2021-05-05",
        "City",
        ("bridges", "steel"),
        "Daily Example",
    )


@pytest.mark.parametrize(
    ("markup", "url", "wanted"),
    [
        ('<meta property="article:published_time" content="2021-05-04T08:00:00Z">', None, ("2021-05-04", "meta")),
        ('<h1>x</h1><time datetime="2021-05-04">May 4</time>', None, ("2021-05-04", "visible")),
        ("<p>x", "https://example.org/2021/05/04/bridge", ("2021-05-04", "address")),
        ("<p>x", "https://example.org/2021/15/44/bridge", (None, None)),
        ("<p>x", None, (None, None)),
    ],
)
def test_the_date_says_where_it_is_from(markup: str, url: str | None, wanted: tuple[str, str]) -> None:
    told = read(f"<html><body>{markup}<p>A text.</p></body></html>", url)
    assert (told.published and told.published[:10], told.published_from) == wanted


def test_broken_json_ld_counts_as_absent() -> None:
    assert read('<script type="application/ld+json">{"a": [</script><title>A bridge</title><p>x').title == "A bridge"


def test_the_outlet_is_the_publisher_that_is_like_the_address() -> None:
    markup = """<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Associated Press"}}
      </script><meta property="og:site_name" content="Daily Example"><p>x"""
    assert read(markup, "https://www.dailyexample.org/1").outlet == "Daily Example"
    assert read('<meta property="og:site_name" content="Wide River Times"><p>x', "https://wrtimes.org").outlet == (
        "Wide River Times"
    )


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Bridge reopens",} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Bridge reopens"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Bridge reopens", "articleBody": "he said "yes" to it"}',
        """[{"@type": "ItemList", "itemListElement": [{"item": {"@type": "NewsArticle", "headline": "Another"}}]},
        {"@type": "NewsArticle", "headline": "Bridge reopens"}]""",
    ],
)
def test_json_ld_is_read_as_it_is_found(script: str) -> None:
    assert read(f'<script type="application/ld+json">{script}</script><p>x').title == "Bridge reopens"
