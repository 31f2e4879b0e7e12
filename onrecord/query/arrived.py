"""Questions about what was decided as articles arrived: stories with their reports, and the states of an address."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, RowMapping, or_, select

from onrecord.grouping.summary import Report, summarised
from onrecord.grouping.versions import address, changes
from onrecord.query.conditions import _day as day
from onrecord.store import Store
from onrecord.store.columns import storable
from onrecord.store.connection import transaction
from onrecord.store.readings import held
from onrecord.store.schema import articles
from onrecord.store.schema_arrivals import story_decisions, story_moves, versions
from onrecord.store.schema_facts import stories, story_articles

_AT_ONCE = 200


class StoryQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which stories. ``since`` and ``until`` are held against its days, ``min_articles`` counts copies too."""

    id: str | None = None
    article: str | None = None
    min_articles: int = 0
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    limit: int | None = None
    offset: int = 0


class StoryReport(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story. ``original_outlet`` is who is said to have reported it first."""

    article: str
    published: str | None
    outlet: str | None
    original_outlet: str | None
    copy_of: str | None
    title: str | None


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that went from one story to another by rule after they had arrived; ``number`` tells it from others."""

    number: int
    kind: str
    story: str
    into: str
    reason: str
    score: float | None
    recorded: str
    articles: tuple[str, ...]


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One story: its first report, the ``outlets`` that reported on their own, and the ``copies``.

    ``unattributed`` are reports of unknown outlet, ``independent`` counts those who repeat nobody, ``reports`` are by
    publication, ``moved`` is what was decided about it after its articles arrived.
    """

    id: str
    first_day: str | None
    last_day: str | None
    articles: int
    independent: int
    first: str
    title: str | None
    outlets: tuple[str, ...]
    copies: tuple[str, ...]
    unattributed: tuple[str, ...]
    reports: tuple[StoryReport, ...]
    moved: tuple[Moved, ...]


class Passage(msgspec.Struct, frozen=True):
    """What was taken out and put in at one place of a text; ``at`` is its offset in the later text, in code points."""

    removed: str
    added: str
    at: int


class VersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A later state of an address, and what it says otherwise than the state before it."""

    address: str
    earlier: str
    article: str
    recorded: str
    title_before: str | None
    title: str | None
    changes: tuple[Passage, ...]


def ask_stories(store: Store, question: StoryQuestion) -> Iterator[StoryRow]:
    """The stories that fit, those with most articles first.

    Raises:
        InputError: a date of the question is none.
        StoreError: the store cannot be read.
    """
    columns = stories.c
    found = select(stories).where(held(stories, question.as_of), columns.articles >= question.min_articles)
    if question.id:
        found = found.where(columns.id == storable(question.id))
    if question.article:
        member = story_articles.c
        with_it = member.article == storable(question.article), held(story_articles, question.as_of)
        mine = select(member.story).where(*with_it)
        found = found.where(columns.id.in_(mine))
    if question.since:
        found = found.where(columns.last_day >= day(question.since, 0))
    if question.until:
        found = found.where(columns.first_day <= day(question.until, 1))
    found = found.order_by(columns.articles.desc(), columns.id).limit(question.limit).offset(question.offset or None)
    with transaction(store.engine) as connection:
        for rows in connection.execute(found).mappings().partitions(_AT_ONCE):
            yield from told(connection, rows, question.as_of)


def told(connection: Connection, rows: Sequence[RowMapping], as_of: str | None = None) -> Iterator[StoryRow]:
    """The stories of these rows of ``stories``, as far as they have articles."""
    reports_of = _reports(connection, [row["id"] for row in rows], as_of)
    for row in rows:
        if reports := reports_of.get(row["id"]):
            yield _story(row["id"], row["first_day"], row["last_day"], reports, _moved(connection, row["id"]))


def ask_versions(store: Store, what: str | None = None) -> Iterator[VersionRow]:
    """The later states of addresses, by address; with ``what`` (an address, or the id of an article) those of one.

    Raises:
        StoreError: the store cannot be read.
    """
    columns, earlier = versions.c, articles.alias()
    query = (
        select(columns.address, columns.earlier, columns.article, articles.c.recorded)
        .add_columns(articles.c.title, articles.c.text, earlier.c.title.label("old_title"))
        .add_columns(earlier.c.text.label("old_text"))
        .join(articles, articles.c.id == columns.article)
        .join(earlier, earlier.c.id == columns.earlier)
        .where(held(versions))
        .order_by(columns.address, articles.c.recorded, articles.c.number)
    )
    if what is not None:
        mine = select(columns.address).where(
            or_(columns.article == storable(what), columns.earlier == storable(what)), held(versions)
        )
        query = query.where(or_(columns.address == storable(address(what)), columns.address.in_(mine)))
    with transaction(store.engine) as connection:
        for row in connection.execute(query):
            yield VersionRow(
                address=row.address, earlier=row.earlier, article=row.article, recorded=row.recorded,
                title_before=row.old_title, title=row.title, changes=_passages(row.old_text, row.text),
            )  # fmt: skip


def _passages(earlier: str, later: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(one.removed.of(earlier), one.added.of(later), one.added.start) for one in changes(earlier, later)
    )


def _reports(connection: Connection, ids: Sequence[str], as_of: str | None) -> dict[str, list[StoryReport]]:
    row = story_articles.c
    query = (
        select(row.story, row.article, row.copy_of)
        .add_columns(articles.c.published, articles.c.outlet, articles.c.original_outlet, articles.c.title)
        .join(articles, articles.c.id == row.article)
        .where(row.story.in_(ids), held(story_articles, as_of))
        .order_by(articles.c.published.nulls_last(), row.article)
    )
    found: dict[str, list[StoryReport]] = {}
    for one in connection.execute(query).mappings():
        kept = {name: one[name] for name in StoryReport.__struct_fields__}
        found.setdefault(one["story"], []).append(StoryReport(**kept))
    return found


def _story(
    identity: str, first_day: str | None, last_day: str | None, reports: Sequence[StoryReport], moved: tuple[Moved, ...]
) -> StoryRow:
    known = {"article", "published", "outlet", "original_outlet", "copy_of"}
    found = summarised([Report(**{name: getattr(one, name) for name in known}) for one in reports])
    title = next(one.title for one in reports if one.article == found.first)
    return StoryRow(
        id=identity, first_day=first_day, last_day=last_day, articles=len(reports), first=found.first, title=title,
        independent=max(1, len(found.outlets) + len(found.unattributed)), outlets=found.outlets, copies=found.copies,
        unattributed=found.unattributed, reports=tuple(reports), moved=moved,
    )  # fmt: skip


def _moved(connection: Connection, story: str) -> tuple[Moved, ...]:
    columns = story_decisions.c
    mine = select(story_decisions).where(or_(columns.story == story, columns.into == story)).order_by(columns.number)
    found = []
    for row in connection.execute(mine).mappings().all():
        gone = select(story_moves.c.article).where(story_moves.c.decision == row["number"])
        articles_ = tuple(connection.execute(gone.order_by(story_moves.c.article)).scalars())
        found.append(Moved(**row, articles=articles_))
    return tuple(found)
