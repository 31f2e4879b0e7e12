"""Who wrote an article: people only. An outlet or a desk is no author, and none is better than a wrong one."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from onrecord.clean import bylines
from onrecord.clean.bylines import Sites, people
from onrecord.clean.declared import Declared, fold
from onrecord.clean.linked import strings
from onrecord.clean.signed import signed

_META = (
    "author", "parsely-author", "cxenseparse:author", "sailthru.author", "byl", "article:author", "article:author_name",
    "authors", "byline", "mrf:authors", "news_author", "dc.creator", "dcterms.creator", "dc.contributor.author",
    "dc.author", "citation_author", "og:article:author", "creator", "vr:author", "shareaholic:article_author_name",
)  # fmt: skip
_SCRIPTED = re.compile(
    r"""["'](?:author|authors|author_?name|article_?author|page_?author|by_?line|writer|reporter)["']\s*:\s*"""
    r"""\[?\s*(?:"([^"\\{}<>]{3,80})"|'([^'\\{}<>]{3,80})')""",
    re.IGNORECASE,
)
_MOST = 200  # bylines of one kind that are looked at
_LONGEST_SCRIPT = 200_000  # characters


def authors(page: Declared, sites: Sites, title: str | None = None) -> tuple[tuple[str, ...], str | None]:
    """The people who are named as authors, and the agency that is credited.

    JSON-LD is asked first, then meta elements, then what a reader sees near the headline whose text is ``title`` and at
    the article's end, and last what the page's own scripts are all agreed on. Who is said to have edited the article
    counts only where no other place names somebody else.
    """
    credited = None
    edited: tuple[str, ...] = ()
    for names, least in (
        (_linked(page), 1),
        (_meta(page), 2),
        (signed(page.tree, title, sites), 2),
        (_scripted(page, sites), 2),
    ):
        said = list(islice(names, _MOST))
        credited = credited or next(filter(None, map(bylines.agency, said)), None)
        named = _unique(name for byline in said for name in people(byline, sites, least))
        if named and not _are_editors(named, page):
            return named, credited
        edited = edited or named
    return edited, credited


def _are_editors(names: tuple[str, ...], page: Declared) -> bool:
    return len(names) == 1 and bylines.is_editor(names[0], page.tree.text_content())


def own_names(page: Declared, outlet: str | None, host: str | None) -> Sites:
    """The names that stand for the page's outlet."""
    declared = page.meta.get("copyright", []) + page.meta.get("publisher", [])
    named = (
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "twitter:site",
        "twitter:app:name:iphone",
    )
    own = bylines.sites([outlet, *page.linked.houses(), *declared, *map(page.first, named)])
    return Sites(own.names | of_host(host).names)


def of_host(host: str | None) -> Sites:
    """The names in a host: whole, without its ending, and the label that somebody chose."""
    labels = (host or "").split(".")
    return bylines.sites([host, ".".join(labels[:-1]), _registered(labels)])


def _registered(labels: list[str]) -> str:
    """The label of a host that somebody chose: "example" of news.example.co.uk."""
    rest = labels[:-1]
    while len(rest) > 1 and rest[-1] in {"co", "com", "org", "net", "gov", "gob", "edu", "ac", "or", "ne", "go", "web"}:
        rest = rest[:-1]
    return rest[-1] if rest else ""


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({fold(name): name for name in reversed(list(names))}.values())[::-1]


def _linked(page: Declared) -> list[str]:
    for key in ("author", "creator"):
        for found in page.linked.entities(key):
            if names := [name for one in found if not _is_admin(one) for name in strings([_name(one)])]:
                return names
    return []


def _is_admin(one: dict[str, Any]) -> bool:
    """Whether the account is the site's own: its name tells who set the site up."""
    return any("/admin" in str(one.get(key)) for key in ("url", "@id"))


def _name(one: dict[str, Any]) -> Any:
    name = one.get("name")
    if "Organization" in str(one.get("@type")):
        return name if isinstance(name, str) and bylines.agency(name) else None
    if isinstance(name, dict):
        return name.get("name") or name.get("@value")
    if not name and one.get("givenName") and one.get("familyName"):
        return f"{one['givenName']} {one['familyName']}"
    return name


def _meta(page: Declared) -> list[str]:
    for name in _META:
        if values := [value for value in page.meta.get(name, []) if " " in value and "://" not in value]:
            return values
    labels = page.first("twitter:label1")
    value = page.first("twitter:data1")
    return [value] if labels and value and bylines.is_label(labels) else []


def _scripted(page: Declared, sites: Sites) -> Iterator[str]:
    """The author in the page's scripts, where all that name one name the same."""
    said = []
    for script in page.tree.iter("script"):
        text = script.text or ""
        if len(text) < _LONGEST_SCRIPT and "ld+json" not in (script.get("type") or ""):
            said += [found[1] or found[2] for found in _SCRIPTED.finditer(text)]
    named = {people(one, sites, 2) for one in said} - {()}
    if len(named) == 1:
        yield next(one for one in said if people(one, sites, 2))
