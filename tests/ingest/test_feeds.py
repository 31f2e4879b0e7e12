"""Feeds of every format give the same article; sitemaps give links."""

import json
from pathlib import Path

import pytest

from onrecord.model.page import Page
from tests.ingest.reading import codes, only, read_file

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Post</title><language>en-gb</language><link>https://harbour.example/</link>
<item><title>Port closes &amp; reopens</title><link>https://harbour.example/port</link>
<pubDate>Mon, 06 May 2024 10:30:00 +0200</pubDate><dc:creator>Ana Ruiz</dc:creator><category>Trade</category>
<media:title>A picture</media:title>
<description>The port closed.</description>
<content:encoded><![CDATA[<p>The port closed on <b>Monday</b>.</p><p>It reopened &amp; ships came.</p>]]>
</content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title>
<entry><title type="html">Port closes &amp;amp; reopens</title><id>tag:harbour.example,2024:1</id>
<link rel="self" href="https://harbour.example/feed/1"/><link href="https://harbour.example/port"/>
<published>2024-05-06T10:30:00+02:00</published><updated>2024-05-06T12:00:00Z</updated>
<author><name>Ana Ruiz</name></author><category term="Trade"/><summary>The port closed.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The port closed on <b>Monday</b>.</p>
<p>It reopened &amp; ships came.</p></div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Post</title><dc:language>en</dc:language></channel>
<item><title>Port closes &amp;amp; reopens</title><link>https://harbour.example/port</link>
<dc:date>2024-05-06T10:30:00+02:00</dc:date><dc:creator>Ana Ruiz</dc:creator><dc:subject>Trade</dc:subject>
<content:encoded>&lt;p&gt;The port closed on Monday.&lt;/p&gt;
&lt;p&gt;It reopened &amp;amp; ships came.&lt;/p&gt;</content:encoded>
</item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "language": "en",
        "items": [
            {
                "id": "1", "url": "https://harbour.example/port", "title": "Port closes & reopens",
                "date_published": "2024-05-06T10:30:00+02:00", "authors": [{"name": "Ana Ruiz"}], "tags": ["Trade"],
                "content_html": "<p>The port closed on Monday.</p><p>It reopened &amp; ships came.</p>",
            }
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize("name, feed", [("a.rss", RSS), ("a.xml", ATOM), ("feed", RDF), ("a.json", JSON_FEED)])
def test_feeds_of_every_format_give_the_same_article(tmp_path: Path, name: str, feed: str) -> None:
    page = only(read_file(tmp_path / name, feed))
    assert page.raw.decode() == "The port closed on Monday.\n\nIt reopened & ships came."
    assert page.location.endswith(f"{name}:1")
    assert page.url == "https://harbour.example/port"
    told = {field: value for field, value in page.metadata.items() if field not in ("updated", "url")}
    assert told == {
        "title": "Port closes & reopens", "published": "2024-05-06T10:30:00+02:00", "published_from": "feed",
        "author": "Ana Ruiz", "outlet": "Harbour Post", "language": "en", "tags": "Trade",
    }  # fmt: skip


def test_an_entry_without_its_text_gives_its_summary_or_is_named(tmp_path: Path) -> None:
    feed = "<rss><channel><item><title>A</title><description>Short.</description></item><item><title>B</title></item>"
    page, bare = read_file(tmp_path / "a.xml", feed + "</channel></rss>")
    assert isinstance(page, Page)
    assert page.raw == b"Short."
    assert codes([bare]) == ["OR-NO-ARTICLE"]


def test_a_feed_that_is_cut_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    cut = ATOM.replace("</entry></feed>", "</entry><entry><title>Ha")
    found = read_file(tmp_path / "a.atom", cut)
    assert codes(found)[0] == "page"
    assert codes(found)[-1] == "OR-DAMAGED"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<rss><channel/></rss>", "OR-EMPTY"),
        (b"<opml/>", "OR-KIND"),
        (b"ships", "OR-DAMAGED"),
        (b"\0\0\0", "OR-DAMAGED"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "OR-EMPTY"),
    ],
)
def test_what_is_no_feed_is_named(tmp_path: Path, raw: bytes, code: str) -> None:
    name = "a.json" if raw.startswith(b"{") else "a.rss"
    assert codes(read_file(tmp_path / name, raw)) == [code]


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/port</loc>
<news:news><news:publication><news:name>Harbour Post</news:name></news:publication>
<news:publication_date>2024-05-06</news:publication_date><news:title>Port closes</news:title></news:news></url>
<url><loc>https://harbour.example/quay</loc><lastmod>2024-05-07</lastmod></url></urlset>"""


def test_a_sitemap_is_links_which_are_named(tmp_path: Path) -> None:
    found = read_file(tmp_path / "sitemap.xml", SITEMAP)
    assert codes(found) == ["OR-LINK", "OR-LINK"]
    assert [one.location[-2:] for one in found] == [":1", ":2"]


def test_a_long_feed_needs_no_more_memory_than_one_entry(tmp_path: Path) -> None:
    import tracemalloc

    entry = f"<item><title>Port</title><description>{'The port closed. ' * 500}</description></item>"
    path = tmp_path / "long.rss"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("<rss><channel>")
        for _ in range(2000):
            stream.write(entry)
        stream.write("</channel></rss>")
    from onrecord.config import Settings
    from onrecord.ingest import pages

    tracemalloc.start()
    count = sum(isinstance(page, Page) for page in pages([str(path)], Settings(max_bytes=1_000_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000
    assert peak < 3_000_000 < path.stat().st_size
