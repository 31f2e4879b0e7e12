"""What an HTML page says of its article: JSON-LD first, then meta elements, then what a reader sees."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import htmldate
import msgspec
from lxml import html as lxml_html

from onrecord.clean.authors import authors
from onrecord.clean.declared import Declared, fold
from onrecord.clean.linked import strings

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?")
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_LAST = datetime(2099, 12, 31)  # htmldate would ask the clock
_DASHES = re.compile(r"\s+[|–—·•»-]\s+|\s*[|»]\s*")


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the page declares; ``published_from`` is ``json-ld``, ``meta``, ``visible`` or ``address``."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    published: str | None = None
    published_from: str | None = None
    updated: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()


def read(tree: Any, url: str | None) -> Metadata:
    """Metadata of an lxml HTML tree. ``url`` is where the page was found, if that is known."""
    page = Declared(tree)
    address = next(map(str, tree.xpath("//link[@rel='canonical']/@href")), None) or page.first("og:url") or url
    outlet = _outlet(page)
    sites = _sites(outlet, address)
    title = _title(page, sites)
    people, agency = authors(page, outlet, host(address), title)
    published, published_from = _published(page, url)
    return Metadata(
        title=title,
        authors=people,
        agency=agency if agency and not _is_own(agency, sites) else None,
        published=published,
        published_from=published_from,
        updated=_updated(page),
        outlet=outlet,
        language=(tree.get("lang") or page.first("og:locale", "language") or "")[:2].lower() or None,
        url=address,
        section=next(strings(page.linked.said("articleSection")), None) or page.first("article:section", "section"),
        tags=tuple(dict.fromkeys(_keywords(page))),
    )


def _outlet(page: Declared) -> str | None:
    for publishers in page.linked.entities("publisher"):
        if name := next(strings(one.get("name") for one in publishers), None):
            return name
    named = page.first("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
    return None if named is None or named.startswith(("http", "@")) else named


def _title(page: Declared, sites: tuple[str, ...]) -> str | None:
    """The headline that JSON-LD gives, else Open Graph's, else the page's; as it is printed, where that is the same."""
    headings = page.texts("//h1")
    named = (page.first("og:title"), page.first("twitter:title", "title", "dc.title"))
    declared = [*strings(page.linked.said("headline")), *filter(None, named), *page.texts("//head/title")]
    declared = [title for text in declared if (title := _without_site(_plain(text), sites))]
    if not declared:
        return next(iter(headings), None)
    cut = fold(declared[0])
    is_cut = declared[0].endswith(("...", "…"))
    for heading in headings:
        if fold(heading) == cut or (is_cut and len(cut) > 20 and fold(heading).startswith(cut)):
            return heading
    return declared[0]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]{1,40}>", "", unescape(unescape(text))).split())


def _sites(outlet: str | None, address: str | None) -> tuple[str, ...]:
    """Folded names of the site: the outlet's, and its host with and without the ending."""
    name = host(address) or ""
    return tuple(filter(None, (fold(outlet or ""), fold(name), fold(name.rpartition(".")[0]))))


def _without_site(title: str, sites: tuple[str, ...]) -> str:
    """The title without the site's name at its end or start."""
    parts = _DASHES.split(title)
    whole = len(parts)
    while len(parts) > 1 and _is_site(parts[-1], sites):
        parts = parts[:-1]
    if len(parts) > 1 and _is_site(parts[0], sites):
        parts = parts[1:]
    if len(parts) == whole:
        return title
    start = title.find(parts[0])
    return title[start : title.rfind(parts[-1]) + len(parts[-1])]


def _is_site(part: str, sites: tuple[str, ...]) -> bool:
    folded = fold(part)
    return len(part.split()) <= 6 and any(
        folded in site or folded.startswith(site) or folded.endswith(site) for site in sites if folded
    )


def _is_own(agency: str, sites: tuple[str, ...]) -> bool:
    """Whether a credited agency is the site itself, by its name or its initials."""
    initials = fold("".join(word[0] for word in agency.removeprefix("The ").split()))
    return _is_site(agency, sites) or any(len(initials) > 1 and site.startswith(initials) for site in sites)


def _published(page: Declared, url: str | None) -> tuple[str | None, str | None]:
    for text in strings([*page.linked.said("datePublished"), *page.linked.said("dateCreated")]):
        if value := iso(text):
            return value, "json-ld"
    named = page.first(
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
        "publish-date", "parsely-pub-date", "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date",
    )  # fmt: skip
    if value := iso(named):
        return value, "meta"
    for text in page.tree.xpath("//time/@datetime | //*[@itemprop='datePublished']/@datetime"):
        if value := iso(text):
            return value, "visible"
    found = htmldate.find_date(page.tree, original_date=True, extensive_search=False, max_date=_LAST)
    if found:
        return str(found), "visible"
    in_address = re.search(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D)", url or "")
    value = iso("-".join(part.zfill(2) for part in in_address.groups())) if in_address else None
    return value, "address" if value else None


def _updated(page: Declared) -> str | None:
    told = [*strings(page.linked.said("dateModified")), page.first("article:modified_time")]
    return next(filter(None, map(iso, told)), None)


def iso(text: str | None) -> str | None:
    """An ISO date or date-time at the start of ``text``, or a month that is all of it; null if it is no real one."""
    match = _ISO.match((text or "").strip())
    if not match:
        return month[0] if (month := _MONTH.fullmatch((text or "").strip())) else None
    value = match[0].replace(" ", "T", 1).replace(" ", "")
    try:
        day = date.fromisoformat(value[:10])
        if len(value) > 10:
            datetime.fromisoformat(value)
    except ValueError:
        return None
    return value if day.year >= 1990 else None


def _keywords(page: Declared) -> Iterator[str]:
    for value in [
        *page.linked.said("keywords"),
        page.first("news_keywords", "keywords"),
        *page.meta.get("article:tag", []),
    ]:
        for text in strings([value]):
            yield from (part.strip() for part in text.split(",") if part.strip())


def host(url: str | None) -> str | None:
    """The host of an address without ``www.``."""
    name = urlsplit(url or "").hostname
    return name.removeprefix("www.") if name else None


def tree_of(text: str) -> Any:
    """The page as an lxml tree; null if there is no markup in it."""
    try:
        return lxml_html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (ValueError, lxml_html.etree.ParserError):
        return None
