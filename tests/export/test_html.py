"""The article page: lit text, lists beside it, nothing of the scraped page passed on as markup."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.html import Entry, article, index
from onrecord.model.record import Actor, Event, Failure, Participant, Record, Statement
from onrecord.model.span import Span

TEXT = "The mayor said “we march on Friday” & left."


def record(**changes: object) -> Record:
    values: dict[str, object] = {
        "id": "a",
        "title": "A <march>",
        "actors": (Actor(id="a1", name="Ines Prado", kind="person", rule="test", mentions=(Span(0, 9),)),),
        "statements": (
            Statement(
                id="s1", content=(Span(16, 34),), source=(Span(0, 9),), cue=(Span(10, 14),), actor="a1", kind="direct",
                terms="named", rule="test",
            ),
        ),
        "events": (
            Event(
                id="e1", type="PROTEST", source=(Participant(span=Span(16, 18)),), trigger=(Span(19, 24),),
                status="planned", statement="s1", evidence=Span(0, 43), quad=3, rule="test",
            ),
        ),
    }  # fmt: skip
    return Record(**(values | changes))  # type: ignore[arg-type]


def text_of(page: str) -> str:
    shown = page.split('<div class="text">')[1].split("</div>")[0]
    return unescape(re.sub(r"<[^>]+>", "", shown))


def test_text_is_shown_whole_with_nested_marks() -> None:
    page = article(TEXT, record(), outlet="The Harbour Post")
    assert text_of(page) == TEXT
    assert '<a class="e s" href="#e1">march</a>' in page
    assert "Ines Prado" in page
    assert "A &lt;march&gt;" in page


def test_only_web_addresses_are_linked() -> None:
    assert "javascript:" not in article(TEXT, record(url="javascript:alert(1)"))
    assert 'href="https://example.org/a?b=1&amp;c"' in article(TEXT, record(url="https://example.org/a?b=1&c"))


def test_failures_are_shown() -> None:
    page = article(TEXT, record(failures=(Failure(stage="language", code="OR-LANGUAGE", message="in 'de'"),)))
    assert "OR-LANGUAGE" in page


def test_index_links_every_article() -> None:
    entry = Entry(file="a.html", title="<b>", outlet=None, published="2024-05-01", statements=1, events=2)
    assert 'href="a.html">&lt;b&gt;' in index([entry])


@given(st.text(alphabet="ab<>&\"'“”\n😀", min_size=4, max_size=30), st.data())
def test_any_text_with_any_spans_is_shown_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    statement = Statement(id="s1", content=(span,), source=(), cue=(), kind="indirect", terms="none", rule="test")
    assert text_of(article(text, Record(id="a", statements=(statement,)))) == text
