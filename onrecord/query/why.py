"""Why a value is on the record: everything between it and the page that it was read from."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from onrecord.decisions import active
from onrecord.decisions.applying import found_by
from onrecord.decisions.subjects import LAYERS
from onrecord.errors import InputError
from onrecord.model.record import Event, Spans, Statement
from onrecord.model.span import Span
from onrecord.query.conditions import end_of
from onrecord.store import Store, StoredArticle
from onrecord.store.connection import transaction
from onrecord.store.decided import decided_article
from onrecord.store.readings import read_with
from onrecord.store.schema import articles, readings, runs

_AROUND = 400  # code points shown before and after, at most, where no sentence ends
# After a word of four letters or more, so that no "Gen." or "U.S." ends one: rather two sentences than half of one.
_END = re.compile(r"""(?:[^\W\d_]{4}[.!?]|[!?]|\.(?=["”’]))["”’)\]]*\s+(?=["“‘(\[]*[A-Z])|\n""")
_SOURCES = 5  # of a run that are named


class Line(msgspec.Struct, frozen=True):
    """One thing that a value rests on: what it is about, what is said, and its spans in the text, if any."""

    about: str
    said: str
    spans: Spans = ()


def why_value(store: Store, ref: str, as_of: str | None = None) -> list[Line]:
    """What the statement or event ``ref``, ``ARTICLE/ID``, rests on, as the record said at the end of ``as_of``.

    Raises:
        InputError: it is no such reference, there is no such value, or ``as_of`` is no date.
        StoreError: there is no such article, or was none then.
    """
    identity, slash, name = ref.partition("/")
    if not slash:
        raise InputError(f"{ref!r}: a value is named ARTICLE/ID, as the tables show it")
    article = store.article(identity, end_of(as_of) if as_of else None)
    values: list[Statement | Event] = [*article.record.statements, *article.record.events]
    value = next((each for each in values if each.id == name), None)
    if value is None:
        raise InputError(f"{ref!r}: the article has no such statement or event{f' as of {as_of}' if as_of else ''}")
    said = _statement(article, value) if isinstance(value, Statement) else _event(article, value)
    with transaction(store.engine) as connection:
        decided = _decided(connection, article, value)
        return [*said, *_rule(value), *decided, *_page(article), *_read(connection, article)]


def _spanned(article: StoredArticle, about: str, spans: Spans) -> Iterator[Line]:
    if spans:
        words = " … ".join(span.of(article.text) for span in spans)
        places = ", ".join(f"{span.start}-{span.end}" for span in spans)
        yield Line(about, f"“{words}” at {places}", spans)


def _sentence(text: str, spans: Spans) -> Span:
    """The sentence that holds spans, or more of the text where it cannot be told where one ends."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    start = max((at.end() for at in _END.finditer(text, start, first)), default=start)
    closing = next((at for at in _END.finditer(text, max(0, last - 5), end) if at.end() >= last), None)
    return Span(start, closing.end() if closing else end)


def _statement(article: StoredArticle, value: Statement) -> Iterator[Line]:
    yield Line("statement", f"{value.kind}, {value.terms}, {value.certainty}, {value.act}")
    if whole := (*value.source, *value.cue, *value.content):
        around = _sentence(article.text, whole)
        yield Line("sentence", f"“{around.of(article.text).strip()}” at {around.start}-{around.end}", (around,))
    for about in ("source", "cue", "content", "reason", "addressee", "venue"):
        yield from _spanned(article, about, getattr(value, about))
    yield from _actor(article, value.actor)
    if value.actor_rule:
        yield Line("led there by", value.actor_rule)
    outer = next((each for each in article.record.statements if each.id == value.within), None)
    yield from _spanned(article, "within that of", outer.source if outer else ())


def _event(article: StoredArticle, value: Event) -> Iterator[Line]:
    told = f"{value.type}{f' {value.mode}' if value.mode else ''}, {value.status}, class {value.quad}"
    codes = f", CAMEO {value.cameo}, Goldstein {value.goldstein}" if value.cameo else ""
    yield Line("event", told + codes)
    yield from _spanned(article, "sentence", (value.evidence,))
    yield from _spanned(article, "again in", value.also)
    yield from _spanned(article, "trigger", value.trigger)
    for about, side in (("source", value.source), ("target", value.target)):
        for each in side:
            yield from _spanned(article, about, (each.span,))
            yield from _actor(article, each.actor)
    yield from _spanned(article, "object", value.object)
    if value.when:
        yield from _spanned(article, f"when {value.when.value}", (value.when.span,))
        time = next((each for each in article.record.times if each.span == value.when.span), None)
        if time is not None:
            yield Line("reckoned by", f"{time.rule}, from {time.anchor or 'the words alone'} ({time.confidence:.0%})")
    place = next((each for each in article.record.places if value.where and each.id == value.where.place), None)
    if place is not None:
        yield Line(
            "where",
            f"{place.name}, {place.country or 'country unknown'}: {place.rule} ({place.confidence:.0%})",
            (place.span,),
        )
    by = next((each for each in article.record.statements if each.id == value.statement), None)
    yield from _spanned(article, "on the word of", by.source if by else ())
    if by is None:
        yield Line("on the word of", "the outlet itself")


def _actor(article: StoredArticle, identity: str | None) -> Iterator[Line]:
    actor = next((each for each in article.record.actors if each.id == identity), None)
    if actor is not None:
        known = ", ".join(filter(None, (actor.title, actor.code, actor.wikidata)))
        yield Line(
            "who that is",
            f"{actor.name}: {known or 'no code'}, by {actor.rule} ({actor.confidence:.0%})",
            actor.mentions,
        )


def _rule(value: Statement | Event) -> Iterator[Line]:
    if value.rule == "decision":
        yield Line("rule", "a person's decision")
    else:
        yield Line("rule", f"{value.rule}, right in {value.confidence:.0%} of such cases")


def _decided(connection: Connection, article: StoredArticle, value: Statement | Event) -> Iterator[Line]:
    """What people decided about the value, if its reading is one that was corrected."""
    query = select(readings.c.cause).where(readings.c.article == article.id, readings.c.number == article.reading)
    found = decided_article(connection, article.id)
    if found is None or connection.execute(query).scalar() != "decision":
        return
    for decision in active(found.decisions):
        if decision.subject is None or decision.subject.kind not in LAYERS or decision.time > article.recorded:
            continue
        # It is about what the machine had read; what was added has an id from the decision.
        about = found_by(found.read, decision, found.decisions)
        if f"d{decision.id}" == value.id or (about is not None and about.id == value.id):
            changed = f" {decision.field} to {decision.value!r}" if decision.action == "edit" else ""
            reason = f": {decision.reason}" if decision.reason else ""
            yield Line("decided", f"{decision.action}{changed}, by {decision.author} on {decision.time}{reason}")


def _page(article: StoredArticle) -> Iterator[Line]:
    page = article.page
    yield Line("article", f"{article.title or 'without a headline'} ({article.id})")
    first = f", first reported by {page.original_outlet}" if page.original_outlet else ""
    yield Line("outlet", f"{page.outlet or 'unknown'}{first}")
    share = page.published_confidence
    right = f" ({share:.0%})" if share is not None else ""
    yield Line("published", f"{page.published or 'unknown'}, from {page.published_from or 'nothing'}{right}")
    yield Line("address", page.url or "none known")
    yield Line("read from", f"{article.location}, SHA-256 {article.digest}")
    if page.repairs:
        rules = ", ".join(dict.fromkeys(repair.rule for repair in page.repairs))
        yield Line("repairs", f"{len(page.repairs)} in the whole article: {rules}")


def _read(connection: Connection, article: StoredArticle) -> Iterator[Line]:
    mine = articles.outerjoin(runs, runs.c.id == articles.c.run)
    of_run = select(runs.c.id, runs.c.started, runs.c.sources).select_from(mine).where(articles.c.id == article.id)
    run = connection.execute(of_run).one()
    query = select(readings).where(readings.c.article == article.id).order_by(readings.c.number)
    for each in connection.execute(query):
        if each.number == article.reading:
            yield Line("reading", f"{_told(each)}, stored in run {run.id}")
            yield Line("settings", ", ".join(f"{name} {value}" for name, value in read_with(each.settings).items()))
        else:
            yield Line("other reading", _told(each))
    if run.id is not None:
        sources = [*run.sources[:_SOURCES], *(["…"] if len(run.sources) > _SOURCES else [])]
        yield Line("run", f"{run.id} of {run.started or 'unknown date'}, of {', '.join(sources)}")


def _told(reading: Any) -> str:
    since = f" on {reading.recorded}" if reading.recorded else ""
    until = f", until {reading.until}" if reading.until else ""
    return f"{reading.number}: {reading.cause}{since}{until} by onrecord {reading.pipeline}"
