"""ninjs and NewsML-G2: a wire's own fields become metadata, its body the text."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.reading import codes, only, read_file

BODY = "The port of Varna closed on Monday.\n\nShips waited & waited."
NINJS_1: dict[str, Any] = {
    "uri": "https://wire.example/items/1", "type": "text", "pubstatus": "usable", "language": "en-GB",
    "firstcreated": "2024-05-06T08:00:00Z", "versioncreated": "2024-05-06T09:30:00Z", "byline": "Ana Ruiz",
    "headline": "Port of Varna closes", "copyrightholder": "Wire Example", "subject": [{"name": "Shipping"}],
    "body_xhtml": "<p>The port of Varna closed on <em>Monday</em>.</p><p>Ships waited &amp; waited.</p>",
}  # fmt: skip
NINJS_3: dict[str, Any] = {
    "uri": "https://wire.example/items/1", "type": "text", "pubstatus": "usable", "language": "en-GB",
    "firstcreated": "2024-05-06T08:00:00Z", "versioncreated": "2024-05-06T09:30:00Z", "by": "Ana Ruiz",
    "headlines": [{"role": "short", "value": "Port closes"}, {"role": "main", "value": "Port of Varna closes"}],
    "rightsinfo": {"copyrightholder": "Wire Example"}, "subjects": [{"name": "Shipping"}],
    "bodies": [{"contenttype": "text/html", "value": NINJS_1["body_xhtml"]}],
}  # fmt: skip
NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
<newsItem guid="urn:newsml:wire.example:1" version="2" xml:lang="en">
<rightsInfo><copyrightHolder literal="Wire Example"/></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Wire Example</name></provider>
<versionCreated>2024-05-06T09:30:00Z</versionCreated><firstCreated>2024-05-06T08:00:00Z</firstCreated>
<pubStatus qcode="stat:usable"/><link href="https://wire.example/items/1"/></itemMeta>
<contentMeta><headline>Port of Varna closes</headline><by>Ana Ruiz</by><language tag="en-GB"/>
<subject qcode="medtop:1"><name>Shipping</name></subject></contentMeta>
<contentSet>CONTENT</contentSet></newsItem>
<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
<newsItem><itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
</itemSet></newsMessage>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
</head><body><p>The port of Varna closed on <em>Monday</em>.</p>
<p>Ships waited &amp; waited.</p></body></html></inlineXML>"""
NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>t</title><docdata>
<date.issue norm="20240506T080000Z"/>
</docdata><pubdata name="Wire Example"/></head><body><body.head><hedline><hl1>Port of Varna closes</hl1></hedline>
<byline>Ana Ruiz</byline></body.head><body.content><p>The port of Varna closed on Monday.</p>
<p>Ships waited &amp; waited.</p></body.content></body></nitf>"""
DATA = "<inlineData>The port of Varna closed on Monday.\n\nShips waited &amp; waited.</inlineData>"
WHOLE = {
    "title": "Port of Varna closes", "published": "2024-05-06T08:00:00Z", "updated": "2024-05-06T09:30:00Z",
    "outlet": "Wire Example", "author": "Ana Ruiz", "url": "https://wire.example/items/1", "tags": "Shipping",
}  # fmt: skip


@pytest.mark.parametrize("item", [NINJS_1, NINJS_3, NINJS_1 | {"body_text": BODY}])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_ninjs_of_every_version(tmp_path: Path, item: dict[str, Any], name: str) -> None:
    page = only(read_file(tmp_path / name, json.dumps(item)))
    assert page.raw.decode() == BODY
    assert page.metadata == WHOLE | {"language": "en-GB"}


def test_what_ninjs_holds_besides_texts_is_named(tmp_path: Path) -> None:
    package = {"uri": "x", "type": "composite", "versioncreated": "2024-05-06T08:00:00Z", "slugline": "port",
               "associations": {"main": NINJS_1, "photo": {"type": "picture", "uri": "y"}}}  # fmt: skip
    page = only(read_file(tmp_path / "package.json", json.dumps(package)))
    assert page.location.endswith("package.json!/main")
    picture = NINJS_1 | {"type": "picture"}
    assert codes(read_file(tmp_path / "a.json", json.dumps(picture))) == ["OR-KIND"]
    assert codes(read_file(tmp_path / "b.json", json.dumps(NINJS_1 | {"pubstatus": "canceled"}))) == ["OR-NO-ARTICLE"]
    assert codes(read_file(tmp_path / "c.json", json.dumps(NINJS_1 | {"body_xhtml": " "}))) == ["OR-EMPTY"]


@pytest.mark.parametrize("content", [XHTML, DATA, f"<inlineXML>{NITF}</inlineXML>"])
def test_newsml_g2_with_every_kind_of_body(tmp_path: Path, content: str) -> None:
    found = read_file(tmp_path / "wire.xml", NEWSML.replace("CONTENT", content))
    assert codes(found) == ["page", "OR-KIND", "OR-NO-ARTICLE"]
    page = only(found[:1])
    assert page.raw.decode() == BODY
    assert page.metadata == WHOLE | {"language": "en"}


def test_an_item_and_a_nitf_document_alone(tmp_path: Path) -> None:
    start, end = NEWSML.index("<newsItem"), NEWSML.index("</newsItem>") + len("</newsItem>")
    item = NEWSML[start:end].replace("<newsItem", '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"')
    page = only(read_file(tmp_path / "item.xml", item.replace("CONTENT", XHTML)))
    assert (page.location, page.raw.decode()) == (str(tmp_path / "item.xml"), BODY)
    page = only(read_file(tmp_path / "nitf.xml", NITF))
    assert page.raw.decode() == BODY
    assert page.metadata == {
        "title": "Port of Varna closes", "published": "2024-05-06T08:00:00Z", "author": "Ana Ruiz",
        "outlet": "Wire Example",
    }  # fmt: skip
