"""One article as a line of JSON: its text or HTML, and what the source says of it."""

import json
from hashlib import sha256
from typing import Any

from onrecord.errors import LineError
from onrecord.model.page import Page

# What a line may say of its article, besides its text or html.
_TOLD = ("title", "url", "published", "outlet", "author", "language")


def article(location: str, line: bytes) -> Page:
    """The page of one line. Several authors are joined by line breaks in its metadata.

    Raises:
        LineError: it is no JSON object in UTF-8 with a string as ``text`` or ``html``.
    """
    value = _object(line)
    is_html = isinstance(value.get("html"), str)
    body = value["html"] if is_html else value.get("text")
    if not isinstance(body, str):
        raise LineError(f"fields {sorted(value)[:8]}; expected a string as 'text' or 'html'")
    told = {name: value[name] for name in _TOLD if isinstance(value.get(name), str) and value[name].strip()}
    authors = value.get("authors")
    if isinstance(authors, list) and (names := [name for name in authors if isinstance(name, str)]):
        told["author"] = "\n".join(names)
    return Page(
        location=location,
        raw=body.encode("utf-8", "surrogatepass"),
        digest=sha256(line.strip()).hexdigest(),
        media_type="text/html" if is_html else "text/plain",
        url=told.get("url"),
        metadata=told,
    )


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise LineError(f"{error}; expected a JSON object in UTF-8") from error
    if not isinstance(value, dict):
        raise LineError(f"a {type(value).__name__}; expected a JSON object")
    return value
