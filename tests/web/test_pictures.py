"""What the pictures show: the same from the API, as a table, and from the questions behind each mark."""

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.web.pictures import UNITS


@pytest.mark.parametrize("unit", UNITS)
def test_each_bar_leads_to_its_events(client: TestClient, unit: str) -> None:
    told = client.get(f"/api/v1/pictures/timeline?unit={unit}").json()
    assert told["unit"] == unit
    assert told["counts"]
    total = client.get("/api/v1/events/count").json()["count"]
    assert sum(each["count"] for each in told["counts"]) + told["less_exact"] + told["undated"] == total
    for each in told["counts"][:5]:
        asked = each["href"].split("?", 1)[1]
        assert client.get(f"/api/v1/events/count?{asked}").json()["count"] >= each["count"]
    table = client.get(f"/pictures/table/timeline?unit={unit}").text
    assert all(f">{each['value']}</a>" in table for each in told["counts"])


def test_ranges_are_events_known_to_more_than_a_day(client: TestClient) -> None:
    told = client.get("/api/v1/pictures/timeline").json()
    rows = client.get("/api/v1/events?size=500").json()["rows"]
    wanted = {(row["first_day"], row["last_day"]) for row in rows if row["first_day"] != row["last_day"]}
    assert {(each["first"], each["last"]) for each in told["ranges"]} == wanted
    assert told["ranges_of"] == len(wanted)


def test_a_network_is_narrowed_to_one_and_those_around_it(client: TestClient) -> None:
    every = client.get("/api/v1/pictures/network").json()
    assert every["shown"] == len(every["nodes"]) <= 500
    names = {node["id"] for node in every["nodes"]}
    assert all({edge["source"], edge["target"]} <= names for edge in every["edges"])
    middle = max(names, key=lambda name: sum(name in (edge["source"], edge["target"]) for edge in every["edges"]))
    ego = client.get(f"/api/v1/pictures/network?around={middle}").json()
    assert all(middle in (edge["source"], edge["target"]) for edge in ego["edges"])
    assert 0 < ego["shown"] <= every["shown"]
    busy = client.get("/api/v1/pictures/network?least=2").json()
    others: dict[str, set[str]] = {}
    for edge in every["edges"]:
        others.setdefault(edge["source"], set()).add(edge["target"])
        others.setdefault(edge["target"], set()).add(edge["source"])
    assert {node["id"] for node in busy["nodes"]} <= {name for name, each in others.items() if len(each - {name}) >= 2}
    table = client.get(f"/pictures/table/network?around={middle}").text
    assert len(re.findall(r"<tr><td>", table)) == len(ego["edges"])


def test_places_lead_to_their_events_under_the_same_question(client: TestClient) -> None:
    told = client.get("/api/v1/pictures/map?status=actual").json()
    assert told["places"]
    assert told["shown"] == told["of"] == len(told["places"])
    assert all("status=actual" in each["href"] and "place=" in each["href"] for each in told["places"])
    table = client.get("/pictures/table/map?status=actual").text
    assert len(re.findall(r"<tr><td>", table)) == len(told["places"])
    assert client.get("/pictures/table/colours").status_code == 404


def test_the_page_of_pictures_keeps_what_was_asked(client: TestClient) -> None:
    page = client.get("/pictures?type=CONSULT&unit=week&around=KEN&least=2&min_confidence=0.2").text.replace(
        "&amp;", "&"
    )
    assert 'data-src="/api/v1/pictures/timeline?min_confidence=0.2&type=CONSULT&unit=week"' in page
    assert 'data-src="/api/v1/pictures/network?min_confidence=0.2&type=CONSULT&around=KEN&least=2"' in page
    assert '<input type="hidden" name="min_confidence" value="0.2">' in page
    assert client.get("/pictures?unit=colour&least=x").status_code == 200
