"""Matches as an Atom feed (RFC 4287) and as a JSON feed (version 1.1)."""

import json
import re
from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from onrecord.store.watching import Match

_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = "onrecord: what the watches found"
# What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def identity(match: Match) -> str:
    """A stable id of a match, as an urn."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'onrecord:{match.watch}:{match.key}')}"


def atom(matches: Sequence[Match], address: str, now: str) -> bytes:
    """The feed of ``matches``, the last first; ``address`` tells it from others, ``now`` dates one that is empty."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, address)}")
    _add(feed, "title", _TITLE)
    _add(feed, "updated", _dated(matches[0].found if matches else now))
    _add(_add(feed, "author", None), "name", "onrecord")
    for match in matches:
        entry = _add(feed, "entry", None)
        _add(entry, "id", identity(match))
        _add(entry, "title", f"{match.watch}: {match.what}")
        _add(entry, "updated", _dated(match.found))
        if match.url:
            _add(entry, "link", None).set("href", _NOT_XML.sub("", match.url))
        _add(entry, "content", _content(match)).set("type", "text")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def json_feed(matches: Sequence[Match]) -> bytes:
    """The same matches as a JSON feed."""
    items = [
        {
            "id": identity(match),
            "title": f"{match.watch}: {match.what}",
            "content_text": _content(match),
            "date_published": _dated(match.found),
            "tags": [match.watch, match.kind],
            **({"url": match.url} if match.url else {}),
        }
        for match in matches
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": _TITLE, "items": items}).encode()


def _content(match: Match) -> str:
    """The sentence and where it stands."""
    where = ", ".join(part for part in (match.title, match.outlet, match.day) if part)
    return " — ".join(part for part in (match.sentence or match.what, where) if part)


def _dated(found: str) -> str:
    return found if len(found) > len("2026-01-01") else f"{found}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str | None) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = None if text is None else _NOT_XML.sub("�", text)
    return child
