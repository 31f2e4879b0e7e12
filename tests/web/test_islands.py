"""Each picture alone in the real browser, under the strictest policy, over data that a record may hold."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.services

STATIC = Path(__file__).parents[2] / "onrecord" / "web" / "static"
POLICY = "default-src 'self'; img-src 'self' data:"  # a drawing becomes pixels by way of a data: image
KINDS = {".js": "text/javascript", ".json": "application/json", "": "text/html; charset=utf-8"}
PAGE = """<!doctype html><html lang="en"><head><title>Pictures</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/style.css"><link rel="icon" href="/icon.json"></head><body><main>
<figure data-picture="{kind}" data-src="/data/{name}.json"></figure></main>
<script type="module" src="/static/pictures.js"></script></body></html>"""
STYLE = """:root { --ink: #111; --soft: #555; --paper: #fff; --panel: #eee; --line: #ccc; --accent: #0b5c8a;
--quad1: #2b6a3f; --quad2: #0b5c8a; --quad3: #9a5b00; --quad4: #a3261c }
.network { position: relative; height: 20rem } .wide { overflow-x: auto }"""


def months(*values: str) -> dict[str, Any]:
    counts = [{"value": value, "count": 1 + at, "href": f"/events?when={value}"} for at, value in enumerate(values)]
    return {"unit": "month", "counts": counts}


def ring(size: int) -> dict[str, Any]:
    """Actors in a ring, each of whom acts on the next; the first acts on every tenth too."""
    nodes = [{"id": f"N{at}", "label": f"Actor {at}", "count": 1 + at, "href": f"/actors/N{at}"} for at in range(size)]
    pairs = [(at, (at + 1) % size) for at in range(size)] + [(0, at) for at in range(10, size, 10)]
    edges = [
        {"source": f"N{a}", "target": f"N{b}", "count": 1, "quad": 1 + b % 4, "href": f"/dyads/N{a}/N{b}"}
        for a, b in pairs
    ]
    return {"nodes": nodes, "edges": edges, "shown": size, "of": 1234}


def place(name: str, lat: float, lon: float, precision: str, country: str = "PER") -> dict[str, Any]:
    point = {"name": name, "country": country, "lat": lat, "lon": lon, "precision": precision}
    return point | {"count": 2, "href": f"/events?place={name}"}


def units(unit: str, *values: str, ranges: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    found = [{"first": first, "last": last, "count": 3, "href": f"/events?since={first}"} for first, last in ranges]
    return months(*values) | {
        "unit": unit,
        "chosen": True,
        "ranges": found,
        "ranges_of": 7,
        "less_exact": 2,
        "undated": 1,
    }


DATA: dict[str, dict[str, Any]] = {
    "gaps": months("2023-11", "2024-02", "2024-03"),
    "mixed": months("2023", "2023-11", "2024-02"),
    "long": months("1820-01", "2024-06"),
    "nothing": months(),
    "days": units("day", "2024-02-28", "2024-03-01"),
    "weeks": units("week", "2020-W52", "2021-W01"),
    "quarters": units("quarter", "2023-Q4", "2024-Q2"),
    "years": units("year", "1998", "2001"),
    "manydays": units("day", "2022-01-01", "2024-06-01"),
    "ranges": units("month", "2024-01", "2024-04", ranges=(("2024-01-15", "2024-03-15"), ("2024-02-01", "2024-02-29"))),
    "network": ring(60),
    "map": {
        "places": [
            place("Lima", -12.05, -77.04, "city"),
            place("Callao", -12.06, -77.13, "city"),
            place("Sahel", 15, 2, "region", "NER"),
            place("Peru", -9.2, -75, "country"),
            place("Andorra", 42.5, 1.5, "country", "AND"),
        ]
    },
}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = Path(urlsplit(self.path).path)
        content = self.content(path)
        self.send_response(200 if content else 404)
        self.send_header("Content-Type", "text/css" if path.suffix == ".css" else KINDS.get(path.suffix, "text/html"))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content)

    def content(self, path: Path) -> bytes:
        if path.parent.name == "static":
            return (STATIC / path.name).read_bytes()
        if path.parent.name == "data":
            return json.dumps(DATA[path.stem]).encode()
        if path.parent.name in {"timeline", "network", "map"}:
            return PAGE.format(kind=path.parent.name, name=path.name).encode()
        return STYLE.encode() if path.name == "style.css" else b"{}"

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright  # of the services; these tests are left out without it

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def show(browser: Any, address: str) -> Iterator[Any]:
    """A function that opens a picture at a phone's width, and afterwards finds no fault and no request elsewhere."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))

    def opened(kind: str, name: str) -> Any:
        page.goto(f"{address}/{kind}/{name}")
        page.wait_for_selector("figure[data-drawn]", timeout=20_000)
        return page

    yield opened
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert faults == []


def values(page: Any) -> list[str]:
    return [title.split(":")[0] for title in page.locator("svg rect title").all_text_contents()]


def test_months_without_events_are_drawn_as_none(show: Any) -> None:
    page = show("timeline", "gaps")
    assert values(page) == ["2023-11", "2023-12", "2024-01", "2024-02", "2024-03"]
    assert page.locator("svg a").evaluate_all("all => all.map((each) => each.getAttribute('href'))") == [
        "/events?when=2023-11",
        "/events?when=2024-02",
        "/events?when=2024-03",
    ]


def test_a_time_known_to_the_year_makes_all_bars_years(show: Any) -> None:
    assert values(show("timeline", "mixed")) == ["2023", "2024"]


def test_bars_of_a_long_time_can_be_seen(show: Any) -> None:
    page = show("timeline", "long")
    bars = page.locator("svg rect:has(title)")
    assert values(page)[0] == "1820s"
    assert values(page)[-1] == "2020s"
    assert min(float(bar.get_attribute("width")) for bar in bars.all()) >= 2


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("days", ["2024-02-28", "2024-02-29", "2024-03-01"]),
        ("weeks", ["2020-W52", "2020-W53", "2021-W01"]),
        ("quarters", ["2023-Q4", "2024-Q1", "2024-Q2"]),
        ("years", ["1998", "1999", "2000", "2001"]),
    ],
)
def test_bins_are_those_that_were_chosen(show: Any, name: str, wanted: list[str]) -> None:
    page = show("timeline", name)
    assert values(page) == wanted
    assert "2 events are not dated so exactly" in page.locator("figure").text_content()
    assert "1 event is not dated, and" in page.locator("figure").text_content()


def test_bins_that_were_chosen_are_never_made_coarser(show: Any) -> None:
    page = show("timeline", "manydays")
    assert len(values(page)) == 883
    assert float(page.locator("svg").get_attribute("width")) > 3000
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")  # the figure scrolls, not the page


def test_events_known_to_more_than_a_bar_are_lines_from_when_to_when(show: Any) -> None:
    page = show("timeline", "ranges")
    assert page.locator("svg line.range title").all_text_contents() == ["2024-01-15 to 2024-03-15: 3"]  # one is a bar
    line, bars = page.locator("svg line.range"), page.locator("svg rect:has(title)")
    x = [float(bar.get_attribute("x")) for bar in bars.all()]
    assert x[0] < float(line.get_attribute("x1")) < x[1]
    assert x[2] < float(line.get_attribute("x2")) < x[3]
    assert "1 of 7 shown" in page.locator("figure").text_content()


def test_how_exactly_a_place_is_known_is_seen(show: Any) -> None:
    page = show("map", "map")
    assert page.locator("path[data-country=PER] title").text_content() == "Peru: 2, known to the country"
    dot = page.locator("circle[data-precision=city]")
    area = page.locator("circle[data-precision=region]")
    assert (dot.count(), area.count()) == (1, 1)  # the two cities are close together
    assert "known to the region" in page.locator("a:has(circle[data-precision=region])").get_attribute("aria-label")
    # No pin for a country, but for one that is too small to have a shape here.
    assert page.locator("circle[data-precision=country] title").all_text_contents() == ["Andorra: 2"]
    assert "Natural Earth" in page.locator("svg").text_content()


def test_a_time_without_events_says_so(show: Any) -> None:
    assert show("timeline", "nothing").locator("svg text", has_text="No dated events").count() == 1


def test_everything_with_a_link_is_reached_by_keyboard_and_named(show: Any) -> None:
    page = show("timeline", "gaps")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "2023-11: 1"
    assert page.locator("svg[role=img] a").count() == 0  # what is an image has no parts to a reader of screens


def test_a_cluster_says_its_number_and_leads_to_each_place(show: Any) -> None:
    page = show("map", "map")
    assert page.locator("svg text", has_text="4").count() == 1
    page.get_by_role("button", name="Lima: 2, Callao: 2").press("Enter")
    assert page.locator(".chosen a").evaluate_all("all => all.map((each) => each.getAttribute('href'))") == [
        "/events?place=Lima",
        "/events?place=Callao",
    ]


@pytest.mark.parametrize(("kind", "name"), [("timeline", "gaps"), ("map", "map"), ("network", "network")])
def test_a_picture_is_taken_away_as_pixels(show: Any, kind: str, name: str) -> None:
    page = show(kind, name)
    with page.expect_download() as taken:
        page.get_by_role("button", name="PNG").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("kind", "name"), [("timeline", "ranges"), ("map", "map"), ("network", "network")])
def test_a_drawing_taken_away_stands_alone(show: Any, kind: str, name: str) -> None:
    page = show(kind, name)
    with page.expect_download() as taken:
        page.get_by_role("button", name="SVG").click()
    drawn = Path(taken.value.path()).read_text(encoding="utf-8")
    assert "var(--" not in drawn
    assert 'font-family="' in drawn
    assert f'href="{urlsplit(page.url).scheme}://' not in drawn  # the address of a reader's own machine is of no use
    assert "href=" not in drawn


def test_those_around_one_actor_are_chosen_by_keyboard(show: Any) -> None:
    page = show("network", "network")
    assert "60 of 1234 shown" in page.locator("figure").text_content()
    page.get_by_label("around").select_option("N5")
    assert page.locator("figure output").text_content() == "Actor 5 and 2 others"


def test_a_network_is_drawn_alike_each_time(show: Any) -> None:
    first, second = (at_rest(show("network", "network").locator("figure .network")) for _ in range(2))
    assert first == second


def at_rest(figure: Any) -> bytes:
    """The picture once two looks at it, one after the other, see the same."""
    before: bytes = figure.screenshot()
    for _ in range(20):
        figure.page.wait_for_timeout(200)
        now: bytes = figure.screenshot()
        if now == before:
            break
        before = now
    return before
