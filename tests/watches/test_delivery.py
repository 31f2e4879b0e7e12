"""Where matches go: each there once, whatever fails on the way."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest

from onrecord.config import Settings
from onrecord.store import Store, open_store
from onrecord.store.watching import Match, Watching
from onrecord.watches.delivery import Outputs, deliver, line, signature
from onrecord.watches.feeds import atom, json_feed

NOW = "2024-05-20T08:00:00+00:00"
LOCAL = Settings(allow_private=True, timeout_s=5)
ATOM = "{http://www.w3.org/2005/Atom}"


def match(number: int, **values: str) -> Match:
    told = {"what": f"A → B: REQUEST {number}", "sentence": "Ärmel & <Co>\x00 “asked”.", "title": "T"} | values
    return Match(watch="help", key=f"k{number}", kind="event", found=NOW, day="2024-05-03", **told)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as store:
        Watching(store.engine).set("help", "{}", NOW)
        enter(store, 0, 1)
        yield store


def enter(store: Store, *numbers: int) -> None:
    Watching(store.engine).enter("help", [match(number) for number in numbers], NOW)


class Receiver:
    """A webhook that answers as told, the last answer for ever, and keeps what came."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.got: list[tuple[dict[str, str], bytes]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                receiver.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
                self.send_response(receiver.statuses.pop(0) if len(receiver.statuses) > 1 else receiver.statuses[0])
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def ids(self) -> list[str]:
        return [json.loads(body)["key"] for _, body in self.got]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver(204)
    yield made
    made.server.shutdown()
    made.server.server_close()


def send(store: Store, outputs: Outputs, settings: Settings = LOCAL) -> list[str]:
    return deliver(store, outputs, settings, NOW, sleep=lambda _: None)


def test_a_webhook_gets_each_match_once_and_signed(store: Store, receiver: Receiver) -> None:
    outputs = Outputs(webhook=receiver.url, secret="quiet")
    assert send(store, outputs) == []
    assert send(store, outputs) == []
    assert receiver.ids() == ["k0", "k1"]
    headers, body = receiver.got[0]
    assert headers["onrecord-signature"] == signature("quiet", body)
    assert headers["onrecord-delivery"] == json.loads(body)["id"]
    assert json.loads(body)["sentence"] == match(0).sentence


def test_what_fails_is_tried_again_and_in_order(store: Store, receiver: Receiver) -> None:
    receiver.statuses = [503, 429, 204, 500]
    failed = send(store, Outputs(webhook=receiver.url))
    assert ["answered 500" in each for each in failed] == [True]
    assert receiver.ids() == ["k0", "k0", "k0", "k1", "k1", "k1", "k1"]
    receiver.statuses = [200]
    assert send(store, Outputs(webhook=receiver.url)) == []
    assert receiver.ids()[7:] == ["k1"]


def test_a_refusal_is_not_asked_again(store: Store, receiver: Receiver) -> None:
    receiver.statuses = [410]
    assert len(send(store, Outputs(webhook=receiver.url))) == 1
    assert receiver.ids() == ["k0"]


def test_a_webhook_in_a_private_network_is_asked_for_first(store: Store, receiver: Receiver) -> None:
    failed = send(store, Outputs(webhook=receiver.url), Settings())
    assert ["private network" in each for each in failed] == [True]
    assert receiver.got == []


def test_one_way_that_fails_does_not_stop_the_others(store: Store, receiver: Receiver, tmp_path: Path) -> None:
    outputs = Outputs(webhook=receiver.url, lines=tmp_path / "no" / "lines.jsonl", json_feed=tmp_path / "feed.json")
    assert len(send(store, outputs)) == 1
    assert receiver.ids() == ["k0", "k1"]
    assert len(json.loads((tmp_path / "feed.json").read_bytes())["items"]) == 2


def test_lines_get_each_match_once_also_after_a_cut(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    # As if killed after the first line was written and in the middle of the second, before either was noted.
    path.write_text(line(match(0)) + "\n" + line(match(1))[:40], encoding="ascii")
    send(store, Outputs(lines=path))
    enter(store, 2)
    send(store, Outputs(lines=path))
    lines = path.read_text(encoding="ascii").splitlines()
    keys = [json.loads(each)["key"] for each in (lines[0], *lines[2:])]
    assert keys == ["k0", "k1", "k2"]


def test_the_terminal_gets_each_match_once(store: Store) -> None:
    said: list[Match] = []
    for _ in range(2):
        deliver(store, Outputs(), LOCAL, NOW, said.append)
    assert [each.key for each in said] == ["k0", "k1"]


def test_what_was_there_before_goes_nowhere(store: Store, receiver: Receiver) -> None:
    Watching(store.engine).enter("help", [match(5)], NOW, silent=True)
    send(store, Outputs(webhook=receiver.url))
    assert "k5" not in receiver.ids()
    assert "k5" not in {each.key for each in Watching(store.engine).found()}


def test_the_atom_feed_is_whole_and_stable(tmp_path: Path) -> None:
    matches = [match(1, url="https://example.org/a?b&c"), match(0)]
    feed = ElementTree.fromstring(atom(matches, "feed.atom", NOW))
    assert [each.tag for each in feed[:4]] == [f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated", f"{ATOM}author"]
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [f"help: A → B: REQUEST {n}" for n in (1, 0)]
    assert "Ärmel & <Co>� “asked”." in str(entries[0].findtext(f"{ATOM}content"))
    assert entries[0].find(f"{ATOM}link") is not None
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert atom(matches, "feed.atom", NOW) == atom(matches, "feed.atom", "2030-01-01")
    assert (
        ElementTree.fromstring(atom([], "feed.atom", "2030-01-01")).findtext(f"{ATOM}updated") == "2030-01-01T00:00:00Z"
    )


def test_the_json_feed_holds_the_same() -> None:
    feed = json.loads(json_feed([match(0)]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["content_text"].startswith("Ärmel & <Co>\x00 “asked”.")
    assert feed["items"][0]["tags"] == ["help", "event"]
