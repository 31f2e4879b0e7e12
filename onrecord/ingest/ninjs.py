"""IPTC ninjs, versions 1 to 3: a wire's articles in JSON (https://iptc.org/standards/ninjs/)."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from onrecord.errors import EmptyError, InputError, NoArticleError, UnknownKindError
from onrecord.ingest.dates import iso
from onrecord.ingest.item import Found, rejected
from onrecord.ingest.markup import plain
from onrecord.model.page import Page

_OWN = frozenset(
    "body_text body_xhtml bodies headlines versioncreated copyrightholder firstcreated contentcreated pubstatus "
    "slugline renditions associations infosources descriptions".split()
)
_DEEPEST = 3  # items in items: a package, its articles, their pictures


def is_ninjs(row: dict[str, Any]) -> bool:
    """Whether an object has the names of a ninjs item."""
    return len(row.keys() & _OWN) >= 2 and ("uri" in row or "type" in row or "version" in row)


def articles(location: str, item: dict[str, Any], depth: int = 0) -> Iterator[Found]:
    """The article of an item, and those of the items that it holds; what is none is named."""
    parts = list(_parts(item)) if depth < _DEEPEST else []
    try:
        if item.get("type") == "composite" and parts:
            pass  # a package is what it holds
        elif item.get("type", "text") not in ("text", "composite"):
            raise UnknownKindError(f"a {str(item['type'])[:40]} item; read are texts")
        else:
            yield _page(location, item)
    except InputError as error:
        yield rejected(location, error)
    for name, part in parts:
        if part.get("type", "text") in ("text", "composite") and (part.keys() & {"body_text", "body_xhtml", "bodies"}):
            yield from articles(f"{location}!/{name}", part, depth + 1)


def _parts(item: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    held = item.get("associations")
    named = held.items() if isinstance(held, dict) else enumerate(held if isinstance(held, list) else [])
    for name, part in named:
        if isinstance(part, dict):
            yield str(part.get("name") or name), part


def _page(location: str, item: dict[str, Any]) -> Page:
    status = item.get("pubstatus", "usable")
    if status != "usable":
        raise NoArticleError(f"its publisher says that it is {str(status)[:40]}")
    text = _body(item)
    if not text.strip():
        raise EmptyError("no text in body_text, body_xhtml or bodies")
    created = next(filter(None, (iso(_text(item.get(n))) for n in ("firstcreated", "contentcreated"))), None)
    version = iso(_text(item.get("versioncreated")))
    told = {
        "title": _text(item.get("headline")) or _role(item.get("headlines"), "main"),
        "published": created or version,
        "updated": version if created and version != created else None,
        "outlet": _text(item.get("copyrightholder")) or _first_name(item.get("infosources")) or _rights(item),
        "author": _text(item.get("byline") or item.get("by")),
        "language": _text(item.get("language")),
        "url": _address(item.get("uri")),
        "tags": "\n".join(_names(item.get("subject") or item.get("subjects"))),
    }
    known = {name: value for name, value in told.items() if value}
    packed = json.dumps(item, sort_keys=True).encode("utf-8", "surrogatepass")
    return Page(
        location=location,
        raw=text.encode("utf-8", "surrogatepass"),
        digest=sha256(packed).hexdigest(),
        media_type="text/plain",
        url=known.get("url"),
        metadata=known,
    )


def _body(item: dict[str, Any]) -> str:
    if text := _text(item.get("body_text")):
        return text
    bodies = [body for body in item.get("bodies") or [] if isinstance(body, dict) and _text(body.get("value"))]
    for body in sorted(bodies, key=lambda body: body.get("contenttype") != "text/plain"):
        is_text = body.get("contenttype") == "text/plain"
        return str(body["value"]) if is_text else plain(body["value"])
    markup = next((item[name] for name in ("body_xhtml", "body_html") if _text(item.get(name))), "")
    return plain(markup)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _role(values: Any, role: str) -> str:
    """The value with this role in a list of ninjs 2, else the first."""
    listed = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    return next((_text(value.get("value")) for value in sorted(listed, key=lambda v: v.get("role") != role)), "")


def _names(values: Any) -> list[str]:
    listed = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    return [name for value in listed if (name := _text(value.get("name")))]


def _first_name(values: Any) -> str:
    return next(iter(_names(values)), "")


def _rights(item: dict[str, Any]) -> str:
    rights = item.get("rightsinfo")
    return _text(rights.get("copyrightholder")) if isinstance(rights, dict) else ""


def _address(value: Any) -> str:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else ""
