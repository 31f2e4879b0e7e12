"""How long until a page can be used in a real browser: its text there, its parts in, its pictures drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_CHROMIUM = "/usr/bin/chromium"
_USABLE = """() => document.readyState !== 'loading' && document.querySelector('main h1') !== null
  && document.querySelector('[hx-trigger="load"]:not([data-in])') === null
  && [...document.querySelectorAll('figure[data-picture]')].every((each) => each.dataset.drawn === 'true')
  && !document.querySelector('.htmx-request')
  && performance.now()"""
# Marks what has been loaded, which htmx itself leaves no trace of.
_MARK = "document.addEventListener('htmx:afterSettle', (event) => { event.target.dataset.in = 'true'; })"


def is_there() -> bool:
    """Whether a browser can be driven here."""
    try:
        import playwright  # noqa: F401  it is a service, not a part of this program
    except ImportError:
        return False
    return Path(_CHROMIUM).exists()


@contextmanager
def browser() -> Iterator[Callable[[str], float]]:
    """A function from an address to milliseconds, from the wish to see it until it can be used."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        page = chromium.new_page()
        page.add_init_script(_MARK)

        def usable(address: str) -> float:
            page.goto(address, wait_until="commit")
            return float(page.wait_for_function(_USABLE, timeout=60_000, polling=10).json_value())

        yield usable
        chromium.close()
