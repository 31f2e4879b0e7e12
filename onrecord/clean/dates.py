"""When an article was published and last changed: what the page declares, what its address says, what a reader sees."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import htmldate

from onrecord.clean.declared import Declared
from onrecord.clean.linked import strings

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "published_time",
    "datepublished", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
    "article_date_original", "article.published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dc.date.created", "dcterms.created", "datecreated", "created", "displaydate", "dcsext.articlefirstpublished",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:modified", "lastmod", "revised",
)  # fmt: skip
_SEEN = """//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content |
  (//h1)[1]/following::time/@datetime"""
_ISO = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?"
)
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)(?:([/.年])(\d{1,2})[/.月](\d{1,2})|(\d\d)(\d\d))(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
_NAMED_MONTH = re.compile(
    r"([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? ((?:19|20)\d\d)|(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.?,? ((?:19|20)\d\d)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EPOCH = re.compile(r"(1\d{9})(?:\d{3})?")
_ADDRESS = re.compile(
    r"/(20\d\d)(?:[/-](\d{1,2})[/-](\d{1,2})|/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d{1,2})|"
    r"(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?=\D|$)"
)
_LAST = datetime(2099, 12, 31)  # htmldate would ask the clock
_FIRST_YEAR = 1990


def published(page: Declared, url: str | None) -> tuple[str | None, str | None]:
    """The date or date-time in ISO form, and what gave it: ``json-ld``, ``meta``, ``visible`` or ``address``.

    A full date in the address goes before a visible one of another day, since pages show the dates of other things too.
    """
    for source, value in _declared(page):
        return value, source
    in_address = of_address(url)
    seen = next(_visible(page), None)
    if in_address and (seen is None or seen[:10] != in_address):
        return in_address, "address"
    return seen, "visible" if seen else None


def told(page: Declared, url: str | None) -> dict[str, str]:
    """What each source of its own says, whatever the others say; sources as in :func:`published`."""
    found = {**dict(_declared(page)), "address": of_address(url), "visible": next(_visible(page), None)}
    return {source: value for source, value in found.items() if value}


def _declared(page: Declared) -> Iterator[tuple[str, str]]:
    for source, said in (
        ("json-ld", strings([*page.linked.said("datePublished"), *page.linked.said("dateCreated")])),
        ("meta", (value for name in _PUBLISHED for value in page.meta.get(name, ()))),
    ):
        if value := next(filter(None, map(iso, said)), None):
            yield source, value


def updated(page: Declared) -> str | None:
    """When the page says it was last changed."""
    said = [
        *strings(page.linked.said("dateModified")),
        *(value for name in _UPDATED for value in page.meta.get(name, ())),
    ]
    return next(filter(None, map(iso, said)), None)


def _visible(page: Declared) -> Iterator[str]:
    for text in (*page.tree.xpath(_SEEN), *page.tree.xpath("//time/@datetime")):
        if value := iso(text):
            yield value
    found = htmldate.find_date(page.tree, original_date=True, extensive_search=False, max_date=_LAST)
    if found:
        yield str(found)


def of_address(url: str | None) -> str | None:
    """The full date in an address; null if there is none."""
    found = _ADDRESS.search((url or "").lower())
    if not found:
        return None
    year, month, day, named, of_named, joined, of_joined = found.groups()
    number = month or joined or str(_MONTHS.index(named.capitalize()) + 1)
    return _day(year, number, day or of_named or of_joined)


def iso(text: str | None) -> str | None:
    """The ISO date or date-time that ``text`` begins with, in one of the forms of declarations; null if it is none.

    A month that is all of the text stays one.
    """
    text = (text or "").strip()
    if _MONTH.fullmatch(text):
        return text if int(text[:4]) >= _FIRST_YEAR else None
    if found := _ISO.match(text):
        return _moment(*found.groups())
    return _other(text)


def _moment(day: str, time: str | None, zone: str | None) -> str | None:
    value = _day(*day.split("-"))
    if value is None or time is None:
        return value
    zone = "Z" if zone in ("UTC", "GMT") else zone or ""
    moment = f"{value}T{time.replace(',', '.')}{zone}"
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return None
    return moment


def _other(text: str) -> str | None:
    """Dates as some write them: 2021/05/04, 20210504, 4.5.2021, May 4, 2021, seconds since 1970, an e-mail's."""
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat().replace("+00:00", "Z")
    if found := _YEAR_FIRST.match(text):
        return _day(found[1], found[3] or found[5], found[4] or found[6])
    if found := _DAY_FIRST.match(text):
        return _day(found[3], found[2], found[1])
    if text[3:4] == "," and text.count(":") == 2:
        try:
            return _day(*parsedate_to_datetime(text).isoformat()[:10].split("-"))
        except (ValueError, IndexError):
            return None
    if (found := _NAMED_MONTH.search(text[:40])) and (name := found[1] or found[5]) in _MONTHS:
        return _day(found[3] or found[6], str(_MONTHS.index(name) + 1), found[2] or found[4])
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year >= _FIRST_YEAR else None
