"""Articles and facts in the order of their rank, with the votes they have."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec
from sqlalchemy import Connection, select

from onrecord.decisions import Subject, find
from onrecord.decisions.retyped import under_any_type
from onrecord.grouping.rank import Item, Ranked, ranked
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.decided import decisions_on
from onrecord.store.readings import held
from onrecord.store.schema import articles, readings, statements
from onrecord.store.schema_decisions import votes
from onrecord.store.schema_facts import fact_reports, facts, story_articles

RankedKind = Literal["articles", "facts", "statements"]
_WEEK = timedelta(days=7)
_Votes = Mapping[str, Mapping[str, tuple[str, int]]]  # what → person → when, vote


class RankRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article or fact in its place; ``why`` is one line a term, ``terms`` their values."""

    place: int
    id: str
    title: str | None
    published: str | None
    points: int
    up: int
    down: int
    rank: float
    why: str
    terms: dict[str, float]


def ask_rank(store: Store, kind: RankedKind, now: str, limit: int | None = None) -> list[RankRow]:
    """The articles or facts of a store, highest rank first, as of ``now`` (ISO date or date-time).

    Copies are not ranked: their original is, with their votes. Of statements only those with votes are. One person's
    votes on what was merged since count once, the latest of them.

    Raises:
        InputError: ``now`` is no date.
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        items, titles = _RANKED[kind](connection)
    return [_row(place, one, titles[one.item.id]) for place, one in enumerate(ranked(items, now)[:limit], 1)]


def _facts(connection: Connection) -> tuple[list[Item], dict[str, str | None]]:
    cast = _votes_of_facts(connection)
    report = fact_reports.c
    origins: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(report.fact, report.origin).where(held(fact_reports))):
        origins[row.fact].add(row.origin)
    column = facts.c
    query = select(
        column.id, column.type, column.country, column.outlets, column.published, column.place, column.recorded
    )
    rows = connection.execute(query.where(held(facts)).order_by(column.published, column.id)).all()
    similar = _similar([(row.id, f"{row.type} {row.country} {row.place}", row.published) for row in rows])
    items = [
        _item(row.id, cast, row.outlets, origins[row.id], similar[row.id], (row.published, row.recorded))
        for row in rows
    ]
    return items, {row.id: " ".join(filter(None, (row.type, row.place or row.country))) for row in rows}


def _articles(connection: Connection) -> tuple[list[Item], dict[str, str | None]]:
    member = story_articles.c
    grouped = connection.execute(select(member.article, member.story, member.copy_of).where(held(story_articles))).all()
    copy_of = {row.article: row.copy_of for row in grouped if row.copy_of}
    story = {row.article: row.story for row in grouped}
    column = articles.c
    query = select(column.id, column.title, column.outlet, column.original_outlet, column.published, column.recorded)
    rows = connection.execute(query.order_by(column.published, column.id)).all()
    cast = _cast(connection, "article", lambda subject: copy_of.get(subject.article, subject.article))
    kept = [row for row in rows if row.id not in copy_of]
    similar = _similar([(row.id, story.get(row.id, row.id), row.published) for row in kept])
    items = [
        _item(
            row.id, cast, 1, {row.original_outlet or row.outlet or ""}, similar[row.id], (row.published, row.recorded)
        )
        for row in kept
    ]
    return items, {row.id: row.title for row in kept}


def _statements(connection: Connection) -> tuple[list[Item], dict[str, str | None]]:
    words: dict[str, str | None] = {}

    def statement(subject: Subject) -> str | None:
        query = select(readings.c.record).where(readings.c.article == subject.article, held(readings))
        record = connection.execute(query).scalar()
        found = find(record, subject, of_type=False) if record else None
        return f"{subject.article}/{found.id}" if found else None

    cast = _cast(connection, "statement", statement)
    column = articles.c
    items = []
    for identity in sorted(cast):
        article, _, value = identity.rpartition("/")
        query = select(statements.c.content, column.outlet, column.original_outlet, column.published, column.recorded)
        query = query.join(articles, column.id == statements.c.article)
        row = connection.execute(query.where(column.id == article, statements.c.id == value, held(statements))).one()
        origins = {row.original_outlet or row.outlet or ""}
        items.append(_item(identity, cast, 1, origins, 0, (row.published, row.recorded)))
        words[identity] = row.content
    return items, words


def _item(
    identity: str, cast: _Votes, outlets: int, origins: set[str], similar: int, dates: tuple[str | None, str | None]
) -> Item:
    given = [vote for _, vote in cast.get(identity, {}).values()]
    known = sorted(origins - {""})
    return Item(
        id=identity, up=given.count(1), down=given.count(-1), outlets=outlets, similar=similar,
        published=dates[0], stored=dates[1], origin=None if len(known) > 1 else "".join(known),
    )  # fmt: skip


def _votes_of_facts(connection: Connection) -> _Votes:
    """By the fact that the event voted on is in now."""
    report = fact_reports.c
    fact_of = {
        (row.article, row.event_id): row.fact
        for row in connection.execute(select(report.article, report.event_id, report.fact).where(held(fact_reports)))
    }

    def fact(subject: Subject) -> str | None:
        query = select(readings.c.record).where(readings.c.article == subject.article, held(readings))
        record = connection.execute(query).scalar()
        names = under_any_type(
            msgspec.structs.replace(subject, kind="event"), decisions_on(connection, subject.article)
        )
        events = (find(record, name, of_type=True) for name in names) if record else ()
        event = next((each for each in events if each is not None), None)
        return fact_of.get((subject.article, event.id)) if event else None

    return _cast(connection, "fact", fact)


def _cast(connection: Connection, kind: str, what: Callable[[Subject], str | None]) -> _Votes:
    found: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    known: dict[Subject, str | None] = {}
    query = select(votes.c.person, votes.c.subject, votes.c.vote, votes.c.recorded).where(votes.c.kind == kind)
    for row in connection.execute(query.order_by(votes.c.recorded, votes.c.article, votes.c.key)):
        if row.subject not in known:
            known[row.subject] = what(row.subject)
        if identity := known[row.subject]:
            found[identity][row.person] = (row.recorded, row.vote)
    return found


def _similar(dated: Iterable[tuple[str, str, str | None]]) -> dict[str, int]:
    """Id → how many of its sort came in the week before it; ``dated`` is in order of publication."""
    before: dict[str, list[date]] = defaultdict(list)
    found = {}
    for identity, sort, published in dated:
        day = _day(published)
        found[identity] = sum(day - _WEEK <= other for other in before[sort]) if day else 0
        if day:
            before[sort] = [other for other in before[sort] if day - _WEEK <= other] + [day]
    return found


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _row(place: int, one: Ranked, title: str | None) -> RankRow:
    return RankRow(
        place=place, id=one.item.id, title=title, published=one.item.published, points=one.points, up=one.item.up,
        down=one.item.down, rank=one.rank, terms={term.name: term.value for term in one.terms},
        why="; ".join(f"{term.name} {term.value:+.2f} ({term.why})" for term in one.terms),
    )  # fmt: skip


_RANKED = {"articles": _articles, "facts": _facts, "statements": _statements}
