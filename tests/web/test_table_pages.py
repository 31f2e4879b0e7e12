"""Tables: facets that narrow the question, what is asked for taken away again, and downloads of what is shown."""

import csv
import io
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from pyarrow import parquet

from onrecord.export.formats import FORMATS
from onrecord.query import KINDS

BAR = r'<a href="([^"]+)">[^<]*</a></span>\s*<svg.*?</svg>\s*<span class="bar-count">([\d,]+)'
TABLES = [kind for kind in KINDS if kind != "actors"]  # actors are shown across articles


def links(client: TestClient, path: str, within: str) -> list[str]:
    part = re.search(within, client.get(path).text, re.DOTALL)
    assert part is not None, path
    return [unescape(found) for found in re.findall(r'href="([^"]+)"', part[0])]


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_holds_all_that_is_shown(client: TestClient, kind: str) -> None:
    count = client.get(f"/api/v1/{kind}/count").json()["count"]
    assert count
    answer = client.get(f"/api/v1/download/csv?of={kind}")
    assert len(list(csv.DictReader(io.StringIO(answer.text, newline="")))) == count
    lines = client.get(f"/api/v1/download/jsonl?of={kind}").text.splitlines()
    assert [json.loads(line) for line in lines[:3]] == client.get(f"/api/v1/{kind}?size=3").json()["rows"]


def test_a_kind_of_statement_is_downloaded_as_it_is_asked_for(client: TestClient) -> None:
    shown = [link for link in links(client, "/statements?kind=direct", r'<p class="tools">.*?</p>') if "/csv" in link]
    rows = list(csv.DictReader(io.StringIO(client.get(shown[0]).text, newline="")))
    assert {row["kind"] for row in rows} == {"direct"}
    assert len(rows) == client.get("/api/v1/statements/count?kind=direct").json()["count"]


@pytest.mark.parametrize("kind", TABLES)
def test_every_link_of_a_table_leads_somewhere(client: TestClient, kind: str) -> None:
    found = links(client, f"/{kind}?since=2000", r'<p class="tools">.*?</p>')
    usable = [name for name, form in FORMATS.items() if not form.kinds or kind in form.kinds]
    assert sum("/download/" in link for link in found) == len(usable)
    for link in found:
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("kind", [*TABLES, "facts"])
def test_facets_lead_to_as_many_as_they_say(client: TestClient, kind: str) -> None:
    page = client.get(f"/{kind}/counts").text
    page += "".join(client.get(path).text for path in re.findall(r'hx-get="(/[^"]+)"', page))
    bars = re.findall(BAR, page, re.DOTALL)
    assert len(bars) > 2
    exact = ("type", "status", "kind", "terms", "act", "certainty", "mode", "quad", "use", "language")
    for address, count in bars:
        address = unescape(address)
        total = re.search(
            r"<strong>([\d,]+)</strong>", client.get(address.replace(f"/{kind}", f"/{kind}/counts", 1)).text
        )
        assert total is not None
        found, said = int(total[1].replace(",", "")), int(count.replace(",", ""))
        field = address.split("?")[1].split("=")[0]
        assert found == said if field in exact else found >= said, address


def test_what_is_asked_for_is_taken_away_one_by_one(client: TestClient) -> None:
    found = links(client, "/events?type=CONSULT&type=PROTEST&status=actual", r'<p class="chips".*?</p>')
    assert sorted(found) == [
        "/events?type=CONSULT&status=actual", "/events?type=CONSULT&type=PROTEST", "/events?type=PROTEST&status=actual",
    ]  # fmt: skip
    page = client.get("/events?type=CONSULT&type=PROTEST").text
    assert '<input type="hidden" name="type" value="PROTEST">' in page  # asking again loses nothing


def test_facts_are_asked_for_by_all_of_their_fields(client: TestClient) -> None:
    every = client.get("/facts/counts").text
    assert "by type" in every
    for asked in ("type=CONSULT", "status=actual", "min_outlets=1", "is_denied=true", "is_disputed=true", "since=2024"):
        assert client.get(f"/facts?{asked}").status_code == 200, asked
    total = int(re.search(r"<strong>(\d+)", every)[1])  # type: ignore[index]
    first = client.get("/facts?limit=2").text
    assert total > 2
    following = links(client, "/facts?limit=2", r"<p><a class=\"more\".*?</p>")[0]
    rows = re.findall(r'href="/facts/([^"?/]+)"', first + client.get(following).text)
    assert len(set(map(unquote, rows))) == min(4, total)
    assert client.get("/facts?since=soon").status_code == 400


def test_facts_are_taken_away(client: TestClient, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in client.get("/api/v1/download/facts/jsonl").text.splitlines()]
    cells = list(csv.DictReader(io.StringIO(client.get("/api/v1/download/facts/csv").text, newline="")))
    path = tmp_path / "facts.parquet"
    path.write_bytes(client.get("/api/v1/download/facts/parquet").content)
    table = parquet.read_table(path).to_pylist()
    assert [row["id"] for row in rows] == [row["id"] for row in cells] == [row["id"] for row in table] != []
    assert json.loads(cells[0]["told"]) == json.loads(table[0]["told"]) == rows[0]["told"]
    assert table[0]["outlets"] == rows[0]["outlets"]
    assert client.get("/api/v1/download/facts/stix").status_code == 400
