"""Questions kept from a page."""

from fastapi.testclient import TestClient

from tests.web.test_pages import send


def test_a_question_is_kept_beside_its_form_and_watched(client: TestClient) -> None:
    page = client.get("/events?type=CONSULT&dyad=KEN*>KEN*").text
    assert 'name="asked" value="dyad=KEN%2A%3EKEN%2A&amp;type=CONSULT"' in page
    assert send(client, "/questions", name="Talks", kind="events", asked="dyad=KEN%2A%3EKEN%2A&type=CONSULT") == 303
    (row,) = client.get("/api/v1/questions").json()["rows"]
    assert row["question"] == {"dyad": "KEN*>KEN*", "type": ["CONSULT"]}
    assert f'href="{row["address"]}"' in client.get("/questions").text.replace("&amp;", "&")
    assert client.get(row["address"]).status_code == 200
    assert send(client, "/questions/rename", name="Talks", new="All talks") == 303
    assert send(client, "/questions/watch", name="All talks") == 303
    assert "All talks" in client.get("/watches").text
    assert send(client, "/questions/remove", name="All talks") == 303
    assert client.get("/api/v1/questions").json()["rows"] == []
    assert send(client, "/questions/remove", name="All talks") == 404
    assert send(client, "/questions", name="x", kind="colours") == 400
    assert send(client, "/questions", name="x", kind="events", asked="since=soon") == 400


def test_each_keeps_their_own_and_programs_need_a_token(guarded: TestClient) -> None:
    ana, ben = ({"authorization": f"Bearer {letter * 20}"} for letter in "ab")
    asked = {"name": "mine", "kind": "statements", "asked": {"terms": ["anonymous"]}}
    assert guarded.post("/api/v1/questions", json=asked, headers=ana).json()["person"] == "Ana"
    assert guarded.post("/api/v1/questions/remove", json={"name": "mine"}, headers=ben).status_code == 404
    renamed = guarded.post("/api/v1/questions/rename", json={"name": "mine", "new": "ours"}, headers=ana)
    assert renamed.json()["name"] == "ours"
    watches = guarded.post("/api/v1/questions/watch", json={"name": "ours"}, headers=ana).json()["rules"]
    assert [each["name"] for each in watches] == ["ours"]
    page = guarded.get("/questions", headers=ben).text
    assert "Those of others" in page
    assert "of Ana" in page
    assert guarded.post("/api/v1/questions", json=asked | {"asked": {"x": 1}}, headers=ana).status_code == 400
    assert guarded.post("/api/v1/questions/remove", json={"name": "ours"}, headers=ana).status_code == 200
