"""A fragment of markup, a feed's or a wire's, as paragraphs: all of it is the article, so nothing is searched for."""

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table td th tr ul block hedline hl1 hl2 body.content body.head body.end".split()
)
_SILENT = frozenset("script style template noscript iframe object svg head".split())
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|ul|ol|li|a|b|i|em|strong|span|img|figure|blockquote|table)\b[^<>]*>", re.I)


def is_markup(text: str) -> bool:
    """Whether a text that could be either holds tags."""
    return bool(_TAG.search(text))


def plain(text: str) -> str:
    """The paragraphs of a fragment of HTML, a blank line between them."""
    if not text.strip():
        return ""
    try:
        tree = lxml_html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError):
        return ""
    return paragraphs(tree)


def paragraphs(element: Any) -> str:
    """The text of an element, its blocks as paragraphs. Walks without recursion, however deep it is."""
    parts: list[str] = []
    silent: Any = None
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if silent is None:
                parts.append(one.tail or "")
            continue
        name = _local(one)
        if silent is None and event == "start":
            if name in _SILENT:
                silent = one
            else:
                parts.append(("\n" if name in _BLOCKS else "") + (one.text or ""))
        elif event == "end" and silent in (None, one):
            silent = None
            parts.append(("\n" if name in _BLOCKS else "") + ((one.tail or "") if one is not element else ""))
    return _tidied(parts)


def _tidied(parts: list[str]) -> str:
    lines: list[str] = []
    line: list[str] = []
    for part in parts:
        if part.startswith("\n"):
            lines.append("".join(line))
            line = []
        line.append(part)
    lines.append("".join(line))
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()
