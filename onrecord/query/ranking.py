"""Articles and facts in the order of their rank, with the votes they have."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from onrecord.decisions import Subject, find
from onrecord.decisions.retyped import under_any_type
from onrecord.grouping.rank import HEAD_START, Item, Ranked, moment, most_of_plain, ranked
from onrecord.query.asked import by_index
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.decided import decisions_on
from onrecord.store.readings import LATEST, held
from onrecord.store.schema import articles, readings, statements
from onrecord.store.schema_decisions import votes
from onrecord.store.schema_facts import fact_reports, facts, story_articles

RankedKind = Literal["articles", "facts", "statements"]
_WEEK = timedelta(days=7)
_HEAD_START = timedelta(days=HEAD_START)
# Days before the last publication that are ranked, each if the one before does not settle who comes first.
_DAYS = (4, 8, 16, 32, 64, 128, 256)
_ZONES = timedelta(days=1)  # dates are compared as they are written, whatever their zone
_MONTH = 7  # characters; what is shorter dates nothing
_ROUNDED = 0.01  # by which terms may be off
_AT_ONCE = 1000
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

    With a ``limit`` only what can come so far up is looked at: the days before the last publication, and what has votes
    or several outlets. That changes no place, for age takes without end and everything else gives within bounds.
    Copies are not ranked: their original is, with their votes. Of statements only those with votes are. One person's
    votes on what was merged since count once, the latest of them.

    Raises:
        InputError: ``now`` is no date.
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        for since in _windows(connection, kind, now, limit):
            items, titles = _RANKED[kind](connection, since)
            found = ranked(items, now)
            if since is None or (limit is not None and _is_settled(found, limit, since, now)):
                break
    return [_row(place, one, titles[one.item.id]) for place, one in enumerate(found[:limit], 1)]


def _windows(connection: Connection, kind: RankedKind, now: str, limit: int | None) -> Iterator[datetime | None]:
    """Beginnings of ever longer times before the last publication; null at the end, for all there is."""
    column = {"articles": articles.c.published, "facts": facts.c.published}.get(kind)
    if limit is not None and column is not None:
        last = moment(connection.execute(select(func.max(column)).where(column <= now + LATEST)).scalar())
        if last is not None:
            yield from (last - timedelta(days=days) for days in _DAYS)
    yield None


def _is_settled(found: list[Ranked], limit: int, since: datetime, now: str) -> bool:
    """Whether nothing that was left out can stand among the first: age puts all of it below the last of them."""
    at = moment(now)
    if len(found) < limit or at is None:
        return False
    return found[limit - 1].rank > most_of_plain((at - since).total_seconds() / 86400) + _ROUNDED


def _is_since(published: Any, recorded: Any, since: datetime | None, before: timedelta) -> ColumnElement[bool]:
    """Whether something is of a time, or of so long before it; what has no date is of when it was stored."""
    if since is None:
        return true()
    day = (since - before - _ZONES).date().isoformat()
    return or_(published >= day, and_(or_(published.is_(None), func.length(published) < _MONTH), recorded >= day))


def _is_ranked(row: Any, since: datetime | None, special: Container[str]) -> bool:
    """Whether it is of the time that is ranked, or has votes or outlets to make up for a longer one."""
    at = moment(row.published) or moment(row.recorded)
    return since is None or at is None or at >= (since - _HEAD_START if row.id in special else since)


def _facts(connection: Connection, since: datetime | None) -> tuple[list[Item], dict[str, str | None]]:
    column, report = facts.c, fact_reports.c
    query = select(
        column.id, column.type, column.country, column.outlets, column.published, column.place, column.recorded
    ).where(held(facts), _is_since(column.published, column.recorded, since, _HEAD_START + _WEEK))
    query = by_index(query, facts, "facts_published")
    rows = connection.execute(query.order_by(column.published, column.id)).all()
    similar = _similar([(row.id, f"{row.type} {row.country} {row.place}", row.published) for row in rows])
    cast = _votes_of_facts(connection, {row.id for row in rows})
    special = {row.id for row in rows if row.outlets > 1} | set(cast)
    kept = [row for row in rows if _is_ranked(row, since, special)]
    origins: dict[str, set[str]] = defaultdict(set)
    told = select(report.fact, report.origin).where(held(fact_reports))
    parts = [told] if since is None else [told.where(report.fact.in_(part)) for part in _parts(row.id for row in kept)]
    for row in (row for part in parts for row in connection.execute(part)):
        origins[row.fact].add(row.origin)
    items = [
        _item(row.id, cast, row.outlets, origins[row.id], similar[row.id], (row.published, row.recorded))
        for row in kept
    ]
    return items, {row.id: " ".join(filter(None, (row.type, row.place or row.country))) for row in kept}


def _articles(connection: Connection, since: datetime | None) -> tuple[list[Item], dict[str, str | None]]:
    """Novelty is measured by the week before, and by all of the story of what people voted on."""
    column, member = articles.c, story_articles.c
    query = select(column.id, column.title, column.outlet, column.original_outlet, column.published, column.recorded)
    query = by_index(query, articles, "articles_asked")
    recent = _is_since(column.published, column.recorded, since, _WEEK)
    rows = {row.id: row for row in connection.execute(query.where(recent))}
    voted = select(votes.c.article).where(votes.c.kind == "article")
    grouped = select(member.article, member.story, member.copy_of).where(held(story_articles))
    if since is not None:
        far = _is_since(column.published, column.recorded, since, _HEAD_START + _WEEK)
        voted = voted.where(votes.c.article.in_(by_index(select(column.id).where(far), articles, "articles_asked")))
        mine = select(member.story).where(member.article.in_(voted), held(story_articles))
        mates = select(member.article).where(member.story.in_(mine), held(story_articles))
        rows |= {row.id: row for row in connection.execute(query.where(column.id.in_(voted.union(mates)), far))}
        near = select(column.id).where(_is_since(column.published, column.recorded, since, _WEEK))
        near = by_index(near, articles, "articles_asked")
        told = select(member.story).where(member.article.in_(near), held(story_articles))
        grouped = grouped.where(member.story.in_(told.union(mine)))
    placed = connection.execute(grouped).all()
    copy_of = {row.article: row.copy_of for row in placed if row.copy_of}
    story = {row.article: row.story for row in placed}
    cast = _cast(connection, "article", lambda article: copy_of.get(article, article))
    originals = sorted((row for row in rows.values() if row.id not in copy_of), key=_by_day)
    similar = _similar([(row.id, story.get(row.id, row.id), row.published) for row in originals])
    kept = [row for row in originals if _is_ranked(row, since, cast)]
    items = [
        _item(
            row.id, cast, 1, {row.original_outlet or row.outlet or ""}, similar[row.id], (row.published, row.recorded)
        )
        for row in kept
    ]
    return items, {row.id: row.title for row in kept}


def _by_day(row: Any) -> tuple[str, str]:
    return row.published or "", row.id


def _statements(connection: Connection, _since: datetime | None) -> tuple[list[Item], dict[str, str | None]]:
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
        article, _slash, value = identity.rpartition("/")
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


def _votes_of_facts(connection: Connection, among: set[str]) -> _Votes:
    """By the fact that the event voted on is in now."""
    report = fact_reports.c

    def fact(subject: Subject) -> str | None:
        query = select(readings.c.record).where(readings.c.article == subject.article, held(readings))
        record = connection.execute(query).scalar()
        names = under_any_type(
            msgspec.structs.replace(subject, kind="event"), decisions_on(connection, subject.article)
        )
        events = (find(record, name, of_type=True) for name in names) if record else ()
        event = next((each for each in events if each is not None), None)
        if event is None:
            return None
        mine = report.article == subject.article, report.event_id == event.id, held(fact_reports)
        found: str | None = connection.execute(select(report.fact).where(*mine)).scalar()
        return found if found in among else None

    return _cast(connection, "fact", fact)


def _cast(connection: Connection, kind: str, what: Callable[[Any], str | None]) -> _Votes:
    """The votes of a kind by ``what`` their subjects are now; articles are named by their ids."""
    found: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    known: dict[Any, str | None] = {}
    about = (votes.c.article if kind == "article" else votes.c.subject).label("subject")
    query = select(votes.c.person, about, votes.c.vote, votes.c.recorded).where(votes.c.kind == kind)
    for row in connection.execute(query.order_by(votes.c.recorded, votes.c.article, votes.c.key)):
        if row.subject not in known:
            known[row.subject] = what(row.subject)
        if identity := known[row.subject]:
            found[identity][row.person] = (row.recorded, row.vote)
    return found


def _parts(listed: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(listed)
    while part := list(islice(rest, _AT_ONCE)):
        yield part


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
