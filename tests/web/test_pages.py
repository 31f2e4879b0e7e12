"""Every page, and what people do on them, asked in this process."""

import json
import re
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from openapi_spec_validator import validate

from onrecord.export.formats import FORMATS
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.query import KINDS
from onrecord.store import Input, open_store
from onrecord.web.app import make_app
from tests.export.conftest import article as quispe

PAGES = (
    "/", "/?kind=facts", *(f"/{kind}" for kind in KINDS if kind != "actors"), "/facts", "/actors", "/dyads",
    "/pictures", "/review/facts",
    "/review", "/review?of=statements", "/agreement", "/watches", "/runs", "/runs/1", "/decisions", "/read",
    "/questions", "/events/counts",
)  # fmt: skip


def first(client: TestClient, kind: str, **asked: str) -> dict[str, str]:
    found: dict[str, str] = client.get(f"/api/v1/{kind}", params=asked).json()["rows"][0]
    return found


def send(client: TestClient, path: str, **values: str) -> int:
    return client.post(path, data={"csrf": client.cookies["onrecord_csrf"], **values}).status_code


def until_read(client: TestClient, page: str) -> str:
    """The page of a run once it has ended."""
    for _ in range(600):
        if client.get(f"/api/v1{page}/progress").json()["phase"] not in ("reading", "linking"):
            return client.get(page).text
        time.sleep(0.1)
    raise AssertionError("it has not ended after a minute")


def a_story(client: TestClient) -> str:
    """The page of a story that an article leads to."""
    for row in client.get("/api/v1/articles").json()["rows"]:
        found = re.search(r'href="(/stories/[^"]+)"', client.get(f"/articles/{row['article']}").text)
        if found is not None:
            return found[1]
    raise AssertionError("no article leads to its story")


def every_page(client: TestClient) -> list[str]:
    event, fact, entity = first(client, "events"), first(client, "facts"), first(client, "entities")
    value = f"{event['article']}/{event['id']}"
    return [
        *PAGES, f"/articles/{event['article']}", f"/why/{value}", f"/facts/{fact['id']}", f"/actors/{entity['id']}",
        "/actors/KEN*", "/dyads/KEN*/KEN*", a_story(client),
    ]  # fmt: skip


def test_every_page_is_there_and_runs_nothing_inline(client: TestClient) -> None:
    for path in every_page(client):
        answer = client.get(path)
        assert answer.status_code == 200, path
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'self'" in policy
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?! src=\"/static/)", answer.text), path
        for tag in re.findall(r"<a [^>]*href=\"https?://[^>]*>", answer.text):
            assert 'rel="noopener noreferrer nofollow"' in tag


def test_what_a_page_says_is_never_markup(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script> \ud800 “<b onclick=x>said</b>”"
    path = tmp_path / "evil.db"
    with open_store(path, create=True) as store:
        page = CleanPage(text=evil, title=evil, outlet=evil, url="javascript:alert(1)", authors=(evil,))
        store.begin("t", "{}", ()).add(Input(position=0, location=evil, digest="d"), page, Record(id="x", title=evil))
    with TestClient(make_app(str(path)), base_url="http://127.0.0.1") as client:
        for where in ("/", "/articles", "/articles/x", "/runs/1"):
            shown = client.get(where).text
            assert "<script>alert" not in shown, where
            assert "<b onclick" not in shown
            assert "javascript:" not in shown.replace("javascript:alert(1)</dd>", "")


@pytest.mark.parametrize(
    ("headers", "status"), [({"host": "evil.example"}, 421), ({"host": "127.0.0.1:99"}, 200), ({"host": ""}, 421)]
)
def test_only_this_host_is_answered(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.get("/", headers=headers).status_code == status


def test_a_write_of_another_site_is_refused(client: TestClient) -> None:
    what = first(client, "articles")["article"]
    mark = client.cookies["onrecord_csrf"]
    wrong = [({"csrf": "x"}, {}), ({}, {}), ({"csrf": mark}, {"origin": "http://evil.example"})]
    for form, headers in wrong:
        assert client.post("/votes", data={"what": what, "cast": "up", **form}, headers=headers).status_code == 403
    assert client.post("/api/v1/votes", json={"what": what, "cast": "up"}).status_code == 401


def test_a_token_lets_in_and_names_the_person(guarded: TestClient) -> None:
    assert guarded.get("/").status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
    answer = guarded.get("/articles?token=" + "a" * 20)
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert guarded.get("/articles").status_code == 200
    what = first(guarded, "articles")["article"]
    for token in ("a" * 20, "b" * 20, "b" * 20):
        sent = guarded.post(
            "/api/v1/votes", json={"what": what, "cast": "up"}, headers={"authorization": f"Bearer {token}"}
        )
        assert sent.json() == {"what": what, "cast": "up"}
    ranked = {row["id"]: row for row in guarded.get("/api/v1/rank/articles").json()["rows"]}
    assert (ranked[what]["up"], ranked[what]["down"]) == (2, 0)


def test_votes_with_and_without_javascript(client: TestClient) -> None:
    what = first(client, "articles")["article"]
    assert send(client, "/votes", what=what, cast="up") == 303
    answer = client.post(
        "/votes",
        data={"csrf": client.cookies["onrecord_csrf"], "what": what, "cast": "down"},
        headers={"hx-request": "true"},
    )
    assert "voted down" in answer.text
    assert "<html" not in answer.text
    ranked = {row["id"]: row for row in client.get("/api/v1/rank/articles").json()["rows"]}
    assert (ranked[what]["up"], ranked[what]["down"]) == (0, 1)
    assert send(client, "/votes", what=what, cast="none") == 303
    assert send(client, "/votes", what=what, cast="sideways") == 400
    assert send(client, "/votes", what="none", cast="up") == 404
    assert send(client, "/votes", what=what, cast="up", back="//evil.example") == 303


def test_a_correction_is_seen_everywhere_and_undone(client: TestClient) -> None:
    actor = next(row for row in client.get("/api/v1/actors").json()["rows"] if row["code"])
    ref = f"{actor['article']}/{actor['id']}"
    assert send(client, "/decisions", action="edit", what=ref, field="code", value="FJIMIL") == 303
    assert "FJIMIL" in client.get(f"/articles/{actor['article']}").text
    changed = [row for row in client.get("/api/v1/actors?name=FJIMIL").json()["rows"] if row["id"] == actor["id"]]
    assert [row["article"] for row in changed] == [actor["article"]]
    found = re.search(r'name="what" value="([0-9a-f]+)"', client.get("/decisions").text)
    assert found is not None
    assert send(client, "/decisions", action="undo", what=found[1]) == 303
    assert client.get("/api/v1/actors?name=FJIMIL").json()["rows"] == []


def test_a_watch_finds_what_is_read_and_it_is_in_the_feeds(client: TestClient) -> None:
    assert send(client, "/watches", name="help", line='"Rosa Quispe" > CHL') == 303
    assert send(client, "/watches", name="bad", line="RUS > CHN REQEST") == 400
    page, _ = quispe()
    text = f"Peru asks Chile\n\n{page.text} Peru's foreign minister, Rosa Quispe, asked Chile for help on Friday."
    files = {"files": ("quispe.txt", text.encode(), "text/plain")}
    answer = client.post("/read", data={"csrf": client.cookies["onrecord_csrf"]}, files=files)
    assert answer.status_code == 303
    assert '<span class="tag outcome-stored">' in until_read(client, answer.headers["location"])
    feed = ElementTree.fromstring(client.get("/watches/feed.atom").text)
    titles = [each.text or "" for each in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert any(title.startswith("help: ") for title in titles)
    assert client.get("/watches/feed.json").json()["items"]
    assert send(client, "/watches/remove", name="help") == 303


def test_what_cannot_be_read_is_accounted_for(client: TestClient) -> None:
    files = {"files": ("a.bin", b"\x00\x01\x02", "application/octet-stream")}
    answer = client.post("/read", data={"csrf": client.cookies["onrecord_csrf"]}, files=files)
    assert "OR-" in until_read(client, answer.headers["location"])
    assert send(client, "/read") == 400
    for path in ("/etc/passwd", "file:///etc/passwd", "-", "."):
        assert send(client, "/read", url=path) == 400


def test_addresses_are_not_read_without_end(client: TestClient) -> None:
    answers = [send(client, "/read") for _ in range(25)]
    assert answers[0] == 400
    assert answers[-1] == 429


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_shown_is_taken_away(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/download/{name}?of=events&country=KEN")
    assert answer.status_code == 200
    assert answer.content
    assert "attachment" in answer.headers["content-disposition"]


def test_statements_are_taken_away_as_they_are_shown(client: TestClient) -> None:
    shown = client.get("/api/v1/statements?kind=direct&size=500").json()["rows"]
    assert shown
    page = client.get("/statements?kind=direct").text
    assert "/api/v1/download/jsonl?kind=direct&amp;of=statements" in page
    lines = client.get("/api/v1/download/jsonl?kind=direct&of=statements").text.splitlines()
    assert [json.loads(line)["content"] for line in lines] == [row["content"] for row in shown]


@pytest.mark.parametrize(
    "path",
    ["/api/v1/colours", "/api/v1/events?limit=x", "/api/v1/events?since=now", "/api/v1/events?cursor=x",
     "/api/v1/articles/none", "/api/v1/facts/none", "/api/v1/download/x", "/api/v1/events/by/x", "/api/v1/why/a/b",
     "/api/v1/runs/99999999999999999999", "/api/v1/nowhere/at/all", "/api/v1/events?size=0"],
)  # fmt: skip
def test_errors_of_the_api_have_one_shape(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "message"}


def test_the_api_says_what_it_is(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    validate(document)
    assert document["openapi"].startswith("3.1")
    assert json.dumps(document)


def test_pages_of_the_api_follow_one_another(client: TestClient) -> None:
    everything = client.get("/api/v1/events?size=500").json()["rows"]
    one = client.get("/api/v1/events?size=10").json()
    two = client.get(f"/api/v1/events?size=500&cursor={one['next']}").json()
    assert one["rows"] + two["rows"] == everything
    assert client.get("/api/v1/events/count").json() == {"count": len(everything)}
