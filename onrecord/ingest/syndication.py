"""RSS 0.9 to 2.0, RDF Site Summary and Atom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.ingest.elements import child, children, local, said, words
from onrecord.ingest.feeds import Entry, article
from onrecord.ingest.item import Found, Item, Scope
from onrecord.ingest.markup import paragraphs, plain

if TYPE_CHECKING:
    from onrecord.ingest.xml_files import Elements

_ITUNES = "{http://www.itunes.com/"
_MEDIA = "{http://search.yahoo.com/mrss/"


def read(elements: "Elements", item: Item, scope: Scope) -> Iterator[Found]:
    """The entries of a feed, in its order."""
    number = 0
    for element in elements.ended():
        if local(element) not in ("item", "entry") or element.getparent() is None:
            continue
        number += 1
        entry = _entry(element, elements.root)
        elements.forget(element)
        yield from article(f"{item.location}:{number}", entry, item, scope)


def _entry(element: Any, root: Any) -> Entry:
    channel = child(root, "channel")
    about = root if channel is None else channel
    content, summary = _bodies(element)
    return Entry(
        title=plain(_first(element, "title")).replace("\n\n", " "),
        link=_link(element),
        published=_first(element, "pubdate", "published", "issued", "date", "created"),
        updated=_first(element, "updated", "modified"),
        authors=tuple(_authors(element)) or tuple(_authors(about)),
        outlet=said(element, "source", "title") or _source(element) or _first(about, "title"),
        language=_first(element, "language") or _first(about, "language") or root.get(_XML_LANG, ""),
        tags=tuple(tag for one in children(element, "category", "subject") if (tag := one.get("term") or words(one))),
        content=content,
        summary=summary,
    )


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _first(element: Any, *names: str) -> str:
    """The first text under one of the names, in the order of the names; not a picture's or a broadcast's."""
    for name in names:
        for one in children(element, name):
            if not str(one.tag).startswith((_ITUNES, _MEDIA)) and (text := words(one)):
                return text
    return ""


def _source(element: Any) -> str:
    """The outlet that RSS's own <source> names: the item was taken from there."""
    found = child(element, "source")
    return (found.text or "").strip() if found is not None else ""


def _link(element: Any) -> str:
    for link in children(element, "link", "origlink"):
        if link.get("rel", "alternate") == "alternate" and (address := link.get("href") or words(link)):
            return str(address)
    guid = next(children(element, "guid", "id"), None)
    address = words(guid)
    is_link = guid is not None and guid.get("ispermalink", guid.get("isPermaLink", "true")).lower() == "true"
    return address if is_link and address.startswith(("http://", "https://")) else ""


def _authors(element: Any) -> Iterator[str]:
    for one in children(element, "author", "creator"):
        if not str(one.tag).startswith(_ITUNES) and (name := said(one, "name") or words(one)):
            yield name


def _bodies(element: Any) -> tuple[str, str]:
    """The whole text and the summary, as far as the entry has them."""
    content = _body(element, "encoded") or _body(element, "content")
    summary = _body(element, "description") or _body(element, "summary")
    return content, summary


def _body(element: Any, name: str) -> str:
    for one in children(element, name):
        if str(one.tag).startswith((_ITUNES, _MEDIA)) or one.get("src") or one.get("url"):
            continue
        if len(one):  # markup that stands there as elements
            return paragraphs(one)
        text = "".join(map(str, one.itertext()))
        if text.strip():
            return text.strip() if one.get("type") == "text" else plain(text)
    return ""
