"""What an HTML page says of its article: JSON-LD first, then meta elements, then what a reader sees."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

import htmldate
import msgspec
from lxml import html as lxml_html

_ARTICLE = re.compile(
    r"(?:News|Report|Opinion|Analysis|Review|Background|Live|Blog|Tech|Scholarly)?\w*(?:Article|Posting)$"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?")
_DASHES = re.compile(r"\s+[|–—·•»-]\s+|\s*[|»]\s*")
_BY = re.compile(
    r"^(?:by|von|par|por|di|av|af|door|di|da|text|texto|story by|written by|words by|reported by|from)\b[:\s]+",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|staff|writer|columnist|desk|bureau|newsroom|team|agency|agencies|redaktion|"
    r"redacción|redaction|rédaction|redazione|contributor|producer|journalist|admin|news|press|media|online|service|"
    r"magazine|zeitung|times|post|herald|tribune|gazette|daily|editorial|webdesk|afp|reuters|dpa|ap|pti|ians|ani|upi)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&| and | und | et | y | e | og | och | with )\s*")
_AGENCY = re.compile(r"^[A-Z]{2,6}$|\.(?:com|org|net|de|co|uk)\b|@|https?:")
_MOST_AUTHOR_WORDS = 5


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the page declares; ``published_from`` is ``json-ld``, ``meta``, ``visible`` or ``address``."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    updated: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()


class _Page:
    """A parsed page with its declarations looked up once."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.linked = [item for item in _linked_data(tree) if _is_article(item)]
        self.meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and (content := (element.get("content") or "").strip()):
                self.meta.setdefault(name.lower(), []).append(content)

    def first(self, *names: str) -> str | None:
        """The first meta element with one of ``names``, in the order of the names."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def said(self, key: str) -> Iterator[Any]:
        """Values of ``key`` in the articles of the page's JSON-LD."""
        for item in self.linked:
            if item.get(key):
                yield item[key]

    def texts(self, path: str) -> list[str]:
        """The text of each element at an XPath, white space collapsed."""
        found = (" ".join(element.text_content().split()) for element in self.tree.xpath(path))
        return [text for text in found if text]


def read(tree: Any, url: str | None) -> Metadata:
    """Metadata of an lxml HTML tree. ``url`` is where the page was found, if that is known."""
    page = _Page(tree)
    outlet = _outlet(page)
    published, published_from = _published(page, url)
    return Metadata(
        title=_title(page, outlet),
        authors=_authors(page, outlet),
        published=published,
        published_from=published_from,
        updated=next(
            filter(None, map(_iso, [*_strings(page.said("dateModified")), page.first("article:modified_time")])), None
        ),
        outlet=outlet,
        language=(tree.get("lang") or page.first("og:locale", "language") or "")[:2].lower() or None,
        url=next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or page.first("og:url") or url,
        section=next(_strings(page.said("articleSection")), None) or page.first("article:section", "section"),
        tags=tuple(dict.fromkeys(_keywords(page))),
    )


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield from _objects(json.loads(script.text_content(), strict=False))
        except (ValueError, RecursionError):
            continue


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(isinstance(k, str) and _ARTICLE.match(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _strings(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str) and value.strip():
            yield value.strip()
        elif isinstance(value, list):
            yield from _strings(value)


def _outlet(page: _Page) -> str | None:
    for publisher in page.said("publisher"):
        for one in publisher if isinstance(publisher, list) else [publisher]:
            if isinstance(one, dict) and isinstance(one.get("name"), str) and one["name"].strip():
                return str(one["name"]).strip()
    return page.first("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")


def _title(page: _Page, outlet: str | None) -> str | None:
    headings = page.texts("//h1")
    declared = [
        *_strings(page.said("headline")),
        *filter(None, (page.first("og:title"), page.first("twitter:title", "title", "dc.title"))),
        *page.texts("//head/title"),
    ]
    declared = [_without_site(" ".join(text.split()), outlet) for text in declared]
    for heading in headings:
        if any(fold(heading) in fold(text) or fold(text) in fold(heading) for text in declared if len(fold(text)) > 8):
            return heading
    return next(iter(declared), None) or next(iter(headings), None)


def _without_site(title: str, outlet: str | None) -> str:
    """The title without the outlet's name at its end or start."""
    parts = _DASHES.split(title)
    site = fold(outlet or "")
    while len(parts) > 1 and (_is_site(parts[-1], site)):
        parts = parts[:-1]
    if len(parts) > 1 and _is_site(parts[0], site):
        parts = parts[1:]
    if len(parts) == len(_DASHES.split(title)):
        return title
    start = title.find(parts[0])
    return title[start : title.rfind(parts[-1]) + len(parts[-1])]


def _is_site(part: str, site: str) -> bool:
    folded = fold(part)
    return bool(site) and (folded in site or site in folded) and len(part.split()) <= 6


def fold(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _published(page: _Page, url: str | None) -> tuple[str | None, str | None]:
    for text in _strings([*page.said("datePublished"), *page.said("dateCreated")]):
        if value := _iso(text):
            return value, "json-ld"
    named = page.first(
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
        "publish-date", "parsely-pub-date", "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date",
    )  # fmt: skip
    if value := _iso(named):
        return value, "meta"
    for text in page.tree.xpath("//time/@datetime | //*[@itemprop='datePublished']/@datetime"):
        if value := _iso(text):
            return value, "visible"
    found = htmldate.find_date(page.tree, original_date=True, extensive_search=False, url=None)
    if found:
        return str(found), "visible"
    in_address = re.search(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D)", url or "")
    value = _iso("-".join(part.zfill(2) for part in in_address.groups())) if in_address else None
    return value, "address" if value else None


def _iso(text: str | None) -> str | None:
    """An ISO date or date-time at the start of ``text``, if it is a real one."""
    match = _ISO.match((text or "").strip())
    if not match:
        return None
    value = match[0].replace(" ", "T", 1).replace(" ", "")
    try:
        day = date.fromisoformat(value[:10])
        if len(value) > 10:
            datetime.fromisoformat(value)
    except ValueError:
        return None
    return value if day.year >= 1990 else None


def _authors(page: _Page, outlet: str | None) -> tuple[str, ...]:
    for names in (_linked_authors(page), _meta_authors(page), _visible_authors(page)):
        people = [person for name in names for person in _people(name, outlet)]
        if people:
            return tuple(dict.fromkeys(people))
        if names:  # the page names its author, and it is no person
            return ()
    return ()


def _linked_authors(page: _Page) -> list[str]:
    for author in page.said("author"):
        names = []
        for one in author if isinstance(author, list) else [author]:
            if isinstance(one, dict) and "Organization" not in str(one.get("@type")):
                names += list(_strings([one.get("name")]))
            elif isinstance(one, str):
                names.append(one)
            elif isinstance(one, dict):
                names.append("newsroom")
        if names:
            return names
    return []


def _meta_authors(page: _Page) -> list[str]:
    for name in (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "byl",
        "sailthru.author",
        "dcterms.creator",
    ):
        if name in page.meta:
            return [text for text in page.meta[name] if not text.startswith("http")]
    return []


def _visible_authors(page: _Page) -> list[str]:
    found = page.texts("//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")
    if not found:
        found = page.texts(
            "//*[contains(concat(' ', @class, ' '), ' author ') or contains(@class, 'byline') or "
            "contains(@class, 'author-name') or contains(@class, 'article-author')]"
        )
    return [text for text in found if len(text) < 80][:4]


def _people(text: str, outlet: str | None) -> Iterator[str]:
    """Names of people in a byline: no jobs, outlets, addresses or dates."""
    for part in _SPLIT.split(_BY.sub("", " ".join(text.split())).strip(" .,-–|")):
        name = _BY.sub("", part).strip(" .,-–|()")
        words = name.split()
        is_site = bool(outlet) and (fold(name) in fold(outlet or "") or fold(outlet or "") in fold(name))
        if not words or len(words) > _MOST_AUTHOR_WORDS or is_site or _JOB.search(name) or _AGENCY.search(name):
            continue
        if not any(character.isdigit() for character in name) and (name[0].isupper() or not name[0].isascii()):
            yield name


def _keywords(page: _Page) -> Iterator[str]:
    for value in [*page.said("keywords"), page.first("news_keywords", "keywords"), *page.meta.get("article:tag", [])]:
        for text in _strings([value]):
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
