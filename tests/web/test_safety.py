"""What is refused, how it is said, and that every answer is as safe as any other."""

import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.web import safety
from onrecord.web.app import make_app
from onrecord.web.safety import Access, Limit, RefusedError
from tests.web.conftest import TOKENS
from tests.web.test_pages import send, until_read


def send_file(client: TestClient, name: str, content: bytes) -> str:
    """The number of the run that read it."""
    files = {"files": (name, content, "text/plain")}
    answer = client.post("/read", data={"csrf": client.cookies["onrecord_csrf"]}, files=files)
    assert answer.status_code == 303, answer.text
    until_read(client, answer.headers["location"])
    return answer.headers["location"].rpartition("/")[2]


@pytest.mark.parametrize("host", ["[", "[::1", "]", "[]", "\t", "a b", "127.0.0.1@evil.example", "evil.example", ""])
@pytest.mark.parametrize("path", ["/", "/api/v1/runs", "/static/style.css", "/none"])
def test_what_is_no_host_of_ours_is_refused_in_words(client: TestClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"host": host})
    assert answer.status_code == 421
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def asked(client: TestClient) -> Iterator[tuple[str, str, int, dict[str, str]]]:
    """Requests of every outcome: method, path, status, headers."""
    yield from (("GET", path, 200, {}) for path in ("/", "/static/style.css", "/api/v1/runs"))
    yield from (("GET", path, 404, {}) for path in ("/none", "/static/none.css", "/api/v1/articles/none", "/api/v2"))
    yield from (("PUT", path, 405, {}) for path in ("/", "/api/v1/runs", "/static/style.css"))
    yield "GET", "/index.html", 303, {}
    yield "GET", "/events?limit=x", 400, {}
    yield "GET", "/runs/x", 422, {}
    yield "POST", "/votes", 403, {"origin": "http://evil.example"}
    yield "POST", "/votes", 403, {"origin": "http://["}
    yield "POST", "/votes", 413, {"content-length": "64000001"}
    yield "POST", "/votes", 413, {"content-length": "x"}


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for method, path, status, headers in asked(client):
        answer = client.request(method, path, headers=headers)
        assert answer.status_code == status, (method, path, answer.text)
        for name, value in safety.HEADERS.items():
            assert answer.headers[name] == value, (method, path, name)
        if status >= 400:
            is_json = path.startswith("/api/")
            assert answer.headers["content-type"].startswith("application/json" if is_json else "text/html"), path
            assert not is_json or set(answer.json()["error"]) == {"code", "message"}
        if status == 405:
            assert answer.headers["allow"]


@pytest.mark.parametrize(("path", "module", "kind"), [("/runs", "pages", "text/html"), ("/api/v1/runs", "api", "json")])
def test_an_error_that_nobody_foresaw_is_as_safe_as_any_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str, module: str, kind: str
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(f"onrecord.web.{module}.ask_runs", fail)
    answer = client.get(path)
    assert answer.status_code == 500
    assert kind in answer.headers["content-type"]
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "secret" not in answer.text


def test_a_body_without_a_length_is_read_no_further_than_the_most(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "MOST_BYTES", 10_000)
    taken = []

    def parts() -> Iterator[bytes]:
        for at in range(100):
            taken.append(at)
            yield b"csrf=" + b"x" * 1000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/votes", content=parts(), headers=headers)
    assert answer.status_code == 413


def test_what_another_site_sends_is_refused_before_its_size_counts(record: Path) -> None:
    with TestClient(make_app(str(record)), base_url="http://127.0.0.1") as stranger:
        answer = stranger.post("/read", headers={"content-length": "99999999999"})
        assert answer.status_code == 403
        foreign = {"origin": "http://evil.example", "content-length": "99999999999"}
        assert stranger.post("/read", headers=foreign).status_code == 403


def test_who_asks_without_a_token_is_told_on_a_page(guarded: TestClient) -> None:
    refused = guarded.get("/")
    assert (refused.status_code, refused.headers["content-type"]) == (401, "text/html; charset=utf-8")
    assert refused.headers["www-authenticate"] == "Bearer"
    answer = guarded.get("/api/v1/runs")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "refused")


def test_a_token_in_an_address_leaves_the_rest_of_it(guarded: TestClient) -> None:
    token = "a" * 20
    assert (
        guarded.get(f"/events?actor=KEN&token={token}&since=2024").headers["location"] == "/events?actor=KEN&since=2024"
    )
    assert guarded.get(f"http://127.0.0.1//evil.example/?token={token}").headers["location"] == "/"


def test_a_proxy_names_the_person_and_nobody_comes_in_without(record: Path) -> None:
    for tokens in ({}, TOKENS):
        app = make_app(str(record), Access(tokens=tokens, header="X-User"))
        named, known = {"x-user": "Ada"}, {"authorization": f"Bearer {'a' * 20}"}
        with TestClient(app, base_url="http://127.0.0.1") as client:
            assert client.get("/").status_code == 401
            assert client.get("/", headers=known).status_code == 401
            assert client.get("/", headers=named).status_code == (401 if tokens else 200)
            assert client.get("/", headers=named | known).status_code == 200


def test_who_asked_long_ago_takes_no_room() -> None:
    limit = Limit(2, seconds=0.0)
    for at in range(1000):
        limit.check(str(at))
    assert len(limit) < 10
    often = Limit(2)
    often.check("Ana")
    often.check("Ana")
    with pytest.raises(RefusedError) as refused:
        often.check("Ana")
    assert refused.value.headers == {"Retry-After": "60"}
    often.check("Ben")


def test_the_limit_holds_for_many_at_once() -> None:
    limit, passed = Limit(50), []

    def ask(_: int) -> None:
        with suppress(RefusedError):
            limit.check("Ana")
            passed.append(1)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(ask, range(400)))
    assert len(passed) == 50


@pytest.mark.parametrize(
    ("name", "shown"), [("my story.txt", "my story.txt"), ("../../a;b.txt", "_.._a_b.txt"), ("..", "file")]
)
def test_a_file_goes_by_its_own_name(client: TestClient, name: str, shown: str) -> None:
    run = send_file(client, name, b"The minister of Ghana said that a bridge would be built. " * 9)
    (found,) = client.get(f"/api/v1/runs/{run}").json()["rows"]
    assert found["location"] == shown
    assert client.get("/api/v1/runs").json()["rows"][0]["sources"] == [shown]


def test_files_of_one_name_are_all_read(client: TestClient) -> None:
    words = "The minister of Ghana said that a bridge would be built. " * 9
    files = [("files", ("a.txt", f"{words}{each}.".encode(), "text/plain")) for each in range(3)]
    answer = client.post("/read", data={"csrf": client.cookies["onrecord_csrf"]}, files=files)
    until_read(client, answer.headers["location"])
    rows = client.get(f"/api/v1{answer.headers['location']}").json()["rows"]
    assert [(row["location"], row["outcome"]) for row in rows] == [
        (name, "stored") for name in ("a.txt", "1-a.txt", "2-a.txt")
    ]


def test_no_folder_of_the_server_is_told(client: TestClient, record: Path) -> None:
    run = send_file(client, "a.bin", b"\x00\x01\x02")
    (found,) = client.get(f"/api/v1/runs/{run}").json()["rows"]
    assert found["outcome"] == "rejected"
    assert str(record.parent) not in found["message"]


def test_a_reading_that_fails_is_no_longer_running(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    run = send_file(client, "a.txt", b"Words.")
    assert client.get("/api/v1/runs").json()["rows"][0]["state"] == "stopped"
    assert "Continue" in client.get(f"/runs/{run}").text
    monkeypatch.undo()
    send(client, f"/runs/{run}/continue")
    until_read(client, f"/runs/{run}")
    assert client.get("/api/v1/runs").json()["rows"][0]["state"] == "done"


def test_the_way_from_article_to_article_comes_by_each_once(client: TestClient) -> None:
    every = [row["article"] for row in client.get("/api/v1/articles?size=500").json()["rows"]]
    way = every[:1]
    while found := re.search(r'rel="next" href="/articles/([^"]+)"', client.get(f"/articles/{way[-1]}").text):
        way.append(found[1])
        assert len(way) <= len(every)
    back = [way[-1]]
    while found := re.search(r'rel="prev" href="/articles/([^"]+)"', client.get(f"/articles/{back[-1]}").text):
        back.append(found[1])
        assert len(back) <= len(way)
    assert way == every
    assert back == way[::-1]
