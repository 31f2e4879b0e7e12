"""Input made to do harm: bounded memory and time, a clear reason, and the batch goes on."""

import bz2
import gzip
import lzma
import random
import resource
import tarfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.config import Settings
from onrecord.ingest import pages
from onrecord.model.page import Page, Rejected
from tests.ingest.packing import answer, in_members, record, tarred, zipped
from tests.ingest.reading import codes, read_file
from tests.ingest.test_documents import MHTML, pdf
from tests.ingest.test_feeds import ATOM, JSON_FEED, RDF, RSS, SITEMAP
from tests.ingest.test_tables import CSV
from tests.ingest.test_wires import NEWSML, NITF, XHTML

ZEROS = b"\0" * 1_000_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.fixture(autouse=True)
def free(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb of some megabytes shows what one of terabytes would."""
    monkeypatch.setattr("onrecord.ingest.sources._FREE", 2_000_000)


def bomb(packing: str, megabytes: int = 40) -> bytes:
    if packing == "gzip":
        return gzip.compress(b"\n" * 1_000_000, mtime=0) * megabytes
    if packing == "bzip2":
        return bz2.compress(b"\n" * 1_000_000) * megabytes
    return lzma.compress(b"\n" * 1_000_000) * megabytes


BOMBS: list[tuple[str, Callable[[], bytes]]] = [
    ("a.jsonl.gz", lambda: bomb("gzip")),
    ("a.jsonl.bz2", lambda: bomb("bzip2")),
    ("a.jsonl.xz", lambda: bomb("xz")),
    ("a.zip", lambda: zipped({"a.jsonl": b"\n" * 20_000_000})),
    ("a.zip", lambda: zipped({"inner.zip": zipped({"a.jsonl": b"\n" * 20_000_000})})),
    ("a.tar.gz", lambda: gzip.compress(tarred({"a.jsonl": b"\n" * 20_000_000}), mtime=0)),
    ("a.warc.gz", lambda: in_members(record("response", "x", answer(ZEROS * 20)))),
    ("a.html.gz", lambda: gzip.compress(b"<html>" + ZEROS * 20, mtime=0)),
    ("a.csv.gz", lambda: gzip.compress(b"text\n" + b'"' + b"x\n" * 10_000_000, mtime=0)),
    ("a.xml.gz", lambda: gzip.compress(b"<rss><channel><item>" + b"<b>x</b>" * 2_500_000, mtime=0)),
    ("a.json.gz", lambda: gzip.compress(b"[" + b" " * 20_000_000, mtime=0)),
]


@pytest.mark.parametrize("number", range(len(BOMBS)))
def test_bombs_end_early_and_small(tmp_path: Path, number: int) -> None:
    name, raw = BOMBS[number][0], BOMBS[number][1]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    found = read_file(tmp_path / name, raw, max_bytes=1_000_000)
    assert time.monotonic() - started < 30
    assert 1 <= len(found) <= 2  # an archive may name itself besides its member
    assert set(codes(found)) <= {"OR-UNSAFE", "OR-TOO-LARGE", "OR-DAMAGED"}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000  # kilobytes, on Linux


@pytest.mark.parametrize(
    "raw", [gzip.compress(b"Ships came.") + bytes(3_000_000), b"\x1f\x8b\x08\x08" + b"a" * 3_000_000]
)
def test_what_gzip_reads_byte_by_byte_ends(tmp_path: Path, raw: bytes) -> None:
    assert codes(read_file(tmp_path / "a.txt.gz", raw)) == ["OR-UNSAFE"]
    assert codes(read_file(tmp_path / "b.txt.gz", gzip.compress(b"Ships came.") + bytes(5000))) == ["page"]


def test_members_that_share_their_data_end_with_the_budget(tmp_path: Path) -> None:
    members = {f"{number}.txt": b"x" * 200_000 for number in range(60)}
    found = read_file(tmp_path / "a.zip", zipped(members), max_bytes=1_000_000)
    assert len(found) == 60
    assert set(codes(found)) == {"page", "OR-UNSAFE"}


def test_a_header_as_long_as_the_disk_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("a.html")
    info.type, info.size = tarfile.XHDTYPE, 50_000_000
    raw = info.tobuf(tarfile.USTAR_FORMAT) + ZEROS * 50
    assert codes(read_file(tmp_path / "a.tar", raw)) == ["OR-UNSAFE"]


def test_a_list_of_members_as_long_as_memory_is_refused(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": b"x"}))
    raw[-10:-6] = (40_000_000).to_bytes(4, "little")
    assert codes(read_file(tmp_path / "a.zip", bytes(raw))) == ["OR-TOO-LARGE"]


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p; <!ENTITY l9 "x">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, doctype: str, encoding: str) -> None:
    feed = f"{doctype}<rss><channel><item><title>a</title><description>&l9;</description></item></channel></rss>"
    started = time.monotonic()
    assert codes(read_file(tmp_path / "a.rss", feed.encode(encoding))) == ["OR-UNSAFE"]
    assert time.monotonic() - started < 2


DEEP: list[tuple[str, bytes]] = [
    ("a.xml", b"<rss><channel>" + b"<item>" * 100_000),
    ("a.xml", b"<a>" * 100_000),
    ("a.json", b"[" * 100_000),
    ("a.json", b'{"a":' * 100_000),
    ("a.jsonl", b'{"a":' * 100_000),
    (
        "a.mht",
        b"Content-Type: multipart/related; boundary=a\n\n" + b"--a\nContent-Type: multipart/x; boundary=a\n\n" * 900,
    ),
    ("a.md", b"> " * 100_000),
    ("a.md", b"[" * 100_000),
    ("a.md", b"*a" * 100_000),
    ("a.rss", b"<rss><channel><item><description>" + b"&lt;b&gt;" * 100_000),
    ("a.csv", b'"' * 999_999),
    ("a.warc", b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000),
    ("a.pdf", b"%PDF-1.4\n" + b"[" * 100_000),
]


@pytest.mark.parametrize("number", range(len(DEEP)))
def test_deep_nesting_ends(tmp_path: Path, number: int) -> None:
    name, raw = DEEP[number]
    started = time.monotonic()
    for one in read_file(tmp_path / name, raw):
        assert isinstance(one, Page) or one.code.startswith("OR-")
    assert time.monotonic() - started < 20


def test_a_page_of_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate(1_000_000_000)
    tracemalloc.start()
    (refused,) = pages([str(path)], Settings(max_bytes=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refused, Rejected)
    assert (refused.code, peak < 10_000_000) == ("OR-TOO-LARGE", True)


SEEDS: dict[str, bytes] = {
    "a.html": b"<!doctype html><html><body><p>Ships came to the port.</p></body></html>",
    "a.rss": RSS.encode(), "a.atom": ATOM.encode(), "a.rdf": RDF.encode(), "feed.json": JSON_FEED.encode(),
    "sitemap.xml": SITEMAP.encode(), "wire.xml": NEWSML.replace("CONTENT", XHTML).encode(), "nitf.xml": NITF.encode(),
    "a.csv": CSV.encode(), "a.mhtml": MHTML.encode(), "a.pdf": pdf("Ships came."),
    "a.jsonl": b'{"text": "Ships came."}\n{"html": "<p>Ships went."}\n', "a.json": b'[{"text": "Ships came."}]',
    "a.zip": zipped({"a.html": b"<p>Ships", "b/c.jsonl": b'{"text": "x"}'}), "a.tar": tarred({"a.html": b"<p>Ships"}),
    "a.tgz": gzip.compress(tarred({"a.html": b"<p>Ships"}), mtime=0), "a.txt.xz": lzma.compress(b"Ships came."),
    "a.warc": record("response", "https://a.example/", answer(b"<p>Ships came.")) * 2,
    "a.warc.gz": in_members(record("response", "https://a.example/", answer(b"<p>Ships came."))),
    "a.wacz": zipped({"archive/a.warc": record("response", "https://a.example/", answer(b"<p>Ships came."))}),
    "a.md": b"---\ntitle: A\n---\n# Ships\n\nCame to [the port](https://a.example).\n", "a": b"Ships came.",
}  # fmt: skip


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """``raw`` with some of it changed, cut, doubled or moved."""
    out = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at, end = sorted(chance.randrange(len(out) + 1) for _ in range(2))
        kind = chance.randrange(6)
        if kind == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del out[at : at + chance.randint(1, 40)]
        elif kind == 2:
            out[at:at] = out[at : min(end, at + 2000)]
        elif kind == 3:
            out[at:at] = chance.choice(
                [b"\0", b"\xff\xff\xff\xff", b"<![CDATA[", b"&x;", b'"', b"9" * 30, b"\r\n", b"{", b"%"]
            )
        elif kind == 4:
            del out[end:]
        else:
            out[at : at + 4] = chance.randbytes(4)
        out = out or bytearray(b"x")
    return bytes(out)


def survives(path: Path, raw: bytes) -> None:
    found = read_file(path, raw, max_bytes=200_000)
    assert found, "an input that is not accounted for"
    for one in found:
        assert isinstance(one, Rejected) or one.raw.strip()
        assert isinstance(one, Page) or (one.code.startswith("OR-") and one.message)
    locations = [one.location for one in found]
    assert len(locations) - len(set(locations)) <= 1  # an archive cut within a member may name itself besides


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_damage_of_every_kind_is_survived(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    for _ in range(25):
        survives(tmp_path / name, mutated(SEEDS[name], chance))


@pytest.mark.services
def test_two_minutes_of_damage(tmp_path: Path) -> None:
    """Inputs follow from their numbers; only how many there are depends on the machine, up to a bound."""
    until = time.monotonic() + 110
    number = 0
    while time.monotonic() < until and number < 300_000:
        chance = random.Random(number)
        name = chance.choice(sorted(SEEDS))
        raw = mutated(SEEDS[name], chance)
        started = time.monotonic()
        try:
            survives(tmp_path / chance.choice([name, name, "a", "b.zip", "c.xml", "d.json"]), raw)
        except BaseException as error:
            raise AssertionError(f"input {number}: {error}") from error
        assert time.monotonic() - started < 20, f"input {number}"
        number += 1
    assert number > 500
