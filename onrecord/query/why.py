"""Why a value is on the record: everything between it and the page that it was read from."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.model.record import Event, Spans, Statement
from onrecord.model.span import Span
from onrecord.store import Store, StoredArticle
from onrecord.store.connection import transaction
from onrecord.store.schema import articles, readings, runs

_AROUND = 160  # code points shown around what a statement says


class Line(msgspec.Struct, frozen=True):
    """One thing that a value rests on: what it is about, what is said, and its spans in the text, if any."""

    about: str
    said: str
    spans: Spans = ()


def why_value(store: Store, ref: str) -> list[Line]:
    """What the statement or event ``ref``, ``ARTICLE/ID``, rests on.

    Raises:
        InputError: it is no such reference, or there is no such value.
        StoreError: there is no such article.
    """
    identity, slash, name = ref.partition("/")
    if not slash:
        raise InputError(f"{ref!r}: a value is named ARTICLE/ID, as the tables show it")
    article = store.article(identity)
    values: list[Statement | Event] = [*article.record.statements, *article.record.events]
    value = next((each for each in values if each.id == name), None)
    if value is None:
        raise InputError(f"{ref!r}: the article has no such statement or event")
    said = _statement(article, value) if isinstance(value, Statement) else _event(article, value)
    return [
        *said,
        Line("rule", f"{value.rule}, right in {value.confidence:.0%} of such cases"),
        *_origin(store, article),
    ]


def _spanned(article: StoredArticle, about: str, spans: Spans) -> Iterator[Line]:
    if spans:
        words = " … ".join(span.of(article.text) for span in spans)
        places = ", ".join(f"{span.start}-{span.end}" for span in spans)
        yield Line(about, f"“{words}” at {places}", spans)


def _statement(article: StoredArticle, value: Statement) -> Iterator[Line]:
    yield Line("statement", f"{value.kind}, {value.terms}, {value.certainty}, {value.act}")
    whole = sorted((*value.source, *value.cue, *value.content))
    start, end = whole[0].start, max(span.end for span in whole)
    around = Span(max(0, start - _AROUND), min(len(article.text), end + _AROUND))
    yield Line("in the text", f"…{around.of(article.text)}…", (around,))
    for about in ("source", "cue", "content", "reason", "addressee", "venue"):
        yield from _spanned(article, about, getattr(value, about))
    yield from _actor(article, value.actor)


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
    place = next((each for each in article.record.places if value.where and each.id == value.where.place), None)
    if place is not None:
        yield Line("where", f"{place.name}, {place.country or 'country unknown'}: {place.rule}", (place.span,))
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


def _origin(store: Store, article: StoredArticle) -> Iterator[Line]:
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
    query = (
        select(readings.c.number, readings.c.cause, readings.c.recorded, readings.c.pipeline, runs.c.id)
        .select_from(
            readings.join(articles, articles.c.id == readings.c.article).outerjoin(runs, runs.c.id == articles.c.run)
        )
        .where(readings.c.article == article.id)
        .order_by(readings.c.number)
    )
    with transaction(store.engine) as connection:
        for number, cause, recorded, pipeline, run in connection.execute(query):
            since = f" on {recorded}" if recorded else ""
            yield Line("reading", f"{number}: {cause}{since} by onrecord {pipeline}, stored in run {run}")
