"""What an HTML page says of its article: JSON-LD first, then meta elements, then what a reader sees."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec
from lxml import etree
from lxml import html as lxml_html

from onrecord.clean import dates
from onrecord.clean.authors import authors, of_host, own_names
from onrecord.clean.bylines import Sites, agency
from onrecord.clean.declared import Declared, fold, plain
from onrecord.clean.headline import headline
from onrecord.clean.linked import strings

# One class for all elements: asking which is a form or a link takes longer than all else that is done to them.
_PLAIN = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement, comment=lxml_html.HtmlComment)
_BARS = re.compile(r"\s+[|–—-]\s+")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the page declares; ``published_from`` is ``json-ld``, ``meta``, ``visible`` or ``address``.

    ``headings`` are the headlines printed on it, which need not be the ``title``.
    """

    title: str | None = None
    headings: tuple[str, ...] = ()
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
    outlet = _outlet(page, address)
    sites = own_names(page, outlet, host(address))
    section = next(strings(page.linked.said("articleSection")), None) or page.first("article:section", "section")
    title = headline(page, sites, section)
    people, credited = authors(page, sites, title)
    published, published_from = dates.published(page, url or address)
    return Metadata(
        title=title,
        headings=tuple(page.texts("//h1")),
        authors=people,
        agency=credited if credited and not _is_own(credited, sites) else None,
        published=published,
        published_from=published_from,
        updated=dates.updated(page),
        outlet=outlet,
        language=(tree.get("lang") or page.first("og:locale", "language") or "")[:2].lower() or None,
        url=address,
        section=section,
        tags=tuple(dict.fromkeys(_keywords(page))),
    )


def _outlet(page: Declared, address: str | None) -> str | None:
    """The name of who published: of those that are given the first that is like the host's, else the first.

    Pages of a chain give their company as publisher, and pages that carry an agency's text give the agency.
    """
    given = [name for found in page.linked.entities("publisher") for name in strings(one.get("name") for one in found)]
    given += filter(None, map(page.first, _OUTLETS))
    whole = [name for name in dict.fromkeys(map(plain, given)) if name and not name.startswith(("http", "@"))]
    names = [part for name in whole for part in (*_BARS.split(name)[:-1], name)]
    own = of_host(host(address))
    alike = (name for name in names if own.names_it(name) or _is_own(name, own))
    return next(alike, next((name for name in whole if not agency(name)), None))


def _is_own(name: str, sites: Sites) -> bool:
    """Whether a name is that of the site itself, in full or by its initials."""
    initials = fold("".join(word[0] for word in name.removeprefix("The ").split()))
    return sites.has(name) or any(len(initials) > 1 and site.startswith(initials) for site in sites.names)


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
    parser = lxml_html.HTMLParser(encoding="utf-8")
    parser.set_element_class_lookup(_PLAIN)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.ParserError):
        return None
