"""Articles of every script in the real browser: what lights up, how it is walked, printed and explained."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.model.page import CleanPage, PageInfo, Repair
from onrecord.model.record import Actor, Event, Place, Record, Statement, Time
from onrecord.model.span import Span
from onrecord.store import Input, open_store
from tests.web.screenshots import launch
from tests.web.test_browser import expect

if TYPE_CHECKING:  # of the services; these tests are left out without them
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.services

HEBREW = "השר אמר ביום שלישי 😀 כי הגשר ייבנה.\n\nThe minister’s office 👩‍👩‍👧 agreed in Haifa."


def span(words: str) -> Span:
    start = HEBREW.index(words)
    return Span(start, start + len(words))


RECORD = Record(
    id="rtl", title="השר: הגשר ייבנה 😀", language="en",
    actors=(Actor(id="a1", name="השר", kind="person", rule="name", mentions=(span("השר"), span("minister’s"))),),
    places=(Place(id="p1", span=span("Haifa"), name="Haifa", country="ISR", use="location", rule="name"),),
    times=(Time(id="t1", span=span("יום שלישי"), type="DATE", value="2024-03-05", rule="weekday"),),
    statements=(
        Statement(id="s1", content=(span("😀 כי הגשר ייבנה"),), source=(span("השר"),), cue=(span("אמר"),),
                  kind="indirect", terms="named", rule="clause", actor="a1"),
    ),
    events=(
        Event(id="e1", type="AGREE", trigger=(span("👩‍👩‍👧 agreed"),), status="actual", quad=1, rule="verb",
              evidence=span("The minister’s office 👩‍👩‍👧 agreed in Haifa.")),
    ),
)  # fmt: skip
PAGE = CleanPage(
    text=HEBREW, title=RECORD.title, outlet="Haifa Ledger", url="https://ledger.example/bridge?a=1&b=2",
    page=PageInfo(points=3, related=("A bridge & a tunnel",), tags=("roads",), section="Home"),
    repairs=(Repair(rule="entity", span=Span(0, 6), before="&quot;", after="“"),),
)  # fmt: skip


@pytest.fixture
def record(samples_record: Path, tmp_path: Path) -> Path:
    """The samples, and an article from right to left."""
    path = tmp_path / "record.db"
    path.write_bytes(samples_record.read_bytes())
    with open_store(path) as store:
        store.begin("t", "{}", ()).add(Input(position=0, location="rtl.txt", digest="rtl"), PAGE, RECORD)
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator["Page"]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def lit(page: Any) -> str:
    return "".join(page.locator(".text .on").all_text_contents())


def test_every_value_lights_up_its_own_characters_in_any_script(page: "Page") -> None:
    page.goto("/articles/rtl")
    assert page.locator(".text").text_content() == HEBREW
    wanted = {
        "s1": "השראמר😀 כי הגשר ייבנה", "e1": "The minister’s office 👩‍👩‍👧 agreed in Haifa.", "a1": "השרminister’s",
        "p1": "Haifa", "t1": "יום שלישי",
    }  # fmt: skip
    for value, words in wanted.items():
        page.locator(f"#{value}").hover()
        assert lit(page) == words, value
    assert page.locator("h1").evaluate("each => getComputedStyle(each).direction") == "rtl"
    boxes = [page.locator(f".text .{form}").first.bounding_box() for form in ("cue", "said")]
    assert boxes[0] and boxes[1] and boxes[0]["x"] > boxes[1]["x"]  # from right to left
    english = page.locator(".text").evaluate("each => getComputedStyle(each).unicodeBidi")
    assert english == "plaintext"  # each paragraph by its own letters


def test_all_values_are_walked_by_keys_and_the_articles_too(page: "Page") -> None:
    page.goto("/articles/rtl")
    seen = []
    for _ in range(5):
        page.keyboard.press("j")
        seen.append(page.evaluate("document.activeElement.dataset.shows"))
        assert lit(page)
    assert seen == ["s1", "e1", "a1", "p1", "t1"]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.shows") == "p1"
    neighbour = page.locator("a[rel=next], a[rel=prev]").first
    key = "n" if neighbour.get_attribute("rel") == "next" else "p"
    wanted = neighbour.get_attribute("href")
    page.keyboard.press(key)
    page.wait_for_url(f"**{wanted}")


def test_what_stood_around_is_shown_on_demand(page: "Page") -> None:
    page.goto("/articles/rtl")
    expect(page.get_by_text("A bridge & a tunnel")).not_to_be_visible()
    page.get_by_text("The page: repairs").click()
    expect(page.get_by_text("A bridge & a tunnel")).to_be_visible()
    assert page.locator(".repair del").text_content() == "&quot;"
    link = page.get_by_role("link", name="the original")
    assert link.get_attribute("href") == PAGE.url
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"


def test_on_paper_there_is_the_article_and_its_record_alone(page: "Page") -> None:
    page.goto("/articles/rtl")
    page.emulate_media(media="print")
    for shown in (".text", "h1", "aside"):
        expect(page.locator(shown)).to_be_visible()
    for gone in (".top", ".foot", ".votes", ".legend", ".beside", "form.correct"):
        for each in page.locator(gone).all():
            expect(each).not_to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0


def test_points_are_explained_by_keyboard_and_by_pointer(page: "Page") -> None:
    page.goto("/")
    tip, points = page.get_by_role("tooltip").first, page.locator(".explained").first
    expect(tip).not_to_be_visible()
    points.focus()
    expect(tip).to_be_visible()
    assert "novelty" in (tip.text_content() or "")
    assert points.get_attribute("aria-describedby") == page.locator(".tip").first.get_attribute("id")
    page.locator("h1").click()
    points.hover()
    expect(tip).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", "/?kind=stories", "/articles/rtl", "/pictures", "/watches", "/dyads", "/actors/KEN*"]
)
def test_no_page_is_wider_than_a_phone(browser: "Browser", address: str, path: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
