"""Every input becomes a page or a rejection with its reason."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from onrecord.config import Settings
from onrecord.ingest import pages
from onrecord.model.page import Page, Rejected

HTML = b"<!doctype html><p>Ships came.</p>"


def read(*sources: Path | str, **settings: int) -> list[Page | Rejected]:
    return list(pages(map(str, sources), Settings(**settings)))  # type: ignore[arg-type]


def written(path: Path, raw: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "text/html"),
        ("a.txt", "text/plain"),
        ("a.md", "text/plain"),
        ("a.php", "text/html"),
        ("a", "text/html"),
        ("story.nsf", "text/html"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_files_are_taken_by_their_kind(tmp_path: Path, name: str, media_type: str, packed: bool) -> None:
    path = written(tmp_path / (name + ".gz" * packed), gzip.compress(HTML, mtime=0) if packed else HTML)
    (page,) = read(path)
    assert isinstance(page, Page)
    assert (page.location, page.raw, page.media_type) == (str(path), HTML, media_type)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.xyz", b"Ships came.", "OR-KIND"),
        ("a", b"Ships came.", "OR-KIND"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "OR-KIND"),
        (".gz", b"Ships came.", "OR-KIND"),
        ("a.gz", gzip.compress(b"Ships came.", mtime=0), "OR-KIND"),
        ("a.svg", b"<?xml version='1.0'?><svg/>", "OR-KIND"),
        ("a.txt", b"", "OR-EMPTY"),
        ("a.txt", b"\xef\xbb\xbf \n", "OR-EMPTY"),
        ("a.jsonl", b"", "OR-EMPTY"),
        ("a.html.gz", gzip.compress(HTML, mtime=0)[:-9], "OR-DAMAGED"),
        ("a.html.gz", HTML, "OR-DAMAGED"),
        ("a.txt", b"x" * 2000, "OR-TOO-LARGE"),
        ("a.txt.gz", gzip.compress(b"x" * 10_000_000, mtime=0), "OR-TOO-LARGE"),
        ("a.jsonl", b'{"text": "' + b"x" * 2000 + b'"}', "OR-TOO-LARGE"),
    ],
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    (refused,) = read(written(tmp_path / name, raw), max_bytes=1000)
    assert isinstance(refused, Rejected)
    assert refused.code == code
    assert refused.message


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    (refused,) = read(tmp_path / "none.txt")
    assert isinstance(refused, Rejected)
    assert refused.code == "OR-INPUT"


def test_a_folder_is_read_in_order_and_loops_end(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "3.txt", "a/odd.bin"):
        written(tmp_path / name, b"Ships came.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "lost.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "b" / "pipe.txt")
    found = [(Path(one.location).name, getattr(one, "code", "")) for one in read(tmp_path)]
    assert found == [
        ("3.txt", ""), ("lost.txt", "OR-INPUT"), ("loop", "OR-INPUT"), ("1.txt", ""),
        ("odd.bin", "OR-KIND"), ("2.txt", ""), ("pipe.txt", "OR-INPUT"),
    ]  # fmt: skip


def test_a_pattern_goes_through_all_folders_and_loops_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b/2.txt", "a/c/1.txt", "a/[x]/4.txt", "3.txt", ".hidden/5.txt"):
        written(tmp_path / name, b"Ships came.")
    for name in ("round", "again", "a/up"):
        (tmp_path / name).symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = ["3.txt", "a/[x]/4.txt", "a/c/1.txt", "b/2.txt"]
    for pattern, expected in (
        ("**/*.txt", found), ("**", found), ("./**/*.txt", found), ("a/**/c/**/*.txt", ["a/c/1.txt"]),
        ("a/**", found[1:3]), (f"{tmp_path}/**/[12].txt", [f"{tmp_path}/a/c/1.txt", f"{tmp_path}/b/2.txt"]),
    ):  # fmt: skip
        assert [one.location for one in pages([pattern], Settings()) if isinstance(one, Page)] == expected, pattern


LINES = [
    {"text": "Ships came.", "title": "Port", "published": "2021-05-04", "authors": ["Jane Doe", "John Roe"], "n": 3},
    {"html": "<p>Ships came.</p>", "url": "https://example.org/port", "outlet": "Daily Example"},
]


def test_lines_of_json_are_articles(tmp_path: Path) -> None:
    raw = "\n\n".join(map(json.dumps, LINES)).encode()
    one, other = read(written(tmp_path / "a.jsonl", raw))
    assert isinstance(one, Page)
    assert isinstance(other, Page)
    assert one.location.endswith("a.jsonl:1")
    assert one.metadata == {"title": "Port", "published": "2021-05-04", "author": "Jane Doe\nJohn Roe"}
    assert (other.media_type, other.url) == ("text/html", "https://example.org/port")


@pytest.mark.parametrize(
    ("line", "code"),
    [(b"{", "OR-LINE"), (b"[]", "OR-LINE"), (b"{}", "OR-LINE"), (b'{"text": 3}', "OR-LINE"), (b"\xff", "OR-LINE"),
     (b'{"text": " "}', "OR-EMPTY"), (b"[" * 100_000, "OR-LINE")],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: bytes, code: str) -> None:
    refused, page = read(written(tmp_path / "a.ndjson", line + b'\n{"text": "Ships came."}'))
    assert isinstance(refused, Rejected)
    assert refused.code == code
    assert isinstance(page, Page)


def test_a_long_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    raw = b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "Ships came."}\n'
    refused, page = read(written(tmp_path / "a.jsonl", raw), max_bytes=1000)
    assert getattr(refused, "code", None) == "OR-TOO-LARGE"
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    ("raw", "kinds"),
    [
        (b"Ships came.", ["text/plain"]),
        (b"\n <!DOCTYPE html><p>Ships came.", ["text/html"]),
        (b'{"text": "a"}\n{"html": "<p>b"}\n', ["text/plain", "text/html"]),
        (b"", ["OR-EMPTY"]),
    ],
)
def test_standard_input_is_told_by_its_start(monkeypatch: pytest.MonkeyPatch, raw: bytes, kinds: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [one.media_type if isinstance(one, Page) else one.code for one in read("-")] == kinds
