"""Reading from the pages: in a process of its own, seen as it goes, stopped, continued, also after the server died."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.store import open_store
from onrecord.web.app import make_app
from tests.web.test_pages import send, until_read

if TYPE_CHECKING:  # of the services
    from playwright.sync_api import Browser

Server = tuple[subprocess.Popen[bytes], str]
WORDS = "The foreign minister of Peru, Rosa Quispe, asked Chile for help on Friday, and the army of Peru left the port."


def texts(count: int, about: str = "Peru asks Chile") -> list[tuple[str, tuple[str, bytes, str]]]:
    """Files as a form sends them."""
    return [
        (
            "files",
            (f"{at}.txt", f"{about} {at}\n\n{WORDS} It was day {at}.\n\n{(WORDS + ' ') * 30}".encode(), "text/plain"),
        )
        for at in range(count)
    ]


def begin(client: TestClient, files: list[Any]) -> str:
    answer = client.post("/read", data={"csrf": client.cookies["onrecord_csrf"]}, files=files)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def wait_for(is_so: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it did not come"
        time.sleep(0.05)


def test_several_files_are_read_and_each_is_accounted_for(client: TestClient, record: Path) -> None:
    page = begin(client, [*texts(2), ("files", ("../x\n.bin", b"\x00\x01", "application/octet-stream"))])
    first = client.get(page)
    assert first.status_code == 200
    assert 'hx-trigger="every 1s"' in first.text
    assert '<noscript><meta http-equiv="refresh"' in first.text
    assert "of 3" in first.text
    after = until_read(client, page)
    progress = client.get(f"/api/v1{page}/progress").json()
    assert (progress["phase"], progress["stored"], progress["rejected"], progress["remaining"]) == ("done", 2, 1, 0)
    assert 'hx-trigger="every 1s"' not in after
    assert client.get(f"{page}/progress").headers["hx-refresh"] == "true"
    assert not any(Path(f"{record}-incoming").iterdir())  # what was read is not kept twice


def test_a_run_is_stopped_and_continued(client: TestClient, record: Path) -> None:
    page = begin(client, texts(40))
    number = page.rsplit("/", 1)[1]
    wait_for(lambda: client.get(f"/api/v1{page}/progress").json()["stored"] > 0)
    assert send(client, f"{page}/continue") == 400  # it is going on
    assert send(client, f"{page}/stop") == 303
    assert "Continue" in until_read(client, page)
    stopped = client.get(f"/api/v1{page}/progress").json()
    assert stopped["phase"] == "stopped"
    assert 0 < stopped["stored"] < 40
    assert stopped["remaining"] == 40 - stopped["inputs"]
    assert send(client, f"{page}/stop") == 400  # there is nothing to stop
    assert send(client, f"{page}/continue") == 303
    until_read(client, page)
    assert client.get(f"/api/v1{page}/progress").json()["stored"] == 40
    with open_store(record) as store:
        assert len([each for each in store if each.title and each.title.startswith("Peru asks Chile")]) == 40
    assert int(number) > 1


def test_no_more_than_two_runs_are_read_at_once(client: TestClient) -> None:
    pages = [begin(client, texts(8, about)) for about in ("One", "Two")]
    answer = client.post("/read", data={"csrf": client.cookies["onrecord_csrf"]}, files=texts(1, "Three"))
    assert answer.status_code == 400
    for page in pages:
        send(client, f"{page}/stop")
        until_read(client, page)


@pytest.mark.parametrize("path", ["/runs/99", "/runs/99/progress", "/api/v1/runs/99/progress"])
def test_a_run_that_is_none_is_said_to_be(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert send(client, "/runs/99/continue") == 404


def test_programs_read_with_a_token_alone(guarded: TestClient) -> None:
    headers = {"authorization": "Bearer " + "a" * 20}
    assert guarded.post("/api/v1/read", json={"url": "https://example.org/"}).status_code == 401
    assert guarded.post("/api/v1/read", json={"url": "file:///etc/passwd"}, headers=headers).status_code == 400
    assert guarded.post("/api/v1/runs/1/stop", headers=headers).status_code == 400
    assert guarded.post("/api/v1/runs/1/continue", headers=headers).status_code == 400


@pytest.fixture
def server(record: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """``onrecord serve`` as people start it, and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "onrecord", "serve", str(record), "--port", str(port)])
    address = f"http://127.0.0.1:{port}"
    wait_for(lambda: _answers(address))
    yield process, address
    process.kill()
    process.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/runs", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.services
def test_what_a_killed_server_was_reading_is_continued(record: Path, server: Server) -> None:
    process, address = server
    with httpx.Client(base_url=address) as browser:
        browser.get("/")
        mark = browser.cookies["onrecord_csrf"]
        page = browser.post("/read", data={"csrf": mark}, files=texts(40)).headers["location"]
        wait_for(lambda: browser.get(f"/api/v1{page}/progress").json()["stored"] > 0)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with TestClient(make_app(str(record)), base_url="http://127.0.0.1", follow_redirects=False) as client:
        client.get("/")
        state = lambda: client.get(f"/api/v1{page}/progress").json()  # noqa: E731
        wait_for(lambda: state()["phase"] == "stopped")  # what it read with has ended with it
        assert 0 < state()["stored"] < 40
        assert "Continue" in client.get(page).text
        assert send(client, f"{page}/continue") == 303
        until_read(client, page)
        assert (state()["phase"], state()["stored"]) == ("done", 40)


@pytest.mark.services
def test_the_server_answers_at_once_while_it_reads(server: Server) -> None:
    _, address = server
    with httpx.Client(base_url=address) as browser:
        browser.get("/")
        page = browser.post("/read", data={"csrf": browser.cookies["onrecord_csrf"]}, files=texts(12)).headers[
            "location"
        ]
        times = []
        while browser.get(f"/api/v1{page}/progress").json()["phase"] == "reading":
            started = time.monotonic()
            browser.get("/events")
            times.append(time.monotonic() - started)
        assert len(times) > 2
        assert sorted(times)[len(times) // 2] < 1


@pytest.mark.services
def test_files_are_dropped_and_their_reading_is_seen(address: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    from tests.web.screenshots import launch

    with sync_playwright() as playwright:
        browser = launch(playwright)
        _drop(browser, address)
        _without_scripts(browser, address, tmp_path, expect)
        browser.close()


_DROPPED = """(names) => { const given = new DataTransfer();
for (const [name, text] of names) given.items.add(new File([text], name));
const form = document.querySelector("form[data-drop]");
form.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true })); }"""


def _drop(browser: "Browser", address: str) -> None:
    from playwright.sync_api import expect

    page = browser.new_context(base_url=address).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto("/read")
    page.evaluate(_DROPPED, [[name, content.decode()] for _, (name, content, _) in texts(40, "Dropped")])
    expect(page.locator("output")).to_contain_text("40 files")
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#progress")).to_contain_text("of 40")
    expect(page.locator("#progress")).to_contain_text("being read")
    expect(page.locator("#progress")).to_contain_text(re.compile(r"\b([1-9]|[1-3]\d) stored"), timeout=90_000)
    expect(page.locator("#progress .phase-done")).to_be_visible(timeout=120_000)
    expect(page.locator("tbody .outcome-stored")).to_have_count(40)
    assert faults == []


def _without_scripts(browser: "Browser", address: str, folder: Path, expect: Any) -> None:
    page = browser.new_context(base_url=address, java_script_enabled=False).new_page()
    path = folder / "plain.txt"
    path.write_bytes(texts(1, "Without scripts")[0][1][1])
    page.goto("/read")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#progress .phase-done")).to_be_visible(timeout=120_000)
    expect(page.locator("tbody .outcome-stored")).to_have_count(1)
