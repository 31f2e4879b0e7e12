"""The article of a page: its text, and what is known about it."""

from collections.abc import Collection, Iterable

from onrecord.clean import furniture, metadata
from onrecord.clean.body import main_text
from onrecord.clean.bylines import people
from onrecord.clean.dates import iso
from onrecord.clean.declared import fold
from onrecord.clean.decode import decode
from onrecord.clean.metadata import Metadata
from onrecord.clean.origin import original_outlet
from onrecord.clean.repair import Repaired, apply, compose, repair
from onrecord.errors import EmptyError, NoArticleError
from onrecord.model.page import CleanPage, OffsetMap, Page, PageInfo
from onrecord.model.span import Span

_LONGEST_TITLE = 200


def clean(page: Page, repairs_off: Collection[str] = ()) -> CleanPage:
    """The article of ``page``, its faults mended but for the rules named in ``repairs_off``.

    Its offsets lead back to the decoded file for plain text, and to the main text as trafilatura gives it for HTML.

    Raises:
        NotTextError: the bytes are no text.
        NoArticleError: a page of HTML without an article in it.
        EmptyError: nothing is left but furniture.
    """
    found = decode(page.raw)
    told = Metadata()
    if page.media_type == "text/html":
        found, told = _main_text(found, page.url)
    title = page.metadata.get("title") or told.title
    repaired = repair(found, repairs_off)
    around = furniture.find(repaired.text)
    first = None if title else _headline(repaired.text, around.lines)
    gone = sorted([*around.lines, *([first] if first else _repeated_title(repaired.text, (title, *told.headings)))])
    text, offsets = _without(repaired, gone)
    if not text:
        raise EmptyError("nothing is left of it but page furniture")
    outlet = page.metadata.get("outlet") or told.outlet or None
    published = iso(page.metadata.get("published"))
    return CleanPage(
        text=text,
        title=first.of(repaired.text) if first else (repair(title, repairs_off).text if title else None),
        authors=_authors(page, told, around.authors),
        published=published or told.published,
        published_from="source" if published else told.published_from,
        updated=told.updated,
        outlet=outlet or metadata.host(page.url or told.url),
        original_outlet=told.agency or original_outlet(text, outlet),
        language=page.metadata.get("language") or told.language,
        url=page.url or told.url,
        page=PageInfo(
            points=around.points, related=around.related, tags=told.tags or around.tags, section=told.section
        ),
        repairs=repaired.repairs,
        offsets=offsets,
    )


def _main_text(markup: str, url: str | None) -> tuple[str, Metadata]:
    tree = metadata.tree_of(markup)
    if tree is None:
        raise NoArticleError("no markup that can be read")
    told = metadata.read(tree, url)
    text = main_text(tree)
    if text is None:
        raise NoArticleError("no article was found in the page")
    return text, told


def _authors(page: Page, told: Metadata, visible: tuple[str, ...]) -> tuple[str, ...]:
    names = page.metadata.get("author", "").split("\n")
    given = tuple(person for name in names if name.strip() for person in people(name) or (name.strip(),))
    return given or told.authors or visible


def _headline(text: str, gone: tuple[Span, ...]) -> Span | None:
    """The first line of a plain text, if it looks like a headline: short, no full stop, and a blank line after it."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = Span(start, end).trim(text) if end > 0 else None
    if line is None or line in gone or not 0 < line.end - line.start <= _LONGEST_TITLE:
        return None
    is_apart = text[end : end + 2] == "\n\n"
    return line if is_apart and line.of(text)[-1] not in '.,;:”"' else None


def _repeated_title(text: str, titles: Iterable[str | None]) -> list[Span]:
    """The first line, where it is a headline again."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = Span(start, end if end >= 0 else len(text)).trim(text)
    same = any(title is not None and fold(line.of(text)) == fold(title) for title in titles)
    return [line] if same and end >= 0 else []


def _without(repaired: Repaired, lines: list[Span]) -> tuple[str, OffsetMap]:
    """The text less ``lines`` and the blank lines they leave, with the way back to the text as found."""
    text = repaired.text
    edits: list[tuple[int, int, str]] = []
    for line in lines:
        start, end = line
        while end < len(text) and text[end] in " \t\n":
            end += 1
        if edits and edits[-1][1] >= start:
            edits[-1] = (edits[-1][0], end, "")
        else:
            edits.append((start, end, ""))
    kept, step = apply(text, edits)
    trimmed = Span(0, len(kept)).trim(kept)
    edges = [(0, trimmed.start, ""), (trimmed.end, len(kept), "")] if trimmed.start < trimmed.end else []
    final, last = apply(kept, edges)
    return final.strip(), compose(repaired.offsets, compose(step, last))
