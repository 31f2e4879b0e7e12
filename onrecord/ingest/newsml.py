"""NewsML-G2 and NITF: a wire's articles in XML (https://iptc.org/standards/newsml-g2/)."""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from lxml import etree

from onrecord.errors import EmptyError, InputError, NoArticleError, UnknownKindError
from onrecord.ingest.dates import iso
from onrecord.ingest.elements import child, children, local, said, words
from onrecord.ingest.item import Found, Item, Scope, rejected
from onrecord.ingest.markup import paragraphs, plain
from onrecord.model.page import Page

if TYPE_CHECKING:
    from onrecord.ingest.xml_files import Elements

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ITEMS = frozenset({"newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "cataloguitem"})
_USABLE = "usable"


def read(elements: "Elements", item: Item, scope: Scope) -> Iterator[Found]:
    """The articles of a message, an item or a NITF document; items that are no articles are named."""
    number = 0
    for element in elements.ended():
        name = local(element)
        is_alone = element is elements.root
        if name not in _ITEMS and not (name == "nitf" and is_alone):
            continue
        number += 1
        location = item.location if is_alone else f"{item.location}:{number}"
        try:
            found: Found = _nitf(location, element) if name == "nitf" else _item(location, element)
        except InputError as error:
            found = rejected(location, error)
        if not is_alone:
            elements.forget(element)
        yield found


def _item(location: str, element: Any) -> Page:
    meta, content = child(element, "itemmeta"), child(element, "contentmeta")
    kind = _coded(child(element, "itemmeta", "itemclass")) or local(element)
    if local(element) != "newsitem" or kind not in ("text", "newsitem"):
        raise UnknownKindError(f"an item of the class {kind[:40]}; read are texts")
    status = _coded(child(element, "itemmeta", "pubstatus")) or _USABLE
    if status != _USABLE:
        raise NoArticleError(f"its publisher says that it is {status[:40]}")
    text = _body(child(element, "contentset"))
    if not text:
        raise EmptyError("no text in its contentSet")
    version = iso(said(meta, "versioncreated")) if meta is not None else None
    made = [iso(said(*pair)) for pair in ((meta, "firstcreated"), (content, "contentcreated")) if pair[0] is not None]
    published = next(filter(None, made), None) or version
    about, described = (() if part is None else part for part in (meta, content))
    return _page(location, element, text, {
        "title": next((words(one) for one in children(described, "headline")), ""),
        "published": published,
        "updated": version if version != published else None,
        "outlet": _named(child(element, "itemmeta", "provider")) or _named(
            child(element, "rightsinfo", "copyrightholder")
        ),
        "author": "\n".join(filter(None, map(_named, children(described, "by", "creator")))),
        "language": _language(element, described),
        "url": next((one.get("href") for one in children(about, "link") if one.get("href")), None),
        "tags": "\n".join(name for one in children(described, "subject") if (name := said(one, "name"))),
    })  # fmt: skip


def _nitf(location: str, element: Any) -> Page:
    body, head = child(element, "body"), child(element, "head")
    if body is None or not (text := _nitf_text(body)):
        raise EmptyError("no text in its body")
    about = child(head, "docdata") if head is not None else None
    issued = child(about, "date.issue") if about is not None else None
    publication = child(head, "pubdata") if head is not None else None
    return _page(location, element, text, {
        "title": said(body, "body.head", "hedline", "hl1") or (said(head, "title") if head is not None else ""),
        "published": iso(issued.get("norm")) if issued is not None else None,
        "author": said(body, "body.head", "byline"),
        "outlet": publication.get("name") if publication is not None else None,
        "language": (element.get(_LANG) or "")[:2].lower(),
    })  # fmt: skip


def _page(location: str, element: Any, text: str, told: dict[str, str | None]) -> Page:
    known = {name: value for name, value in told.items() if value}
    return Page(
        location=location,
        raw=text.encode("utf-8", "replace"),
        digest=sha256(etree.tostring(element, with_tail=False)).hexdigest(),
        media_type="text/plain",
        url=known.get("url"),
        metadata=known,
    )


def _body(contents: Any) -> str:
    for one in () if contents is None else contents:
        if local(one) == "inlinexml":
            nitf = next((part for part in one.iter() if local(part) == "nitf"), None)
            text = paragraphs(one) if nitf is None else _nitf_text(nitf)
        elif local(one) == "inlinedata":
            held = "".join(map(str, one.itertext()))
            text = plain(held) if "html" in (one.get("contenttype") or "") else held.strip()
        else:
            continue
        if text:
            return text
    return ""


def _nitf_text(element: Any) -> str:
    """The body's content, without its headline and byline."""
    content = next((part for part in element.iter() if local(part) == "body.content"), None)
    return paragraphs(element if content is None else content)


def _coded(element: Any) -> str:
    """The last part of a code: ``ninat:text`` is ``text``; also in a uri."""
    code = "" if element is None else element.get("qcode") or element.get("uri") or ""
    return str(code).replace("/", ":").rpartition(":")[2]


def _named(element: Any) -> str:
    if element is None:
        return ""
    return said(element, "name") or element.get("literal") or words(element) or _code_name(element)


def _code_name(element: Any) -> str:
    return _coded(element) if element.get("qcode") else ""


def _language(element: Any, content: Any) -> str:
    tag = next((one.get("tag") for one in children(content, "language") if one.get("tag")), None)
    return str(tag or element.get(_LANG) or "")[:2].lower()
