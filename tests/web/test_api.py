"""The API shows all that the pages show, in the types that it describes."""

import json
import re
from collections import Counter
from html import unescape
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from onrecord.query import KINDS
from onrecord.web.app import CALLS
from onrecord.web.examples import ANSWERS
from onrecord.web.forms import plain

BEARER = {"authorization": "Bearer here"}


def get(client: TestClient, path: str) -> Any:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def shown(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def a_story(client: TestClient) -> str:
    return str(get(client, "/front?kind=stories")["rows"][0]["id"])


def paths(client: TestClient) -> dict[str, str]:
    """Name of a route → a path of it that has something to answer."""
    event, fact = get(client, "/events")["rows"][0], get(client, "/facts")["rows"][0]
    value = f"{event['article']}/{event['id']}"
    own = {
        "front": "/front", "article": f"/articles/{event['article']}", "story": f"/stories/{a_story(client)}",
        "why": f"/why/{value}", "facts": "/facts", "facts_count": "/facts/count", "facts_by": "/facts/by/type",
        "facts_over": "/facts/over/year", "fact": f"/facts/{fact['id']}", "entities": "/entities",
        "entity": "/entities/KEN*", "dyads": "/dyads", "dyad": "/dyads/KEN*/UGA*", "rank": "/rank/articles",
        "runs": "/runs", "run": "/runs/1", "watches": "/watches", "decisions": "/decisions", "review": "/review",
        "review_facts": "/review/facts", "agreement": "/agreement", "questions": "/questions",
        "progress": "/runs/1/progress",
        "timeline": "/pictures/timeline", "network": "/pictures/network", "map": "/pictures/map",
        "between": "/events/between/country",
    }  # fmt: skip
    for kind, of in KINDS.items():
        own |= {kind: f"/{kind}", f"{kind}_count": f"/{kind}/count", f"{kind}_over": f"/{kind}/over/year"}
        own[f"{kind}_by"] = f"/{kind}/by/{of.groups[0]}"
    return own


def test_every_answer_is_of_the_type_that_is_described(client: TestClient) -> None:
    for name, path in paths(client).items():
        msgspec.convert(get(client, path), ANSWERS[name].of)
    msgspec.convert(get(client, "/front?kind=stories"), ANSWERS["front"].of)
    msgspec.convert(get(client, "/front?kind=facts"), ANSWERS["front"].of)
    msgspec.convert(get(client, "/review?of=statements"), ANSWERS["review"].of)


def test_every_route_is_described_with_an_example(client: TestClient) -> None:
    called = {route.name for calls in CALLS for route in calls.routes if route.include_in_schema}  # type: ignore[attr-defined]
    assert called == ANSWERS.keys() | {"download", "download_facts"}
    read = {route.name for calls in CALLS for route in calls.routes if route.methods == {"GET"}}  # type: ignore[attr-defined]
    assert paths(client).keys() == read - {"download", "download_facts", "nothing", "feeds"}
    for name, answer in ANSWERS.items():
        assert msgspec.convert(plain(answer.example), answer.of) == answer.example, name
    document = client.get("/api/v1/openapi.json").json()
    assert "HTTPValidationError" not in json.dumps(document)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], path
            assert set(operation["responses"]) == {"200", "4XX", "5XX"}, path
            content = operation["responses"]["200"]["content"]["application/json"]
            assert path.startswith("/api/v1/download") or ("example" in content and content["schema"]), path
            assert method == "get" or operation["security"]
    names = {each["name"] for each in document["paths"]["/api/v1/events"]["get"]["parameters"]}
    assert {"dyad", "since", "cursor", "size"} <= names


def test_what_a_page_shows_its_twin_says(client: TestClient) -> None:
    front = get(client, "/front")
    page = shown(client, "/")
    for row in (*front["rows"], *front["stories"]):
        assert (row["title"] or row["id"]) in page
        assert all(line in page for line in row["why"])
    assert front["stories"]
    assert all(row["articles"] > 1 for row in front["stories"])
    stories = shown(client, "/?kind=stories")
    assert all(row["title"] in stories for row in get(client, "/front?kind=stories")["rows"])
    story = get(client, f"/stories/{a_story(client)}")["story"]
    assert all(each["article"] in shown(client, f"/stories/{story['id']}") for each in story["reports"])
    actor = get(client, "/entities/KEN*")
    page = shown(client, "/actors/KEN*")
    assert actor["said"]["count"] + actor["did"]["count"] > 0
    assert all(f"<code>{each['code']}</code>" in page for each in actor["others"])
    assert all((role["role"] or actor["name"]) in page for role in actor["roles"][:12])
    dyads = get(client, "/dyads")["rows"]
    assert all(sum(each["quads"]) == each["count"] for each in dyads)
    (way,) = get(client, "/dyads/KEN*/KEN*")["ways"]
    assert sum(sum(year["quads"]) for year in way["years"]) == way["count"]
    assert len(get(client, "/dyads/KEN*/UGA*")["ways"]) == 2
    for name in ("/facts", "/runs", "/decisions", "/review", "/watches", "/questions", "/agreement"):
        assert get(client, name) is not None


def test_facts_are_counted_as_they_are_listed(client: TestClient) -> None:
    asked = "type=CONSULT&type=REQUEST"
    rows = get(client, f"/facts?{asked}&limit=500")["rows"]
    assert get(client, f"/facts/count?{asked}") == {"count": len(rows)}
    counts = get(client, f"/facts/by/type?{asked}")["counts"]
    assert {each["value"]: each["count"] for each in counts} == Counter(row["type"] for row in rows)
    assert sum(each["count"] for each in get(client, f"/facts/over/year?{asked}")["counts"]) == len(rows)
    assert client.get("/api/v1/facts/by/colour").status_code == 400


def test_the_network_says_of_each_edge_of_which_class_it_is(client: TestClient) -> None:
    data = get(client, "/pictures/network")
    assert data["edges"]
    for edge in data["edges"]:
        assert sum(edge["quads"]) == edge["count"]
        assert edge["quads"][edge["quad"] - 1] == max(edge["quads"])
        assert edge["label"].startswith(f"{edge['source']} → {edge['target']}: {edge['count']}")
    known = {node["id"] for node in data["nodes"]}
    assert all({edge["source"], edge["target"]} <= known for edge in data["edges"])
    events = get(client, "/pictures/network?quad=4")["edges"]
    assert all(edge["quad"] == 4 for edge in events)


def test_facts_are_asked_with_all_that_a_question_has(client: TestClient) -> None:
    every = get(client, "/facts?limit=500")["rows"]
    of_kenya = get(client, "/facts?limit=500&country=ken")["rows"]
    assert of_kenya == [each for each in every if each["country"] == "KEN"] != every
    assert get(client, "/facts?min_outlets=99&is_disputed=true")["rows"] == []
    assert len(get(client, "/facts?limit=1&offset=1")["rows"]) == 1
    assert "outlets" in shown(client, "/facts?min_outlets=2&is_denied=true")


@pytest.mark.parametrize(
    "query",
    ["events?limit=99999999999999999999", "events?limit=0", "facts?offset=-1", "facts?min_outlets=99999999999999999999",
     "facts?limit=501", "entities?min_articles=x", "events?min_confidence=nan", "events?since=0000", "facts?since=x",
     "rank/colours", "runs/0", "runs/1?outcome=x", "review?of=x", "front?kind=x", "events/over/minute", "nowhere/x"],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_in_one_shape(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/{query}")
    assert 400 <= answer.status_code < 500, answer.text
    assert set(answer.json()["error"]) == {"code", "message"}


def test_decisions_and_watches_are_made_and_taken_back_by_calls(client: TestClient) -> None:
    event = get(client, "/events")["rows"][0]
    call = {"action": "reject", "what": f"{event['article']}/{event['id']}", "reason": "no such thing"}
    assert client.post("/api/v1/decisions", json=call).status_code == 401
    made = client.post("/api/v1/decisions", json=call, headers=BEARER).json()["ids"]
    (row,) = get(client, f"/decisions?article={event['article']}")["rows"]
    assert (row["id"], row["action"], row["reason"]) == (made[0], "reject", "no such thing")
    assert event["id"] not in [each["id"] for each in get(client, f"/events?article={event['article']}")["rows"]]
    client.post("/api/v1/decisions", json={"action": "undo", "what": made[0]}, headers=BEARER)
    assert get(client, "/decisions")["rows"][1]["state"] == "undone"
    watch = {"name": "a/b", "line": "KEN* > KEN*"}
    found = client.post("/api/v1/watches", json=watch, headers=BEARER).json()
    assert [each["name"] for each in found["rules"]] == ["a/b"]
    assert found["found"] == get(client, "/watches?watch=a/b")["found"] != []
    assert client.delete("/api/v1/watches/a/b").status_code == 401
    assert client.delete("/api/v1/watches/a/b", headers=BEARER).json()["rules"] == []
    assert client.delete("/api/v1/watches/a/b", headers=BEARER).status_code == 404


def pressed(page: str) -> list[str]:
    """What is voted on and how, of the buttons of a page that are pressed."""
    forms = re.findall(r'<form class="votes".*?</form>', page, re.S)
    found = []
    for form in forms:
        what = re.search(r'name="what" value="([^"]+)"', form)
        button = re.search(r'value="none" aria-pressed="true" title="(\w+)', form)
        if what and button:
            found.append(f"{what[1]} {button[1]}")
    return found


def test_a_vote_is_shown_pressed_on_every_page_of_its_thing(client: TestClient) -> None:
    article, fact = get(client, "/articles")["rows"][0]["article"], get(client, "/front?kind=facts")["rows"][0]["id"]
    for what, cast in ((article, "up"), (f"fact:{fact}", "down")):
        form = {"csrf": client.cookies["onrecord_csrf"], "what": what, "cast": cast}
        assert client.post("/votes", data=form).status_code == 303
    assert pressed(shown(client, f"/articles/{article}")) == [f"{article} Up"]
    assert f"{article} Up" in pressed(shown(client, "/"))
    assert pressed(shown(client, f"/facts/{fact}")) == [f"fact:{fact} Down"]
    assert f"fact:{fact} Down" in pressed(shown(client, "/?kind=facts"))
    form = {"csrf": client.cookies["onrecord_csrf"], "what": f"fact:{fact}", "cast": "none"}
    assert client.post("/votes", data=form).status_code == 303
    assert pressed(shown(client, f"/facts/{fact}")) == []


def test_a_watch_says_in_words_what_it_asks_for(client: TestClient) -> None:
    for name, line in (("kenya", "KEN* > KEN* ASSAULT"), ("words", 'KEN says anonymous "dam"')):
        client.post("/api/v1/watches", json={"name": name, "line": line}, headers=BEARER)
    page = shown(client, "/watches")
    assert "events, match: source KEN*; target KEN*; type ASSAULT" in page
    assert "statements, match: actor KEN; terms anonymous; text dam" in page
    assert "null" not in page
