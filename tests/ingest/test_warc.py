"""Web archives: every capture is an input, and a cut file says so."""

import gzip
import zlib
from pathlib import Path

import brotli
import pytest

from onrecord.model.page import Page, Rejected
from tests.ingest.packing import answer, in_members, record, zipped
from tests.ingest.reading import codes, only, read_file

HTML = b"<!doctype html><html><body><p>Ships came.</p></body></html>"
URL = "https://harbour.example/port"
INFO = record("warcinfo", "", b"software: x\r\n", "application/warc-fields")
REQUEST = record("request", URL, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
PAGE = record("response", URL, answer(HTML))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "capture"])
def test_captures_become_pages_with_address_and_time(tmp_path: Path, name: str) -> None:
    raw = in_members(INFO, REQUEST, PAGE) if name.endswith("gz") else INFO + REQUEST + PAGE
    page = only(read_file(tmp_path / name, raw))
    assert (page.location, page.url, page.raw) == (f"{tmp_path / name}:3", URL, HTML)
    assert page.retrieved == "2024-05-06T10:00:00Z"
    assert "published" not in page.metadata | page.hints


CHUNKED = b"6\r\n<html>\r\n20;x=1\r\n<body><p>Ships came.</p></body> \r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (answer(gzip.compress(HTML, mtime=0), content_encoding="gzip"), HTML),
        (answer(HTML, content_encoding="gzip"), HTML),
        (answer(zlib.compress(HTML), content_encoding="deflate"), HTML),
        (answer(zlib.compress(HTML)[2:-4], content_encoding="deflate"), HTML),
        (answer(CHUNKED, transfer_encoding="chunked"), b"<html><body><p>Ships came.</p></body> "),
        (answer(HTML, transfer_encoding="chunked"), HTML),
        (answer("<p>Übrig".encode("latin-1"), content_type="text/html; charset=ISO-8859-1"), "<p>Übrig".encode()),
        (answer(HTML, content_type=""), HTML),
        (HTML, "OR-DAMAGED"),
        (answer(b""), "OR-EMPTY"),
        (answer(HTML, "404 Not Found"), "OR-STATUS"),
        (answer(HTML, "301 Moved", location="/x"), "OR-STATUS"),
        (answer(b"\xff\xd8", content_type="image/jpeg"), "OR-KIND"),
        (answer(HTML, content_encoding="zstd"), "OR-EXTRA"),
        (answer(gzip.compress(HTML, mtime=0)[:-9], content_encoding="gzip"), "OR-DAMAGED"),
        (answer(CHUNKED[:20], transfer_encoding="chunked"), "OR-DAMAGED"),
        (answer(b"x" * 60_000), "OR-TOO-LARGE"),
        (answer(gzip.compress(b"x" * 9_000_000, mtime=0), content_encoding="gzip"), "OR-TOO-LARGE"),
    ],
)
def test_answers_as_servers_send_them(tmp_path: Path, block: bytes, expected: bytes | str) -> None:
    found, good = read_file(tmp_path / "a.warc", record("response", URL, block) + PAGE, max_bytes=50_000)
    assert isinstance(good, Page)
    assert (found.raw if isinstance(found, Page) else found.code) == expected
    assert isinstance(found, Page) or URL in found.message or expected == "OR-EMPTY"


def test_brotli(tmp_path: Path) -> None:
    packed = brotli.compress(HTML)
    page = only(read_file(tmp_path / "a.warc", record("response", URL, answer(packed, content_encoding="br"))))
    assert page.raw == HTML
    bomb = record("response", URL, answer(brotli.compress(b"x" * 9_000_000), content_encoding="br"))
    cut = record("response", URL, answer(packed[:-5], content_encoding="br"))
    odd = record("response", URL, answer(b"\xff" * 50, content_encoding="br"))
    found = codes(read_file(tmp_path / "b.warc", bomb + cut + odd, max_bytes=5000))
    assert found == ["OR-TOO-LARGE", "OR-DAMAGED", "OR-DAMAGED"]


def test_other_records_are_named(tmp_path: Path) -> None:
    raw = (
        record("resource", URL, HTML, "text/html")
        + record("conversion", URL, b"Ships came.", "text/plain")
        + record("revisit", URL, answer(b""))
        + record("continuation", URL, b"x")
        + record("response", "https://harbour.example/robots.txt", answer(b"User-agent: *", content_type="text/plain"))
    )
    assert codes(read_file(tmp_path / "a.warc", raw)) == ["page", "page", "OR-UNCHANGED", "OR-KIND", "OR-KIND"]


@pytest.mark.parametrize("end", [-1, -30, -80, len(PAGE) + 20])
def test_a_cut_archive_gives_what_it_has_and_says_so(tmp_path: Path, end: int) -> None:
    (cut,) = {codes(read_file(tmp_path / "a.warc.gz", in_members(PAGE, PAGE)[:end]))[-1]}
    assert cut == "OR-DAMAGED"
    whole = PAGE + PAGE
    assert codes(read_file(tmp_path / "a.warc", whole[: len(PAGE) + 300])) == ["page", "OR-DAMAGED"]
    assert codes(read_file(tmp_path / "b.warc", PAGE + b"ships\r\n" + PAGE)) == ["page", "OR-DAMAGED"]
    assert codes(read_file(tmp_path / "c.warc", PAGE.replace(b"Content-Length: ", b"Content-Length: x", 1))) == [
        "OR-DAMAGED"
    ]
    assert codes(read_file(tmp_path / "d.warc", INFO)) == ["OR-EMPTY"]


def test_a_wacz_is_the_warcs_in_it(tmp_path: Path) -> None:
    raw = zipped(
        {
            "datapackage.json": b"{}",
            "archive/data.warc.gz": in_members(INFO, PAGE),
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}',
            "indexes/index.cdx": b"x",
        }
    )
    page = only(read_file(tmp_path / "a.wacz", raw))
    assert (page.location, page.url) == (f"{tmp_path / 'a.wacz'}!/archive/data.warc.gz:2", URL)
    (refused,) = read_file(tmp_path / "b.wacz", zipped({"datapackage.json": b"{}"}))
    assert isinstance(refused, Rejected)
    assert refused.code == "OR-EMPTY"


def test_a_feed_in_an_archive_is_a_feed(tmp_path: Path) -> None:
    feed = b"<rss><channel><item><title>A</title><description>Ships came.</description></item></channel></rss>"
    raw = record("response", URL, answer(feed, content_type="application/rss+xml"))
    assert only(read_file(tmp_path / "a.warc", raw)).raw == b"Ships came."


def test_a_long_archive_needs_no_more_memory_than_a_page(tmp_path: Path) -> None:
    import tracemalloc

    from onrecord.config import Settings
    from onrecord.ingest import pages

    path = tmp_path / "long.warc.gz"
    member = gzip.compress(record("response", URL, answer(HTML * 1000)), mtime=0)
    with path.open("wb") as stream:
        for _ in range(500):
            stream.write(member)
    tracemalloc.start()
    count = sum(isinstance(page, Page) for page in pages([str(path)], Settings()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 500
    assert peak < 2_000_000 < 500 * len(HTML) * 1000
