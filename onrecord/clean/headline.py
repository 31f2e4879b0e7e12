"""The headline of a page, without its site, its section and other marks that are set beside it."""

import re
from collections.abc import Iterable

from onrecord.clean.bylines import Sites
from onrecord.clean.declared import Declared, fold, plain
from onrecord.clean.linked import strings

_MARKS = re.compile(r"\s+(?:[|–—―·•»«›:-]|--|::|//)\s+|\s*[|｜»]\s*|[:：]\s*(?=[^\s:：]+$)")
_BARS = re.compile(r"\s*[|｜]\s*")
_NAMED = ("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title")
_MOST_WORDS = 6  # of a site or a section
_LONG = 20  # letters of a headline that is not another's by chance


def headline(page: Declared, sites: Sites, section: str | None = None) -> str | None:
    """The headline that JSON-LD gives, else Open Graph's, else the page's; as it is printed, where that is the same.

    Where one text stands in JSON-LD, in the page's title and on the page, and Open Graph has another, the one was
    written for those who search and the other for those who read: the other is taken.
    """
    headings = page.texts("//h1")
    named = (
        page.first("og:title"),
        page.first("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title"),
    )
    found = [*strings(page.linked.said("headline")), *filter(None, named), *page.texts("//head/title")]
    declared = [title for text in found if (title := _bare(plain(text), sites, section)) and not sites.names_it(title)]
    if not declared:
        return next((heading for heading in headings if not sites.names_it(heading)), next(iter(headings), None))
    title = _printed(declared[0], [*headings, *declared[1:]])
    linked, shared, searched = (
        next((_bare(plain(text), sites, section) for text in texts), "")
        for texts in (
            strings(page.linked.said("headline")),
            iter(page.meta.get("og:title", ())),
            iter(page.texts("//head/title")),
        )
    )
    is_searched = _is_like(linked, searched) and any(_is_like(linked, heading) for heading in headings)
    return shared if is_searched and _is_another(title, shared) else title


def _is_like(one: str, other: str) -> bool:
    """Whether two headlines are the same, or one is a beginning of the other."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return short == long or (len(short) > _LONG and long.startswith(short))


def _is_another(title: str, shared: str) -> bool:
    """Whether ``shared`` is a headline of the same article in other words: no part of the first, and of its matter."""
    one, other = fold(title), fold(shared)
    words, others = ({fold(word) for word in text.split() if len(fold(word)) > 4} for text in (title, shared))
    return len(other) > _LONG and other not in one and one not in other and not words.isdisjoint(others)


def _printed(title: str, others: Iterable[str]) -> str:
    """The title as another place has it: the same in other letters, whole where it was cut, or without a kicker."""
    cut = fold(title)
    is_cut = title.endswith(("...", "…")) or len(title) >= 100
    parts = {fold(part) for part in _BARS.split(title)}
    for other in others:
        folded = fold(other)
        if folded == cut or (is_cut and len(cut) > _LONG and folded.startswith(cut)):
            return other
        if len(folded) > _LONG and folded in parts:
            return other
    return title


def _bare(title: str, sites: Sites, section: str | None) -> str:
    """The title without the site's name at its end or start, and without the section before the site's name."""
    marks = list(_MARKS.finditer(title))
    start, end = 0, len(title)
    while marks and _is_beside(title[marks[-1].end() : end], sites, section):
        end = marks.pop().start()
    if marks and sites.are(title[: marks[0].start()]) and ":" not in marks[0][0]:
        start = marks[0].end()
    return title[start:end]


def _is_beside(part: str, sites: Sites, section: str | None) -> bool:
    return len(part.split()) <= _MOST_WORDS and (sites.names_it(part) or bool(section and fold(part) == fold(section)))
