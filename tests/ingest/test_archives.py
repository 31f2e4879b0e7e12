"""What archives hold is read in place and accounted for, member by member."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from onrecord.model.page import Page, Rejected
from tests.ingest.packing import tarred, zipped
from tests.ingest.reading import codes, read_file

HTML = b"<!doctype html><p>Ships came.</p>"
MEMBERS = {
    "news/a.html": HTML,
    "news/b.txt.gz": gzip.compress(b"Ships went.", mtime=0),
    "lines.jsonl": b'{"text": "One."}\n{"text": "Two."}',
    "photo.jpg": b"\xff\xd8\xff",
    "inner.zip": zipped({"c.txt": b"Ships sank."}),
    "empty.txt": b"",
}
EXPECTED = ["page", "page", "page", "page", "OR-KIND", "page", "OR-EMPTY"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.zip", zipped(MEMBERS)),
        ("a.tar", tarred(MEMBERS)),
        ("a.tar.gz", gzip.compress(tarred(MEMBERS), mtime=0)),
        ("a.tgz", gzip.compress(tarred(MEMBERS), mtime=0)),
        ("a.tar.bz2", bz2.compress(tarred(MEMBERS))),
        ("a.tar.xz", lzma.compress(tarred(MEMBERS))),
        ("a.zip.gz", gzip.compress(zipped(MEMBERS), mtime=0)),
        ("download", zipped(MEMBERS)),
    ],
)
def test_archives_are_read_member_by_member(tmp_path: Path, name: str, raw: bytes) -> None:
    found = read_file(tmp_path / name, raw)
    assert codes(found) == EXPECTED
    assert found[0].location == f"{tmp_path / name}!/news/a.html"
    assert found[2].location.endswith("!/lines.jsonl:1")
    assert found[5].location.endswith("!/inner.zip!/c.txt")
    assert [one.raw for one in found if isinstance(one, Page)] == [
        HTML,
        b"Ships went.",
        b"One.",
        b"Two.",
        b"Ships sank.",
    ]


@pytest.mark.parametrize("name", ["../../etc/a.html", "/etc/a.html", "C:/a.html", "a/../../b.html", "..\\a.html"])
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_that_lead_out_are_refused_and_nothing_is_written(tmp_path: Path, name: str, kind: str) -> None:
    raw = {"zip": zipped, "tar": tarred}[kind]({name: HTML, "good.html": HTML})
    before = sorted(tmp_path.rglob("*"))
    found = read_file(tmp_path / f"a.{kind}", raw)
    assert codes(found) == ["OR-UNSAFE", "page"]
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / f"a.{kind}"])


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(f"{number}.html")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert codes(read_file(tmp_path / "a.tar", out.getvalue())) == ["OR-UNSAFE"] * 4
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        link = zipfile.ZipInfo("a.html")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    assert codes(read_file(tmp_path / "a.zip", out.getvalue())) == ["OR-UNSAFE"]


def nested(depth: int) -> bytes:
    raw = zipped({"a.txt": b"Ships came."})
    for _ in range(depth):
        raw = zipped({"inner.zip": raw})
    return raw


def test_archives_in_archives_end(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path / "a.zip", nested(4))) == ["page"]
    assert codes(read_file(tmp_path / "b.zip", nested(30))) == ["OR-NESTED"]
    packed = b"Ships came."
    for _ in range(30):
        packed = gzip.compress(packed, mtime=0)
    assert codes(read_file(tmp_path / "c.gz", packed)) == ["OR-NESTED"]


def test_what_is_no_archive_is_named(tmp_path: Path) -> None:
    whole = zipped(MEMBERS)
    assert codes(read_file(tmp_path / "a.zip", b"ships")) == ["OR-DAMAGED"]
    assert codes(read_file(tmp_path / "b.zip", whole[:-40])) == ["OR-DAMAGED"]
    assert codes(read_file(tmp_path / "c.zip", zipped({}))) == ["OR-EMPTY"]
    assert codes(read_file(tmp_path / "d.tar", b"ships")) == ["OR-DAMAGED"]
    assert codes(read_file(tmp_path / "e.tar", tarred({}))) == ["OR-EMPTY"]
    assert codes(read_file(tmp_path / "f.tar", tarred(MEMBERS)[:700])) == ["page", "OR-DAMAGED"]
    assert codes(read_file(tmp_path / "g.tar.xz", lzma.compress(tarred(MEMBERS))[:-30]))[-1] == "OR-DAMAGED"
    broken = bytearray(whole)
    broken[40:50] = b"\xff" * 10
    found = codes(read_file(tmp_path / "h.zip", bytes(broken)))
    assert (found[0], found[1:]) == ("OR-DAMAGED", EXPECTED[1:])


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.html": HTML}))
    raw[6] |= 1  # the flag of the member
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # and of its entry in the list
    (refused,) = read_file(tmp_path / "a.zip", bytes(raw))
    assert isinstance(refused, Rejected)
    assert (refused.code, "encrypted" in refused.message) == ("OR-DAMAGED", True)
