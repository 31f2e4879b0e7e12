"""One article as a web page that needs nothing else: its text lit up, statements and events beside it.

Nothing of a scraped page is passed on as markup: every word is escaped, and only ``http(s)`` addresses are linked.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

import msgspec

from onrecord.export.addresses import is_of_web
from onrecord.model.record import Event, Participant, Record, Spans, Statement
from onrecord.model.span import Span

_STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fdfcf8;--line:#c9c4b6;--say:#dbe9f7;--do:#fbe3c3;--mark:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#17181a;--line:#45464a;--say:#1f3850;--do:#50391a}}
body{margin:0 auto;max-width:78rem;padding:1.5rem;color:var(--ink);background:var(--paper)}
body{font:1.05rem/1.6 Georgia,serif}td,th{text-align:left;padding:.3rem .8rem .3rem 0}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2.5rem}
h1{line-height:1.2}h2{font-size:1rem;border-bottom:2px solid var(--ink)}
.meta,aside{font:.85rem/1.45 system-ui,sans-serif}aside ol{padding-left:1.3rem}aside li{margin:.5rem 0;padding:.2rem}
.s{background:var(--say)}.e{text-decoration:underline 2px var(--mark);text-underline-offset:3px}.t{background:var(--do)}
.text{white-space:pre-wrap}a{color:inherit}li:target,.text a:target{outline:2px solid var(--mark)}
@media(max-width:50rem){main{display:block}}@media print{main{display:block}}
"""
_HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the index page: where its page is, and what it holds."""

    file: str
    title: str
    outlet: str | None
    published: str | None
    statements: int
    events: int


def article(text: str, record: Record, outlet: str | None = None) -> str:
    """The page of one article; ``text`` is what the record's spans point into."""
    title = record.title or record.id
    meta = " · ".join(filter(None, (outlet, record.published)))
    return (
        f"{_HEAD}<title>{escape(title)}</title><style>{_STYLE}</style>"
        f'<p class="meta"><a href="index.html">All articles</a></p><h1>{escape(title)}</h1>'
        f'<p class="meta">{escape(meta)} {_address(record.url)}</p><main><div class="text">{_lit(text, record)}</div>'
        f"<aside><h2>Who said what</h2><ol>{''.join(_statement(s, text, record) for s in record.statements)}</ol>"
        f"<h2>Who did what to whom</h2><ol>{''.join(_event(e, text, record) for e in record.events)}</ol>"
        f"{_failures(record)}</aside></main>"
    )


def index(entries: Iterable[Entry]) -> str:
    """The page that lists the articles."""
    rows = "".join(
        f'<tr><td><a href="{escape(e.file)}">{escape(e.title)}</a><td>{escape(e.outlet or "")}'
        f"<td>{escape(e.published or '')}<td>{e.statements}<td>{e.events}"
        for e in entries
    )
    return (
        f"{_HEAD}<title>On the record</title><style>{_STYLE}</style>"
        "<h1>On the record</h1><table><tr><th>Article<th>Outlet<th>Published<th>Statements<th>Events"
        f"{rows}</table>"
    )


def _address(url: str | None) -> str:
    if url is None or not is_of_web(url):
        return ""
    return f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">original</a>'


def _lit(text: str, record: Record) -> str:
    """The text cut at every edge of a span, each piece with the classes of the values that cover it."""
    marks = list(_marks(record))
    edges = sorted({0, len(text), *(edge for _, _, span in marks for edge in span)})
    opening = sorted(marks, key=lambda mark: mark[2])
    out: list[str] = []
    covering: list[tuple[str, str, Span]] = []
    for start, end in pairwise(edges):
        while opening and opening[0][2].start <= start:
            covering.append(opening.pop(0))
        covering = [mark for mark in covering if mark[2].end > start]
        out.append(_piece(escape(text[start:end]), covering))
    return "".join(out)


def _piece(words: str, covering: list[tuple[str, str, Span]]) -> str:
    if not covering:
        return words
    classes = " ".join(sorted({kind for kind, _, _ in covering}))
    innermost = min(covering, key=lambda mark: mark[2].end - mark[2].start)
    return f'<a class="{classes}" href="#{escape(innermost[1])}">{words}</a>'


def _marks(record: Record) -> Iterator[tuple[str, str, Span]]:
    """Class, id of the value, span."""
    for statement in record.statements:
        for span in statement.content:
            yield "s", statement.id, span
    for event in record.events:
        for span in event.trigger:
            yield "e", event.id, span


def _words(text: str, spans: Spans) -> str:
    return escape(" … ".join(span.of(text) for span in spans))


def _statement(statement: Statement, text: str, record: Record) -> str:
    who = _words(text, statement.source) or "no source named"
    name = next((a.name for a in record.actors if a.id == statement.actor), None)
    known = f" ({escape(name)})" if name and name not in who else ""
    reason = f", because: {_words(text, statement.reason)}" if statement.reason else ""
    said = _words(text, statement.content) or "nothing"
    terms = f"{statement.kind}, {statement.terms.replace('_', ' ')}{reason}, {statement.confidence:.2f}"
    return f'<li id="{escape(statement.id)}"><b>{who}</b>{known}: {said}<br><span class="meta">{terms}</span>'


def _event(event: Event, text: str, record: Record) -> str:
    sides = " → ".join(_side(side, text) for side in (event.source, event.target))
    word = next((_words(text, s.source) for s in record.statements if s.id == event.statement), None)
    where = next((p.name for p in record.places if event.where and p.id == event.where.place), None)
    facts = [event.status, event.when.value if event.when else None, where, f"on the word of {word}" if word else None]
    kind = escape(event.type + (f" / {event.mode}" if event.mode else ""))
    described = escape(", ".join(fact for fact in facts if fact))
    return (
        f'<li id="{escape(event.id)}"><b>{sides}</b> {kind}: <i>{_words(text, event.trigger)}</i>'
        f'<br><span class="meta">{described}, {event.confidence:.2f}</span>'
    )


def _side(participants: tuple[Participant, ...], text: str) -> str:
    return escape(", ".join(f"{p.span.of(text)} ({p.code or '?'})" for p in participants)) or "?"


def _failures(record: Record) -> str:
    return "".join(f"<p>Not read: {escape(f.message)} [{escape(f.code)}]</p>" for f in record.failures)
