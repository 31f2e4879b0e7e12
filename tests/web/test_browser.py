"""The site in a real browser: what readers, analysts and editors do, by hand and by keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest

from tests.web.screenshots import SIZES, launch, paths

if TYPE_CHECKING:  # of the services; these tests are left out without them
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator["Page"]:
    """A page that may ask this server and nobody else, and on which no script fails."""
    context = browser.new_context(base_url=address, accept_downloads=True)
    page = context.new_page()
    faults: list[str] = []
    page.on(
        "request", lambda request: request.url.startswith((address, "data:", "blob:")) or faults.append(request.url)
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def expect(locator: Any) -> Any:
    """Waits for what is then said of it."""
    from playwright.sync_api import expect as expected

    return expected(locator)


def first(address: str, kind: str) -> dict[str, str]:
    with urlopen(f"{address}/api/v1/{kind}") as answer:
        rows: list[dict[str, str]] = json.load(answer)["rows"]
    return rows[0]


def test_an_article_is_read_and_its_values_walked(page: "Page", address: str) -> None:
    event = first(address, "events")
    page.goto(f"/articles/{event['article']}")
    expect(page.locator(".on")).to_have_count(0)
    for _ in range(3):
        page.keyboard.press("j")
    assert page.locator(".text .on").count() > 0
    shown = page.evaluate("document.activeElement.dataset.shows")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.shows") != shown
    page.keyboard.press("Escape")
    expect(page.locator(".on")).to_have_count(0)
    page.locator(f"#{event['id']}").hover()
    assert event["trigger"] in " ".join(page.locator(".text .on").all_text_contents())


def test_a_pair_is_asked_for_and_taken_away_as_parquet(page: "Page", tmp_path: Path) -> None:
    page.goto("/events")
    page.locator("input[name=dyad]").fill("KEN*>KEN*")
    page.get_by_role("button", name="Ask").click()
    assert page.locator("tbody tr").count() > 0
    expect(page.locator("#counts .total")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="parquet").click()
    path = tmp_path / "events.zip"
    waiting.value.save_as(path)
    assert path.read_bytes()[:2] == b"PK"


def test_a_vote_is_cast_and_taken_back_without_a_page_load(page: "Page") -> None:
    page.goto("/")
    page.evaluate("window.same = true")
    page.get_by_role("button", name="Vote up").first.click()
    expect(page.get_by_role("status").first).to_have_text("voted up")
    page.get_by_role("button", name="Vote up").first.click()
    expect(page.get_by_role("status").first).to_have_text("vote taken back")
    assert page.evaluate("window.same")


def test_a_vote_without_javascript(browser: "Browser", address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.goto("/")  # with the mark that forms carry
    page.get_by_role("button", name="Vote up").first.click()
    expect(page.locator(".points strong").first).to_have_text("1")
    context.close()


def test_a_wrong_actor_is_corrected_and_seen_everywhere(page: "Page", address: str) -> None:
    event = first(address, "events")
    page.goto(f"/articles/{event['article']}")
    form = page.locator("form.correct:has(input[name=value])").first
    form.locator("input[name=value]").fill("FJIMIL")
    form.get_by_role("button", name="Correct").click()
    assert page.locator("code", has_text="FJIMIL").count() > 0
    page.goto("/actors/FJIMIL")
    page.goto("/decisions")
    page.get_by_role("button", name="Undo").first.click()
    page.goto(f"/articles/{event['article']}")
    expect(page.locator("code", has_text="FJIMIL")).to_have_count(0)


def test_a_watch_is_set_and_its_match_is_in_the_feed(page: "Page", address: str) -> None:
    page.goto("/watches")
    page.get_by_label("Name").fill("all")
    page.get_by_label("Rule").fill("KEN* > KEN*")
    page.get_by_role("button", name="Set").click()
    assert page.locator("ol.values li").count() > 0
    with urlopen(f"{address}/watches/feed.atom") as feed:
        assert b"all: " in feed.read()


def test_a_question_is_kept_and_watched_with_one_click(page: "Page") -> None:
    page.goto("/events?dyad=KEN*>KEN*")
    page.get_by_label("Keep this question as").fill("Within Kenya")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Within Kenya").click()
    assert page.locator("input[name=dyad]").input_value() == "KEN*>KEN*"
    page.goto("/questions")
    page.get_by_label("Another name for Within Kenya").fill("Kenya alone")
    page.get_by_role("button", name="Rename").click()
    page.get_by_role("button", name="Watch Kenya alone").click()
    expect(page.locator("ol.values li strong", has_text="Kenya alone").first).to_be_visible()
    page.goto("/questions")
    page.get_by_role("button", name="Remove Kenya alone").click()
    expect(page.locator("li.none")).to_be_visible()


def test_review_by_keyboard_alone(page: "Page") -> None:
    page.goto("/review")

    def current() -> str:
        return str(page.evaluate("document.activeElement.dataset.ref"))

    def press(*keys: str) -> None:
        with page.expect_navigation():
            for key in keys:
                page.keyboard.press(key)

    first = current()
    page.keyboard.press("j")
    second = current()
    assert second != first
    press("a")
    press("r")  # the first, on which the page begins
    assert current() not in (first, second)
    assert page.locator(f"li[data-ref='{first}']").count() == 0
    press("u")
    assert page.locator(f"li[data-ref='{first}']").count() == 1
    page.goto("/review?of=events")
    edited = current()
    page.keyboard.press("e")
    expect(page.locator(f"li[data-ref='{edited}'] details.edits")).to_have_attribute("open", "")
    page.locator(f"li[data-ref='{edited}']").get_by_label("status").focus()
    press("p", "l", "Tab", "Enter")  # planned
    assert page.locator(f"li[data-ref='{edited}']").count() == 0
    page.goto("/review?of=actors")
    merged = page.locator("li:has(form.merge)").first.get_attribute("data-ref")
    while current() != merged:
        page.keyboard.press("j")
    page.keyboard.press("m")
    press("Tab", "Enter")
    page.goto("/decisions")
    for action in ("accept", "undo", "edit", "merge"):
        assert page.locator("td", has_text=action).count() >= 1, action
    page.goto("/agreement")
    expect(page.locator("h1")).to_have_text("Agreement")


def test_the_pictures_are_drawn(page: "Page") -> None:
    page.goto("/pictures")
    expect(page.locator("figure[data-drawn=true]")).to_have_count(3)
    assert page.locator("figure[data-picture=timeline] rect").count() > 0
    assert page.locator("figure[data-picture=map] circle").count() > 0
    assert page.locator("figure[data-picture=network] canvas").count() > 0
    for picture, kind in (("timeline", "PNG"), ("map", "SVG"), ("network", "PNG")):
        with page.expect_download() as waiting:
            page.locator(f"figure[data-picture={picture}]").get_by_role("button", name=kind).click()
        assert Path(waiting.value.path()).stat().st_size > 500


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(browser: "Browser", address: str, scheme: str, size: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    width, height = SIZES[size]
    context = browser.new_context(
        base_url=address,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": height},
    )
    page = context.new_page()
    found = []
    for name, path in paths(address).items():
        page.goto(path, wait_until="networkidle")
        faults = Axe().run(page).response["violations"]
        grave = [fault for fault in faults if fault["impact"] in ("serious", "critical")]
        found += [(name, fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in grave]
    context.close()
    assert found == []


@pytest.mark.parametrize("path", ["/events", "/facts", "/pictures"])
def test_on_a_phone_what_was_found_comes_before_the_question(browser: "Browser", address: str, path: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(path)
    question = page.get_by_role("search").first
    expect(question).not_to_be_visible()
    first = page.locator("tbody tr, figure").first.bounding_box()
    assert first is not None
    assert first["y"] < 422  # within the upper half
    page.locator(".fold > summary").click()
    expect(question).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".fold > summary")).not_to_be_visible()
    expect(question).to_be_visible()
    context.close()
