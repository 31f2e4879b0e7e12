"""Pictures of every page: ``python -m tests.web.screenshots ADDRESS FOLDER``, desktop and phone, light and dark."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


def launch(playwright: object) -> "Browser":
    """Debian's browser, without a window."""
    found: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])  # type: ignore[attr-defined]
    return found


def paths(address: str) -> dict[str, str]:
    """Name → path of a page of each kind, of the record that is served."""

    def first(kind: str) -> dict[str, str]:
        with urlopen(f"{address}/api/v1/{kind}") as answer:
            rows: list[dict[str, str]] = json.load(answer)["rows"]
        return rows[0]

    event, fact, entity, story = first("events"), first("facts"), first("entities"), first("front?kind=stories")
    return {
        "front": "/", "stories": "/?kind=stories", "front-facts": "/?kind=facts", "story": f"/stories/{story['id']}",
        "articles": "/articles", "article": f"/articles/{event['article']}", "events": "/events",
        "statements": "/statements", "places": "/places", "times": "/times", "facts": "/facts",
        "fact": f"/facts/{fact['id']}", "actors": "/actors", "actor": f"/actors/{entity['id']}", "dyads": "/dyads",
        "dyad": "/dyads/KEN*/KEN*", "dyad-both": "/dyads/RUS*/UKR*", "pictures": "/pictures", "review": "/review",
        "review-facts": "/review/facts", "agreement": "/agreement", "questions": "/questions", "watches": "/watches",
        "runs": "/runs", "run": "/runs/1", "decisions": "/decisions", "read": "/read",
        "why": f"/why/{event['article']}/{event['id']}", "nothing": "/nowhere",
    }  # fmt: skip


def main(address: str, folder: Path) -> None:
    """Takes them."""
    from playwright.sync_api import sync_playwright  # of the services

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                page = context.new_page()
                for name, path in paths(address).items():
                    page.goto(address + path, wait_until="networkidle")
                    page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=size == "desktop")
                context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
