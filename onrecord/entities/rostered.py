"""The names of a user's own table in a text: what it says of them takes the place of what our tables say."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.entities.candidate import Candidate, surface
from onrecord.entities.lexicon import Known
from onrecord.entities.roster import Entry, Roster
from onrecord.model.document import Document
from onrecord.model.token import Parse


def with_roster(document: Document, found: Iterable[Candidate], roster: Roster) -> list[Candidate]:
    """``found`` with the names of ``roster`` that hold on the day of publication, in text order.

    Somebody whom the words around the name give another country is somebody else, and stays as read.
    """
    by_head = {candidate.head: candidate for candidate in found}
    parse, day = document.parse, (document.published or "")[:10]
    for first, last, entry in _named(parse, roster, day):
        there = [c for c in by_head.values() if first <= c.head < last]
        read = max(there, key=lambda c: c.span.end - c.span.start, default=None)
        head = read.head if read else parse.head_of(parse.span(first, last))
        if head is None or (read is not None and _is_other(read, entry)):
            continue
        for candidate in there:
            del by_head[candidate.head]
        by_head[head] = _candidate(parse, first, last, head, entry, read)
    return [by_head[head] for head in sorted(by_head)]


def _named(parse: Parse, roster: Roster, day: str) -> Iterator[tuple[int, int, Entry]]:
    """First token, last + 1, and row of every name, the longest first at each place."""
    at = 0
    while at < len(parse.tokens):
        sizes = range(min(roster.longest + 1, len(parse.tokens) - at), 0, -1)
        found = ((size, roster.at(surface(parse, at, at + size), day)) for size in sizes)
        is_name = parse.tokens[at].text[:1].isupper()
        size, entry = next(((n, e) for n, e in found if e is not None), (1, None)) if is_name else (1, None)
        if entry is not None:
            yield at, at + size, entry
        at += size


def _is_other(read: Candidate, entry: Entry) -> bool:
    told = read.role.country if read.kind == "person" and read.known is None else None
    return told is not None and entry.kind == "person" and told != entry.role.country


def _candidate(parse: Parse, first: int, last: int, head: int, entry: Entry, read: Candidate | None) -> Candidate:
    span = parse.span(first, last)
    if read is not None and read.span.contains(span):
        span = read.span
    title = read.role.title if read else None
    return Candidate(
        head=head, span=span, form="name", name=surface(parse, first, last), kind=entry.kind,
        role=msgspec.structs.replace(entry.role, title=title),
        known=Known(entry.name, entry.code, "roster"), wikidata=entry.wikidata,
    )  # fmt: skip
