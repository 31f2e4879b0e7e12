"""Who wrote an article: people only. An outlet or a desk is no author, and none is better than a wrong one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import Any

from onrecord.clean.body import is_aside
from onrecord.clean.declared import Declared, fold
from onrecord.clean.linked import strings
from onrecord.resources import rows

_META = (
    "author", "parsely-author", "cxenseparse:author", "sailthru.author", "byl", "article:author", "dc.creator",
    "dcterms.creator", "citation_author", "og:article:author",
)  # fmt: skip
# Elements that name an author, after the headline, with the paragraphs between them.
_VISIBLE = """*[self::p or @itemprop='author' or contains(@rel, 'author') or
  contains(@class, 'author') or contains(@class, 'Author') or contains(@class, 'byline') or contains(@class, 'Byline')
  or contains(@class, 'autor') or contains(@class, 'reporter') or contains(@class, 'writer')
  or contains(@class, 'person-link') or contains(@class, 'journalist') or contains(@data-testid, 'byline')
  or contains(@href, '/author') or contains(@href, '/autor') or contains(@href, '/redakt') or self::address]"""
_OUTSIDE = frozenset({"aside", "nav", "footer", "form", "figure"})
_BEFORE = 1500  # characters of prose after which no byline is looked for
_LONGEST = 120  # characters of a byline
_MOST_WORDS = 5
_NO_NAME = re.compile(r"[\d@:/_?!…]|https?|\.(?:com|org|net|de|co|uk)\b")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]|<[^>]*>")
_SPLIT = re.compile(r"\s*(?:[,;|•·/&＆、・]|\s[-–—]\s)\s*")
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")  # scripts with capitals


def authors(page: Declared, outlet: str | None, host: str | None) -> tuple[tuple[str, ...], str | None]:
    """The people who are named as authors, and the agency that is credited: JSON-LD, then meta, then the byline."""
    sites = tuple(fold(name) for name in (outlet, (host or "").rpartition(".")[0]) if name and len(fold(name)) > 1)
    agency = None
    for names, least in ((_linked(page), 1), (_meta(page), 2), (_visible(page, sites), 2)):
        parts = [part for name in names for part in _parts(name)]
        people = [part for part in parts if _is_person(part, sites, least)]
        agency = agency or next((part for part in parts if fold(part) in _agencies()), None)
        if people:
            return tuple({fold(one): one for one in reversed(people)}.values())[::-1], agency
    return (), agency


def people(byline: str) -> tuple[str, ...]:
    """The people in one byline."""
    return tuple(part for part in _parts(byline) if _is_person(part, (), 1))


def _linked(page: Declared) -> list[str]:
    for found in page.linked.entities("author"):
        names = [name for one in found for name in strings([_name(one)]) if "/admin" not in str(one.get("url"))]
        if names:
            return names
    return []


def _name(one: dict[str, Any]) -> Any:
    if "Organization" in str(one.get("@type")):
        name = one.get("name")
        return name if isinstance(name, str) and fold(name) in _agencies() else None
    if one.get("givenName") and one.get("familyName"):
        return f"{one['givenName']} {one['familyName']}"
    return one.get("name")


def _meta(page: Declared) -> list[str]:
    return next((values for name in _META if (values := [v for v in page.meta.get(name, []) if " " in v])), [])


def _visible(page: Declared, sites: tuple[str, ...]) -> Iterator[str]:
    """Bylines between the headline and the text: the first that names a person, and those of its kind beside it."""
    prose = 0
    kind: tuple[Any, ...] | None = None
    start = "(//h1)[1]/following::" if page.tree.find(".//h1") is not None else "//"
    for element in page.tree.xpath(start + _VISIBLE):
        text = " ".join(element.text_content().split())
        if element.tag == "p":
            prose += len(text) if len(text) > _LONGEST else 0
        if prose > _BEFORE:
            return
        same = (element.tag, element.get("class"))
        if len(text) > _LONGEST or (kind and same != kind) or is_aside(element, _OUTSIDE):
            continue
        if (element.tag != "p" or _is_signed(element)) and any(_is_person(one, sites, 2) for one in _parts(text)):
            kind = same
            yield text


def _is_signed(paragraph: Any) -> bool:
    return any(word in (paragraph.get("class") or "").lower() for word in ("author", "byline", "autor", "meta"))


def _parts(byline: str) -> Iterator[str]:
    """A byline cut into what may be names: no "By", no brackets, no place."""
    text = " ".join(_BRACKETS.sub(" ", unescape(unescape(byline))).split())
    for part in _SPLIT.split(text):
        for name in _between().split(part):
            name = _places().sub("", _by().sub("", name.strip(" .-–|:*")))
            if name := name.strip(" .,-–|:*"):
                yield name


def _is_person(name: str, sites: tuple[str, ...], least: int) -> bool:
    """Whether a part of a byline can be a person's name of at least ``least`` words (in scripts with capitals)."""
    words = name.split()
    folded = fold(name)
    if not folded or _NO_NAME.search(name) or len(words) > _MOST_WORDS or folded in _agencies():
        return False
    if any(word.casefold().strip(".") in _jobs() for word in re.split(r"[\s-]", name)) or any(
        _is_site(folded, site) for site in sites
    ):
        return False
    if not _CASED.search(name):
        return 2 <= len(folded) <= 20
    is_abbreviation = len(words) == 1 and (len(name) < 3 or name.isupper())
    return len(words) >= least and not is_abbreviation and all(map(_is_name, words)) and words[0][0].isupper()


def _is_name(word: str) -> bool:
    return word[0].isupper() or not _CASED.match(word) or word.casefold().strip(".") in _particles() or "'" in word[:3]


def _is_site(folded: str, site: str) -> bool:
    return folded in site or (len(site) > 2 and site in folded)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word.casefold() for of, word in rows("bylines.tsv") if of == kind)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(fold, _words("agency")))


def _jobs() -> frozenset[str]:
    return _words("job")


def _particles() -> frozenset[str]:
    return _words("particle")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{_either(_words('by'))})(?::\s*|\s+))+", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_either(_words('and'))})\s+(?=\S+\s+\S)")


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_either(_words('place'))})\s+.*$")
