"""JSON, CSV and Parquet: rows become articles by the names of their columns, or by the user's own."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SettingsError
from onrecord.ingest import mapping
from onrecord.ingest.columns import FIELDS
from onrecord.model.page import Page
from tests.ingest.reading import codes, only, read_file

ROW = {
    "headline": "Port closes",
    "body": "The port closed.",
    "Pub Date": "6 May 2024",
    "source": {"name": "Harbour Post"},
}
TOLD = {"title": "Port closes", "published": "2024-05-06", "outlet": "Harbour Post"}


@pytest.mark.parametrize(
    "value",
    [
        [ROW],
        ROW,
        {"status": "ok", "totalResults": 1, "articles": [ROW]},
        {"response": {"results": [ROW]}},
        {"hits": {"hits": [{"_id": 1, "_source": ROW}]}},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_vendors_json(tmp_path: Path, value: Any, indent: int | None) -> None:
    page = only(read_file(tmp_path / "a.json", json.dumps(value, indent=indent)))
    assert (page.raw, page.metadata) == (b"The port closed.", TOLD)


def test_a_list_of_any_length_is_read_piece_by_piece(tmp_path: Path) -> None:
    rows = [{"text": f"Ship {number} came. " * 40, "title": 'A]}\\"[{'} for number in range(3000)]
    raw = json.dumps(rows, ensure_ascii=False)
    found = read_file(tmp_path / "a.json", raw, max_bytes=200_000)
    assert len(raw) > 1_900_000
    assert [one.raw.decode() for one in found if isinstance(one, Page)] == [row["text"] for row in rows]


def test_a_long_article_in_a_list_is_read(tmp_path: Path) -> None:
    raw = json.dumps([{"text": "Ships came. " * 500_000}, {"text": "Ships went."}])
    assert [len(one.raw) for one in read_file(tmp_path / "a.json", raw) if isinstance(one, Page)] == [6_000_000, 11]
    assert codes(read_file(tmp_path / "b.json", b'[{"text": "' + bytes(70_000_000))) == ["OR-TOO-LARGE"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"[]", ["OR-EMPTY"]),
        (b"[1, {}]", ["OR-LINE", "OR-LINE"]),
        (b'[{"text": "Ships came."}, {"text": "Shi', ["page", "OR-DAMAGED"]),
        (b'[{"text": "Ships came."} oops]', ["page", "OR-DAMAGED"]),
        (b'[{"text": "Ships came."}' + b", [" * 100_000, ["page", "OR-DAMAGED"]),
        (b"{" + b'"a": {' * 100_000, ["OR-DAMAGED"]),
        (b'"ships"', ["OR-LINE"]),
        (b"\xff\xfe\x00", ["OR-DAMAGED"]),
        (b'{"headline": "Port"}', ["OR-LINE"]),
        (b'{"url": "https://harbour.example/port"}', ["OR-LINK"]),
        (b'{"url": "https://harbour.example/port", "content": ""}', ["OR-EMPTY"]),
        (b'{"text": "Ships came."}\n{"text": "Ships went."}', ["page", "page"]),
    ],
)
def test_json_that_is_no_article_is_named(tmp_path: Path, raw: bytes, expected: list[str]) -> None:
    assert codes(read_file(tmp_path / "a.json", raw)) == expected


CSV = 'Headline;Body;Pub Date;Publisher\r\nPort closes;"The port; it\r\n\r\nclosed.";2024-05-06;Harbour Post\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_csv_in_the_encodings_of_spreadsheets(tmp_path: Path, encoding: str) -> None:
    page = only(read_file(tmp_path / "a.csv", CSV.replace("port;", "pört;").encode(encoding)))
    assert page.raw.decode() == "The pört; it\r\n\r\nclosed."
    assert page.metadata == TOLD
    assert page.location.endswith("a.csv:1")


def test_rows_of_csv_that_are_no_articles_are_named(tmp_path: Path) -> None:
    raw = "title,text\nA,Ships came.\nB,Ships went.,more\nC\n,,\n"
    assert codes(read_file(tmp_path / "a.csv", raw)) == ["page", "OR-LINE", "OR-LINE"]
    assert codes(read_file(tmp_path / "b.csv", "title,text\n")) == ["OR-EMPTY"]
    open_quote = 'title,text\nA,Ships came.\nB,"' + "x\n" * 5000
    assert codes(read_file(tmp_path / "c.csv", open_quote, max_bytes=5000)) == ["page", "OR-DAMAGED"]
    refused = read_file(tmp_path / "d.csv", "headline,abstract\nA,Short.\n")
    assert "headline, abstract" in getattr(refused[0], "message", "")


@pytest.mark.parametrize("rows", ["", "\r\n", ",\n,\n", " , \n"])
def test_csv_without_a_row_is_named_and_not_passed_over(tmp_path: Path, rows: str) -> None:
    found = read_file(tmp_path / "a.csv", f"Headline,Body\n{rows}")
    assert codes(found) == ["OR-EMPTY"]


@pytest.mark.parametrize("raw", ["", " ", "\n \n\t\n"])
def test_lines_that_are_all_blank_are_named_and_not_passed_over(tmp_path: Path, raw: str) -> None:
    assert codes(read_file(tmp_path / "a.jsonl", raw)) == ["OR-EMPTY"]


def test_the_users_names_win(tmp_path: Path) -> None:
    raw = json.dumps({"text": "wrong", "meta": {"full": "The port closed."}, "hl": "Port closes", "title": "x"})
    page = only(read_file(tmp_path / "a.jsonl", raw, "text=meta.full", "title=hl"))
    assert (page.raw, page.metadata["title"]) == (b"The port closed.", "Port closes")
    refused = read_file(tmp_path / "b.csv", "title,text\nA,B\n", "text=body")
    assert codes(refused) == ["OR-LINE"]
    assert "no column 'body'" in getattr(refused[0], "message", "")
    assert codes(read_file(tmp_path / "c.jsonl", '{"text": "x"}', "text=body")) == ["OR-LINE"]


@pytest.mark.parametrize("pair", ["title", "headline=title", "title="])
def test_a_mapping_that_makes_no_sense_is_refused(pair: str) -> None:
    with pytest.raises(SettingsError, match="FIELD=COLUMN"):
        mapping((pair,))


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(min_size=1)))
def test_any_mapping_comes_through(columns: dict[str, str]) -> None:
    assert mapping(tuple(f"{field}={column}" for field, column in columns.items())) == columns


def test_parquet(tmp_path: Path) -> None:
    from datetime import datetime

    import pyarrow
    from pyarrow import parquet

    path = tmp_path / "made.parquet"
    table = pyarrow.table(
        {
            "headline": ["Port closes", "Port opens"], "body": ["The port closed.", None],
            "published_at": [datetime(2024, 5, 6, 8), None], "authors": [["Ana Ruiz", "Jo Roe"], []],
            "vector": [[0.5], [1]],
        }
    )  # fmt: skip
    parquet.write_table(table, path)
    page, empty = read_file(tmp_path / "a.parquet", path.read_bytes())
    assert isinstance(page, Page)
    assert (page.raw, page.location[-2:]) == (b"The port closed.", ":1")
    assert page.metadata == {"title": "Port closes", "published": "2024-05-06T08:00:00", "author": "Ana Ruiz\nJo Roe"}
    assert codes([empty]) == ["OR-LINE"]
    assert codes(read_file(tmp_path / "b.parquet", path.read_bytes()[:-20])) == ["OR-DAMAGED"]
    assert codes(read_file(tmp_path / "c.parquet", path.read_bytes(), "text=story")) == ["OR-LINE"]
