"""Made-up reports: sentences of who did what to whom, with the record of each."""

from hashlib import sha256

from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, EventTime, Participant, Record, Statement
from onrecord.model.span import Span
from onrecord.store import Input, Store

# Name → kind, country, code.
KNOWN = {
    "Anna Berg": ("person", "NOR", "NORGOV"),
    "Ola Berg": ("person", "NOR", "NORGOV"),
    "Norway": ("country", "NOR", "NOR"),
    "Chile": ("country", "CHL", "CHL"),
    "Red Cross": ("organization", None, "NGO"),
    "rebels": ("group", None, "---REB"),
}
VERBS = {"attacked": "ASSAULT", "arrested": "COERCE", "accused": "ACCUSE", "met": "CONSULT"}

Sentence = tuple[str, str, str, str | None]  # source, verb, target (words), day


def report(
    name: str,
    sentences: list[Sentence],
    *,
    outlet: str | None = "The Post",
    published: str | None = "2024-05-02",
    original: str | None = None,
    status: str = "actual",
    denier: str | None = None,
) -> tuple[Input, CleanPage, Record]:
    """An article of these sentences; ``denier``: who denies every event of it."""
    text, actors, events, statements = "", {}, [], []
    for source, verb, target, day in sentences:
        start = len(text)
        text += f"{denier} denied that {source} {verb} {target}. " if denier else f"{source} {verb} {target}. "
        spans = {words: _span(text, words, start) for words in (source, verb, target)}
        if denier:
            said = Statement(
                id=f"s{len(statements)}", content=(Span(spans[source].start, len(text) - 2),), kind="indirect",
                source=(_span(text, denier, start),), cue=(_span(text, "denied", start),), terms="named", rule="test",
            )  # fmt: skip
            statements.append(said)
        sides = []
        for words in (source, target):
            known = next((known for known in KNOWN if known in words), None)
            if known:
                kind, country, code = KNOWN[known]
                actor = actors.setdefault(known, Actor(
                    id=f"a{len(actors)}", name=known, kind=kind, country=country, code=code, rule="test",
                    mentions=(spans[words],), sectors=(code[3:],) if len(code) > 3 else (),
                ))  # fmt: skip
                sides.append((Participant(actor=actor.id, code=code, span=spans[words]),))
            else:
                sides.append((Participant(span=spans[words]),))
        events.append(Event(
            id=f"e{len(events)}", type=VERBS[verb], trigger=(spans[verb],), source=sides[0], target=sides[1],
            status="negated" if denier else status, evidence=Span(start, len(text) - 1), quad=4, rule="test",
            statement=statements[-1].id if denier else None,
            when=EventTime(value=day, span=spans[verb]) if day else None,
        ))  # fmt: skip
    text += " ".join(f"{name}{number}" for number in range(60))  # so that it is no copy of another
    record = Record(
        id=name, title=f"{sentences[0][0]} and {sentences[0][2]}", published=published, actors=tuple(actors.values()),
        events=tuple(events), statements=tuple(statements),
    )  # fmt: skip
    page = CleanPage(text=text, title=record.title, published=published, outlet=outlet, original_outlet=original)
    digest = sha256(f"{name} {text}".encode()).hexdigest()
    return Input(position=0, location=name, digest=digest), page, record


def put(store: Store, *reports: tuple[Input, CleanPage, Record], at: str = "2024-06-01") -> None:
    """Stores the reports in one run."""
    run = store.begin("test", "{}", (), at)
    for number, (source, page, record) in enumerate(reports):
        run.add(Input(position=number, location=source.location, digest=source.digest), page, record)


def _span(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))
