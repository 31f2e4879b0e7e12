"""Two people on one server, told apart by their tokens or by a proxy; and what a secret address opens."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from onrecord.web.app import make_app
from onrecord.web.safety import Access
from tests.web.conftest import TOKENS
from tests.web.test_api import pressed

ANA, BEN = TOKENS
BY_PROXY = "X-User"


@pytest.fixture(params=["tokens", "proxy"])
def people(request: pytest.FixtureRequest, record: Path) -> Iterator[dict[str, TestClient]]:
    """Two browsers at one server."""
    by_token = request.param == "tokens"
    app = make_app(str(record), Access(tokens=TOKENS) if by_token else Access(header=BY_PROXY))
    found = {}
    for token, name in TOKENS.items():
        sent = {} if by_token else {BY_PROXY: name}
        found[name] = TestClient(app, base_url="http://127.0.0.1", headers=sent, follow_redirects=False)
        found[name].get(f"/?token={token}" if by_token else "/")
    yield found
    app.state.site.store.close()


def send(client: TestClient, path: str, **values: str) -> Any:
    return client.post(path, data={"csrf": client.cookies["onrecord_csrf"], **values})


def first(client: TestClient, kind: str) -> dict[str, Any]:
    row: dict[str, Any] = client.get(f"/api/v1/{kind}").json()["rows"][0]
    return row


def test_each_has_a_vote_and_sees_it_pressed(people: dict[str, TestClient]) -> None:
    ana, ben = people["Ana"], people["Ben"]
    article = first(ana, "articles")["article"]
    for who, cast in ((ana, "up"), (ana, "up"), (ben, "down")):
        assert send(who, "/votes", what=article, cast=cast).status_code == 303
    assert pressed(ana.get(f"/articles/{article}").text) == [f"{article} Up"]
    assert pressed(ben.get(f"/articles/{article}").text) == [f"{article} Down"]
    row = next(row for row in ana.get("/api/v1/front").json()["rows"] if row["id"] == article)
    assert (row["up"], row["down"], row["cast"]) == (1, 1, "up")
    assert send(ben, "/votes", what=article, cast="none").status_code == 303
    row = next(row for row in ben.get("/api/v1/front").json()["rows"] if row["id"] == article)
    assert (row["up"], row["down"], row["cast"]) == (1, 0, None)


def test_each_decides_under_the_own_name(people: dict[str, TestClient]) -> None:
    event = first(people["Ana"], "events")
    what = f"{event['article']}/{event['id']}"
    assert send(people["Ana"], "/decisions", action="accept", what=what).status_code == 303
    assert send(people["Ben"], "/decisions", action="reject", what=what).status_code == 303
    made = people["Ben"].get("/api/v1/decisions").json()["rows"]
    assert [(row["author"], row["action"]) for row in made] == [("Ben", "reject"), ("Ana", "accept")]
    page = people["Ana"].get("/decisions").text
    assert "<td>Ana</td>" in page
    assert "<td>Ben</td>" in page


def test_nobody_takes_anothers_mark(people: dict[str, TestClient]) -> None:
    ana, ben = people["Ana"], people["Ben"]
    assert ana.cookies["onrecord_csrf"] != ben.cookies["onrecord_csrf"]
    form = {"csrf": ana.cookies["onrecord_csrf"], "what": first(ana, "articles")["article"], "cast": "up"}
    assert ben.post("/votes", data=form).status_code == 403


def test_a_proxy_may_send_any_name(record: Path) -> None:
    app = make_app(str(record), Access(header=BY_PROXY))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        what = first_of(client)
        sent = {BY_PROXY.encode(): "Žofia 李".encode(), b"authorization": b"Bearer x"}
        call = {"action": "accept", "what": what}
        assert client.post("/api/v1/decisions", json=call, headers=list(sent.items())).status_code == 200
        (row,) = client.get("/api/v1/decisions", headers={BY_PROXY: "Ben"}).json()["rows"]
        assert row["author"] == "Žofia 李"


def first_of(client: TestClient) -> str:
    row = client.get("/api/v1/events", headers={BY_PROXY: "Ana"}).json()["rows"][0]
    return f"{row['article']}/{row['id']}"


def addresses(page: str) -> list[str]:
    return [part.split("</code>")[0] for part in page.split('<code class="secret">')[1:]]


def test_a_secret_address_reads_its_feed_and_nothing_else(people: dict[str, TestClient]) -> None:
    ana, ben = people["Ana"], people["Ben"]
    for name, line in (("kenya", "KEN* > KEN*"), ("none", "ATG > BRB")):
        assert send(ana, "/watches", name=name, line=line).status_code == 303
    every, kenya, none = (addresses(send(ana, "/feeds", watch=watch).text) for watch in ("", "kenya", "none"))
    app = ana.app
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as reader:
        titles = [entries(reader.get(address).text) for address in (every[0], kenya[0], none[0])]
        assert titles[0] == titles[1] != []
        assert titles[2] == []
        assert len(reader.get(kenya[1]).json()["items"]) == len(titles[1])
        for path in ("/", "/watches/feed.atom", "/api/v1/feeds", "/feeds", "/static/style.css"):
            assert reader.get(path).status_code in (401, 404, 405), path
        assert reader.post(kenya[0]).status_code in (401, 403)
        wrong = [
            kenya[0].replace(".atom", ".html"),
            kenya[0][:-6] + ".atom",
            "/feeds/.atom",
            "/feeds/x",
            "/feeds/%00.atom",
        ]
        assert {reader.get(address).status_code for address in wrong} == {404}
        key = ana.get("/api/v1/feeds").json()["rows"][1]["key"]
        assert send(ben, "/feeds/remove", key=key).status_code == 404
        assert send(ana, "/feeds/remove", key=key).status_code == 303
        assert reader.get(kenya[0]).status_code == 404
        assert reader.get(every[0]).status_code == 200
    assert ben.get("/api/v1/feeds").json() == {"rows": []}


def entries(feed: str) -> list[str]:
    atom = "{http://www.w3.org/2005/Atom}"
    return [entry.findtext(f"{atom}title") or "" for entry in ElementTree.fromstring(feed).iter(f"{atom}entry")]


def test_the_feeds_of_who_is_let_in_no_more_are_shut(record: Path) -> None:
    with TestClient(make_app(str(record), Access(tokens=TOKENS)), base_url="http://127.0.0.1") as client:
        bearer = {"authorization": f"Bearer {ANA}"}
        assert client.post("/api/v1/feeds", json={"watch": "x"}, headers=bearer).status_code == 404
        made = client.post("/api/v1/feeds", json={}, headers=bearer).json()
        assert client.get(made["json"]).status_code == 200
    with TestClient(make_app(str(record), Access(tokens={BEN: "Ben"})), base_url="http://127.0.0.1") as client:
        assert client.get(made["json"]).status_code == 404
    with TestClient(make_app(str(record), Access(tokens=TOKENS)), base_url="http://127.0.0.1") as client:
        assert client.delete(f"/api/v1/feeds/{made['key']}", headers=bearer).json() == {"rows": []}
        assert client.get(made["json"]).status_code == 404


def test_the_secret_is_not_in_the_store(record: Path) -> None:
    with TestClient(make_app(str(record), Access(tokens=TOKENS)), base_url="http://127.0.0.1") as client:
        made = client.post("/api/v1/feeds", json={}, headers={"authorization": f"Bearer {ANA}"}).json()
    secret = made["atom"].removeprefix("/feeds/").removesuffix(".atom").encode()
    assert all(secret not in path.read_bytes() for path in record.parent.iterdir() if path.is_file())
