"""Bylines as a reader sees them: near the headline, at the article's end, or as a paragraph that is but a name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import msgspec

from onrecord.clean.body import is_aside
from onrecord.clean.bylines import Sites, is_by, people
from onrecord.clean.declared import fold

# Words of classes and attributes that mark a byline, in the languages of those who write them.
_MARK = re.compile(
    r"author(?!i[sz]|ity)|by-?_?line|autor(?:es|in|en|ka|zy|e|i)?(?![a-z])|auteur|reporter|writer|journalist|redakteur|"
    r"forfatter|f[oö]rfattare|skribent|penulis|wartawan|yazar|muhabir|dziennikarz|kirjoittaja|szerzo|signature|"
    r"contributor|person-link|name-journalist|article-source",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"comment|bio(?:graphy)?(?![a-z])|descri|avatar|photo|image|follow|share|social|related", re.IGNORECASE
)
_ATTRIBUTES = frozenset({"class", "itemprop", "rel", "data-testid", "data-test", "data-component"})
_PAGES = re.compile(r"/(?:authors?|autor(?:es|en)?|auteurs?|redakt\w*|journalists?|reporters?|writers?|profile)/[^/]")
_HEADINGS = frozenset({"h1", "h2", "h3"})
_OUTSIDE = frozenset({"aside", "nav", "form", "figure", "figcaption", "footer", "blockquote"})
_APART = frozenset("a li div p time br td ul h2 h3 h4 address".split())
_WHOLE = frozenset({"html", "body", "main", "article"})
_PROSE = 120  # characters of a paragraph that is an article's
_BEFORE = 1500  # characters of prose after which no byline of the headline is looked for
_LONGEST = 160  # characters of a byline
_MOST_CHILDREN = 40
_ABOVE = 8  # marked elements above the headline that are looked at
_WORDS = range(2, 5)  # of a name that is all of a paragraph


class _Part(msgspec.Struct, frozen=True):
    """An element that may name an author: ``prose`` is how much of the article stands before it, in characters."""

    element: Any
    prose: int
    is_marked: bool


def signed(tree: Any, title: str | None, sites: Sites) -> Iterator[str]:
    """Bylines that name people: the first place that has any, and all that stand there."""
    page = _Reading(tree, sites)
    above, below = page.around(title)
    near = [part for part in below if part.prose <= _BEFORE]
    for place in (
        [part for part in near if part.is_marked],
        [part for part in above if part.is_marked][: -_ABOVE - 1 : -1],
        [part for part in near if not part.is_marked and is_by(part.element.text)],
        page.after(below),
    ):
        if found := page.first(place):
            yield from found
            return
    yield from page.alone(below)


class _Reading:
    """A page whose bylines are looked for, with what holds most of its prose."""

    def __init__(self, tree: Any, sites: Sites) -> None:
        self._tree = tree
        self._sites = sites
        lengths: Counter[Any] = Counter()
        total = 0
        for paragraph in tree.iter("p"):
            length = len(paragraph.text_content())
            if length > _PROSE:
                total += length
                for one in paragraph.iterancestors():
                    lengths[one] += length
        self._trunk = {one for one, length in lengths.items() if 2 * length > total}

    def around(self, title: str | None) -> tuple[list[_Part], list[_Part]]:
        """What stands above and below the headline, in order."""
        above: list[_Part] = []
        below: list[_Part] = []
        wanted = fold(title or "")
        fallback: int | None = None
        prose = 0
        is_below = False
        for element in self._tree.iter():
            tag = element.tag
            if not isinstance(tag, str) or tag in _WHOLE or len(element) > _MOST_CHILDREN:
                continue
            if tag in _HEADINGS and not is_below:
                if is_below := _is_headline(element, wanted):
                    above, below = above + below, []
                    prose = 0
                elif tag == "h1" and fallback is None:
                    fallback = len(below)
            is_marked = _is_marked(element)
            if tag == "p" or is_marked or is_by(element.text):
                below.append(_Part(element, prose, is_marked))
                prose += len(element.text_content()) if self._is_prose(element) else 0
        if not is_below and fallback is not None:
            return below[:fallback], below[fallback:]
        return above, below

    def first(self, place: Sequence[_Part]) -> list[str]:
        """The first byline that names people and others of its kind; the innermost, where one holds another."""
        found: list[tuple[Any, str]] = []
        for part in place:
            element = part.element
            text = _text(element)
            if not 3 <= len(text) <= _LONGEST or not people(text, self._sites, 2) or self._is_out(element):
                continue
            if found and _holds(found[-1][0], element):
                found.pop()
            if not found or _is_like(found[0][0], element):
                found.append((element, text))
        return [text for _, text in found]

    def after(self, below: list[_Part]) -> list[_Part]:
        """What is marked after the article's last paragraph, within what holds it."""
        last = max((at for at, part in enumerate(below) if self._is_prose(part.element)), default=None)
        if last is None:
            return []
        frame = list(islice(below[last].element.iterancestors(), 3))
        return [
            part
            for part in below[last + 1 :]
            if part.is_marked
            and any(one in frame and one.tag not in _WHOLE for one in islice(part.element.iterancestors(), 5))
        ]

    def alone(self, below: list[_Part]) -> Iterator[str]:
        """The name that is all of the paragraph before the first of the article's, or of the one after its last."""
        paragraphs = [part.element for part in below if part.element.tag == "p" and part.element.text_content().strip()]
        prose = [at for at, paragraph in enumerate(paragraphs) if self._is_prose(paragraph)]
        for at in (prose[0] - 1, prose[-1] + 1) if prose else ():
            if 0 <= at < len(paragraphs) and self._is_name(paragraphs[at]):
                yield _text(paragraphs[at])
                return

    def _is_name(self, paragraph: Any) -> bool:
        text = _text(paragraph)
        bold = next(iter(paragraph.iter("strong", "b", "em", "i")), None)
        return (
            bold is not None
            and fold(bold.text_content()) == fold(text)
            and len(text.split()) in _WORDS
            and people(text, self._sites, 2) == (text,)
            and not self._is_out(paragraph)
        )

    def _is_prose(self, element: Any) -> bool:
        return element.tag == "p" and len(element.text_content()) > _PROSE and not self._is_out(element)

    def _is_out(self, element: Any) -> bool:
        """Whether an element is beside the article, or the account of the one who runs the site."""
        is_admin = any("/admin" in (link.get("href") or "") for link in element.iter("a"))
        return is_admin or is_aside(element, _OUTSIDE, self._trunk)


def _is_headline(heading: Any, wanted: str) -> bool:
    text = fold(heading.text_content())
    return len(wanted) > 8 and len(text) > 8 and (wanted[:60] in text or text[:60] in wanted)


def _is_marked(element: Any) -> bool:
    if any(name in _ATTRIBUTES and _marks(value) for name, value in element.items()):
        return True
    address = element.get("href") if element.tag == "a" else None
    return bool(address and _PAGES.search(address)) or element.tag == "address"


@lru_cache(maxsize=10_000)
def _marks(value: str) -> bool:
    return bool(_MARK.search(value) and not _NOT.search(value))


def _is_like(one: Any, other: Any) -> bool:
    return bool((one.tag, one.get("class")) == (other.tag, other.get("class")))


def _holds(outer: Any, inner: Any) -> bool:
    return any(one is outer for one in islice(inner.iterancestors(), 8))


def _text(element: Any) -> str:
    """The text of an element, with marks where links and blocks end."""
    if len(element) == 0:
        return " ".join((element.text or "").split())
    pieces: list[str] = []
    for one in element.iter():
        if one is not element and one.tag in _APART:
            pieces.append(" | ")
        if isinstance(one.tag, str) and one.tag not in {"script", "style"} and one.text:
            pieces += (" ", one.text)
        if one is not element and one.tail:
            pieces += (" | " if one.tag in _APART else " ", one.tail)
    return " ".join("".join(pieces).split()).strip("| ")
