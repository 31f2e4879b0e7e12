"""Files that are one article each: Markdown, MHTML, PDF."""

from pathlib import Path

import pytest

from onrecord.model.page import Rejected
from tests.ingest.reading import codes, only, read_file

MARKDOWN = """---
title: "Port closes"
date: 6 May 2024
author: Ana Ruiz
mood: grim
---
# Another heading

The **port** of [Varna](https://harbour.example/varna) closed_on *Monday*.

![A ship](ship.jpg)

> Ships waited, 3 * 4 * 5 of them.

## Then

It reopened.
"""


def test_markdown_loses_its_marks_and_tells_its_front_matter(tmp_path: Path) -> None:
    page = only(read_file(tmp_path / "a.md", MARKDOWN))
    assert (
        "\n\n".join(page.raw.decode().split("\n\n")).split()
        == ("The port of Varna closed_on Monday. Ships waited, 3 * 4 * 5 of them. Then It reopened.").split()
    )
    assert page.metadata == {"title": "Port closes", "published": "2024-05-06", "author": "Ana Ruiz"}
    heading = only(read_file(tmp_path / "b.md", "# Port closes #\n\nShips came.\n"))
    assert (heading.raw.strip(), heading.metadata) == (b"Ships came.", {"title": "Port closes"})


def test_plain_text_in_markdown_stays_as_it_is(tmp_path: Path) -> None:
    text = "Port closes\n\nThe port_of_varna closed - 3 * 4 ships (of 5) [sic] waited.\n"
    assert only(read_file(tmp_path / "a.md", text)).raw.decode() == text


MHTML = """From: <Saved by Browser>\r
Snapshot-Content-Location: https://harbour.example/port\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="----B"\r
\r
------B\r
Content-Type: text/html; charset=iso-8859-1\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://harbour.example/port\r
\r
<!doctype html><p>Ships c=\r
ame to P=F6rt.</p>\r
------B\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
\r
aGVsbG8=\r
------B--\r
"""


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "saved"])
def test_a_page_with_its_pictures_in_one_file(tmp_path: Path, name: str) -> None:
    page = only(read_file(tmp_path / name, MHTML))
    assert (page.raw.decode().strip(), page.url) == (
        "<!doctype html><p>Ships came to Pört.</p>",
        "https://harbour.example/port",
    )
    assert page.media_type == "text/html"


def test_mhtml_without_a_page_is_named(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path / "a.mht", MHTML.replace("text/html", "text/css"))) == ["OR-NO-ARTICLE"]
    assert codes(read_file(tmp_path / "b.mht", b"\xff\xd8")) == ["OR-NO-ARTICLE"]


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out),
    )  # fmt: skip


def test_the_text_layer_of_a_pdf(tmp_path: Path) -> None:
    page = only(read_file(tmp_path / "a.pdf", pdf("The port of Varna closed on Monday.", "Ships waited.")))
    assert page.raw.decode().split("\n")[:2] == ["The port of Varna closed on Monday.", "Ships waited."]
    assert codes(read_file(tmp_path / "b.pdf", pdf())) == ["OR-NOT-TEXT"]
    assert codes(read_file(tmp_path / "c.pdf", b"%PDF-1.4\nships")) == ["OR-DAMAGED"]


@pytest.mark.parametrize(("name", "module", "extra"), [("a.pdf", "pypdf", "pdf")])
def test_a_package_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (refused,) = read_file(tmp_path / name, b"PAR1")
    assert isinstance(refused, Rejected)
    assert refused.code == "OR-EXTRA"
    assert f"onrecord[{extra}]" in refused.message
