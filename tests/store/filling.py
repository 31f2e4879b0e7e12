"""Puts made-up articles into a store: ``python -m tests.store.filling STORE COUNT``; prints each number when in."""

import sys
from hashlib import sha256

from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, EventTime, Participant, Record, Statement
from onrecord.model.span import Span
from onrecord.store import Input, open_store

SENTENCE = "The governor of Lima said on Friday that the army had asked for help. "


def article(number: int, sentences: int = 12) -> tuple[Input, CleanPage, Record]:
    """An article whose every value depends on ``number`` alone."""
    text = f"Report {number}. " + SENTENCE * sentences
    starts = [text.index(SENTENCE) + at * len(SENTENCE) for at in range(sentences)]
    identity = f"article-{number}"
    record = Record(
        id=identity,
        title=f"Report {number}",
        published="2024-05-04",
        language="en",
        actors=tuple(
            Actor(
                id=f"a{at}", name=f"governor {at}", kind="person", code="PERGOV", rule="test",
                mentions=(Span(start, start + 20),),
            )
            for at, start in enumerate(starts)
        ),
        statements=tuple(
            Statement(
                id=f"s{at}", content=(Span(start + 36, start + 68),), source=(Span(start, start + 20),),
                cue=(Span(start + 21, start + 25),), actor=f"a{at}", kind="indirect", terms="named", rule="test",
            )
            for at, start in enumerate(starts)
        ),
        events=tuple(
            Event(
                id=f"e{at}", type="REQUEST", trigger=(Span(start + 53, start + 58),), status="actual", quad=3,
                source=(Participant(actor=f"a{at}", code="PERMIL", span=Span(start, start + 20)),),
                target=(Participant(code="PER", span=Span(start + 16, start + 20)),), statement=f"s{at}",
                when=EventTime(value="2024-05-03", span=Span(start + 29, start + 35)), evidence=Span(start, start + 69),
                rule="test",
            )
            for at, start in enumerate(starts)
        ),
    )  # fmt: skip
    digest = sha256(text.encode()).hexdigest()
    page = CleanPage(text=text, title=record.title, published=record.published, language="en", outlet="The Lima Post")
    return Input(position=number, location=f"{number}.txt", digest=digest), page, record


def fill(path: str, count: int) -> None:
    """Stores the articles 0 to ``count``, those there already skipped."""
    with open_store(path, create=True) as store:
        run = store.begin("test", "{}", (path,))
        for number in range(count):
            source, page, record = article(number)
            if not run.skip(source):
                run.add(source, page, record)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
        run.end("done")


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
