"""Which field of an article a vendor's column is: by the user's own mapping, else by the names in use."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from onrecord.errors import LineError, SettingsError
from onrecord.ingest.dates import iso

# Field → names in use, folded, best first. A summary is no text: it is not among them.
_NAMES = {
    "text": "text body content articletext articlebody fulltext maintext bodytext story plaintext",
    "html": "html bodyhtml contenthtml rawhtml pagehtml",
    "title": "title headline hed webtitle articletitle",
    "published": "published publishedat publicationdate datepublished datepublish pubdate publishdate publishedon "
    "webpublicationdate seendate date datetime timestamp created createdat",
    "updated": "updated updatedat datemodified datemodify modified modifiedat lastmodified",
    "url": "url link weburl articleurl canonicalurl pageurl uri",
    "outlet": "outlet publisher sourcename source publication sitename site newspaper sourcedomain domain",
    "author": "author authors byline creator writer by",
    "language": "language lang languagecode",
    "section": "section sectionname category desk",
    "tags": "tags keywords",
}
_ORDERED = {field: tuple(names.split()) for field, names in _NAMES.items()}
FIELDS = tuple(_NAMES)
_DATES = frozenset({"published", "updated"})


def mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    """``("title=headline", …)`` as field → column.

    Raises:
        SettingsError: a pair is no ``FIELD=COLUMN``, or there is no such field.
    """
    chosen: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not column or field not in FIELDS:
            raise SettingsError(f"--map {pair}: expected FIELD=COLUMN, FIELD one of {', '.join(FIELDS)}")
        chosen[field] = column
    return chosen


def told(row: dict[str, Any], columns: dict[str, str]) -> dict[str, str]:
    """Field → what a row says of it, as text; several authors or tags are joined by line breaks.

    ``columns`` are the user's own names; a dot leads into an object: ``source.name``.

    Raises:
        LineError: a column that the user named for the text is not there.
    """
    found: dict[str, str] = {}
    known = _known(tuple(row))
    for field in FIELDS:
        column = columns.get(field)
        if column is None:
            candidates = [row[name] for name in known.get(field, ())]
        else:
            candidates = [_at(row, column)]
        words = _moment if field in _DATES else _words
        if value := next(filter(None, map(words, candidates)), None):
            found[field] = value
    if not found.keys() & {"text", "html"} and (column := columns.get("text") or columns.get("html")):
        raise LineError(f"nothing in the column {column!r}; there are {_listed(row)}")
    return found


def missing(row: dict[str, Any]) -> LineError:
    """Why a row is no article."""
    return LineError(f"no text in the fields {_listed(row)}; say which it is: --map text=FIELD")


def _listed(row: dict[str, Any]) -> str:
    names = list(map(str, row))
    return ", ".join(name[:40] for name in names[:12]) + (" …" if len(names) > 12 else "")


@lru_cache(maxsize=64)
def _known(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Field → the row's names that mean it, best first."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_fold(name), name)
    return {field: tuple(folded[n] for n in known if n in folded) for field, known in _ORDERED.items()}


def _fold(name: object) -> str:
    return re.sub(r"[\W_]+", "", str(name).casefold())


def means(name: object, field: str) -> bool:
    """Whether a column of this name is that field, as far as names go."""
    return _fold(name) in _ORDERED[field]


def _at(row: dict[str, Any], column: str) -> Any:
    if column in row:
        return row[column]
    value: Any = row
    for part in column.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _moment(value: Any) -> str | None:
    """A value as an ISO date: a text, seconds or milliseconds since 1970, a column's own date."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return iso(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _words(value: Any) -> str | None:
    """A value as text: an object by its name, a list line by line."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, dict):
        return next((found for name in ("name", "title", "value") if isinstance(found := value.get(name), str)), None)
    if isinstance(value, list | tuple):
        return "\n".join(found for one in value[:100] if not isinstance(one, list) and (found := _words(one))) or None
    return None
