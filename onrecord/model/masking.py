"""Texts whose words are taken out while their spans stay true."""

import re

import msgspec

from onrecord.model.page import CleanPage, OffsetMap, PageInfo
from onrecord.model.record import Record
from onrecord.model.span import Span

MASK = "\N{FULL BLOCK}"


def masked(text: str) -> str:
    """``text`` with a block for every character but blanks: as long, and with its lines."""
    return "".join(character if character.isspace() else MASK for character in text)


def is_masked(text: str) -> bool:
    """Whether the words of a text were taken out."""
    return MASK in text and not any(character.isalnum() for character in text)


def without_text(page: CleanPage, record: Record) -> tuple[CleanPage, Record]:
    """Page and record without the words of the article: spans and values stay, headline and repairs go."""
    bare = msgspec.structs.replace(
        page, text=masked(page.text), title=None, page=PageInfo(), repairs=(), offsets=OffsetMap(())
    )
    return bare, msgspec.structs.replace(record, title=None)


def without_actor(page: CleanPage, record: Record, name: str) -> tuple[CleanPage, Record]:
    """Page and record without an actor of this name or Wikidata item: its every mention in the text is blocks."""
    found = [actor for actor in record.actors if name in (actor.name, actor.wikidata)]
    names = {actor.name for actor in found} | ({name} if not re.fullmatch(r"Q\d+", name) else set())
    if not found and not any(each in part for each in names for part in (page.text, page.title or "")):
        return page, record
    spans = [span for actor in found for span in actor.mentions] + [
        Span(*at.span()) for each in names for at in re.finditer(re.escape(each), page.text)
    ]
    words = {span.of(page.text) for span in spans} | names
    text = list(page.text)
    for span in spans:
        text[span.start : span.end] = masked(span.of(page.text))
    title = _blocked(page.title, words)
    actors = tuple(
        msgspec.structs.replace(actor, name=MASK, title=None, wikidata=None) if actor in found else actor
        for actor in record.actors
    )
    bare = msgspec.structs.replace(
        page, text="".join(text), title=title, authors=tuple(each for each in page.authors if each not in words),
        url=None, page=PageInfo(), repairs=(), offsets=OffsetMap(()),
    )  # fmt: skip
    return bare, msgspec.structs.replace(record, title=title, url=None, actors=actors)


def _blocked(title: str | None, words: set[str]) -> str | None:
    """The headline with blocks for the longest of ``words`` first, so that no part of a name is left."""
    for word in sorted(words, key=len, reverse=True):
        title = title and title.replace(word, masked(word))
    return title
