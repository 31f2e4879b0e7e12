"""Kinds that are one article each: pages, texts, Markdown, MHTML, PDF."""

import io
import logging
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from hashlib import sha256
from typing import Any

from onrecord.errors import DamagedError, EmptyError, ExtraError, NoArticleError, NotTextError, TooLargeError
from onrecord.ingest import http_bodies
from onrecord.ingest.dates import iso
from onrecord.ingest.item import Found, Item, Scope, page, whole

_MOST_PAGES = 300
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FRONT_LINE = re.compile(r"(\w+)\s*:\s*(.+)")
_FRONT_FIELDS = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "author": "author",
    "authors": "author", "url": "url", "link": "url", "canonical": "url", "outlet": "outlet", "source": "outlet",
    "publisher": "outlet", "lang": "language", "language": "language", "updated": "updated",
}  # fmt: skip


def read_html(item: Item, scope: Scope) -> Iterator[Found]:
    """A page."""
    raw = whole(item, scope)
    yield page(item, http_bodies.in_utf8(raw, item.charset), "text/html", digest=sha256(raw).hexdigest())


def read_text(item: Item, scope: Scope) -> Iterator[Found]:
    """A text."""
    raw = whole(item, scope)
    yield page(item, http_bodies.in_utf8(raw, item.charset), "text/plain", digest=sha256(raw).hexdigest())


def read_markdown(item: Item, scope: Scope) -> Iterator[Found]:
    """A text in Markdown, its marks taken away; what stands in its front matter is told."""
    raw = whole(item, scope)
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        yield page(item, raw, "text/plain")
        return
    told, text = _front(text)
    text = _unmarked(text)
    if heading := re.match(r"\s*#\s+(.+?)\s*#*\n", text):
        told.setdefault("title", heading[1])
        text = text[heading.end() :]
    text = re.sub(r"(?m)^[ \t]{0,3}#{1,6}[ \t]+", "", text)
    if not text.strip():
        raise EmptyError("nothing in it but marks")
    yield page(item, text.encode(), "text/plain", digest=sha256(raw).hexdigest(), **told)


def _front(text: str) -> tuple[dict[str, str | None], str]:
    """The front matter's fields, and the text below it."""
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    told: dict[str, str | None] = {}
    for line in found[1].split("\n"):
        if (pair := _FRONT_LINE.fullmatch(line.strip())) and (field := _FRONT_FIELDS.get(pair[1].lower())):
            value = pair[2].strip().strip("\"'[]").strip()
            told[field] = iso(value) if field in ("published", "updated") else value
    return told, text[found.end() :]


def _unmarked(text: str) -> str:
    text = re.sub(r"(?s)<!--.{0,5000}?-->", "", text)
    text = re.sub(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)", "", text)
    text = re.sub(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)", r"\1", text)
    text = re.sub(r"<(https?://[^>\s]{1,2000})>", r"\1", text)
    text = re.sub(r"(?<![\w*])(\*\*|__|\*)(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"(?<!\w)_(?=\S)([^_\n]{1,1000}?)(?<=\S)_(?!\w)", r"\1", text)
    text = re.sub(r"(?m)^[ \t]{0,3}(?:>[ \t]?)+", "", text)
    return re.sub(r"(?m)^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", "", text)


def read_mhtml(item: Item, scope: Scope) -> Iterator[Found]:
    """The page that a browser saved with all that it shows, in one file (RFC 2557)."""
    raw = whole(item, scope)
    message = message_from_bytes(raw, policy=policy.compat32)
    part = _root(message)
    if part is None:
        raise NoArticleError("no page of HTML in it")
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        raise EmptyError("its page is empty")
    url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    body = http_bodies.in_utf8(body, part.get_content_charset())
    yield page(item, body, "text/html", digest=sha256(raw).hexdigest(), url=_address(url))


def _root(message: Message) -> Message | None:
    """The first part that is HTML; parts are walked without recursion."""
    waiting = [message]
    for _ in range(1000):
        if not waiting:
            return None
        part = waiting.pop()
        held = part.get_payload()
        if isinstance(held, list):
            waiting.extend(one for one in reversed(held) if isinstance(one, Message))
        elif part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return part
    return None


def _address(value: Any) -> str | None:
    text = "".join(str(value or "").split())
    return text if text.startswith(("http://", "https://")) else None


def read_pdf(item: Item, scope: Scope) -> Iterator[Found]:
    """The text layer of a PDF; needs pypdf.

    Raises:
        ExtraError: it is not installed.
        NotTextError: the PDF is pictures of pages.
    """
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise ExtraError("PDF needs pypdf: pip install 'onrecord[pdf]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell every oddity of every file
    raw = whole(item, scope)
    try:
        document = pypdf.PdfReader(io.BytesIO(raw))
        if document.is_encrypted and not document.decrypt(""):
            raise DamagedError("it is encrypted; save it without its password first")
        if len(document.pages) > _MOST_PAGES:
            raise TooLargeError(f"{len(document.pages)} pages; at most {_MOST_PAGES} are read: no article is so long")
        text = _pages(document, scope.settings.max_bytes)
    except PyPdfError as error:
        raise DamagedError(f"no PDF that can be read: {error}") from error
    if not text.strip():
        raise NotTextError("a PDF without a text layer: pictures of pages; have it recognised first")
    yield page(item, text.encode("utf-8", "replace"), "text/plain", digest=sha256(raw).hexdigest())


def _pages(document: Any, most: int) -> str:
    parts, length = [], 0
    for one in document.pages:
        text = one.extract_text()
        length += len(text)
        if length > most:
            raise TooLargeError(f"a text of more than {most} characters")
        parts.append(text)
    return "\n\n".join(parts)
