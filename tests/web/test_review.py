"""Review from the pages: any value corrected, actors and facts merged, undone, by several people."""

import time
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.test_pages import send


def rows(client: TestClient, headers: dict[str, str] | None = None, **asked: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/v1/review", params=asked, headers=headers)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def value(client: TestClient, layer: str, article: str, identity: str) -> dict[str, Any] | None:
    record = client.get(f"/api/v1/articles/{article}").json()["record"]
    return next((each for each in record[layer] if each["id"] == identity), None)


EDITS = [
    ("events", "type", "AID", "AID"),
    ("events", "mode", "", None),
    ("events", "status", "planned", "planned"),
    ("events", "contexts", "military, economic", ["military", "economic"]),
    ("events", "target", "FJIMIL", "FJIMIL"),
    ("events", "when", "2024-05-01", "2024-05-01"),
    ("statements", "terms", "anonymous", "anonymous"),
    ("statements", "certainty", "possible", "possible"),
    ("statements", "code", "", None),
    ("actors", "code", "FJIMIL", "FJIMIL"),
    ("actors", "sectors", "MIL, GOV", ["MIL", "GOV"]),
    ("places", "country", "FJI", "FJI"),
    ("places", "lat", "-18.1", -18.1),
    ("times", "value", "2024-05", "2024-05"),
]


@pytest.mark.parametrize(("layer", "field", "words", "wanted"), EDITS)
def test_any_value_is_corrected_in_words_and_undone(
    client: TestClient, layer: str, field: str, words: str, wanted: Any
) -> None:
    row = rows(client, of=layer)[0]
    what = f"{row['article']}/{row['id']}"
    assert send(client, "/decisions", action="edit", what=what, field=field, value=words, back="/review") == 303
    changed = value(client, layer, row["article"], row["id"])
    assert changed is not None
    found = changed[field]
    if field == "target":
        found = found[0]["code"]
    elif field == "when" and layer == "events":
        found = found["value"]
    assert found == wanted
    assert changed["rule"] == "decision"
    assert row["id"] not in [each["id"] for each in rows(client, of=layer) if each["article"] == row["article"]]
    page = client.get("/review").text
    assert "Last: edit" in page
    made = page.split('name="action" value="undo">', 1)[1].split('value="', 1)[1].split('"', 1)[0]
    assert send(client, "/decisions", action="undo", what=made, back="/review") == 303
    assert value(client, layer, row["article"], row["id"]) == row["fields"] | {"rule": row["rule"]}


def test_sides_places_and_speakers_are_those_of_the_article(client: TestClient) -> None:
    row = next(row for row in rows(client, of="events", size=100) if len(row["actors"]) > 1 and row["places"])
    what, actor, place = f"{row['article']}/{row['id']}", next(iter(row["actors"])), next(iter(row["places"]))
    assert send(client, "/decisions", action="edit", what=what, field="source", value=actor) == 303
    assert send(client, "/decisions", action="edit", what=what, field="where", value=place) == 303
    changed = value(client, "events", row["article"], row["id"])
    assert changed is not None
    assert [side["actor"] for side in changed["source"]] == [actor]
    assert changed["where"]["place"] == place
    for field, wrong in (("source", "a99"), ("where", "p99"), ("status", "perhaps"), ("rule", "mine"), ("when", "{")):
        assert send(client, "/decisions", action="edit", what=what, field=field, value=wrong) == 400, field


def test_two_actors_are_merged(client: TestClient) -> None:
    row = next(row for row in rows(client, of="actors", size=100) if len(row["actors"]) > 1)
    other = next(each for each in row["actors"] if each != row["id"])
    what = f"{row['article']}/{row['id']}"
    assert send(client, "/decisions", action="merge", what=what, value=other) == 303
    left = client.get(f"/api/v1/articles/{row['article']}").json()["record"]["actors"]
    assert len(left) == len(row["actors"]) - 1
    for wrong in ("", row["id"], "e1", "a99"):
        assert send(client, "/decisions", action="merge", what=what, value=wrong) in (400, 404)


def facts(client: TestClient) -> dict[str, str]:
    """Event of an article → its fact."""
    rows = client.get("/api/v1/facts?limit=500").json()["rows"]
    return {f"{told['article']}/{told['event']}": row["id"] for row in rows for told in row["told"]}


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError("it has not come after a minute")


def test_facts_are_split_and_merged(client: TestClient) -> None:
    doubtful = client.get("/api/v1/review/facts?size=50").json()["rows"]
    scores = [row["report"]["score"] for row in doubtful]
    assert scores == sorted(scores) != []
    assert len({row["fact"]["id"] for row in doubtful}) == len(doubtful)
    fact, report = doubtful[-1]["fact"], doubtful[-1]["report"]
    leaving = f"{report['article']}/{report['event']}"
    assert report["evidence"][:30] in unescape(client.get("/review/facts").text)
    assert send(client, "/decisions", action="split", what=f"fact:{fact['id']}", value=leaving) == 303
    other = next(f"{told['article']}/{told['event']}" for told in fact["told"] if told != report)
    until(lambda: facts(client)[leaving] != facts(client)[other])  # linking goes on beside the server
    mine, its = facts(client)[other], facts(client)[leaving]
    assert f'value="fact:{its}"' in client.get(f"/facts/{mine}").text  # it may be one with it
    assert send(client, "/decisions", action="merge", what=f"fact:{mine}", value=f"fact:{its}") == 303
    until(lambda: facts(client)[leaving] == facts(client)[other])
    one = f"fact:{facts(client)[other]}"
    for action, value in (("accept", ""), ("split", "none"), ("merge", "")):
        assert send(client, "/decisions", action=action, what=one, value=value) in (400, 404), action


def test_a_second_reviewer_judges_blind_and_agreement_is_shown(guarded: TestClient) -> None:
    ana, ben = ({"authorization": f"Bearer {letter * 20}"} for letter in "ab")

    def decide(who: dict[str, str], row: dict[str, Any], action: str, **more: str) -> None:
        body = {"what": f"{row['article']}/{row['id']}", "action": action, **more}
        assert guarded.post("/api/v1/decisions", json=body, headers=who).status_code == 200

    first, second, third = rows(guarded, ana, of="events", size=3)
    decide(ana, first, "reject")
    decide(ana, second, "accept")
    decide(ana, third, "edit", field="status", value="planned")
    again = rows(guarded, ben, of="events", size=3)
    assert [row["id"] for row in again] == [row["id"] for row in (first, second, third)]  # as Ana met them
    assert [row["fields"] for row in again] == [row["fields"] for row in (first, second, third)]
    assert all(row["verdicts"] == {} for row in again)
    assert rows(guarded, ben, of="events", size=3, blind=False)[0]["verdicts"] == {"Ana": "reject"}
    assert "Ana: reject" not in guarded.get("/review?of=events", headers=ben).text
    assert "Ana: reject" in guarded.get("/review?of=events&seen=true", headers=ben).text
    decide(ben, first, "reject")
    decide(ben, second, "accept")
    decide(ben, third, "accept")
    told = guarded.get("/api/v1/agreement", headers=ben).json()
    row = next(row for row in told["rows"] if row["kind"] == "all")
    assert (row["reviewers"], row["values"], row["agreed"]) == (["Ana", "Ben"], 3, 2)
    assert row["share"] == pytest.approx(2 / 3)
    assert row["kappa"] == pytest.approx(0.5)
    page = guarded.get("/agreement", headers=ben).text
    assert "edit status → planned" in page
    assert "67 %" in page
    assert rows(guarded, ben, of="events", whose="others") == []


@pytest.mark.parametrize("asked", ["of=colours", "whose=mine", "of=events&since=soon"])
def test_what_cannot_be_reviewed_is_said(client: TestClient, asked: str) -> None:
    assert client.get(f"/review?{asked}").status_code == 400
    assert client.get(f"/api/v1/review?{asked}").status_code == 400


def test_a_question_narrows_what_is_reviewed(client: TestClient) -> None:
    article = rows(client)[0]["article"]
    assert {row["article"] for row in rows(client, article=article, size=50)} == {article}
    kinds = {row["fields"]["kind"] for row in rows(client, of="actors", kind="person")}
    assert kinds == {"person"}
