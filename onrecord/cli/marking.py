"""An article's text with its values marked, and its values in words: for a terminal or a pipe."""

from collections.abc import Iterator
from itertools import pairwise

from rich.text import Text

from onrecord.cli.terminal import harmless
from onrecord.model.record import Event, Participant, Record, Spans, Statement
from onrecord.model.span import Span

_STYLES = {"S": "cyan", "E": "bold underline"}


def lettered(text: str, record: Record) -> Text:
    """The text with statements as ``[S1 …]`` and the words that name events as ``{E1 …}``; nested ones nest."""
    # At one offset: what ends, the inner first; then what begins, the outer first.
    edges: list[tuple[int, int, int, str]] = []
    for letter, number, span in _marks(text, record):
        opening, closing = "[]" if letter == "S" else "{}"
        edges.append((span.end, 0, -span.start, closing))
        edges.append((span.start, 1, -span.end, f"{opening}{letter}{number} "))
    out: list[str] = []
    at = 0
    for offset, _, _, mark in sorted(edges):
        out += harmless(text[at:offset]), mark
        at = offset
    return Text("".join([*out, harmless(text[at:])]))


def coloured(text: str, record: Record) -> Text:
    """The text with statements coloured, the words that name events underlined, and their numbers before them."""
    marks = sorted(_marks(text, record), key=lambda mark: (mark[2].start, -mark[2].end))
    out = Text()
    edges = sorted({0, len(text), *(edge for *_, span in marks for edge in span)})
    waiting = 0
    open_: list[tuple[str, int, Span]] = []
    for start, end in pairwise(edges):
        open_ = [mark for mark in open_ if mark[2].end > start]
        while waiting < len(marks) and marks[waiting][2].start == start:
            open_.append(marks[waiting])
            out.append(f"{marks[waiting][0]}{marks[waiting][1]} ", style="dim")
            waiting += 1
        out.append(harmless(text[start:end]), style=" ".join(sorted({_STYLES[letter] for letter, *_ in open_})))
    return out


def _marks(text: str, record: Record) -> Iterator[tuple[str, int, Span]]:
    """Letter, number from 1, and span that holds at least one character of the text."""
    statements = ((number, statement.content) for number, statement in enumerate(record.statements, 1))
    events = ((number, event.trigger) for number, event in enumerate(record.events, 1))
    for letter, values in (("S", statements), ("E", events)):
        for number, spans in values:
            for span in spans:
                if 0 <= span.start < span.end <= len(text):
                    yield letter, number, span


def statement_line(number: int, statement: Statement, text: str, record: Record) -> tuple[str, str]:
    """Who said what; and on what terms, to whom, when."""
    actor = next((actor for actor in record.actors if actor.id == statement.actor), None)
    source = _words(text, statement.source) or "(no source named)"
    known = f" = {actor.name}" if actor and actor.name not in source else ""
    code = f" [{statement.code}]" if statement.code else ""
    facts = (
        statement.kind,
        statement.terms.replace("_", " "),
        f"because: {_words(text, statement.reason)}" if statement.reason else None,
        f"to {_words(text, statement.addressee)}" if statement.addressee else None,
        f"in {_words(text, statement.venue)}" if statement.venue else None,
        statement.when,
        statement.certainty if statement.certainty != "certain" else None,
        statement.act if statement.act != "speech" else None,
        f"{statement.confidence:.2f}",
    )
    content = _words(text, statement.content) or "(nothing)"
    return f"S{number} {source}{known}{code}: {content}", ", ".join(filter(None, facts))


def event_line(number: int, event: Event, text: str, record: Record) -> tuple[str, str]:
    """Who → whom and what; and whether, when, where, on whose word."""
    by = next((statement for statement in record.statements if statement.id == event.statement), None)
    place = next((place.name for place in record.places if event.where and place.id == event.where.place), None)
    facts = (
        event.status,
        event.when.value if event.when else None,
        f"in {place}" if place else None,
        f"on the word of {_words(text, by.source) or 'a source not named'}" if by else None,
        f"about {_words(text, event.object)}" if event.object else None,
        f"{event.confidence:.2f}",
    )
    kind = f"{event.type} / {event.mode}" if event.mode else event.type
    sides = f"{_side(event.source, text, record)} → {_side(event.target, text, record)}"
    return f"E{number} {sides}: {kind} “{_words(text, event.trigger)}”", ", ".join(filter(None, facts))


def _words(text: str, spans: Spans) -> str:
    return " ".join(" … ".join(span.of(text) for span in spans).split())


def _side(participants: tuple[Participant, ...], text: str, record: Record) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    shown = (
        f"{names.get(one.actor or '') or _words(text, (one.span,))}{f' [{one.code}]' if one.code else ''}"
        for one in participants
    )
    return ", ".join(shown) or "?"
