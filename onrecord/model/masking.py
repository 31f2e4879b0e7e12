"""Texts whose words are taken out while their spans stay true."""

import re
from collections.abc import Collection, Iterable, Iterator

import msgspec

from onrecord.model.page import CleanPage, OffsetMap, PageInfo
from onrecord.model.record import Actor, Record

MASK = "\N{FULL BLOCK}"
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{1,4}"  # between the words of a name: a blank, a line's end, a hyphen in an address
_ITEM = re.compile(r"Q\d+")
_LONGEST_NAME = 4  # words of a person's name, as far as the last of them is taken for a name by itself


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


def naming(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds names by whole words, whatever stands between their words; null if they have none.

    A name of one word, which may be a common word too, is found as it is written or in capitals; others in any case.
    """
    found = {words for name in names if (words := tuple(_WORD.findall(name)))}
    parts = [_written(words) for words in sorted(found, key=lambda words: (-len(words), words))]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])") if parts else None


def _written(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return f"{words[0]}|{words[0].upper()}"
    return f"(?i:{_BETWEEN.join(words)})"


def blocked(text: str, pattern: re.Pattern[str] | None) -> str:
    """``text`` with blocks for all that ``pattern`` finds."""
    return pattern.sub(lambda found: masked(found[0]), text) if pattern else text


def naming_in(record: Record, named: Collection[str]) -> re.Pattern[str] | None:
    """What finds an actor in the article of ``record`` by its names, ``named`` (Wikidata items, too, or parts of them).

    Who is known there by a whole name is found by the last word of it, too, unless it is known to be no person.
    """
    found = _actors(record, named)
    names = {actor.name for actor in found} | {name for name in named if not _ITEM.fullmatch(name)}
    if all(actor.kind == "person" for actor in found):
        names |= {words[-1] for name in names if 1 < len(words := _WORD.findall(name)) <= _LONGEST_NAME}
    return naming(names)


def without_actor(page: CleanPage, record: Record, *named: str) -> tuple[CleanPage, Record]:
    """Page and record without an actor of these names or Wikidata items: its every mention in the text is blocks."""
    found, pattern = _actors(record, named), naming_in(record, named)
    whole = naming(name for name in named if not _ITEM.fullmatch(name))
    if not found and not (whole and any(map(whole.search, (page.text, *_around(page, record))))):
        return page, record
    text = list(blocked(page.text, pattern))
    for span in (span for actor in found for span in actor.mentions):
        text[span.start : span.end] = masked(span.of(page.text))
    title = page.title and blocked(page.title, pattern)
    bare = msgspec.structs.replace(
        page, text="".join(text), title=title, url=None, page=PageInfo(), repairs=(), offsets=OffsetMap(()),
        authors=tuple(author for author in page.authors if blocked(author, pattern) == author),
        outlet=page.outlet and blocked(page.outlet, pattern),
        original_outlet=page.original_outlet and blocked(page.original_outlet, pattern),
    )  # fmt: skip
    return bare, _without(record, found, pattern, title)


def as_masked(page: CleanPage, record: Record) -> Record:
    """A record read from what ``page`` said before names in it became blocks, without these."""
    if MASK not in page.text or is_masked(page.text):
        return record
    found = [actor for actor in record.actors if any(MASK in span.of(page.text) for span in actor.mentions)]
    bare = _without(record, found, naming(actor.name for actor in found), page.title)
    places = tuple(
        msgspec.structs.replace(place, name=MASK) if MASK in place.span.of(page.text) else place
        for place in bare.places
    )
    return msgspec.structs.replace(bare, places=places, url=page.url)


def _without(record: Record, found: Collection[Actor], pattern: re.Pattern[str] | None, title: str | None) -> Record:
    gone = {actor.id for actor in found}
    actors = tuple(
        msgspec.structs.replace(actor, name=MASK, title=None, wikidata=None)
        if actor.id in gone or (pattern and pattern.fullmatch(actor.name))
        else msgspec.structs.replace(
            actor, name=blocked(actor.name, pattern), title=actor.title and blocked(actor.title, pattern)
        )
        for actor in record.actors
    )
    places = tuple(msgspec.structs.replace(place, name=blocked(place.name, pattern)) for place in record.places)
    failures = tuple(msgspec.structs.replace(each, message=blocked(each.message, pattern)) for each in record.failures)
    return msgspec.structs.replace(record, title=title, url=None, actors=actors, places=places, failures=failures)


def _actors(record: Record, named: Collection[str]) -> list[Actor]:
    """The actors of these items, of these names, and those in whose names one of several words stands."""
    whole = naming(name for name in named if len(_WORD.findall(name)) > 1)
    return [
        actor
        for actor in record.actors
        if actor.wikidata in named or actor.name in named or (whole and whole.search(actor.name))
    ]


def _around(page: CleanPage, record: Record) -> Iterator[str]:
    """What is told of an article beside its text."""
    yield from filter(None, (page.title, page.outlet, page.original_outlet, *page.authors))
    for actor in record.actors:
        yield from filter(None, (actor.name, actor.title))
    for place in record.places:
        yield place.name
