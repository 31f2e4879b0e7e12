"""Fetching, against a server on this machine that misbehaves in every way."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.config import Settings
from onrecord.errors import PrivateError
from onrecord.ingest import addresses, pages, robots
from onrecord.ingest.web import Fetcher
from onrecord.model.page import Page, Rejected, Validators
from tests.ingest.reading import codes

HTML = b"<!doctype html><html><body><p>Ships came to the port.</p></body></html>"
Reply = Callable[[BaseHTTPRequestHandler], None]


def reply(body: bytes = HTML, status: int = 200, **headers: str) -> Reply:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"content-type": "text/html", "content-length": str(len(body))} | given).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


class Site:
    """A server whose answers to each path are given, the last one for ever; it notes what it was asked."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {"/robots.txt": [reply(b"", 404)]}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                known = site.replies.get(self.path, [reply(b"", 404)])
                try:
                    (known.pop(0) if len(known) > 1 else known[0])(self)
                except OSError:
                    return  # the client has had enough

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Clock:
    """A clock that is set forward instead of waited for."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


class Memory(dict[str, Validators]):
    """What was kept, in a dictionary."""

    recall = dict.get

    def keep(self, url: str, validators: Validators) -> None:
        self[url] = validators


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site()
    yield one
    one.server.shutdown()
    one.server.server_close()


def read(
    *urls: str, clock: Clock | None = None, memory: Memory | None = None, **changed: object
) -> list[Page | Rejected]:
    settings = Settings(**{"allow_private": True, "timeout_s": 2.0, "max_bytes": 200_000, **changed})  # type: ignore[arg-type]
    return list(pages(urls, settings, sites=Fetcher(settings, memory, clock or Clock())))


def test_a_page_comes_with_its_address_and_the_servers_time(site: Site) -> None:
    site.replies["/a"] = [reply(gzip.compress(HTML), content_encoding="gzip", date="Mon, 06 May 2024 10:00:00 GMT")]
    (page,) = read(f"{site.url}/a#part")
    assert isinstance(page, Page)
    assert (page.raw, page.url, page.retrieved) == (HTML, f"{site.url}/a", "2024-05-06T10:00:00+00:00")
    assert site.asked[1][1]["user-agent"].startswith("onrecord/")


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(300):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(300):
        handler.wfile.write(b"H")
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "application/rss+xml")
    handler.end_headers()
    handler.wfile.write(b"<rss><channel>")
    while True:
        handler.wfile.write(b"<item><title>a</title></item>" * 100)


def many_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    for number in range(5000):
        handler.send_header(f"x-{number}", "y" * 500)
    handler.end_headers()


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (drip, "OR-TIMEOUT"),
        (drip_headers, "OR-TIMEOUT"),
        (lambda _: time.sleep(5), "OR-TIMEOUT"),
        (endless, "OR-TOO-LARGE"),
        (many_headers, "OR-FETCH"),
        (hang_up, "OR-FETCH"),
        (lambda handler: handler.wfile.write(b"220 mail.example ESMTP\r\n"), "OR-FETCH"),
        (reply(HTML, content_length="9999"), "OR-FETCH"),
        (reply(HTML, content_length="-5"), "page"),
        (reply(b"", 204), "OR-STATUS"),
        (reply(HTML, 403), "OR-STATUS"),
        (reply(HTML, 503), "OR-STATUS"),
        (reply(HTML, 302), "OR-STATUS"),
        (reply(HTML, 304), "OR-UNCHANGED"),
        (reply(b""), "OR-EMPTY"),
        (reply(b"\x89PNG", content_type="image/png"), "OR-KIND"),
        (reply(gzip.compress(b"x" * 50_000_000), content_encoding="gzip"), "OR-TOO-LARGE"),
        (reply(HTML, content_encoding="rot13"), "OR-EXTRA"),
        (reply(HTML, content_encoding="deflate"), "OR-DAMAGED"),
        (reply(HTML, 302, location="/a"), "OR-FETCH"),
        (reply(HTML, 302, location="file:///etc/passwd"), "OR-FETCH"),
        (reply(HTML, 302, location="http://user:word@127.0.0.1/"), "OR-FETCH"),
        (reply(HTML, 302, location="http://[::1"), "OR-FETCH"),
        (reply(b"%PDF-1.4 ships", content_type="text/html"), "OR-DAMAGED"),
    ],
)
def test_a_server_that_misbehaves_is_named_and_the_next_page_is_read(site: Site, answer: Reply, code: str) -> None:
    site.replies |= {"/a": [answer], "/b": [reply()]}
    started = time.monotonic()
    found = read(f"{site.url}/a", f"{site.url}/b", timeout_s=0.5)
    assert codes(found) == [code, "page"]
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (reply(b"User-agent: *\nDisallow: /"), "OR-ROBOTS"),
        (reply(b"User-agent: onrecord\nDisallow: /a\n\nUser-agent: *\nDisallow:"), "OR-ROBOTS"),
        (reply(b"User-agent: other\nDisallow: /\n"), "page"),
        (reply(b"", 404), "page"),
        (reply(b"", 500), "OR-ROBOTS"),
        (reply(b"\xff\0" * 1000), "page"),
        (reply(b"User-agent: *\nDisallow: /\n" + b"#" * 300_000), "OR-ROBOTS"),
        (hang_up, "OR-FETCH"),
        (reply(b"", 301, location="/rules"), "OR-ROBOTS"),
    ],
)
def test_robots_are_asked_first(site: Site, rules: Reply, expected: str) -> None:
    site.replies |= {"/robots.txt": [rules], "/rules": [reply(b"User-agent: *\nDisallow: /a")], "/a": [reply()]}
    assert codes(read(f"{site.url}/a")) == [expected]
    assert ("/a" in site.paths()) == (expected == "page")


def test_one_host_is_asked_slowly_and_once_for_its_rules(site: Site) -> None:
    clock = Clock()
    site.replies["/robots.txt"] = [reply(b"User-agent: *\nCrawl-delay: 7")]
    site.replies |= {"/a": [reply()], "/b": [reply()], "/c": [reply()]}
    read(*(f"{site.url}/{name}" for name in "abc"), clock=clock, delay_s=2.0)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b", "/c"]
    assert clock.slept == [2.0, 7.0, 7.0]


def test_what_may_pass_is_tried_again_after_a_while(site: Site) -> None:
    clock = Clock()
    site.replies["/a"] = [reply(b"", 503), reply(b"", 429, retry_after="30"), reply()]
    assert codes(read(f"{site.url}/a", clock=clock, delay_s=1.0)) == ["page"]
    assert (site.paths(), clock.slept) == (["/a"] * 3, [1.0, 1.0, 30.0])
    site.replies["/b"] = [reply(b"", 404), reply()]
    assert codes(read(f"{site.url}/b")) == ["OR-STATUS"]
    site.replies["/c"] = [reply(b"", 503, retry_after="999999")]
    read(f"{site.url}/c", clock=(patient := Clock()))
    assert max(patient.slept) <= 60


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    memory = Memory()
    site.replies["/a"] = [reply(etag='"1"', last_modified="Mon, 06 May 2024 10:00:00 GMT"), reply(b"", 304)]
    (first,) = read(f"{site.url}/a", memory=memory)
    (second,) = read(f"{site.url}/a", memory=memory)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (second.digest, second.raw) == (first.digest, b"")
    told = site.asked[-1][1]
    assert (told["if-none-match"], told["if-modified-since"]) == ('"1"', "Mon, 06 May 2024 10:00:00 GMT")


def test_a_feed_that_has_not_changed_is_not_read_again(site: Site) -> None:
    memory = Memory()
    feed = f"<rss><channel><item><link>{site.url}/a</link></item></channel></rss>".encode()
    site.replies |= {"/feed": [reply(feed, content_type="text/xml", etag='"1"'), reply(b"", 304)], "/a": [reply()]}
    (page,) = read(f"{site.url}/feed", memory=memory)
    assert isinstance(page, Page)
    assert read(f"{site.url}/feed", memory=memory) == []
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert site.paths() == ["/feed", "/a", "/feed"]


def test_a_feed_one_of_whose_pages_was_gone_is_read_again(site: Site) -> None:
    memory = Memory()
    feed = f"<rss><channel><item><link>{site.url}/gone</link></item></channel></rss>".encode()
    site.replies["/feed"] = [reply(feed, content_type="text/xml", etag='"1"')]
    for _ in range(2):
        assert codes(read(f"{site.url}/feed", memory=memory)) == ["OR-STATUS"]
    assert all("if-none-match" not in told for path, told in site.asked if path == "/feed")


def test_a_feed_comes_with_its_pages_and_its_hints(site: Site) -> None:
    feed = f"""<rss><channel><title>Post</title><item><title>A</title><link>{site.url}/a</link>
    <pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate></item><item><link>{site.url}/gone</link></item></channel></rss>"""
    site.replies |= {"/feed": [reply(feed.encode(), content_type="text/xml")], "/a": [reply()]}
    page, gone = read(f"{site.url}/feed")
    assert isinstance(page, Page)
    assert (page.raw, page.location) == (HTML, f"{site.url}/feed:1")
    assert (page.hints["published"], page.hints["published_from"]) == ("2024-05-06T10:00:00+00:00", "feed")
    assert codes([gone]) == ["OR-STATUS"]


def test_sitemaps_that_lead_in_circles_end(site: Site) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.url}/map.xml</loc></sitemap></sitemapindex>"
    site.replies["/map.xml"] = [reply(index.encode(), content_type="application/xml")]
    assert codes(read(f"{site.url}/map.xml")) == ["OR-NESTED"]


def test_private_addresses_are_refused_also_behind_a_redirect(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(read(f"{site.url}/a", allow_private=False)) == ["OR-PRIVATE"]
    assert site.asked == []
    site.replies["/a"] = [reply(b"", 302, location="http://localhost:1/secret")]
    real = addresses.resolve
    monkeypatch.setattr(
        "onrecord.ingest.web.resolve",
        lambda where, allow: ("127.0.0.1",) if where.host == "127.0.0.1" else real(where, allow),
    )
    assert codes(read(f"{site.url}/a", allow_private=False)) == ["OR-PRIVATE"]


def test_the_connection_goes_to_what_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers otherwise the second time leads nowhere else."""
    asked: list[str] = []

    def resolver(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        number = "127.0.0.1" if len(asked) <= 2 else "192.0.2.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    connected: list[str] = []

    def connect(address: tuple[str, int], **_: object) -> socket.socket:
        connected.append(address[0])
        plain = socket.socket()
        plain.connect(address)
        return plain

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    monkeypatch.setattr(socket, "create_connection", connect)
    site.replies["/a"] = [reply()]
    port = site.url.rpartition(":")[2]
    assert codes(read(f"http://news.example:{port}/a")) == ["page"]
    assert asked == ["news.example"] * 2
    assert connected == ["127.0.0.1"] * 2
    assert site.asked[1][1]["host"] == f"news.example:{port}"


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "2002:7f00:1::",
     "64:ff9b::7f00:1", "ff02::1"],
)  # fmt: skip
def test_addresses_that_are_not_public(number: str) -> None:
    assert addresses.is_private(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_addresses_that_are(number: str) -> None:
    assert not addresses.is_private(number)


@pytest.mark.parametrize("host", ["127.1", "0x7f000001", "2130706433", "localhost"])
def test_other_ways_to_write_a_private_address(host: str) -> None:
    with pytest.raises(PrivateError):
        addresses.resolve(addresses.target(f"http://{host}/"), allow_private=False)


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", False),
        ("User-agent: a\nUser-agent: ONRECORD\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow: /\nUser-agent: onrecord\nAllow: /", "/x", True),
        ("Disallow: /", "/x", True),
        ("User-agent: *\nDisallow: /*" + "a*" * 200, "/" + "a" * 1000, True),
        ("", "/x", True),
    ],
)
def test_rules_of_robots(rules: str, path: str, allowed: bool) -> None:
    assert robots.parse(rules, "onrecord").allows(path) is allowed
