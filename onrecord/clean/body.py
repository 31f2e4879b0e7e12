"""The main text of an HTML page: trafilatura's, asked again where a page is one that it is known to cut or to miss."""

import re
from collections import defaultdict
from collections.abc import Collection
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree

_ENOUGH = 0.35  # share of the page's paragraphs that an extraction must hold to be taken at once
_MISSING = 0.15  # share of the text that must stand in parallel blocks before they are joined
_SHORT = 250  # characters of a text that may be a teaser
_MENU = 4  # links of a list that may be a menu
_LINKED = 0.85  # share of a menu's text that is links
_EMPTY = "//div[not(node())] | //span[not(node())] | //i[not(node())] | //a[not(node())] | //li[not(node())]"
_LONG = 60  # characters of a paragraph that is prose
_ASIDE = re.compile(
    r"(?<![a-z])(?:comment|teaser|relat|card|promo|newsletter|sidebar|footer|recommend|caption|cookie|consent|"
    r"disclaimer)(?:s|ed|ing|a?tions?|ions?)?(?![a-z])"
)
_SILENT = (
    "script style svg iframe template link meta button source head nav footer noscript picture img video audio canvas "
    "select input"
).split()
_ROOTS = frozenset({"html", "body", "main"})
_OUTSIDE = frozenset({"aside", "nav", "footer", "form", "figure", "header", "blockquote", "li"})


def main_text(tree: Any) -> str | None:
    """The article's paragraphs, a blank line between them; null if there are none. ``tree`` loses its scripts.

    Precision mode without its fallbacks is quick and seldom wrong; where it holds little of the page's prose, the
    slower cascades are asked. Some pages spread an article over blocks of one class, of which trafilatura takes the
    first: those are joined and the page is read again.
    """
    etree.strip_elements(tree, etree.Comment, *_SILENT, with_tail=False)
    _drop_menus(tree)
    blocks = _blocks(tree)
    prose = sum(len(text) for block in blocks.values() for _, text in block)
    text = _extract(tree, precise=True, fast=True)
    if len(text) < _ENOUGH * prose or len(text) < _SHORT:
        text = _fallback(tree, text, prose)
    if parts := _cut(blocks, text):
        text = _extract(_joined(tree, parts), precise=True, fast=True) or text
    return text.replace("\n", "\n\n") or None


def _drop_menus(tree: Any) -> None:
    """Takes lists that are all links out, and what is empty: a quarter of a page, none of it the article's."""
    for menu in list(tree.iter("ul", "ol")):
        links = menu.findall(".//a")
        if len(links) >= _MENU and menu.getparent() is not None and menu.find(".//p") is None:
            linked = sum(len(link.text_content().strip()) for link in links)
            if linked > _LINKED * len(" ".join(menu.text_content().split())):
                menu.drop_tree()
    for element in tree.xpath(_EMPTY):
        element.drop_tree()


def _extract(tree: Any, precise: bool = False, fast: bool = False) -> str:
    found = trafilatura.extract(tree, include_comments=False, favor_precision=precise, fast=fast)
    return (found or "").strip()


def _fallback(tree: Any, text: str, prose: int) -> str:
    """The cascade in precision mode, or the balanced one where that can find much more, and does."""
    precise = _extract(tree, precise=True)
    balanced = _extract(tree) if 2 * len(precise) < prose or len(precise) < _SHORT else precise
    best = precise if 2 * len(precise) > len(balanced) else balanced
    return best if len(best) > len(text) else text


def _blocks(tree: Any) -> dict[tuple[str, str], list[tuple[Any, str]]]:
    """Prose by the kind of block it stands in: tag and class of the parent → its paragraphs in order."""
    blocks = defaultdict(list)
    aside: dict[Any, bool] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if parent is None:
            continue
        text = " ".join(paragraph.text_content().split())
        if len(text) < _LONG:
            continue
        if parent not in aside:
            aside[parent] = is_aside(parent)
        if not aside[parent]:
            blocks[str(parent.tag), parent.get("class") or ""].append((parent, text))
    return blocks


def is_aside(element: Any, tags: frozenset[str] = _OUTSIDE, trunk: Collection[Any] = ()) -> bool:
    """Whether an element stands in something beside the article: comments, teasers, or an element of ``tags``.

    ``trunk``: elements that hold the article, whatever they are called.
    """
    for one in (element, *element.iterancestors()):
        if one in trunk or one.tag in _ROOTS:  # its classes describe the page: "has-sidebar"
            return False
        named = f"{one.get('class') or ''} {one.get('id') or ''}".lower()
        if one.tag in tags or (named != " " and _ASIDE.search(named)):
            return True
    return False


def _cut(blocks: dict[tuple[str, str], list[tuple[Any, str]]], text: str) -> list[Any]:
    """The blocks of one kind that hold the text and much more of the same, in order; none if nothing was cut."""
    flat = " ".join(text.split())
    for (_, named), block in blocks.items():
        parents = list(dict.fromkeys(parent for parent, _ in block))
        held = [line for _, line in block if line[:_LONG] in flat]
        missing = sum(len(line) for _, line in block if line[:_LONG] not in flat)
        if (
            named
            and 2 <= len(parents) <= 40
            and sum(map(len, held)) > 0.3 * len(flat)
            and missing > _MISSING * len(flat)
        ):
            return parents
    return []


def _joined(tree: Any, parts: list[Any]) -> Any:
    """A copy of the page in which the first of ``parts`` holds the children of all."""
    paths = [part.getroottree().getpath(part) for part in parts]
    copied = deepcopy(tree)
    first, *others = [copied.getroottree().xpath(path)[0] for path in paths]
    for other in others:
        first.extend(list(other))
    return copied
